// npm run screens: pictures of every screen of the web app, light and dark, on a phone and on a desktop, in docs/screens.
import { rmSync } from 'node:fs';
import { buildApi, buildClient } from './lib/build.mjs';
import { provideChromium } from './lib/chromium.mjs';
import { runCommand } from './lib/fail.mjs';
import { installDependencies } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inProject } from './lib/project.mjs';

const say = (line) => console.log(line);

await runCommand(async () => {
  requireNode();
  await installDependencies(say);
  const { provideTestDatabase } = await import('./lib/test-environment.mjs');
  const { openDemoShop } = await import('./lib/demo-shop.mjs');
  const { openCamera } = await import('./lib/camera.mjs');
  const { takeScreens } = await import('./lib/screens.mjs');

  const chromium = await provideChromium(say);
  await buildApi(say);
  await buildClient(say, { demo: true });
  const folder = inProject('docs', 'screens');
  rmSync(folder, { recursive: true, force: true });
  const database = await provideTestDatabase(say);
  const shop = await openDemoShop(database.environment.TEST_MONGODB_URI);
  const camera = await openCamera({ chromium, folder, origin: shop.origin });
  try {
    await takeScreens(camera, shop);
    say(`Screens: ${camera.count} pictures in docs/screens`);
  } finally {
    await camera.close();
    await shop.close();
    await database.stop();
  }
});
