import { postponed, type PaymentEvent, type PaymentEventStatus } from '../domain/payment-event.ts';
import { changedReview, endedReview, isOfUnknown, reviewIdOf } from '../domain/payment-review.ts';
import { smaller } from '../domain/money.ts';
import {
  doubtAbout,
  doubted,
  endsPresentOffer,
  referenceIn,
  reported,
  withProviderIds,
  type PaymentReport,
  type TopUp,
} from '../domain/top-up.ts';
import { isRefusal } from '../domain/refusal.ts';
import { advanced } from '../domain/wallet/decide.ts';
import { entryIdOf } from '../domain/wallet/entry-id.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import { applyClaim } from './apply-claim.ts';
import { checkoutReads, failCheckout, payCheckout, providerStep } from './checkout-steps.ts';
import { closed } from './close-event.ts';
import { makeBoughtCard } from './bought-card-steps.ts';
import { putMoved } from './end-review.ts';
import { PAYMENTS, reviewDoubt, reviewUnknown, type Collected } from './open-review.ts';
import { followClaims } from './follow-claim.ts';

export interface Settlement {
  readonly topUp: TopUp;
  /** Whether anything about the top-up changed. */
  readonly changed: boolean;
}

interface Told {
  readonly provider: string;
  readonly topUpId: string;
  readonly walletId: string;
  /** What it pays, where it is not credited. */
  readonly checkout: TopUp['checkout'];
  readonly giftCard: TopUp['giftCard'];
  /** What the code of a card that was bought is made by. */
  readonly seals: App['seals'];
  readonly reports: readonly PaymentReport[];
  /** What the provider calls that which it reports about. */
  readonly about: readonly string[];
  /** Further names of the provider's for the same payment. */
  readonly providerIds: readonly string[];
  /** Payments that belong to something else, whoever names them here: put aside for a person, never credited. */
  readonly foreign: readonly string[];
  readonly requestId: string;
}

/** What the provider told when it was asked. */
const learn: UseCase<Told, Settlement | null> = {
  name: 'settleTopUp',
  reads: readsOf,
  decide: (told, work, context) => settle(told, work, context),
};

interface Arrived extends Told {
  readonly eventId: string;
}

/** What a notification told: it is marked as looked at in the transaction that credits (threat W2). */
const apply: UseCase<Arrived, PaymentEventStatus | null> = {
  name: 'settleTopUp',
  reads: (told) => ({ ...readsOf(told), paymentEvents: [told.eventId] }),
  decide: (told, work, context) => {
    const event = work.get('paymentEvents', told.eventId);
    if (!event || event.status !== 'RECEIVED') return null;
    const settled = settle(told, work, context);
    const problem = settled ? asideOf(event, settled.topUp, work) : null;
    const status = problem !== null ? 'REVIEW' : settled?.changed ? 'APPLIED' : 'NO_CHANGE';
    const closing = { topUpId: told.topUpId, problem };
    work.put('paymentEvents', event.id, closed(event, status, closing, context.now));
    return status;
  },
};

/** Why the payment that a notification tells of was put aside; null where it was not, or where it tells of none. */
function asideOf({ provider, report }: PaymentEvent, topUp: TopUp, work: Scope): string | null {
  if (report?.kind !== 'CAPTURED') return null;
  const { paymentId } = report;
  if (topUp.payments.some(({ id }) => id === paymentId)) return null;
  const doubt = topUp.doubts.find((known) => known.paymentId === paymentId);
  return doubt?.kind ?? work.get('paymentReviews', reviewIdOf(provider, 'payment', paymentId))?.kind ?? null;
}

