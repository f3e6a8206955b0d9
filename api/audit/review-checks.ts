import { isCreditedByReview, type PaymentReview } from '../domain/payment-review.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** I19 and I32: reviews beside the entries that they brought. That such an entry has its review is looked at from the journals. */
export async function checkPaymentReviews(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.paymentReviews()) {
    findings.shapes(page);
    const reviews = page.flatMap(({ value }) => value ?? []);
    const entries = await snapshot.entriesById(reviews.flatMap(({ entryId }) => entryId ?? []));
    findings.checked('I19', reviews.length);
    findings.checked('I32', reviews.length);
    for (const review of reviews) {
      const [untaken, undecided] = [claimFault(review, entries), endingFault(review, entries)];
      if (untaken) findings.violated('I19', { record: review.id }, untaken);
      if (undecided) findings.violated('I32', { record: review.id }, undecided);
    }
  }
}

function claimFault(
  { claim, collected, entryId }: PaymentReview,
  entries: ReadonlyMap<string, Entry>,
): string | null {
  if (!claim) return null;
  const { takenAt, taken, receivable } = claim;
  if (takenAt === null)
    return entryId === null ? null : `it names entry ${entryId} and says that nothing was taken`;
  if (taken + receivable > collected)
    return `${rupees(taken)} were taken and ${rupees(receivable)} noted of ${rupees(collected)}`;
  const entry = entryId === null ? undefined : entries.get(entryId);
  if (taken + receivable === 0n && entryId === null) return null;
  if (entry?.kind !== 'REVERSAL') return `there is no reversal ${entryId ?? ''} for what was taken`;
  const isSame = entry.amount === taken && (entry.receivable ?? 0n) === receivable;
  return isSame ? null : `it says ${rupees(taken)} and ${rupees(receivable)}, its reversal something else`;
}

function endingFault(review: PaymentReview, entries: ReadonlyMap<string, Entry>): string | null {
  const { status, ending, entryId, refund, claim, collected } = review;
  if ((status === 'OPEN') !== (ending === null))
    return `it is ${status} and has ${ending ? 'ended' : 'not ended'}`;
  if (status === 'DISMISSED' && !ending?.reason) return 'it was dismissed and does not say why';
  if (status === 'REFUNDED' && claim === null && collected > 0n && !refund)
    return 'it is refunded, and nobody asked for that';
  if (status !== 'CREDITED') return null;
  const entry = entryId === null ? undefined : entries.get(entryId);
  if (entry?.kind !== 'CREDIT') return `there is no credit ${entryId ?? ''}`;
  if (!isCreditedByReview(review)) return null;
  const isOwn = entry.origin?.kind === 'REVIEW' && entry.origin.reviewId === review.id;
  if (!isOwn) return `credit ${entry.id} came from something else`;
  return entry.amount === collected
    ? null
    : `it collected ${rupees(collected)}, its credit is ${rupees(entry.amount)}`;
}
