import type { Actor } from './actor.ts';
import type { Instant } from './calendar.ts';
import type { CheckoutStatus, EndedCheckout } from './checkout-status.ts';
import { cardEntryId } from './gift-card/card-entries.ts';
import type { GiftCard } from './gift-card/gift-card.ts';
import { hasRoom } from './kept-keys.ts';
import { smaller, sum, type Paise } from './money.ts';
import type { UsedKey } from './payment-review.ts';
import type { Policy } from './policy.ts';
import type { Refusal } from './refusal.ts';
import { mustBeWithin } from './wallet/checks.ts';
import { entryIdOf, nameWithin, walletIdOf } from './wallet/entry-id.ts';

/** How much of an order credits are to pay. */
export type CreditsUse = 'ALL' | 'AMOUNT' | 'NONE';

/** What a means other than the payment gives: it is held while the checkout is open, and captured or released as that ends. */
export interface WalletPart {
  readonly kind: 'WALLET';
  /** In paise. */
  readonly amount: Paise;
  /** The hold that keeps it, or kept it last. */
  readonly holdId: string;
}
export interface CardPart extends Omit<WalletPart, 'kind'> {
  readonly kind: 'GIFT_CARD';
  readonly cardId: string;
  /** The last four symbols that its code had: what people know the card by. */
  readonly lastFour: string;
}
export type CheckoutPart = WalletPart | CardPart;

/** An order that is paid with several means, all of them or none (product rule 18). */
export interface Checkout {
  /** The wallet's id, a colon and the digest of the idempotency key. */
  readonly id: string;
  readonly walletId: string;
  /** Counts the changes; the guard of every write. */
  readonly version: number;
  readonly orderId: string;
  readonly status: CheckoutStatus;
  /** What the order comes to, in paise: the parts and what is left to pay. */
  readonly total: Paise;
  readonly parts: readonly CheckoutPart[];
  readonly toPay: Paise;
  /** The payment by which the rest is to be paid, or was; null where none was begun. */
  readonly paymentId: string | null;
  /** How many payments were begun for it, each with another way to pay. */
  readonly payments: number;
  readonly startedBy: Actor;
  /** Where in the shop the customer goes back to; null where nowhere. */
  readonly returnUrl: string | null;
  readonly ending: CheckoutEnding | null;
  /** When it ends by itself. What it holds has the same deadline. */
  readonly expiresAt: Instant;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Fingerprint of what was asked for. */
  readonly intent: string;
  /** The keys under which somebody acted on it since. */
  readonly keys: readonly UsedKey[];
  /** The link by which its customer pays it without signing in. Left out while there was none. */
  readonly link?: CheckoutLink;
  /** What was given back since it was paid, oldest first. Left out while nothing was. */
  readonly refunds?: readonly CheckoutRefund[];
}

/** A link that is good once, as long as its checkout is open. Each takes the place of the one before. */
export interface CheckoutLink {
  /** Which one it is, from 1. */
  readonly n: number;
  /** What its secret is known by, and the key that it was made with; the secret itself is nowhere. */
  readonly knownBy: string;
  readonly keyId: string;
  /** Null until somebody came by it. */
  readonly usedAt: Instant | null;
}

/** What was given back of a paid checkout at once, and by which means (product rule 18). Amounts are in paise. */
export interface CheckoutRefund extends CheckoutSplit {
  readonly amount: Paise;
  readonly reason: string;
  readonly by: Actor;
  readonly at: Instant;
  /** The digest of the idempotency key, and the fingerprint of what was asked for under it. */
  readonly key: string;
  readonly intent: string;
}

/** Where an amount goes back to. What none of a means goes back to is 0, or no card. */
export interface CheckoutSplit {
  /** To where the payment came from. */
  readonly toSource: Paise;
  readonly toCards: readonly BackOfCard[];
  /** To the credits that were drawn. */
  readonly toWallet: Paise;
}

/** What goes back of the part that a card paid. */
export interface BackOfCard {
  readonly cardId: string;
  readonly amount: Paise;
  /** WALLET: nobody holds the card any more, so that who paid with it has it as a credit. */
  readonly into: 'CARD' | 'WALLET';
}

export interface CheckoutEnding {
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string | null;
}

/** Which checkout of an order is the latest, and how that stands: an order has one at a time. */
export interface CheckoutOrder {
  /** The wallet's id, a colon and the order's. */
  readonly id: string;
  readonly version: number;
  readonly checkoutId: string;
  readonly status: CheckoutStatus;
  /** When it came to stand so. */
  readonly since: Instant;
}

