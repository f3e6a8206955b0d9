import { isWithin, limitOf, withUsed, type LimitUse } from '../domain/act-limits.ts';
import { slotId, type Approval, type BulkPreview } from '../domain/approval.ts';
import type { ActSubject } from '../domain/act.ts';
import type { Instant } from '../domain/calendar.ts';
import { sum, type Paise } from '../domain/money.ts';
import type { ActLimit } from '../domain/policy.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import {
  bulkRequest,
  inParts,
  partsOf,
  whyNotAsked,
  type BulkAddCredits,
  type BulkResult,
} from './bulk-add-credits.ts';
import { bulkPart, type BulkPart, type BulkRequest, type PartDecided } from './bulk-part.ts';
import type { Caller } from './caller.ts';
import type { Refused } from './outcome.ts';
import { askAnother, daysOf, useOfDay } from './within-limits.ts';

/** A bulk credit that is above the limit of whoever asked: it did nothing, and waits for another person. */
export interface BulkAskedFor {
  readonly asked: Approval;
  /** What would become of the rows; empty where the key had asked before. */
  readonly rows: PartDecided['rows'];
  readonly replayed: boolean;
}

/** Above the limit, as the first part of a list shows already: the whole list has to be looked at to ask for it. */
interface AboveLimit {
  readonly above: true;
}

type Answer = Begun | Refused | BulkAskedFor | AboveLimit;

/** Rows that were decided, and what another person approved, where it took that. */
type Begun = PartDecided & { readonly approval?: Approval };

const ACT = 'bulkAddCredits';

/**
 * Credits many wallets at once as this person may do it: up to a limit alone, above it only by asking another (product rule 22).
 * All rows count as they were asked for, also those that come to nothing, from the first part on.
 */
export async function bulkAddCreditsWithinLimits(
  app: App,
  caller: Caller,
  input: BulkAddCredits,
): Promise<BulkResult | BulkAskedFor | Refused> {
  const refused = whyNotAsked(input.rows, app.policy.maxBulkRows);
  if (refused) return { refused };
  const bulk = bulkRequest(caller, input);
  const limit = limitOf(caller.actor, ACT, app.policy);
  const useCase: UseCase<BulkPart, Answer> = limit ? limitedTo(limit, app.now()) : bulkPart;
  const whole = { bulk, first: 0, rows: bulk.rows };
  if (input.dryRun) return mustBeLookedAt(await app.engine.preview(useCase, whole));
  const isWhole = input.mode === 'ALL_OR_NOTHING';
  const [first = whole] = isWhole ? [whole] : partsOf(bulk);
  const begun = await app.engine.submit(useCase, first, 'BACKGROUND');
  const answer = 'above' in begun ? await app.engine.submit(useCase, whole, 'BACKGROUND') : begun;
  if (isWhole || !('rows' in answer) || 'asked' in answer) return mustBeLookedAt(answer);
  return inParts(app, bulk, answer);
}

function mustBeLookedAt(answer: Answer): Exclude<Answer, AboveLimit> {
  if ('above' in answer) throw new Error('A whole list was asked for, and not looked at.');
  return answer;
}

/** The beginning of a bulk credit under a limit. Once it has begun, whoever completes it has no limit to mind. */
function limitedTo(limit: ActLimit, now: Instant): UseCase<BulkPart, Answer> {
  return {
    name: bulkPart.name,
    reads: (part) => {
      const { id, caller, intent } = part.bulk;
      return {
        ...bulkPart.reads(part),
        approvals: [id],
        approvalSlots: [slotId({ act: ACT, subject: subjectOf(intent) })],
        limitUses: daysOf(caller.actor, ACT, now),
      };
    },
    decide: (part, work, context) => {
      const { id, intent, caller, rows } = part.bulk;
      const approval = work.get('approvals', id);
      if (work.get('bulkCredits', id)) {
        const outcome = bulkPart.decide(part, work, context);
        return 'refused' in outcome || !approval ? outcome : { ...outcome, approval };
      }
      if (approval && approval.intent !== intent)
        return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: approval.createdAt } };
      if (approval) return { asked: approval, rows: [], replayed: true };
      const outcome = bulkPart.decide(part, work, context);
      const opened = work.get('bulkCredits', id);
      // All or nothing was asked for, and a row is refused.
      if ('refused' in outcome || !opened) return outcome;
      // A row below zero is refused, and must not make room for others.
      const asked = sum(rows.map(({ input: { amount } }) => (amount > 0n ? amount : 0n)));
      const use = useOfDay(caller.actor, ACT, work, context);
      if (isWithin(limit, use, asked)) {
        work.put('limitUses', use.id, withUsed(use, asked));
        work.put('bulkCredits', id, { ...opened, counted: asked });
        return outcome;
      }
      work.discard();
      return part.rows.length < rows.length ? { above: true } : ask(part.bulk, outcome, use, work, context);
    },
  };
}

/** Asks for what could be credited now. Where that is nothing, there is nothing to ask for. */
function ask(
  bulk: BulkRequest,
  outcome: PartDecided,
  use: LimitUse,
  work: Scope,
  context: BatchContext,
): BulkAskedFor | PartDecided | Refused {
  const { id, mode, intent, caller } = bulk;
  const preview = bulkPreview(bulk, outcome, 1);
  if (preview.credited === 0) return outcome;
  const approval = askAnother(
    {
      ...{ id, act: ACT, walletId: null, subject: subjectOf(intent), input: { mode }, intent },
      ...{ amount: preview.total, reason: reasonOf(bulk), preview },
      rows: bulk.rows.map(({ input: { idempotencyKey: _, ...row }, entryId, intent }) => ({
        ...row,
        ...{ entryId, intent },
      })),
      ...{ requestedBy: caller.actor, requestId: caller.requestId, createdAt: context.now },
    },
    use,
    work,
    context,
  );
  if (isRefusal(approval)) return { refused: approval };
  return { asked: approval, rows: outcome.rows, replayed: false };
}

/** The same rows under another key are the same list: one approval at a time is about it. */
function subjectOf(intent: string): ActSubject {
  return { kind: 'BULK_CREDIT', id: intent };
}

/** What a whole list would do, by what was decided on each row. */
export function bulkPreview(
  { rows, mode }: Pick<BulkRequest, 'rows' | 'mode'>,
  { rows: outcomes }: PartDecided,
  seq: number,
): BulkPreview {
  const amounts: Paise[] = [];
  const refusals = outcomes.flatMap((outcome, row) => {
    if (outcome !== null && 'refused' in outcome) return { row, code: outcome.refused.code };
    if (outcome !== null) amounts.push(outcome.entry.amount);
    return [];
  });
  return {
    ...{ seq, rows: rows.length, credited: amounts.length, total: sum(amounts) },
    ...{ refused: refusals.length, refusals, mode, file: null },
  };
}

/**
 * Why, where all rows say the same of several customers. What is said of one alone stays in its row, which is found and blanked when
 * that customer is erased.
 */
function reasonOf({ rows }: BulkRequest): string {
  const reasons = new Set(rows.map(({ input }) => input.reason.trim()));
  const customers = new Set(rows.map(({ walletId }) => walletId));
  const [reason = ''] = reasons;
  const isOfAll = reasons.size === 1 && customers.size > 1 && reason !== '';
  return isOfAll ? reason : 'Each row has a reason of its own';
}
