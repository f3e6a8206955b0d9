import type { Actor } from './actor.ts';
import type { Instant } from './calendar.ts';
import { CURRENCY, type Paise } from './money.ts';

export type PaymentMethod = 'CARD' | 'UPI';
export type TopUpStatus = 'CREATED' | 'AWAITING_PAYMENT' | 'CONFIRMING' | 'SETTLED' | 'FAILED' | 'EXPIRED';

/** A payment of a customer on its way into the wallet (product rule 13). */
export interface TopUp {
  /** The wallet's id, a colon and the digest of the idempotency key. */
  readonly id: string;
  readonly walletId: string;
  /** Counts the changes; the guard of every write. */
  readonly version: number;
  /** What was asked for, in paise; only exactly this is ever credited. */
  readonly amount: Paise;
  readonly method: PaymentMethod;
  readonly note: string | null;
  /** What the customer can quote, such as `TOP-7K2M9QXZ4A`. */
  readonly reference: string;
  readonly status: TopUpStatus;
  readonly provider: string;
  /** Everything the provider calls this payment by: the link or code by which it can be paid first, then orders, then links before. */
  readonly providerIds: readonly string[];
  /** The provider's page to pay on. */
  readonly checkoutUrl: string | null;
  /** What a UPI app opens and what its QR code holds. */
  readonly upiIntent: string | null;
  readonly failureReason: string | null;
  /** What was collected and credited; more than one only when a customer paid twice. */
  readonly payments: readonly CreditedPayment[];
  /** What was reported that does not fit, for a person to look at. Never credited. */
  readonly doubts: readonly Doubt[];
  /** When the provider is asked next; null when no more. */
  readonly nextPollAt: Instant | null;
  readonly expiresAt: Instant;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly settledAt: Instant | null;
  /** When it was made payable again after it had run out of time, oldest first. Left out while it never was. */
  readonly renewals?: readonly Instant[];
  /** What of it was sent back to where it was paid from, oldest first. Left out while nothing was. */
  readonly refunds?: readonly TopUpRefund[];
  /** When the provider is asked next about those; left out while none is under way. */
  readonly nextRefundAt?: Instant;
  /** Fingerprint of what was asked for. */
  readonly intent: string;
  /** The checkout that it pays; left out where it is credited to the wallet. */
  readonly checkout?: PaidCheckout;
  /** The gift card that it buys, as a gift or not; left out where it buys none. */
  readonly giftCard?: { readonly id: string; readonly isGift?: true };
}

/** What has to be read of a checkout when its payment comes: its order, and the cards of which it holds something, if any. */
export interface PaidCheckout {
  readonly id: string;
  readonly orderId: string;
  readonly giftCardIds?: readonly string[];
}

/** PROCESSING: it is asked for or under way. DONE: it is back where it was paid from. FAILED: it stays in the wallet. */
export type ToSourceStatus = 'PROCESSING' | 'DONE' | 'FAILED';

/** A part of a top-up that somebody of the shop sends back to where it was paid from (product rule 24). */
export interface TopUpRefund {
  readonly status: ToSourceStatus;
  /** The provider's id of the payment that it gives back. */
  readonly paymentId: string;
  /** The credit that this payment brought, and the hold that keeps what goes back of it. */
  readonly creditId: string;
  readonly holdId: string;
  /** In paise. */
  readonly amount: Paise;
  /** What the provider knows it by, from before it has answered: no second call under it refunds twice. */
  readonly receipt: string;
  /** The provider's id of it, once it has answered. */
  readonly refundId: string | null;
  readonly by: Actor;
  readonly at: Instant;
  readonly endedAt: Instant | null;
}

export interface CreditedPayment {
  /** The provider's id of the payment. */
  readonly id: string;
  readonly amount: Paise;
  /** The credit it brought; null where it paid a checkout or a gift card instead. */
  readonly entryId: string | null;
}

/**
 * LATE_PAYMENT: a top-up that had been renewed was paid by both ways, and settled by the other; or a checkout or a gift card was
 * paid twice.
 * CHECKOUT_ENDED: its checkout was over, and can no longer be paid.
 */
export const DOUBT_KINDS = [
  ...(['AMOUNT_MISMATCH', 'CURRENCY_MISMATCH', 'ORDER_MISMATCH', 'LATE_PAYMENT', 'CHECKOUT_ENDED'] as const),
] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

export interface Doubt {
  readonly paymentId: string;
  readonly kind: DoubtKind;
  /** What was collected, in hundredths of `currency`. */
  readonly amount: Paise;
  readonly currency: string;
  readonly at: Instant;
}

/** What the provider says about a payment, whatever way it was learnt. */
export type PaymentReport =
  | { readonly kind: 'PROCESSING' }
  | {
      readonly kind: 'CAPTURED';
      readonly paymentId: string;
      readonly amount: Paise;
      readonly currency: string;
    }
  /** One attempt came to nothing; the customer may try again by the same way. */
  | { readonly kind: 'DECLINED'; readonly reason: string }
  | { readonly kind: 'FAILED'; readonly reason: string }
  | { readonly kind: 'EXPIRED' };

