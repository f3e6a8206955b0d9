import fc from 'fast-check';
import { propertySeed } from '../support/seed.ts';
import { commandStory, type CommandStory } from './command-stories.ts';
import { StoryRunner, type Outcomes } from './story-runner.ts';

const outcomes: Outcomes = new Map();
const stories = fc.property(commandStory, (story) => new StoryRunner(story, outcomes).run(story.steps));
let result: fc.RunDetails<[CommandStory]>;

beforeAll(() => {
  result = fc.check(stories, { seed: propertySeed, numRuns: 1_900 });
}, 120_000);

it('holds every law and agrees with the naive model after each of at least 100,000 commands', () => {
  if (result.failed) throw new Error(fc.defaultReportMessage(result), { cause: result.errorInstance });
  expect(outcomes.get('command')).toBeGreaterThanOrEqual(100_000);
});

it('meets every refusal and every turn of a refund often enough to have put it to the test', () => {
  const known = [
    ...['OPEN', 'CREDIT', 'DEBIT', 'REFUND', 'EXPIRY', 'REVERSAL', 'STATUS', 'EXTENSION', 'PURCHASE'],
    ...['WALLET_EXISTS', 'WALLET_NOT_FOUND', 'WALLET_FROZEN', 'WALLET_SUSPENDED', 'INSUFFICIENT_FUNDS'],
    ...['AMOUNT_OUT_OF_RANGE', 'WALLET_LIMIT_EXCEEDED', 'TOO_MANY_LOTS', 'EXPIRES_IN_PAST', 'INVALID_INPUT'],
    ...[
      'DEBIT_NOT_FOUND',
      'REFUND_EXCEEDS_DEBIT',
      'TOO_MANY_REFUNDS',
      'debit for a reported order',
      'CREDIT_NOT_FOUND',
      'CREDIT_USED_UP',
    ],
    ...['reversal in part', 'clock set back'],
    ...['several draws', 'several restores', 'several expiries at once'],
    ...['open lot refilled', 'used-up lot opened again', 'new lot for an expired one'],
  ];
  expect(known.filter((outcome) => (outcomes.get(outcome) ?? 0) < 100)).toEqual([]);
  const rare = ['reversal of several lots', 'extension of several lots'];
  expect(rare.filter((outcome) => (outcomes.get(outcome) ?? 0) < 20)).toEqual([]);
});
