import { startFailingReplicaSet } from '../support/special-servers.ts';
import { ServiceModel, type ModelSettings } from './service-model.ts';

/** What a run has to meet to have put the product to the test. */
const KNOWN = [
  ...['OPEN', 'CREDIT', 'DEBIT', 'REFUND', 'REVERSE', 'EXTEND', 'PURCHASE', 'SET_STATUS', 'CLAIM'],
  ...['BULK', 'REFERRAL', 'booked by the job', 'answer asked for again'],
  ...['WALLET_EXISTS', 'WALLET_FROZEN', 'WALLET_SUSPENDED', 'INSUFFICIENT_FUNDS', 'AMOUNT_OUT_OF_RANGE'],
  ...['WALLET_LIMIT_EXCEEDED', 'TOO_MANY_LOTS', 'EXPIRES_IN_PAST', 'INVALID_INPUT', 'CREDIT_USED_UP'],
  ...['REFUND_EXCEEDS_DEBIT', 'REWARD_ALREADY_CLAIMED', 'IDEMPOTENCY_CONFLICT'],
  ...['REFERRAL_ALREADY_APPLIED', 'REFERRAL_WINDOW_CLOSED'],
  ...['rival DEBIT', 'rival INSUFFICIENT_FUNDS', 'rival REFUND_EXCEEDS_DEBIT', 'rival WALLET_FROZEN'],
];
/** Interleavings differ from run to run, so the rarest of them are met ten times on average at least. */
const OFTEN = 3;

/** Runs the model on a replica set of its own; answers what went wrong or was not met often enough. */
export async function whatFails(settings: Omit<ModelSettings, 'at'>): Promise<string[]> {
  const server = await startFailingReplicaSet();
  try {
    const model = await ServiceModel.open({ ...settings, at: { uri: server.uri, name: 'model' } });
    try {
      await model.run();
    } finally {
      await model.close();
    }
    const rare = KNOWN.filter((outcome) => (model.outcomes.get(outcome) ?? 0) < OFTEN);
    const died = model.outcomes.get('process died') ?? 0;
    return [
      ...rare.map((outcome) => `${outcome}: met fewer than ${OFTEN} times`),
      ...(died < 2 ? ['processes died fewer than twice'] : []),
      ...(model.outcomes.get('primary elected anew') ? [] : ['no primary was elected anew']),
      ...(model.commands < settings.commands ? ['it ended early'] : []),
    ];
  } finally {
    await server.stop();
  }
}
