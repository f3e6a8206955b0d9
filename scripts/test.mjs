// npm test: everything that can be checked on this machine, from a fresh clone on.
// While developing, `npm test -- --only=api,lint` runs a part of it.
import { Checklist } from './lib/checklist.mjs';
import { CPU_BUDGET } from './lib/cpu-budget.mjs';
import { Problem, runCommand } from './lib/fail.mjs';
import { installDependencies } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';

const say = (line) => console.log(line);

await runCommand(async () => {
  requireNode();
  await installDependencies(say);
  // Only now, because these need the packages that may just have been installed.
  const { TEST_STEPS } = await import('./lib/test-steps.mjs');
  const { provideTestDatabase } = await import('./lib/test-environment.mjs');

  const names = chosenSteps(Object.keys(TEST_STEPS));
  const checklist = new Checklist({ budget: CPU_BUDGET['npm test'] });
  let database;
  await checklist.run('Database', async () => {
    database = await provideTestDatabase(say);
  });
  try {
    for (const name of names) {
      const { title, run } = TEST_STEPS[name];
      await checklist.run(title, () => run(database?.environment ?? {}));
    }
  } finally {
    await database?.stop();
  }
  return checklist.close(process.env.TEST_TOTALS_FILE);
});

function chosenSteps(known) {
  const words = process.argv.slice(2);
  const at = words.findIndex((word) => word === '--only' || word.startsWith('--only='));
  if (at === -1) return known;
  const value = words[at].startsWith('--only=') ? words[at].slice('--only='.length) : (words[at + 1] ?? '');
  const chosen = value.split(',');
  if (chosen.every((name) => known.includes(name))) return chosen;
  throw new Problem(`--only takes any of ${known.join(', ')}, separated by commas.`);
}