/** How the customer can pay, as the provider answered. */
export interface PaymentOffer {
  readonly providerIds: readonly string[];
  readonly checkoutUrl: string | null;
  readonly upiIntent: string | null;
  /** An earlier call with the same reference has made it, and it can no longer be paid. */
  readonly isOver?: true;
}

const DAY_MS = 86_400_000;
/** For so long after its start a payment that did not arrive may still do so. */
const ASKED_FOR_MS = 3 * DAY_MS;
/** As many payments are put aside with a top-up at most. */
export const MAX_DOUBTS = 50;
/** As often is a top-up made payable again at most. */
const MAX_RENEWALS = 5;

/** Our reference in what the provider repeats of it, which a renewed top-up has numbered; null where there is none. */
export function referenceIn(text: string): string | null {
  return /^(TOP-[2-9A-Z]{12})(-[2-9])?$/.exec(text)?.[1] ?? null;
}

/** What the provider is to know a top-up by: its reference, with a number once it was renewed, for it takes each only once. */
export function providerReference({ reference, renewals = [] }: TopUp): string {
  return renewals.length === 0 ? reference : `${reference}-${renewals.length + 1}`;
}

/** Whether the provider has said how it can be paid, since it was started or renewed. */
export function isOffered({ checkoutUrl, upiIntent }: TopUp): boolean {
  return checkoutUrl !== null || upiIntent !== null;
}

/** Whether it ran out of time unpaid and may be given more. */
export function mayBeRenewed(topUp: TopUp, now: Instant): boolean {
  const { status, expiresAt, renewals = [] } = topUp;
  const isOver = status === 'EXPIRED' || (status === 'AWAITING_PAYMENT' && now >= expiresAt);
  return isOver && renewals.length < MAX_RENEWALS;
}

/** Whether the provider has yet to say how it can be paid: it was not asked, or did not answer. */
export function awaitsOffer(topUp: TopUp): boolean {
  return topUp.status === 'CREATED' && !isOffered(topUp);
}

/**
 * The top-up with time to pay again, `expiryMs` from now; how, the provider has yet to say. All that it was called before stays,
 * and so does its number where nothing was offered under it: what a lost answer may have made is then found again.
 */
export function restarted(
  topUp: TopUp,
  now: Instant,
  { expiryMs, pollAfterMs }: { readonly expiryMs: number; readonly pollAfterMs: number },
): TopUp {
  const { renewals = [], createdAt } = topUp;
  const isRenewal = isOffered(topUp) || now - createdAt >= ASKED_FOR_MS;
  const open = { status: 'CREATED', checkoutUrl: null, upiIntent: null, failureReason: null } as const;
  const expiresAt = now + expiryMs;
  const again = isRenewal ? { renewals: [...renewals, now] } : {};
  const after = changed(topUp, { ...open, ...again, expiresAt }, now);
  return { ...after, nextPollAt: nextPoll(after, now, pollAfterMs) };
}

/** Whether the customer may still pay. */
export function isOpen({ status }: TopUp): boolean {
  return status === 'CREATED' || status === 'AWAITING_PAYMENT' || status === 'CONFIRMING';
}

/** The top-up once the provider has said how it can be paid. A report that came first has the last word on the status. */
export function offered(topUp: TopUp, offer: PaymentOffer, now: Instant): TopUp {
  const open = offer.isOver ? 'EXPIRED' : 'AWAITING_PAYMENT';
  const status = topUp.status === 'CREATED' ? open : topUp.status;
  const providerIds = [...new Set([...offer.providerIds, ...topUp.providerIds])];
  const { checkoutUrl, upiIntent } = offer;
  return changed(topUp, { providerIds, status, checkoutUrl, upiIntent }, now);
}

/** Whether an end that is told of these names of the provider's is that of how it can be paid now, and not of a way before. */
export function endsPresentOffer(topUp: TopUp, ids: readonly string[]): boolean {
  const [present] = topUp.providerIds;
  return isOffered(topUp) && present !== undefined && ids.includes(present);
}

/** The top-up that also answers to these names of the provider's. */
export function withProviderIds(topUp: TopUp, ids: readonly string[]): TopUp {
  const fresh = ids.filter((id) => !topUp.providerIds.includes(id));
  return fresh.length === 0 ? topUp : { ...topUp, providerIds: [...topUp.providerIds, ...fresh] };
}

/**
 * The top-up after a report. Reports may come in any order and any number of times: money that was collected is credited
 * once per payment whatever the status (so also late, after EXPIRED or FAILED), and nothing undoes SETTLED. Returns the
 * same object when nothing changes. `entryId` names the credit; a new member of `payments` is what is to be credited.
 */
