import type { Approval } from '../domain/approval.ts';
import type { BulkCredit } from '../domain/bulk-credit.ts';
import type { Checkout } from '../domain/checkout.ts';
import type { Job } from '../domain/job.ts';
import type { PaymentReview } from '../domain/payment-review.ts';
import { limitedAmount, type Entry } from '../domain/wallet/entries.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** I35: approvals beside the entries that they were for. */
export async function checkApprovals(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.approvals()) {
    findings.shapes(page);
    const approvals = page.flatMap(({ value }) => value ?? []);
    const ids = approvals.map(({ id }) => id);
    const entries = await snapshot.entriesById(ids);
    const lists = await snapshot.bulkCreditsById(ids);
    const subjects = approvals.map(({ subject }) => subject.id);
    const reviews = await snapshot.reviewsById(subjects);
    const jobs = await snapshot.jobsById(subjects);
    const orders = await snapshot.checkoutsById(subjects);
    findings.checked('I35', approvals.length);
    for (const approval of approvals) {
      const { id, subject } = approval;
      const fault =
        endingFault(approval) ??
        (subject.kind === 'PAYMENT_REVIEW'
          ? reviewFault(approval, reviews.get(subject.id))
          : subject.kind === 'JOB'
            ? jobFault(approval, jobs.get(subject.id))
            : subject.kind === 'CHECKOUT'
              ? orderFault(approval, orders.get(subject.id))
              : outcomeFault(approval, entries.get(id) ?? lists.get(id)));
      if (fault) findings.violated('I35', { record: approval.id }, fault);
    }
  }
}

function endingFault({ status, ending, requestedBy }: Approval): string | null {
  const isOpen = status === 'PENDING' || status === 'CHANGED';
  if (isOpen !== (ending === null)) return `it is ${status} and has ${ending ? 'ended' : 'not ended'}`;
  const isOwn = ending?.by.id === requestedBy.id;
  return isOwn !== (status === 'WITHDRAWN') && ending
    ? `it is ${status}, by ${isOwn ? 'who' : 'somebody else than who'} asked for it`
    : null;
}

function outcomeFault(
  { status, amount, intent, requestedBy }: Approval,
  done?: Entry | BulkCredit,
): string | null {
  if (status !== 'APPROVED') {
    // Who has no limit may have done the same under the same key.
    return done?.actor.id === requestedBy.id ? `it is ${status}, and was done all the same` : null;
  }
  if (!done) return 'it is APPROVED, and the journal has nothing of it';
  if (done.intent !== intent) return `it is APPROVED, and ${done.id} is something else`;
  const booked = 'total' in done ? done.total : limitedAmount(done);
  return booked === amount ? null : `it is about ${rupees(amount)}, and ${rupees(booked)} were booked`;
}

/** A review keeps the keys under which it was decided; that of an approval is the end of its id. */
function reviewFault({ id, status, intent, amount }: Approval, review?: PaymentReview): string | null {
  if (!review) return 'there is no such review';
  const isDone = review.keys.some(({ key, intent: done }) => done === intent && id === `${review.id}:${key}`);
  if (isDone !== (status === 'APPROVED')) return `it is ${status}, and was ${isDone ? '' : 'not '}done`;
  return review.collected === amount
    ? null
    : `it is about ${rupees(amount)}, and ${rupees(review.collected)} were collected`;
}

/** A refund of an order keeps the key under which it was decided; that of an approval is the end of its id. */
function orderFault({ id, status, intent, amount }: Approval, order?: Checkout): string | null {
  if (!order) return 'there is no such checkout';
  const refund = order.refunds?.find(({ key }) => id === `${order.id}:${key}`);
  if ((refund?.intent === intent) !== (status === 'APPROVED'))
    return `it is ${status}, and was ${refund ? '' : 'not '}done`;
  return !refund || refund.amount === amount
    ? null
    : `it is about ${rupees(amount)}, and ${rupees(refund.amount)} were given back`;
}

/** A job names the approval by which it began. */
function jobFault({ id, status, amount }: Approval, job?: Job): string | null {
  if (!job) return 'there is no such job';
  const hasBegun = job.approvalId === id && job.startedAt !== null;
  if (hasBegun !== (status === 'APPROVED'))
    return `it is ${status}, and its job has ${hasBegun ? '' : 'not '}begun by it`;
  const isMore = hasBegun && job.credited > amount;
  return isMore ? `it is about ${rupees(amount)}, and ${rupees(job.credited)} were credited` : null;
}
