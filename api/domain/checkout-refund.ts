import type { Instant } from './calendar.ts';
import {
  MOST_REFUNDS_OF_CHECKOUT,
  cardPartsOf,
  walletPartOf,
  type BackOfCard,
  type Checkout,
  type CheckoutSplit,
} from './checkout.ts';
import { cardAsOf, type GiftCard } from './gift-card/gift-card.ts';
import { STOPPED } from './gift-card/spend-card.ts';
import { smaller, sum, type Paise } from './money.ts';
import { claimedOf, type PaymentReview } from './payment-review.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { TopUp } from './top-up.ts';
import { mustBeSaid } from './wallet/checks.ts';

/** What each means paid of a checkout and what of that went back, or is on its way. */
export interface PaidMeans {
  /** Of what went back of it, `claimed` was not asked for here: the provider alone gave it back, or the bank takes it in a dispute. */
  readonly source: Means & { readonly claimed: Paise };
  readonly cards: readonly (Means & {
    readonly cardId: string;
    readonly into: BackOfCard['into'] | Refusal;
  })[];
  readonly wallet: Means;
}

/** In paise. `back` is from 0 to `paid`. */
interface Means {
  readonly paid: Paise;
  readonly back: Paise;
}

/** Where an amount goes back to, each in paise. */
export interface Ways {
  readonly toSource: Paise;
  readonly toGiftCards: Paise;
  readonly toWallet: Paise;
}

/** What counts besides what a checkout itself says. */
interface Beside {
  /** Those of its payment, which say what was claimed of that. */
  readonly reviews: readonly PaymentReview[];
  /** What was refunded of its debit, in paise. */
  readonly walletBack: Paise;
  readonly now: Instant;
}

/**
 * What paid a checkout and how far it went back. A refund to the source that failed gave nothing back; what was refunded of the
 * debit counts whoever refunded it, by the checkout or not, and so does what was claimed of the payment, which `reviews` tell.
 */
export function meansOf(
  checkout: Checkout,
  payment: Pick<TopUp, 'payments' | 'refunds'> | null,
  cards: ReadonlyMap<string, GiftCard | undefined>,
  { reviews, walletBack, now }: Beside,
): PaidMeans {
  const isPaid = checkout.status === 'PAID';
  const paidBy = (amount: Paise) => (isPaid ? amount : 0n);
  const sent = (payment?.refunds ?? []).filter(({ status }) => status !== 'FAILED');
  const back = (checkout.refunds ?? []).flatMap(({ toCards }) => toCards);
  const paid = paidBy(sum((payment?.payments ?? []).map(({ amount }) => amount)));
  const asked = sum(sent.map(({ amount }) => amount));
  // What is disputed after it went back is claimed twice, and taken once.
  const claimed = smaller(claimedOf(reviews, paid), leftOf({ paid, back: asked }));
  return {
    source: { paid, back: asked + claimed, claimed },
    cards: cardPartsOf(checkout).map(({ cardId, amount }) => ({
      ...{ cardId, paid: paidBy(amount), into: whereTo(cards.get(cardId), now) },
      back: sum(back.filter((each) => each.cardId === cardId).map((each) => each.amount)),
    })),
    wallet: { paid: paidBy(walletPartOf(checkout)?.amount ?? 0n), back: walletBack },
  };
}

/** What went back of a checkout or is on its way, in paise. */
export function refundedOf({ source, cards, wallet }: PaidMeans): Paise {
  return source.back + sum(cards.map(({ back }) => back)) + wallet.back;
}

/** The same by where it went or goes. */
export function backOf(
  { refunds = [] }: Pick<Checkout, 'refunds'>,
  { source, wallet }: PaidMeans,
): CheckoutSplit {
  return {
    ...{ toSource: source.back, toWallet: wallet.back },
    toCards: refunds.flatMap(({ toCards }) => toCards),
  };
}

/** A split as people read it, in paise: what of cards goes into the wallet, because nobody holds those any more, the wallet gets. */
export function waysOf({ toSource, toCards, toWallet }: CheckoutSplit): Ways {
  const into = (where: BackOfCard['into']) =>
    sum(toCards.filter((part) => part.into === where).map(({ amount }) => amount));
  return { toSource, toGiftCards: into('CARD'), toWallet: toWallet + into('WALLET') };
}

