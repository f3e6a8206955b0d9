import { sum, type Paise } from '../domain/money.ts';
import { isCreditedByReview, type PaymentReview } from '../domain/payment-review.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import { partEntryId } from '../domain/wallet/entry-id.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** I19, I32 and I43: reviews beside the entries that they brought. That such an entry has its review is looked at from the journals. */
export async function checkPaymentReviews(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.paymentReviews()) {
    findings.shapes(page);
    const reviews = page.flatMap(({ value }) => value ?? []);
    const holdIds = reviews.flatMap(({ claim }) => claim?.hold?.id ?? []);
    const entries = await snapshot.entriesById([...reviews.flatMap(broughtBy), ...holdIds]);
    const ended = await snapshot.endedOfHolds(holdIds);
    findings.checked('I43', holdIds.length);
    findings.checked('I19', reviews.length);
    findings.checked('I32', reviews.length);
    for (const review of reviews) {
      const [untaken, undecided] = [claimFault(review, entries), endingFault(review, entries)];
      if (untaken) findings.violated('I19', { record: review.id }, untaken);
      const misheld = holdFault(review, entries, ended);
      if (misheld) findings.violated('I43', { record: review.id }, misheld);
      if (undecided) findings.violated('I32', { record: review.id }, undecided);
    }
  }
}

/** The entries that it brought, by their ids. */
function broughtBy({ entryId, claim }: PaymentReview): string[] {
  if (entryId === null) return [];
  return Array.from({ length: claim?.parts ?? 1 }, (_, part) => partEntryId(entryId, part + 1));
}

function holdFault(
  { claim, nextTryAt }: PaymentReview,
  entries: ReadonlyMap<string, Entry>,
  ended: ReadonlyMap<string, Paise>,
): string | null {
  if (!claim?.hold || claim.hold.id === null) return null;
  const { id, amount, endedAt } = claim.hold;
  const placed = entries.get(id);
  if (placed?.kind !== 'HOLD' || placed.purpose !== 'DISPUTE') return `there is no hold ${id} for a dispute`;
  if (placed.amount !== amount)
    return `it says that ${rupees(amount)} were held, hold ${id} ${rupees(placed.amount)}`;
  if (new Set(placed.draws.map(({ lot }) => lot.creditSeq)).size > 1)
    return `hold ${id} keeps parts of several credits`;
  const isOver = ended.get(id) === amount;
  if (endedAt !== null)
    return isOver ? null : `it says that hold ${id} has ended, and that still keeps something`;
  const isUnderWay = claim.state === 'PENDING' || nextTryAt !== null;
  return isUnderWay ? null : `its dispute has ended, and hold ${id} was not`;
}

function claimFault(review: PaymentReview, entries: ReadonlyMap<string, Entry>): string | null {
  const { claim, collected, entryId } = review;
  if (!claim) return null;
  const { takenAt, taken, receivable } = claim;
  if (takenAt === null)
    return entryId === null ? null : `it names entry ${entryId} and says that nothing was taken`;
  if (taken + receivable > collected)
    return `${rupees(taken)} were taken and ${rupees(receivable)} noted of ${rupees(collected)}`;
  if (taken + receivable === 0n && entryId === null) return null;
  const reversals = broughtBy(review).map((id) => entries.get(id));
  const found = reversals.filter((entry) => entry?.kind === 'REVERSAL');
  if (found.length === 0 || found.length < reversals.length)
    return `there is no reversal ${entryId ?? ''} for what was taken`;
  const isSame =
    sum(found.map(({ amount }) => amount)) === taken &&
    sum(found.map((entry) => entry.receivable ?? 0n)) === receivable;
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
