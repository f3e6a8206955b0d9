import {
  cardPartsOf,
  checkoutDebitId,
  checkoutHoldId,
  checkoutReleaseId,
  isOpenCheckout,
  type CardPart,
  type Checkout,
} from '../domain/checkout.ts';
import { cardEntryId, type CardEntry, type CardHold } from '../domain/gift-card/card-entries.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** The entries that a checkout has made, or may have made, in the journals of its cards. */
export function cardEntryIdsOf(checkout: Checkout): string[] {
  const { id } = checkout;
  const names = [checkoutHoldId(id, false), checkoutDebitId(id), checkoutReleaseId(id)];
  return cardPartsOf(checkout).flatMap(({ cardId, holdId }) => [
    holdId,
    ...names.map((name) => cardEntryId(cardId, name)),
  ]);
}

/** I45: each part of a checkout that a card pays was held on the card, and ended as the checkout did. */
export function cardPartFault(checkout: Checkout, entries: ReadonlyMap<string, CardEntry>): string | null {
  const { id, status } = checkout;
  for (const { cardId, holdId, amount } of cardPartsOf(checkout)) {
    const hold = entries.get(holdId);
    if (hold?.kind !== 'HOLD' || hold.checkoutId !== id) return `there is no hold ${holdId}`;
    if (hold.amount !== amount)
      return `gift card ${cardId} is to give ${rupees(amount)}, its hold ${rupees(hold.amount)}`;
    const debit = entries.get(cardEntryId(cardId, checkoutDebitId(id)));
    const isCaptured = debit?.kind === 'DEBIT' && debit.holdId === holdId;
    if (isCaptured !== (status === 'PAID'))
      return `it is ${status}, and its part of gift card ${cardId} was ${isCaptured ? '' : 'not '}captured`;
    const release = entries.get(cardEntryId(cardId, checkoutReleaseId(id)));
    const isReleased = release?.kind === 'RELEASE' && release.holdId === holdId;
    if (isReleased !== (status !== 'PAID' && !isOpenCheckout(checkout)))
      return `it is ${status}, and its part of gift card ${cardId} was ${isReleased ? '' : 'not '}given back`;
  }
  return null;
}

/** What cards have paid of a checkout, in paise. */
export function capturedOfCards({ id, parts }: Checkout, entries: ReadonlyMap<string, CardEntry>): bigint {
  return cardPartsOf({ parts }).reduce((total, { cardId }) => {
    const debit = entries.get(cardEntryId(cardId, checkoutDebitId(id)));
    return debit?.kind === 'DEBIT' ? total + debit.amount : total;
  }, 0n);
}

/** I45, the other way round: what is held of a card, or was, is of a checkout that knows it. */
export async function checkCardHolds(
  holds: readonly CardHold[],
  snapshot: AuditSnapshot,
  findings: Findings,
): Promise<void> {
  if (holds.length === 0) return;
  const checkouts = await snapshot.checkoutsById(holds.map(({ checkoutId }) => checkoutId));
  findings.checked('I45', holds.length);
  for (const { id: entry, cardId: record, checkoutId, customerId } of holds) {
    const checkout = checkouts.get(checkoutId);
    const isOfIt = ({ cardId }: CardPart) => cardId === record;
    if (checkout?.walletId === customerId && cardPartsOf(checkout).some(isOfIt)) continue;
    const problem = checkout
      ? `checkout ${checkoutId} has no such part`
      : `there is no checkout ${checkoutId}`;
    findings.violated('I45', { record, entry }, problem);
  }
}
