import fc from 'fast-check';
import { propertySeed } from '../support/seed.ts';
import { commandStory, type CommandStory } from './command-stories.ts';
import { StoryRunner, type Outcomes } from './story-runner.ts';

const outcomes: Outcomes = new Map();
const stories = fc.property(commandStory, (story) => new StoryRunner(story, outcomes).run(story.steps));
let result: fc.RunDetails<[CommandStory]>;

beforeAll(() => {
  result = fc.check(stories, { seed: propertySeed, numRuns: 2_400 });
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
    ...['HOLD', 'captured', 'release: RELEASED', 'release: EXPIRED', 'release: REST', 'given back too late'],
    ...['HOLD_NOT_FOUND', 'HOLD_ENDED', 'HOLD_EXPIRED', 'HOLD_EXCEEDED', 'TOO_MANY_HOLDS', 'QUOTE_CHANGED'],
    ...['reversal in part', 'clock set back'],
    ...['several draws', 'several restores', 'several expiries at once'],
    ...['open lot refilled', 'used-up lot opened again', 'new lot for an expired one'],
  ];
  expect(known.filter((outcome) => (outcomes.get(outcome) ?? 0) < 90)).toEqual([]);
  const rare = ['reversal of several lots', 'extension of several lots', 'extension of held credits'];
  const ofHolds = [
    'capture after the lot had ended',
    'capture for a reported order',
    'reversal beside a hold',
  ];
  expect([...rare, ...ofHolds].filter((outcome) => (outcomes.get(outcome) ?? 0) < 8)).toEqual([]);
});