/** As many ways to pay are tried at most, and as many keys are kept. */
export const MOST_PAYMENTS = 20;
export const MOST_KEYS_OF_CHECKOUT = 50;
/** And as many gift cards pay one. */
export const MOST_CARDS_OF_CHECKOUT = 5;

/** So many refunds has a checkout at most; the last of them gives all that is left, as with a debit. */
export const MOST_REFUNDS_OF_CHECKOUT = 50;

/** Names what is kept of an order of a customer's. */
export function checkoutOrderId(walletId: string, orderId: string): string {
  return entryIdOf(walletId, orderId);
}

/*
 * What a checkout writes into a journal has names made of its own, which no idempotency key makes: so each of these can be there
 * once, and whoever meets one knows whose it is.
 */

/** The entry that holds its credits, and in the journal of a card the name of that which holds its part; another where they are held once more for a payment that came after its end. */
export function checkoutHoldId(checkoutId: string, isAgain: boolean): string {
  return named(isAgain ? 'checkout-again' : 'checkout', checkoutId);
}

/** The debit by which its credits are captured. */
export function checkoutDebitId(checkoutId: string): string {
  return named('checkout-paid', checkoutId);
}

/** The release by which they are given back before their deadline. */
export function checkoutReleaseId(checkoutId: string): string {
  return named('checkout-ended', checkoutId);
}

/** The entry by which refund number `n`, from 1, gives back credits of it or, in the journal of a card, what that paid. */
export function checkoutRefundId(checkoutId: string, n: number): string {
  return named(`checkout-refund-${n}`, checkoutId);
}

/** The credit that stands for what its card number `place`, from 1, would get back by that refund, where nobody holds the card. */
export function checkoutCreditId(checkoutId: string, n: number, place: number): string {
  return named(`checkout-credit-${n}-${place}`, checkoutId);
}

/** The entries of its wallet that its refund number `n`, from 1, has written: what came back of credits, and for cards that nobody holds. */
export function checkoutRefundEntries({ id, refunds = [] }: Checkout, n: number): string[] {
  const refund = refunds[n - 1];
  if (!refund) return [];
  const credits = refund.toCards.flatMap(({ into }, index) =>
    into === 'WALLET' ? checkoutCreditId(id, n, index + 1) : [],
  );
  return [...(refund.toWallet > 0n ? [checkoutRefundId(id, n)] : []), ...credits];
}

/** The record of its payment number `n`, from 1. */
export function checkoutPaymentId(checkoutId: string, n: number): string {
  return named(`checkout-payment-${n}`, checkoutId);
}

/** The checkout that an entry of this id is of; null where it is of none. */
export function checkoutOf(entryId: string): string | null {
  const name = /^checkout(?:-again|-paid|-ended|-refund-\d+|-credit-\d+-\d+)?:(.+)$/.exec(
    nameWithin(entryId),
  )?.[1];
  return name === undefined ? null : entryIdOf(walletIdOf(entryId), name);
}

/** What a checkout holds ends with that alone, or an order would be paid in part. */
export function mustStandAlone(holdId: string): Refusal | null {
  if (checkoutOf(holdId) === null) return null;
  const problem = 'This hold is part of a checkout, and ends with that: cancel the checkout instead.';
  return { code: 'INVALID_INPUT', field: 'holdId', problem };
}

function named(what: string, checkoutId: string): string {
  return entryIdOf(walletIdOf(checkoutId), `${what}:${nameWithin(checkoutId)}`);
}

/** What of it cards pay. */
export function cardPartsOf({ parts }: Pick<Checkout, 'parts'>): CardPart[] {
  return parts.filter((part) => part.kind === 'GIFT_CARD');
}

/** What of it credits pay; null where they pay nothing. */
export function walletPartOf({ parts }: Pick<Checkout, 'parts'>): WalletPart | null {
  return parts.find((part) => part.kind === 'WALLET') ?? null;
}

/**
 * What gift cards give to an order of `total`, in paise: each all that is left on it as long as something is to be paid, the one
 * that ends soonest first. Less than there is where the rest would be too small to be paid.
 */
