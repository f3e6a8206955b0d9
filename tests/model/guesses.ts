import type { TestApp } from '../support/app.ts';
import type { Answer } from './answers.ts';
import type { DeskParts } from './desk.ts';
import { told } from './model-wallet.ts';

/** More than free guesses in all processes that there can be in a round, so that one of them was asked too often. */
const GUESSES = 16;
const FREE = 4;

/**
 * Somebody tries wrong codes, one after another and anywhere: nothing is told of any, and soon the next has to wait, in each process by
 * what it has seen itself.
 */
export async function mustSlowDown(
  { tills, count, problem }: DeskParts,
  guess: (app: TestApp, n: number) => Promise<Answer>,
): Promise<void> {
  const answers: Answer[] = [];
  const lost = tills.unanswered;
  for (let n = 0; n < GUESSES; n += 1) answers.push(await tills.send((app) => guess(app, n)));
  const codes = answers.map((answer) => ('refusal' in answer ? answer.refusal.code : 'DONE'));
  const isTold = codes.some((code) => code !== 'CODE_NOT_USABLE' && code !== 'TOO_MANY_ATTEMPTS');
  // One that is asked once more because its answer was lost counts twice.
  const isAtOnce = tills.unanswered === lost && codes.slice(0, FREE).includes('TOO_MANY_ATTEMPTS');
  if (isTold || isAtOnce || !codes.includes('TOO_MANY_ATTEMPTS'))
    throw problem(told('who guesses', codes, 'slowed down and told nothing'));
  count({ refusal: { code: 'TOO_MANY_ATTEMPTS' } }, 'GUESS');
}
