// All of `npm test`, and what only makes sense before a change is taken: generated files, formatting,
// the promise to callers that the schema makes, and a second version of Node.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { Checklist } from './lib/checklist.mjs';
import { runNpm, runScript } from './lib/child.mjs';
import { CPU_BUDGET } from './lib/cpu-budget.mjs';
import { runCommand } from './lib/fail.mjs';
import { runRooms } from './lib/jest.mjs';
import { requireNode } from './lib/node-version.mjs';
import { provideNode, SECOND_NODE } from './lib/other-node.mjs';
import { inProject } from './lib/project.mjs';
import { partOfEveryRoom, sharing } from './lib/rooms.mjs';
import { fingerprint } from './lib/stale.mjs';

const GENERATED = [
  'schema/schema.graphql',
  'client/graphql',
  'docs',
  'api/server/observability/operation-names.ts',
];

await runCommand(async () => {
  requireNode();
  const checklist = new Checklist({ budget: CPU_BUDGET['.ci/run'] });
  await checklist.run('npm test', runTests);
  await checklist.run('Size of the web app', async () => {
    const { checkBundleBudget } = await import('./lib/bundle-budget.mjs');
    return checkBundleBudget((line) => console.log(line));
  });
  await checklist.run('Generated files are current', checkGeneratedFiles);
  await checklist.run('Formatting', () => runScript('format:check'));
  await checklist.run('No breaking change of the schema', async () => {
    const { checkSchema } = await import('./lib/schema-promise.mjs');
    return checkSchema((line) => console.log(line));
  });
  await checklist.run(`A part of every room's tests under Node ${SECOND_NODE}`, async () => {
    const node = await provideNode((line) => console.log(line));
    return runRooms('api', sharing(partOfEveryRoom()), { node });
  });
  return checklist.close();
});

async function runTests() {
  const totals = inProject('.cache', `test-totals-${process.pid}.json`);
  await runNpm(['test', '--silent'], { environment: { TEST_TOTALS_FILE: totals } });
  if (!existsSync(totals)) throw new Error('npm test did not get as far as its summary.');
  const counts = JSON.parse(readFileSync(totals, 'utf8'));
  rmSync(totals);
  return counts;
}

/** Generates everything again and fails if that changes a file, whether or not it was committed yet. */
async function checkGeneratedFiles() {
  const before = GENERATED.map(fingerprint);
  await runScript('codegen');
  const stale = GENERATED.filter((path, index) => fingerprint(path) !== before[index]);
  if (stale.length > 0) throw new Error(`These were not what \`npm run codegen\` makes: ${stale.join(', ')}`);
}
