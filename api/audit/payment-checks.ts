import { MAX_DOUBTS, type PaymentReport, type TopUp } from '../domain/top-up.ts';
import { reviewIdOf } from '../domain/payment-review.ts';
import { paymentEventId, type PaymentEvent } from '../domain/payment-event.ts';
import { entryIdOf } from '../domain/wallet/entry-id.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import { checkPurchases } from './bought-card-checks.ts';
import type { Findings } from './findings.ts';
import { checkGiftPayments } from './gift-checks.ts';
import { rupees } from './words.ts';

/** I17, I18 and I32: top-ups beside the credits they brought. That a credit has its top-up is looked at from the journals. */
export async function checkTopUps(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.topUps()) {
    findings.shapes(page);
    const topUps = page.flatMap(({ value }) => value ?? []);
    const credits = await snapshot.entriesById(
      topUps.flatMap(({ payments }) => payments.flatMap(({ entryId }) => entryId ?? [])),
    );
    const reviews = await snapshot.reviewsById(topUps.flatMap(reviewIdsOf));
    await checkPurchases(topUps, snapshot, findings);
    await checkGiftPayments(topUps, snapshot, findings);
    findings.checked('I17', topUps.length);
    findings.checked('I18', topUps.length);
    findings.checked('I32', topUps.length);
    for (const topUp of topUps) {
      const [uncredited, unsettled] = [creditFault(topUp, credits), statusFault(topUp)];
      if (uncredited) findings.violated('I17', { record: topUp.id }, uncredited);
      if (unsettled) findings.violated('I18', { record: topUp.id }, unsettled);
      const unseen = reviewIdsOf(topUp).find((id) => !reviews.has(id));
      if (unseen) findings.violated('I32', { record: topUp.id }, `there is no review ${unseen}`);
    }
  }
}

/** I18: notifications beside the top-ups that they are about. */
export async function checkPaymentEvents(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.paymentEvents()) {
    findings.shapes(page);
    const events = page.flatMap(({ value }) => value ?? []);
    const topUps = await snapshot.topUpsById(events.flatMap(({ topUpId }) => topUpId ?? []));
    findings.checked('I18', events.length);
    for (const event of events) {
      const problem = eventFault(event, topUps.get(event.topUpId ?? ''));
      if (problem) findings.violated('I18', { record: event.id }, problem);
    }
  }
}

/** The reviews of what was put aside with a top-up. */
function reviewIdsOf({ provider, doubts }: TopUp): string[] {
  return doubts.map(({ paymentId }) => reviewIdOf(provider, 'payment', paymentId));
}

/** A customer may pay twice, and then each payment has a credit of its own. */
function creditFault(topUp: TopUp, credits: ReadonlyMap<string, Entry>): string | null {
  for (const { id, amount, entryId } of topUp.payments) {
    if (amount !== topUp.amount)
      return `payment ${id} is ${rupees(amount)}, what was asked for ${rupees(topUp.amount)}`;
    if (topUp.checkout ?? topUp.giftCard) {
      const paid = topUp.checkout ? 'checkout' : 'gift card';
      if (entryId !== null) return `payment ${id} paid a ${paid} and names credit ${entryId}`;
      continue;
    }
    if (entryId === null || entryId !== entryIdOf(topUp.walletId, `topup:${id}`))
      return `payment ${id} names entry ${entryId}, which is not its own`;
    const credit = credits.get(entryId);
    if (credit?.kind !== 'CREDIT') return `there is no credit ${entryId} for payment ${id}`;
    if (credit.amount !== amount)
      return `payment ${id} is ${rupees(amount)}, its credit ${rupees(credit.amount)}`;
    const isOfTopUp = credit.origin?.kind === 'TOP_UP' && credit.origin.topUpId === topUp.id;
    if (!isOfTopUp) return `credit ${entryId} came from something else`;
  }
  const ids = topUp.payments.map(({ id }) => id);
  return new Set(ids).size === ids.length ? null : 'it names a payment twice';
}

function statusFault({ status, payments, settledAt }: TopUp): string | null {
  const isPaid = payments.length > 0;
  if (isPaid !== (status === 'SETTLED')) return `it is ${status} with ${payments.length} payments`;
  return isPaid === (settledAt !== null)
    ? null
    : `it is ${status} and says ${isPaid ? 'no' : 'a'} time of settling`;
}

function eventFault(event: PaymentEvent, topUp: TopUp | undefined): string | null {
  const { id, provider, eventId, status, report, topUpId, problem, processedAt } = event;
  if (id !== paymentEventId(provider, eventId)) return `it is event ${eventId} of ${provider}`;
  if ((status === 'RECEIVED') !== (processedAt === null))
    return `it is ${status} and says ${processedAt === null ? 'no' : 'a'} time of being looked at`;
  if (topUpId !== null && !topUp) return `there is no top-up ${topUpId}`;
  switch (status) {
    case 'APPLIED':
    case 'NO_CHANGE':
      if (!topUp) return `it is ${status} and names no top-up`;
      return isTold(report, topUp) ? null : `top-up ${topUp.id} knows nothing of its payment`;
    case 'REVIEW':
      return problem === null ? 'it waits for a person and does not say why' : null;
    case 'RECEIVED':
    case 'IGNORED':
      return null;
  }
}

/** Whether money that was reported stands in its top-up: as collected, or put aside for a person. */
function isTold(report: PaymentReport | null, { payments, doubts }: TopUp): boolean {
  if (report?.kind !== 'CAPTURED' || doubts.length >= MAX_DOUBTS) return true;
  return (
    payments.some(({ id }) => id === report.paymentId) ||
    doubts.some(({ paymentId }) => paymentId === report.paymentId)
  );
}