/** A notification that settles nothing: it is about something else, or fits no top-up, or fits one only in part. */
const setAside: UseCase<SetAside, PaymentEventStatus | null> = {
  name: 'setPaymentEventAside',
  reads: ({ event, topUpId }) => ({
    paymentEvents: [event.id],
    paymentReviews: capturedIn([event.report]).map(({ paymentId }) =>
      reviewIdOf(event.provider, 'payment', paymentId),
    ),
    ...(topUpId !== null && { topUps: [topUpId] }),
  }),
  decide: ({ event: { id, provider, report, reference }, topUpId, status, problem }, work, { now }) => {
    const event = work.get('paymentEvents', id);
    if (!event || event.status !== 'RECEIVED') return null;
    const topUp = topUpId === null ? undefined : work.get('topUps', topUpId);
    if (topUp) work.put('topUps', topUp.id, { ...topUp, version: topUp.version + 1, nextPollAt: now });
    if (status === 'REVIEW' && report?.kind === 'CAPTURED')
      reviewUnknown(work, provider, report, reference, now);
    const after =
      status === 'RECEIVED'
        ? { ...postponed(event, now), topUpId }
        : closed(event, status, { topUpId, problem }, now);
    work.put('paymentEvents', id, after);
    return status;
  },
};

interface SetAside {
  readonly event: PaymentEvent;
  /** The top-up that the provider is to be asked about soon. */
  readonly topUpId: string | null;
  /** RECEIVED: it is looked at again once the provider was asked. */
  readonly status: PaymentEventStatus;
  readonly problem: string | null;
}

/** Settles a top-up by what the provider answered about it. */
export async function settleTopUp(
  app: App,
  topUp: TopUp,
  told: Pick<Told, 'reports' | 'providerIds' | 'requestId'>,
): Promise<Settlement | null> {
  const foreign = await creditedElsewhere(app, topUp, told.reports);
  const { id: topUpId, walletId, provider, providerIds: about, checkout, giftCard } = topUp;
  const of = { topUpId, walletId, provider, checkout, giftCard, seals: app.seals };
  const settled = await app.engine.submit(learn, { ...told, ...of, about, foreign });
  if (settled?.changed) await followClaims(app, provider, paymentIdsOf(told.reports), told.requestId);
  return settled;
}

/**
 * Does what a stored notification asks for, once: credit, change of status, or a place in the review. Answers what has become
 * of it; null when it had been looked at before.
 */
export async function applyPaymentEvent(
  app: App,
  event: PaymentEvent,
  requestId: string,
): Promise<PaymentEventStatus | null> {
  const { id: eventId, report, claim, providerIds, provider } = event;
  if (claim) return applyClaim(app, event, claim, requestId);
  const aside = (more: Omit<SetAside, 'event'>) => app.engine.submit(setAside, { event, ...more });
  if (!report) return aside({ topUpId: null, status: 'IGNORED', problem: null });
  const found = await app.stores.topUps.findByProviderIds(provider, providerIds);
  const [topUp] = found;
  if (!topUp) return aside(await unknownOrder(app, event));
  const isForeign = found.length > 1 || namesAnother(event, topUp);
  const { id: topUpId, walletId, checkout, giftCard } = topUp;
  const reports = [report];
  const foreign = isForeign ? paymentIdsOf(reports) : await creditedElsewhere(app, topUp, reports);
  // Names that do not belong together must not become names of this top-up.
  const names = foreign.length > 0 ? [] : providerIds;
  const about = providerIds;
  const told = {
    provider,
    topUpId,
    walletId,
    checkout,
    giftCard,
    seals: app.seals,
    reports,
    about,
    providerIds: names,
    foreign,
    requestId,
    eventId,
  };
  const status = await app.engine.submit(apply, told);
  if (status === 'APPLIED') await followClaims(app, provider, paymentIdsOf(reports), requestId);
  return status;
}

/**
 * What becomes of a notification about nothing that we know. Money that came is never ignored: it waits for a person, at once or,
 * where it bears a reference of ours, once the provider was asked about that. Only for an account that takes other payments too,
 * those without a sign of ours are none of our business.
 */
