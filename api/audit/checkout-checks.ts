import {
  checkoutDebitId,
  checkoutHoldId,
  checkoutOf,
  checkoutOrderId,
  checkoutReleaseId,
  isOpenCheckout,
  walletPartOf,
  type Checkout,
  type CheckoutOrder,
} from '../domain/checkout.ts';
import type { CardEntry } from '../domain/gift-card/card-entries.ts';
import { sum } from '../domain/money.ts';
import type { TopUp } from '../domain/top-up.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import { releaseEntryId } from '../domain/wallet/entry-id.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import { capturedOfCards, cardEntryIdsOf, cardPartFault } from './card-spending-checks.ts';
import { cardRefundIdsOf, refundEntryIdsOf, refundFault } from './checkout-refund-checks.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** What a checkout is looked at beside. */
interface Beside {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly cardEntries: ReadonlyMap<string, CardEntry>;
  readonly payments: ReadonlyMap<string, TopUp>;
  readonly order: CheckoutOrder | undefined;
}

/** I39, I40, I45 and I47: checkouts beside their holds, debits and payments. That these have their checkout is looked at from them. */
export async function checkCheckouts(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.checkouts()) {
    findings.shapes(page);
    const checkouts = page.flatMap(({ value }) => value ?? []);
    const [entries, cardEntries, payments, orders] = await Promise.all([
      snapshot.entriesById(checkouts.flatMap((each) => [...entryIdsOf(each), ...refundEntryIdsOf(each)])),
      snapshot.cardEntriesById(
        checkouts.flatMap((each) => [...cardEntryIdsOf(each), ...cardRefundIdsOf(each)]),
      ),
      snapshot.topUpsById(checkouts.flatMap(({ paymentId }) => paymentId ?? [])),
      snapshot.checkoutOrdersById(
        checkouts.map(({ walletId, orderId }) => checkoutOrderId(walletId, orderId)),
      ),
    ]);
    findings.checked('I39', checkouts.length);
    findings.checked('I40', checkouts.length);
    findings.checked('I45', checkouts.length);
    findings.checked('I47', checkouts.length);
    for (const checkout of checkouts) {
      const order = orders.get(checkoutOrderId(checkout.walletId, checkout.orderId));
      const [astray, unpaid, ofCards, back] = [
        holdFault(checkout, entries),
        moneyFault(checkout, { entries, cardEntries, payments, order }),
        cardPartFault(checkout, cardEntries),
        refundFault(checkout, { entries, cardEntries, payments }),
      ];
      if (astray) findings.violated('I39', { record: checkout.id }, astray);
      if (unpaid) findings.violated('I40', { record: checkout.id }, unpaid);
      if (ofCards) findings.violated('I45', { record: checkout.id }, ofCards);
      if (back) findings.violated('I47', { record: checkout.id }, back);
    }
  }
}

/** I39, the other way round: that what a journal or a payment says of a checkout is so. */
export function claimFault(
  sourceId: string,
  isDebit: boolean,
  checkout: Checkout | undefined,
): string | null {
  const id = checkoutOf(sourceId);
  if (!checkout) return `there is no checkout ${id ?? ''}`;
  return isDebit && checkout.status !== 'PAID' ? `checkout ${id ?? ''} is ${checkout.status}` : null;
}

function entryIdsOf({ id, walletId, parts }: Checkout): string[] {
  const holds = [checkoutHoldId(id, false), checkoutHoldId(id, true)];
  const ends = [checkoutDebitId(id), checkoutReleaseId(id)];
  return walletPartOf({ parts }) === null
    ? []
    : [...holds, ...ends, ...holds.map((hold) => releaseEntryId(walletId, hold))];
}

function holdFault(
  { id, walletId, orderId, status, parts, expiresAt }: Checkout,
  entries: Beside['entries'],
) {
  const debit = entries.get(checkoutDebitId(id));
  for (const { kind, holdId, amount } of parts) {
    if (kind !== 'WALLET') continue;
    const hold = entries.get(holdId);
    if (hold?.kind !== 'HOLD' || checkoutOf(holdId) !== id) return `there is no hold ${holdId}`;
    if (hold.amount !== amount || hold.orderId !== orderId)
      return `it is to give ${rupees(amount)} for order ${orderId}, its hold ${rupees(hold.amount)} for ${hold.orderId ?? 'none'}`;
    const isReleased = [checkoutReleaseId(id), releaseEntryId(walletId, holdId)].some((end) =>
      entries.has(end),
    );
    const isAgain = holdId === checkoutHoldId(id, true);
    if (status === 'PAID') {
      if (debit?.kind !== 'DEBIT' || debit.holdId !== holdId)
        return `it is PAID, and its hold was not captured`;
      continue;
    }
    if (debit) return `it is ${status}, and its hold was captured`;
    if (isAgain) return `it is ${status}, and was held once more`;
    if (!isOpenCheckout({ status }) && !isReleased) return `it is ${status}, and its hold was not given back`;
    if (isOpenCheckout({ status }) && hold.deadline !== expiresAt) return 'its hold has another deadline';
  }
  return null;
}

function moneyFault(checkout: Checkout, { entries, cardEntries, payments, order }: Beside): string | null {
  const { id, status, total, parts, toPay, paymentId, ending } = checkout;
  const held = sum(parts.map(({ amount }) => amount));
  if (held + toPay !== total) return `it comes to ${rupees(total)}, its parts to ${rupees(held + toPay)}`;
  if (isOpenCheckout(checkout) !== (ending === null))
    return `it is ${status} and has ${ending ? '' : 'not '}ended`;
  if (!order) return 'its order knows nothing of it';
  if (order.checkoutId === id ? order.status !== status : isOpenCheckout(checkout) || status === 'PAID')
    return `its order is ${order.status} by checkout ${order.checkoutId}`;
  if (status !== 'PAID') return null;
  const debit = entries.get(checkoutDebitId(id));
  const captured = (debit?.kind === 'DEBIT' ? debit.amount : 0n) + capturedOfCards(checkout, cardEntries);
  const payment = paymentId === null ? undefined : payments.get(paymentId);
  const paid = payment?.checkout?.id === id ? sum(payment.payments.map(({ amount }) => amount)) : 0n;
  return captured + paid === total
    ? null
    : `it is PAID with ${rupees(total)}, ${rupees(captured)} were captured and ${rupees(paid)} collected`;
}
