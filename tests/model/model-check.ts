import { startFailingReplicaSet } from '../support/special-servers.ts';
import { ServiceModel, type ModelSettings } from './service-model.ts';

/** What a run has to meet to have put the product to the test. */
const KNOWN = [
  ...['OPEN', 'CREDIT', 'DEBIT', 'REFUND', 'REVERSE', 'EXTEND', 'PURCHASE', 'SET_STATUS', 'CLAIM'],
  ...['REWARD', 'REWARD_CHANGE', 'REWARD_EXHAUSTED'],
  ...['PLACE_HOLD', 'CAPTURE_HOLD', 'RELEASE_HOLD', 'HOLD_ENDED', 'HOLD_EXPIRED', 'HOLD_EXCEEDED'],
  ...['QUOTE_CHANGED', 'rival CAPTURE_HOLD', 'rival HOLD_ENDED'],
  ...['BULK', 'REFERRAL', 'TOP_UP', 'booked by the job', 'answer asked for again'],
  ...['WALLET_EXISTS', 'WALLET_FROZEN', 'WALLET_SUSPENDED', 'INSUFFICIENT_FUNDS', 'AMOUNT_OUT_OF_RANGE'],
  ...['TOO_MANY_LOTS', 'EXPIRES_IN_PAST', 'INVALID_INPUT', 'CREDIT_USED_UP'],
  ...['REFUND_EXCEEDS_DEBIT', 'REWARD_ALREADY_CLAIMED', 'IDEMPOTENCY_CONFLICT'],
  ...['rival DEBIT', 'rival INSUFFICIENT_FUNDS'],
  ...['approval APPROVED', 'approval REFUSED', 'file DONE', 'list APPROVED'],
  ...['CAMPAIGN', 'CAMPAIGN_CHANGE', 'CAMPAIGN_ENDED', 'CAMPAIGN_NOT_RUNNING'],
  ...['VOUCHER', 'VOUCHER_USED', 'CODE_NOT_USABLE', 'TOO_MANY_ATTEMPTS'],
  ...['CARDS', 'CARD_PURCHASE', 'CARD_LOOK', 'CARD_CLAIM', 'CARD_REISSUE', 'CARD_CANCEL', 'GIFT_CARD_ENDED'],
  ...['card paid: approve', 'card among rivals', 'card: dispute'],
  ...['ORDER', 'ORDER_BANK approve', 'ORDER_PAY', 'ORDER_CANCEL', 'ORDER_REFUND', 'CHECKOUT_ENDED'],
  ...['order ended PAID', 'order ended EXPIRED', 'order ended CANCELLED', 'order paid with several means'],
  ...['order among rivals: ORDER', 'order among rivals: CHECKOUT_ENDED'],
];
/** What only a long run can be expected to meet. */
const RARE = [
  ...['WALLET_LIMIT_EXCEEDED', 'REFERRAL_ALREADY_APPLIED', 'REFERRAL_WINDOW_CLOSED'],
  ...['REWARD_NOT_ACTIVE', 'REWARD_NOT_YET_VALID', 'REWARD_EXPIRED', 'MINIMUM_PURCHASE_NOT_MET'],
  ...['rival REFUND_EXCEEDS_DEBIT', 'rival WALLET_FROZEN'],
  ...['TOO_MANY_HOLDS', 'VOUCHER_NOT_FOR_YOU', 'CAMPAIGN_OWN', 'LIMIT_REACHED', 'BUYING_LIMIT_REACHED'],
  ...['card expired', 'card paid: decline', 'card paid: wrong-amount', 'GIFT_CARD_STOPPED'],
  ...['card: win', 'card: lose', 'card: refund'],
  ...['CHECKOUT_OPEN', 'NOT_REFUNDABLE', 'PAYMENT_CONFIRMING', 'ORDER beside CLAIM'],
  ...['ORDER_BANK decline', 'ORDER_BANK wrong-amount', 'ORDER_BANK delay', 'order ended FAILED'],
  ...['ORDER: dispute', 'ORDER: win', 'ORDER: lose', 'ORDER: refund', 'ORDER: refund-half'],
  ...['order ended PAID, late', 'payment of an order put aside: CHECKOUT_ENDED'],
  ...['payment of an order put aside: AMOUNT_MISMATCH', 'order among rivals: ORDER_REFUND'],
  ...['payment put aside: CREDITED', 'payment put aside: DISMISSED'],
  ...[
    'approval CHANGED',
    'approval WITHDRAWN',
    'approval PENDING',
    'file STOPPED',
    'file approved',
    'list REFUSED',
  ],
];
const LONG_RUN = 100_000;
/** Interleavings differ from run to run, so the rarest of a long run are met ten times on average at least. */
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
    return notMet(model, settings.commands);
  } finally {
    await server.stop();
  }
}

/** What a run of so many commands should have met and did not. */
export function notMet({ outcomes, commands }: ServiceModel, asked: number): string[] {
  const isLong = asked >= LONG_RUN;
  const least = isLong ? OFTEN : 1;
  const expected = isLong ? [...KNOWN, ...RARE] : KNOWN;
  const rare = expected.filter((outcome) => (outcomes.get(outcome) ?? 0) < least);
  return [
    ...rare.map((outcome) => `${outcome}: met fewer than ${least} times`),
    ...((outcomes.get('process died') ?? 0) < 2 ? ['processes died fewer than twice'] : []),
    ...(outcomes.get('primary elected anew') ? [] : ['no primary was elected anew']),
    ...(commands < asked ? ['it ended early'] : []),
  ];
}
