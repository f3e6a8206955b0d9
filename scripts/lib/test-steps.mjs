import { buildApi, buildClient } from './build.mjs';
import { runScript } from './child.mjs';
import { provideChromium } from './chromium.mjs';
import { coverageWords, runJest, runRooms } from './jest.mjs';
import { browserRoom, clientRooms, rooms, sharing } from './rooms.mjs';

const API_COVERAGE_PERCENT = 85;
const CLIENT_COVERAGE_PERCENT = 80;

const say = (line) => console.log(line);

/** The parts of `npm test`, by the names that --only accepts. */
export const TEST_STEPS = {
  types: { title: 'Types', run: () => runScript('typecheck') },
  lint: { title: 'Lint', run: () => runScript('lint') },
  api: {
    title: 'API tests',
    run: (environment) =>
      runRooms('api', sharing(rooms()), { environment, words: coverageWords('api', API_COVERAGE_PERCENT) }),
  },
  model: { title: 'The model', run: (environment) => runJest('model', { environment }) },
  client: {
    title: 'Web app tests',
    run: (environment) =>
      runRooms('client', clientRooms(), {
        environment,
        words: coverageWords('client', CLIENT_COVERAGE_PERCENT),
      }),
  },
  browser: { title: 'Browser tests', run: runBrowserTests },
};

async function runBrowserTests(environment) {
  const chromium = await provideChromium(say);
  say(`Chromium: using ${chromium}`);
  await buildApi(say);
  await buildClient(say, { demo: true });
  return runRooms('browser', browserRoom(), {
    environment: { ...environment, CHROMIUM_PATH: chromium },
    words: ['--runInBand'],
  });
}