/** What can still go back of it, in paise: what was paid less what went back, but for what goes nowhere by itself. */
export function refundableOf({ source, cards, wallet }: PaidMeans): Paise {
  const open = cards.filter(({ into }) => typeof into === 'string');
  return sum([source, ...open, wallet].map(leftOf));
}

/**
 * Where an amount, in paise, goes back to: to the payment's source first, then to cards in the order in which they paid, then to
 * credits, each up to what it paid (product rule 18). Refused where that much cannot go back, and below a paisa. The parts add up
 * to the amount, and several refunds go where one of their sum would.
 */
export function splitOf(means: PaidMeans, amount: Paise): CheckoutSplit | Refusal {
  const refundable = refundableOf(means);
  const refused = whyNot(means, amount, refundable);
  if (refused) return refused;
  let left = amount;
  const take = (from: Means) => {
    const taken = smaller(left, leftOf(from));
    left -= taken;
    return taken;
  };
  const toSource = take(means.source);
  const toCards = means.cards.flatMap((card): BackOfCard[] => {
    const { cardId, into } = card;
    const taken = typeof into === 'string' ? take(card) : 0n;
    return typeof into === 'string' && taken > 0n ? [{ cardId, amount: taken, into }] : [];
  });
  return { toSource, toCards, toWallet: take(means.wallet) };
}

/** What goes back in all, in paise. */
export function splitAmount({ toSource, toCards, toWallet }: CheckoutSplit): Paise {
  return toSource + sum(toCards.map(({ amount }) => amount)) + toWallet;
}

/** The same for somebody who says why; null in place of an amount is all that can still go back. */
export function decideRefund(
  { status, refunds = [] }: Pick<Checkout, 'status' | 'refunds'>,
  means: PaidMeans,
  { amount, reason }: { readonly amount: Paise | null; readonly reason: string },
): CheckoutSplit | Refusal {
  if (status !== 'PAID') return { code: 'NOT_REFUNDABLE', about: 'checkoutId' };
  const unsaid = mustBeSaid(reason);
  if (unsaid) return unsaid;
  const refundable = refundableOf(means);
  const split = splitOf(means, amount ?? refundable);
  if (isRefusal(split)) return split;
  const [limit, isLast] = [MOST_REFUNDS_OF_CHECKOUT, (amount ?? refundable) === refundable];
  return refunds.length >= limit || (refunds.length === limit - 1 && !isLast)
    ? { code: 'TOO_MANY_REFUNDS', limit, refundable, of: 'ORDER' }
    : split;
}

function whyNot({ cards }: PaidMeans, amount: Paise, refundable: Paise): Refusal | null {
  const [kept] = cards.flatMap((card) =>
    typeof card.into === 'string' || leftOf(card) === 0n ? [] : card.into,
  );
  if (amount > refundable || refundable === 0n)
    return kept ?? { code: 'REFUND_EXCEEDS_DEBIT', refundable, of: 'ORDER' };
  return amount < 1n ? { code: 'AMOUNT_OUT_OF_RANGE', min: 1n, max: refundable } : null;
}

function leftOf({ paid, back }: Means): Paise {
  return paid > back ? paid - back : 0n;
}

/**
 * Where the part of a card goes back to, or why nowhere. A card that is used up or whose time is over has it again. What was claimed is
 * no card any more, and one that the shop took back may be in strange hands: then who ordered has it. On a card whose payment
 * is disputed it is as stopped as the rest, and shares its end; of one that ended so, or was bought and cancelled, the payment may have
 * gone back as well, so that a person has to look at it.
 */
function whereTo(card: GiftCard | undefined, now: Instant): BackOfCard['into'] | Refusal {
  if (!card) return { code: 'GIFT_CARD_NOT_FOUND' };
  const { state, endedAt } = cardAsOf(card, now);
  if (state === 'OPEN') return 'CARD';
  if (card.isStopped) return STOPPED;
  if (state === 'CLAIMED') return 'WALLET';
  if (state !== 'CANCELLED') return 'CARD';
  return card.bought ? { code: 'GIFT_CARD_ENDED', because: state, since: endedAt ?? now } : 'WALLET';
}