async function unknownOrder(
  app: App,
  { provider, report, reference, attempts = 0 }: PaymentEvent,
): Promise<Omit<SetAside, 'event'>> {
  const ours = referenceIn(reference ?? '');
  // The reference is only a hint: it is for the provider, asked about its own payment, to say whether it belongs together.
  const hinted = ours === null ? null : await app.stores.topUps.findByReference(ours);
  const topUpId = hinted?.provider === provider ? hinted.id : null;
  const problem = 'UNKNOWN_ORDER';
  const isNobodys = app.payments.isShared === true && ours === null;
  if (report?.kind !== 'CAPTURED' || isNobodys) return { topUpId, status: 'IGNORED', problem };
  return { topUpId, status: topUpId !== null && attempts === 0 ? 'RECEIVED' : 'REVIEW', problem };
}

function namesAnother({ reference }: PaymentEvent, topUp: TopUp): boolean {
  return reference !== null && (referenceIn(reference) ?? reference) !== topUp.reference;
}

/** Which of these payments have been credited for another top-up. */
async function creditedElsewhere(
  app: App,
  { id, provider }: TopUp,
  reports: readonly PaymentReport[],
): Promise<string[]> {
  const ids = paymentIdsOf(reports);
  const known = await app.stores.topUps.findByPaymentIds(provider, ids);
  const others = known.filter((topUp) => topUp.id !== id).flatMap((topUp) => topUp.payments);
  return others.map((payment) => payment.id).filter((paymentId) => ids.includes(paymentId));
}

function capturedIn(reports: readonly (PaymentReport | null)[]): Collected[] {
  return reports.filter((report) => report?.kind === 'CAPTURED');
}

function paymentIdsOf(reports: readonly PaymentReport[]): string[] {
  return capturedIn(reports).map(({ paymentId }) => paymentId);
}

function readsOf({ topUpId, walletId, checkout, giftCard, reports, provider }: Told) {
  const ids = paymentIdsOf(reports);
  return {
    topUps: [topUpId],
    ...(giftCard && { giftCards: [giftCard.id], gifts: [topUpId] }),
    ...(checkout ? checkoutReads({ ...checkout, walletId }) : { wallets: [walletId] }),
    entries: ids.map((paymentId) => creditIdOf(walletId, paymentId)),
    paymentReviews: ids.map((paymentId) => reviewIdOf(provider, 'payment', paymentId)),
  };
}

function settle(told: Told, work: Scope, context: BatchContext): Settlement | null {
  const before = work.get('topUps', told.topUpId);
  if (!before) return null;
  let topUp = withProviderIds(before, told.providerIds);
  for (const report of told.reports) {
    const isEnd = report.kind === 'FAILED' || report.kind === 'EXPIRED';
    if (isEnd && !endsPresentOffer(topUp, told.about)) continue;
    topUp =
      report.kind === 'CAPTURED'
        ? collected(topUp, report, told, work, context)
        : reported(topUp, report, context.now, '');
  }
  if (topUp === before) return { topUp, changed: false };
  const saved = topUp.version === before.version ? { ...topUp, version: before.version + 1 } : topUp;
  work.put('topUps', saved.id, saved);
  if (saved.status !== before.status) failCheckout(providerStep(work, context, told.requestId), saved);
  return { topUp: saved, changed: saved.status !== before.status || saved.payments !== before.payments };
}

