import { setTimeout as sleep } from 'node:timers/promises';
import type { ThreeMembers } from '../support/three-members.ts';
import type { Till } from './till.ts';

export interface Election {
  readonly kind: 'STEP_DOWN' | 'KILL';
  /** When it was brought about, on the clock of the tills. */
  readonly at: number;
}

/** So many calls are answered, and so long things go well, before the next. */
const ANSWERS_BETWEEN = 200;
const BETWEEN_MS = 3_000;
const LOOK_EVERY_MS = 100;

/** Brings about one election after another under the load of the tills, half of them by killing the primary. */
export async function holdElections(
  members: ThreeMembers,
  tills: readonly Till[],
  count: number,
  elapsed: () => number,
): Promise<readonly Election[]> {
  const elections: Election[] = [];
  const answered = () => tills.reduce((total, { completed }) => total + completed.length, 0);
  for (let n = 0; n < count; n += 1) {
    await members.primary();
    await flowing(answered);
    const kind = n % 2 === 0 ? 'STEP_DOWN' : 'KILL';
    elections.push({ kind, at: elapsed() });
    if (kind === 'STEP_DOWN') await members.stepDown();
    else await killAndRestart(members, answered);
    console.error(`${n + 1}. ${kind}: ${answered()} answered so far`);
  }
  await members.primary();
  await flowing(answered);
  return elections;
}

/** The member comes back when the others have gone on without it. */
async function killAndRestart(members: ThreeMembers, answered: () => number): Promise<void> {
  const restart = await members.killPrimary();
  await flowing(answered);
  await restart();
}

async function flowing(answered: () => number): Promise<void> {
  const target = answered() + ANSWERS_BETWEEN;
  await sleep(BETWEEN_MS);
  while (answered() < target) await sleep(LOOK_EVERY_MS);
}
