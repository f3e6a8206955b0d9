import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { runNode } from './child.mjs';
import { inProject } from './project.mjs';
import { writeRooms } from './rooms.mjs';

/** How long jest may stay after its last test. Longer means that a test left a connection or a timer behind. */
const LEAVE_WITHIN_MS = 20_000;

/** How much of a failure is told again in the summary. */
const LINES_OF_A_FAILURE = 25;

/**
 * Runs one jest project and counts its tests. A test that was skipped counts as failed, since nothing is to
 * pass by being skipped; so does a file that could not be loaded, a run whose coverage is too low, and one that
 * does not end.
 */
export async function runJest(project, { node, words = [], environment = {} } = {}) {
  mkdirSync(inProject('.cache'), { recursive: true });
  const report = inProject('.cache', `jest-${project}-${process.pid}.json`);
  const jestWords = ['--selectProjects', project, '--json', `--outputFile=${report}`, ...words];
  const { exitCode } = await runNode(inProject('node_modules/jest/bin/jest.js'), jestWords, {
    node,
    environment: { NODE_ENV: 'test', ...environment },
    watch: (jest) => endIfStuck(jest, report),
  });
  const counts = countsOf(report);
  rmSync(report, { force: true });
  if (counts === undefined) throw new Error(`jest did not get as far as running the ${project} tests.`);
  const failedOtherwise = exitCode !== 0 && counts.failed === 0 ? 1 : 0;
  return { ...counts, failed: counts.failed + failedOtherwise };
}

/** Runs tests of a jest project, the chosen files of each room together as one. */
export function runRooms(project, rooms, { environment = {}, ...options } = {}) {
  const folder = writeRooms(project, rooms);
  return runJest(project, { environment: { ...environment, TEST_ROOMS: folder }, ...options });
}

function endIfStuck(jest, report) {
  const timer = setInterval(() => {
    const written = statSync(report, { throwIfNoEntry: false })?.mtimeMs;
    if (written === undefined || Date.now() - written < LEAVE_WITHIN_MS) return;
    console.error(
      'The tests are over but something they opened keeps jest from ending, which counts as failed.',
    );
    jest.kill('SIGKILL');
  }, 1_000);
  jest.once('close', () => clearInterval(timer));
}

/** The words that make jest measure an area of the sources and fail below a percentage of it. */
export function coverageWords(folder, percent) {
  const threshold = {
    global: { statements: percent, branches: percent, functions: percent, lines: percent },
  };
  return [
    '--coverage',
    `--coverageDirectory=${inProject('coverage', folder)}`,
    `--collectCoverageFrom=${folder}/**/*.{ts,tsx}`,
    `--coverageThreshold=${JSON.stringify(threshold)}`,
  ];
}

function countsOf(report) {
  try {
    const json = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = json.numPendingTests + json.numTodoTests;
    if (skipped > 0) console.error(`${skipped} tests were skipped, which counts as failed.`);
    const failed = json.numFailedTests + json.numRuntimeErrorTestSuites + skipped;
    return {
      passed: json.numPassedTests,
      failed: json.numTotalTests === 0 ? Math.max(failed, 1) : failed,
      failures: failuresOf(json),
    };
  } catch {
    return undefined;
  }
}

/** Each failed test with the beginning of its message, and each file that could not be run. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ assertionResults, message, status }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [beginningOf(message)] : [];
    return failed.map((test) => `✕ ${test.fullName}\n${beginningOf(test.failureMessages.join('\n'))}`);
  });
}

function beginningOf(message) {
  const isOurs = (line) => !/^ +at .*(node_modules|node:internal)/.test(line);
  const lines = stripVTControlCharacters(message).split('\n').filter(isOurs);
  return lines.slice(0, LINES_OF_A_FAILURE).join('\n');
}