export function reported(topUp: TopUp, report: PaymentReport, now: Instant, entryId: string | null): TopUp {
  switch (report.kind) {
    case 'CAPTURED':
      return captured(topUp, report, now, entryId);
    case 'PROCESSING':
      return topUp.status === 'CREATED' || topUp.status === 'AWAITING_PAYMENT'
        ? changed(topUp, { status: 'CONFIRMING' }, now)
        : topUp;
    case 'DECLINED':
      return declined(topUp, report.reason, now);
    case 'FAILED':
      return failed(topUp, report.reason, now);
    case 'EXPIRED':
      return isOpen(topUp) ? changed(topUp, { status: 'EXPIRED' }, now) : topUp;
  }
}

/** The top-up with a payment put aside for a person to look at; unchanged when it has been already. */
export function doubted(topUp: TopUp, doubt: Doubt): TopUp {
  const isKnown = topUp.doubts.some(
    ({ paymentId, kind }) => paymentId === doubt.paymentId && kind === doubt.kind,
  );
  if (isKnown || topUp.doubts.length >= MAX_DOUBTS) return topUp;
  return changed(topUp, { doubts: [...topUp.doubts, doubt] }, doubt.at);
}

/**
 * The top-up after the provider was asked and had nothing new: what ran out of time expires, and the next question waits
 * longer the older the payment is. `firstAfterMs` is the shortest wait. An open one is asked about at its expiry at the latest.
 */
export function polled(topUp: TopUp, now: Instant, firstAfterMs: number): TopUp {
  const status = isOpen(topUp) && now >= topUp.expiresAt ? 'EXPIRED' : topUp.status;
  return changed(topUp, { status, nextPollAt: nextPoll({ ...topUp, status }, now, firstAfterMs) }, now);
}

/** When to ask the provider next, at `now`; null when there is nothing more to learn. */
export function nextPoll(topUp: TopUp, now: Instant, firstAfterMs: number): Instant | null {
  const age = now - (topUp.renewals?.at(-1) ?? topUp.createdAt);
  if (topUp.status === 'SETTLED' || age >= ASKED_FOR_MS) return null;
  const next = now + Math.max(firstAfterMs, Math.floor(age / 2));
  return isOpen(topUp) && topUp.expiresAt > now ? Math.min(next, topUp.expiresAt) : next;
}

/** What was called off after its time was over has expired: by us, where another way to pay takes its place. */
function failed(topUp: TopUp, failureReason: string, now: Instant): TopUp {
  if (!isOpen(topUp)) return topUp;
  const isOver = now >= topUp.expiresAt;
  return changed(topUp, isOver ? { status: 'EXPIRED' } : { status: 'FAILED', failureReason }, now);
}

/** Also what was being confirmed can be paid again: it was this attempt that was. */
function declined(topUp: TopUp, failureReason: string, now: Instant): TopUp {
  if (!isOpen(topUp)) return topUp;
  const status = topUp.status === 'CONFIRMING' && isOffered(topUp) ? 'AWAITING_PAYMENT' : topUp.status;
  if (status === topUp.status && failureReason === topUp.failureReason) return topUp;
  return changed(topUp, { status, failureReason }, now);
}

function captured(
  topUp: TopUp,
  report: Extract<PaymentReport, { kind: 'CAPTURED' }>,
  now: Instant,
  entryId: string | null,
): TopUp {
  const { paymentId, amount, currency } = report;
  if (topUp.payments.some(({ id }) => id === paymentId)) return topUp;
  // What was put aside once waits for a person, whatever is said about it later.
  if (topUp.doubts.some((doubt) => doubt.paymentId === paymentId)) return topUp;
  const kind = doubtAbout(topUp, report);
  if (kind) return doubted(topUp, { paymentId, kind, amount, currency, at: now });
  const payments = [...topUp.payments, { id: paymentId, amount, entryId }];
  const settledAt = topUp.settledAt ?? now;
  return changed(
    topUp,
    { status: 'SETTLED', payments, settledAt, failureReason: null, nextPollAt: null },
    now,
  );
}

/** Why a payment that was collected cannot be credited for this top-up; null where it can. */
export function doubtAbout(
  topUp: TopUp,
  report: { readonly amount: Paise; readonly currency: string },
): DoubtKind | null {
  if (report.currency !== CURRENCY) return 'CURRENCY_MISMATCH';
  if (report.amount !== topUp.amount) return 'AMOUNT_MISMATCH';
  // Who was given a second way to pay wanted to pay once, and who buys a card wants one: what comes twice is not used by guess.
  const isForOnce = topUp.renewals !== undefined || topUp.giftCard !== undefined;
  return isForOnce && topUp.payments.length > 0 ? 'LATE_PAYMENT' : null;
}

function changed(topUp: TopUp, changes: Partial<TopUp>, now: Instant): TopUp {
  return { ...topUp, ...changes, version: topUp.version + 1, updatedAt: Math.max(now, topUp.updatedAt) };
}
