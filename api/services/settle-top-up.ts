import type { Actor } from '../domain/actor.ts';
import type { PaymentEvent, PaymentEventStatus } from '../domain/payment-event.ts';
import {
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

/** Writes what was collected into the journal: nobody who can sign in. */
const PAYMENTS: Actor = { id: 'payments', role: 'SYSTEM', channel: 'PAYMENT' };

export interface Settlement {
  readonly topUp: TopUp;
  /** Whether anything about the top-up changed. */
  readonly changed: boolean;
}

interface Told {
  readonly topUpId: string;
  readonly walletId: string;
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
  reads: (told) => readsOf(told.topUpId, told.walletId, told.reports),
  decide: (told, work, context) => settle(told, work, context),
};

interface Arrived extends Told {
  readonly eventId: string;
}

/** What a notification told: it is marked as looked at in the transaction that credits (threat W2). */
const apply: UseCase<Arrived, PaymentEventStatus | null> = {
  name: 'settleTopUp',
  reads: (told) => ({
    ...readsOf(told.topUpId, told.walletId, told.reports),
    paymentEvents: [told.eventId],
  }),
  decide: (told, work, context) => {
    const event = work.get('paymentEvents', told.eventId);
    if (!event || event.status !== 'RECEIVED') return null;
    const settled = settle(told, work, context);
    const doubts = settled?.topUp.doubts ?? [];
    const paymentId = event.report?.kind === 'CAPTURED' ? event.report.paymentId : null;
    const doubt = doubts.find((known) => known.paymentId === paymentId);
    const status = doubt ? 'REVIEW' : settled?.changed ? 'APPLIED' : 'NO_CHANGE';
    const closing = { topUpId: told.topUpId, problem: doubt?.kind ?? null };
    work.put('paymentEvents', event.id, closed(event, status, closing, context.now));
    return status;
  },
};

/** A notification that settles nothing: it is about something else, or fits no top-up, or fits one only in part. */
const setAside: UseCase<SetAside, PaymentEventStatus | null> = {
  name: 'setPaymentEventAside',
  reads: ({ eventId, topUpId }) => ({
    paymentEvents: [eventId],
    ...(topUpId !== null && { topUps: [topUpId] }),
  }),
  decide: ({ eventId, topUpId, status, problem }, work, { now }) => {
    const event = work.get('paymentEvents', eventId);
    if (!event || event.status !== 'RECEIVED') return null;
    const topUp = topUpId === null ? undefined : work.get('topUps', topUpId);
    if (topUp) work.put('topUps', topUp.id, { ...topUp, version: topUp.version + 1, nextPollAt: now });
    work.put('paymentEvents', eventId, closed(event, status, { topUpId, problem }, now));
    return status;
  },
};

interface SetAside {
  readonly eventId: string;
  /** The top-up that the provider is to be asked about soon. */
  readonly topUpId: string | null;
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
  const { id: topUpId, walletId, providerIds: about } = topUp;
  return app.engine.submit(learn, { ...told, about, foreign, topUpId, walletId });
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
  const { id: eventId, report, providerIds, provider } = event;
  const aside = (more: Omit<SetAside, 'eventId'>) => app.engine.submit(setAside, { eventId, ...more });
  if (!report) return aside({ topUpId: null, status: 'IGNORED', problem: null });
  const found = await app.stores.topUps.findByProviderIds(provider, providerIds);
  const [topUp] = found;
  if (!topUp) {
    // The reference is only a hint: it is for the provider, asked about its own payment, to say whether it belongs together.
    const reference = referenceIn(event.reference ?? '');
    const hinted = reference === null ? null : await app.stores.topUps.findByReference(reference);
    const topUpId = hinted?.provider === provider ? hinted.id : null;
    // A shop's other payments come here too. One with a reference of ours that is gone is not theirs.
    const isLost = report.kind === 'CAPTURED' && !hinted && reference !== null;
    return aside({ topUpId, status: isLost ? 'REVIEW' : 'IGNORED', problem: 'UNKNOWN_ORDER' });
  }
  const isForeign = found.length > 1 || namesAnother(event, topUp);
  const { id: topUpId, walletId } = topUp;
  const reports = [report];
  const foreign = isForeign ? paymentIdsOf(reports) : await creditedElsewhere(app, topUp, reports);
  // Names that do not belong together must not become names of this top-up.
  const names = foreign.length > 0 ? [] : providerIds;
  const about = providerIds;
  const told = { topUpId, walletId, reports, about, providerIds: names, foreign, requestId, eventId };
  return app.engine.submit(apply, told);
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

function paymentIdsOf(reports: readonly PaymentReport[]): string[] {
  return reports.flatMap((report) => (report.kind === 'CAPTURED' ? [report.paymentId] : []));
}

function readsOf(topUpId: string, walletId: string, reports: readonly PaymentReport[]) {
  const entries = paymentIdsOf(reports).map((paymentId) => creditIdOf(walletId, paymentId));
  return { topUps: [topUpId], wallets: [walletId], entries };
}

function settle(told: Told, work: Scope, context: BatchContext): Settlement | null {
  const before = work.get('topUps', told.topUpId);
  if (!before) return null;
  let topUp = withProviderIds(before, told.providerIds);
  for (const report of told.reports) {
    const isEnd = report.kind === 'FAILED' || report.kind === 'EXPIRED';
    if (isEnd && !endsPresentOffer(topUp, told.about)) continue;
    if (report.kind === 'CAPTURED' && told.foreign.includes(report.paymentId)) {
      const { paymentId, amount, currency } = report;
      topUp = doubted(topUp, { paymentId, kind: 'ORDER_MISMATCH', amount, currency, at: context.now });
      continue;
    }
    const entryId = report.kind === 'CAPTURED' ? creditIdOf(topUp.walletId, report.paymentId) : '';
    const after = reported(topUp, report, context.now, entryId);
    if (after.payments.length > topUp.payments.length) credit(after, entryId, told.requestId, work, context);
    topUp = after;
  }
  if (topUp === before) return { topUp, changed: false };
  const saved = topUp.version === before.version ? { ...topUp, version: before.version + 1 } : topUp;
  work.put('topUps', saved.id, saved);
  return { topUp: saved, changed: saved.status !== before.status || saved.payments !== before.payments };
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

function closed(
  event: PaymentEvent,
  status: PaymentEventStatus,
  closing: Pick<PaymentEvent, 'topUpId' | 'problem'>,
  now: number,
): PaymentEvent {
  return { ...event, ...closing, status, version: event.version + 1, processedAt: now, nextLookAt: null };
}
