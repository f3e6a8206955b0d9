import { propertySeed } from '../support/seed.ts';
import { startFailingReplicaSet, type SpecialServer } from '../support/special-servers.ts';
import { ServiceModel } from './service-model.ts';

const COMMANDS = 200_000;

let server: SpecialServer;
beforeAll(async () => (server = await startFailingReplicaSet()));
afterAll(() => server.stop());

it('answers 200,000 commands as the naive model does, whatever happens to processes, connections and clocks', async () => {
  const at = { uri: server.uri, name: 'model' };
  const model = await ServiceModel.open({ at, seed: propertySeed, commands: COMMANDS });
  try {
    await model.run();
  } finally {
    await model.close();
  }
  expect(model.commands).toBeGreaterThanOrEqual(COMMANDS);
  const known = [
    ...['OPEN', 'CREDIT', 'DEBIT', 'REFUND', 'REVERSE', 'EXTEND', 'PURCHASE', 'SET_STATUS', 'CLAIM'],
    ...['BULK', 'REFERRAL', 'booked by the job', 'answer asked for again'],
    ...['WALLET_EXISTS', 'WALLET_FROZEN', 'WALLET_SUSPENDED', 'INSUFFICIENT_FUNDS', 'AMOUNT_OUT_OF_RANGE'],
    ...['WALLET_LIMIT_EXCEEDED', 'TOO_MANY_LOTS', 'EXPIRES_IN_PAST', 'INVALID_INPUT', 'CREDIT_USED_UP'],
    ...['REFUND_EXCEEDS_DEBIT', 'REWARD_ALREADY_CLAIMED', 'IDEMPOTENCY_CONFLICT'],
    ...['REFERRAL_ALREADY_APPLIED', 'REFERRAL_CODE_UNKNOWN', 'REFERRAL_WINDOW_CLOSED'],
    ...['rival DEBIT', 'rival INSUFFICIENT_FUNDS', 'rival REFUND_EXCEEDS_DEBIT', 'rival WALLET_FROZEN'],
  ];
  expect(known.filter((outcome) => (model.outcomes.get(outcome) ?? 0) < 20)).toEqual([]);
  expect(model.outcomes.get('process died')).toBeGreaterThan(3);
}, 1_200_000);
