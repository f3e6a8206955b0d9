import type { ActName } from '../../domain/act.ts';
import type { PaymentReview } from '../../domain/payment-review.ts';
import type { App } from '../app.ts';
import { logAct, type Logged } from './audit-log.ts';

const ENDING: ReadonlySet<ActName> = new Set([
  'creditReview',
  'refundReview',
  'dismissReview',
  'settleReview',
]);
/** As often can one review be acted on, and a little more. */
const MOST_ACTS = 100;

/** The act by which a review ended; null while it is open, and where it ended before such acts were written. */
export async function findOutcome(app: App, { id, ending }: PaymentReview): Promise<Logged | null> {
  if (!ending) return null;
  const all = { beyond: null, from: null, to: null, limit: MOST_ACTS };
  const acts = await app.stores.acts.stretch({ about: { kind: 'PAYMENT_REVIEW', id } }, all);
  const last = acts.find(({ act }) => ENDING.has(act));
  return last ? logAct(last) : null;
}