export function cardsFor(
  cards: readonly GiftCard[],
  total: Paise,
  { checkouts }: Policy,
): { readonly card: GiftCard; readonly amount: Paise }[] {
  const there = sum(cards.map(({ remaining }) => remaining));
  let left = there >= total ? total : smaller(there, total - checkouts.minPayment);
  return cards
    .toSorted((a, b) => a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1))
    .flatMap((card) => {
      const amount = smaller(card.remaining, left);
      if (amount <= 0n) return [];
      left -= amount;
      return [{ card, amount }];
    });
}

/** What of a checkout a card is to pay, in paise, with the hold that keeps it. */
export function partOfCard(checkoutId: string, { id: cardId, lastFour }: GiftCard, amount: Paise): CardPart {
  const holdId = cardEntryId(cardId, checkoutHoldId(checkoutId, false));
  return { kind: 'GIFT_CARD', amount, holdId, cardId, lastFour };
}

/** Whether it may still be paid as it is. */
export function isOpenCheckout({ status }: Pick<Checkout, 'status'>): boolean {
  return status === 'OPEN' || status === 'PAYING';
}

/**
 * What credits give to an order of `total`, in paise; nothing where they cannot give the least that an operation moves. With ALL
 * they give less than there is where the rest would be too small to be paid; an AMOUNT is as asked, or refused.
 */
export function creditsFor(
  { credits, amount }: { readonly credits: CreditsUse; readonly amount: Paise | null },
  total: Paise,
  balance: Paise,
  { operation, checkouts }: Policy,
): Paise | Refusal {
  if ((credits === 'AMOUNT') !== (amount !== null)) {
    const problem = 'Name an amount of credits where an AMOUNT is to be used, and only there.';
    return { code: 'INVALID_INPUT', field: 'amount', problem };
  }
  const most = total - checkouts.minPayment;
  const fits = (part: Paise) => part === total || part <= most;
  if (amount !== null) {
    const max = smaller(total, operation.max);
    const refusal = mustBeWithin(amount, { min: operation.min, max });
    if (refusal) return refusal;
    return fits(amount) ? amount : { code: 'AMOUNT_OUT_OF_RANGE', min: operation.min, max: most };
  }
  if (credits === 'NONE') return 0n;
  const there = smaller(smaller(balance, total), operation.max);
  const part = fits(there) ? there : most;
  return part < operation.min ? 0n : part;
}

/** An order may have another checkout once the one before came to nothing. */
export function mustBeFree(order: CheckoutOrder | undefined): Refusal | null {
  if (!order) return null;
  const { status, since } = order;
  if (isOpenCheckout(order)) return { code: 'CHECKOUT_OPEN', since };
  return status === 'PAID' ? { code: 'CHECKOUT_ENDED', status, since } : null;
}

/** Whether somebody may still act on it. */
export function mustBeOpen({ status, ending, expiresAt }: Checkout, now: Instant): Refusal | null {
  if (ending && status !== 'OPEN' && status !== 'PAYING')
    return { code: 'CHECKOUT_ENDED', status, since: ending.at };
  return now >= expiresAt ? { code: 'CHECKOUT_ENDED', status: 'EXPIRED', since: expiresAt } : null;
}

/** Acts on one are remembered by their keys, so they are not endless; room for so many others is left. */
export function mustHaveTries({ keys, payments }: Checkout, leaving = 1): Refusal | null {
  if (hasRoom(keys, MOST_KEYS_OF_CHECKOUT, { leaving }) && payments < MOST_PAYMENTS) return null;
  const problem = 'This was tried too often: cancel the checkout and start another.';
  return { code: 'INVALID_INPUT', field: 'checkoutId', problem };
}

/** The checkout with one more payment under way, in place of the one before. */
export function paying(checkout: Checkout, now: Instant): Checkout {
  const payments = checkout.payments + 1;
  const paymentId = checkoutPaymentId(checkout.id, payments);
  return changedCheckout(checkout, { status: 'PAYING', payments, paymentId }, now);
}

/** The checkout once it has ended. Only a payment that came late is an end after an end. */
export function endedCheckout(checkout: Checkout, status: EndedCheckout, ending: CheckoutEnding): Checkout {
  return changedCheckout(checkout, { status, ending }, ending.at);
}

export function changedCheckout(checkout: Checkout, changes: Partial<Checkout>, now: Instant): Checkout {
  return {
    ...checkout,
    ...changes,
    version: checkout.version + 1,
    updatedAt: Math.max(now, checkout.updatedAt),
  };
}