/** Credits what was collected, or puts it aside where it does not fit. What a person has to decide on, nobody else does. */
function collected(topUp: TopUp, told: Collected, whole: Told, work: Scope, context: BatchContext): TopUp {
  const { paymentId, currency } = told;
  const { now } = context;
  if (topUp.payments.some(({ id }) => id === paymentId)) return topUp;
  const review = work.get('paymentReviews', reviewIdOf(topUp.provider, 'payment', paymentId));
  const doubt = topUp.doubts.find((known) => known.paymentId === paymentId);
  // What was given back of it since it came is known to its review alone.
  const amount = review && isOfUnknown(review) ? smaller(review.collected, told.amount) : told.amount;
  const report = { ...told, amount };
  const kind =
    doubt?.kind ?? (whole.foreign.includes(paymentId) ? 'ORDER_MISMATCH' : doubtAbout(topUp, report));
  if (kind !== null) {
    reviewDoubt(work, topUp, kind, report, now);
    return doubted(topUp, { paymentId, kind, amount, currency, at: now });
  }
  if (review && !isOfUnknown(review)) {
    if (review.status !== 'DISMISSED' || review.kind !== 'UNKNOWN_ORDER') return topUp;
    // It was dismissed as nobody's, and is somebody's after all: whoever did so may have made it good by other means.
    const problem = `Dismissed before; the provider says since that it was paid for ${topUp.reference}.`;
    const facts = { kind: 'LATE_PAYMENT', status: 'OPEN', ending: null, topUpId: topUp.id, problem } as const;
    const found = { ...facts, walletId: topUp.walletId, expected: topUp.amount };
    work.put('paymentReviews', review.id, changedReview(review, found, now));
    return topUp;
  }
  if (topUp.checkout ?? topUp.giftCard) return paid(topUp, report, whole, work, context);
  const entryId = creditIdOf(topUp.walletId, paymentId);
  const after = reported(topUp, report, now, entryId);
  credit(after, entryId, whole.requestId, work, context);
  if (review) {
    const { id: topUpId, walletId, amount: expected } = topUp;
    const ending = { by: PAYMENTS, at: now, reason: `It was paid for ${topUp.reference}.` };
    const found = { topUpId, walletId, expected, entryId };
    const ended = endedReview(review, 'CREDITED', ending, found);
    putMoved(work, context, { before: review, after: ended, requestId: whole.requestId });
  }
  return after;
}

/** What was collected for a checkout or a gift card pays that, or waits for a person where it cannot. */
function paid(
  topUp: TopUp,
  report: Collected,
  { requestId, seals }: Told,
  work: Scope,
  context: BatchContext,
): TopUp {
  const { paymentId, amount, currency } = report;
  const { now: at } = context;
  const step = providerStep(work, context, requestId);
  const kind = topUp.giftCard ? makeBoughtCard(step, { seals }, topUp) : payCheckout(step, topUp);
  if (kind !== null) {
    reviewDoubt(work, topUp, kind, report, at);
    return doubted(topUp, { paymentId, kind, amount, currency, at });
  }
  const review = work.get('paymentReviews', reviewIdOf(topUp.provider, 'payment', paymentId));
  if (review) {
    const { id: topUpId, walletId, amount: expected, reference } = topUp;
    const ending = {
      by: PAYMENTS,
      at,
      reason: `It paid a ${topUp.giftCard ? 'gift card' : 'checkout'}, as ${reference}.`,
    };
    const after = endedReview(review, 'DISMISSED', ending, { topUpId, walletId, expected });
    putMoved(work, context, { before: review, after, requestId });
  }
  return reported(topUp, report, at, null);
}

/** The credit of one payment. Its id is made of the payment's, so the journal itself can never hold it twice (I17). */
function credit(
  topUp: TopUp,
  entryId: string,
  requestId: string,
  work: Scope,
  { now, policy }: BatchContext,
): void {
  if (work.entry(entryId)) return;
  const { id: topUpId, walletId, amount, reference } = topUp;
  const wallet = work.get('wallets', walletId) ?? null;
  const origin = { kind: 'TOP_UP', topUpId } as const;
  const reason = `Top-up ${reference}`;
  const advance = advanced(
    wallet,
    { kind: 'CREDIT', amount, source: 'PURCHASE', reason, expiresOn: null, orderId: null, origin },
    walletId,
    { now, policy, actor: PAYMENTS, requestId, entryId, intent: null },
  );
  // Thrown, it leaves nothing behind: neither a settled top-up without its credit nor a notification that seems done.
  if (isRefusal(advance)) throw new Error(`The payment of ${reference} could not be credited.`);
  work.append(advance.wallet, advance.entries);
}

function creditIdOf(walletId: string, paymentId: string): string {
  return entryIdOf(walletId, `topup:${paymentId}`);
}
