import {
  cardPartsOf,
  checkoutCreditId,
  checkoutRefundId,
  type Checkout,
  type CheckoutRefund,
} from '../domain/checkout.ts';
import { splitAmount } from '../domain/checkout-refund.ts';
import { cardEntryId, type CardEntry, type CardRefund } from '../domain/gift-card/card-entries.ts';
import { sum, type Paise } from '../domain/money.ts';
import type { TopUp } from '../domain/top-up.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** What the refunds of a checkout are looked at beside. */
interface Beside {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly cardEntries: ReadonlyMap<string, CardEntry>;
  readonly payments: ReadonlyMap<string, TopUp>;
}

/** One movement that a refund stands for. */
interface Due {
  readonly entryId: string;
  /** In paise. */
  readonly amount: Paise;
  readonly where: 'WALLET' | 'CREDIT' | 'CARD';
}

/** The entries that refunds of a checkout have made in the journals of wallets. */
export function refundEntryIdsOf(checkout: Checkout): string[] {
  return dueOf(checkout).flatMap(({ entryId, where }) => (where === 'CARD' ? [] : entryId));
}

/** And in the journals of cards. */
export function cardRefundIdsOf(checkout: Checkout): string[] {
  return dueOf(checkout).flatMap(({ entryId, where }) => (where === 'CARD' ? entryId : []));
}

/** I47: what a checkout says that it gave back left it once by each means, and no more of one than that paid. */
export function refundFault(checkout: Checkout, { entries, cardEntries, payments }: Beside): string | null {
  const { status, refunds = [], paymentId } = checkout;
  const payment = paymentId === null ? undefined : payments.get(paymentId);
  const astray = sourceFault(checkout, payment);
  if (astray) return astray;
  if (refunds.length > 0 && status !== 'PAID') return `it is ${status}, and was given back`;
  const uneven = refunds.find((refund) => splitAmount(refund) !== refund.amount);
  if (uneven) return `${rupees(uneven.amount)} was given back, by its parts ${rupees(splitAmount(uneven))}`;
  for (const { entryId, amount, where } of dueOf(checkout)) {
    const entry = where === 'CARD' ? cardEntries.get(entryId) : entries.get(entryId);
    const given = entry?.kind === (where === 'CREDIT' ? 'CREDIT' : 'REFUND') ? entry.amount : 0n;
    if (given !== amount) return `it gave back ${rupees(amount)}, its entry ${entryId} ${rupees(given)}`;
  }
  for (const { cardId, amount } of cardPartsOf(checkout)) {
    const parts = refunds.flatMap(({ toCards }) => toCards.filter((part) => part.cardId === cardId));
    const given = sum(parts.map((part) => part.amount));
    if (given > amount) return `gift card ${cardId} paid ${rupees(amount)} and got ${rupees(given)} back`;
  }
  return null;
}

/** I47, the other way round: no card has more than what a checkout gave back. */
export async function checkCardRefunds(
  back: readonly CardRefund[],
  snapshot: AuditSnapshot,
  findings: Findings,
): Promise<void> {
  if (back.length === 0) return;
  const checkouts = await snapshot.checkoutsById(back.map(({ checkoutId }) => checkoutId));
  findings.checked('I47', back.length);
  for (const { id: entry, cardId: record, checkoutId } of back) {
    const checkout = checkouts.get(checkoutId);
    if (checkout && cardRefundIdsOf(checkout).includes(entry)) continue;
    findings.violated('I47', { record, entry }, unknownTo(checkoutId));
  }
}

/** And no wallet. */
export function backFault(
  entryId: string,
  checkoutId: string,
  checkout: Checkout | undefined,
): string | null {
  return checkout && refundEntryIdsOf(checkout).includes(entryId) ? null : unknownTo(checkoutId);
}

function unknownTo(checkoutId: string): string {
  return `checkout ${checkoutId} gave nothing back by it`;
}

function sourceFault(checkout: Checkout, payment: TopUp | undefined): string | null {
  const sent = payment?.refunds ?? [];
  const asked = numbered(checkout).filter(({ refund }) => refund.toSource > 0n);
  for (const { id, refund } of asked) {
    const found = sent.find(({ holdId }) => holdId === id);
    if (found?.amount !== refund.toSource)
      return `${rupees(refund.toSource)} was to go to its source, by its payment ${rupees(found?.amount ?? 0n)}`;
  }
  if (sent.length !== asked.length)
    return `its payment was sent back ${sent.length} times, by its refunds ${asked.length}`;
  const given = sum(sent.filter(({ status }) => status !== 'FAILED').map(({ amount }) => amount));
  const paid = sum((payment?.payments ?? []).map(({ amount }) => amount));
  return given > paid ? `${rupees(paid)} was collected for it and ${rupees(given)} sent back` : null;
}

function dueOf(checkout: Checkout): Due[] {
  return numbered(checkout).flatMap(({ id, n, refund: { toCards, toWallet } }): Due[] => [
    ...(toWallet > 0n ? [{ entryId: id, amount: toWallet, where: 'WALLET' as const }] : []),
    ...toCards.map(({ cardId, amount, into }, index): Due => {
      if (into === 'CARD') return { entryId: cardEntryId(cardId, id), amount, where: 'CARD' };
      return { entryId: checkoutCreditId(checkout.id, n, index + 1), amount, where: 'CREDIT' };
    }),
  ]);
}

function numbered({
  id,
  refunds = [],
}: Checkout): { readonly id: string; readonly n: number; readonly refund: CheckoutRefund }[] {
  return refunds.map((refund, index) => ({ id: checkoutRefundId(id, index + 1), n: index + 1, refund }));
}
