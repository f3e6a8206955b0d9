import { actId } from '../domain/act.ts';
import {
  isWithin,
  limitOf,
  limitUseId,
  unused,
  withAsked,
  withUsed,
  type LimitUse,
} from '../domain/act-limits.ts';
import type { Actor } from '../domain/actor.ts';
import { askedFor, slotId, type Approval, type Asked } from '../domain/approval.ts';
import { addDays, type Instant } from '../domain/calendar.ts';
import { formatRupees } from '../domain/money.ts';
import type { ActLimit, LimitedAct } from '../domain/policy.ts';
import type { Refusal } from '../domain/refusal.ts';
import { changePreview } from '../domain/wallet/change-preview.ts';
import { asOf } from '../domain/wallet/decide.ts';
import { limitedAmount, type Entry } from '../domain/wallet/entries.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import type { Acted, AskedFor, Done, Refused } from './outcome.ts';
import { record } from './record-act.ts';
import type { Keyed, Request, WalletAct } from './wallet-use-case.ts';

type Limited<I extends Keyed, E extends Entry> = WalletAct<I, E> & Required<Pick<WalletAct<I, E>, 'limited'>>;

/** The use case of an act as this person may do it: up to a limit alone, above it only by asking another (product rule 22). */
export function withinLimits<I extends Keyed, E extends Entry>(
  app: App,
  actor: Actor,
  act: WalletAct<I, E>,
): UseCase<Request<I>, Acted<E>> {
  const { limited, useCase } = act;
  const limit = limited ? limitOf(actor, limited.act, app.policy) : null;
  return limited && limit ? limitedTo(limit, { ...act, limited }, app.now()) : useCase;
}

/**
 * The same use case under a limit. What somebody does in a day is counted in a document of its own, in the transaction of the
 * act; asking is noted there too, so that an act and asking for it under the same key can never both happen.
 */
function limitedTo<I extends Keyed, E extends Entry>(
  limit: ActLimit,
  act: Limited<I, E>,
  now: Instant,
): UseCase<Request<I>, Acted<E>> {
  const { useCase, limited } = act;
  return {
    name: useCase.name,
    reads: (request) => {
      const reads = useCase.reads(request);
      const { entryId, caller, input } = request;
      return {
        ...reads,
        entries: [...(reads.entries ?? []), entryId],
        approvals: [entryId],
        approvalSlots: [slotId({ act: limited.act, subject: limited.subject(input) })],
        limitUses: daysOf(caller.actor, limited.act, now),
      };
    },
    decide: (request, work, context) => {
      const before = work.get('wallets', request.walletId);
      const known = askedBefore(request, work, context);
      if (known) return known;
      const outcome = useCase.decide(request, work, context);
      if ('refused' in outcome || !before) return outcome;
      if (outcome.replayed) return withApproval(outcome, work);
      const { entry } = outcome;
      const amount = limitedAmount(entry);
      const use = useOfDay(request.caller.actor, limited.act, work, context);
      if (isWithin(limit, use, amount)) {
        work.put('limitUses', use.id, withUsed(use, amount));
        return outcome;
      }
      work.discard();
      return ask(act, { request, before, outcome, use }, work, context);
    },
  };
}

/** The days whose use an act may change: it may be decided just after midnight. */
export function daysOf(actor: Actor, act: LimitedAct, now: Instant): string[] {
  return [now, addDays(now, 1)].map((at) => limitUseId(actor, act, at));
}

/** What a key that has asked answers again; null where it has not, or where its act has been done since. */
function askedBefore(
  { entryId, intent, walletId }: Request<unknown>,
  work: Scope,
  { now, policy }: BatchContext,
): AskedFor | Refused | null {
  const approval = work.get('approvals', entryId);
  const wallet = work.get('wallets', walletId);
  if (!approval || !wallet || work.entry(entryId)) return null;
  if (approval.intent !== intent)
    return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: approval.createdAt } };
  return { approval, wallet: asOf(wallet, now, policy), replayed: true };
}

/** What was done before, with the approval that it took, if it took one. */
function withApproval<E extends Entry>(done: Done<E>, work: Scope): Done<E> {
  const approval = work.get('approvals', done.entry.id);
  return approval ? { ...done, approval } : done;
}

/** What of the day somebody has used already. */
export function useOfDay(actor: Actor, act: LimitedAct, work: Scope, { now }: BatchContext): LimitUse {
  const id = limitUseId(actor, act, now);
  return work.get('limitUses', id) ?? unused(id);
}

interface Wish<I, E extends Entry> {
  readonly request: Request<I>;
  readonly before: Wallet;
  /** What it would have come to. */
  readonly outcome: Done<E>;
  readonly use: LimitUse;
}

function ask<I extends Keyed, E extends Entry>(
  { limited }: Limited<I, E>,
  { request, before, outcome, use }: Wish<I, E>,
  work: Scope,
  context: BatchContext,
): AskedFor | Refused {
  const { now, policy } = context;
  const { caller, walletId, entryId: id, input, intent } = request;
  const wallet = asOf(before, now, policy);
  // Why it is asked for is kept once, where it can be blanked.
  const { idempotencyKey: _, reason: __, ...asked }: Keyed & { readonly reason?: unknown } = input;
  const { entry } = outcome;
  const approval = askAnother(
    {
      ...{ id, act: limited.act, walletId, subject: limited.subject(input), input: asked, intent },
      amount: limitedAmount(entry),
      reason: entry.reason ?? '',
      preview: changePreview(wallet, outcome.wallet, entry, context),
      ...{ rows: null, requestedBy: caller.actor, requestId: caller.requestId, createdAt: now },
    },
    use,
    work,
    context,
  );
  return 'code' in approval ? { refused: approval } : { approval, wallet, replayed: false };
}

/** Writes down that another person is asked, and that in the day of who asks; refused while somebody is asked about the same. */
export function askAnother(
  asked: Asked,
  use: LimitUse,
  work: Scope,
  context: BatchContext,
): Approval | Refusal {
  const slot = slotId(asked);
  const open = mustBeFree(slot, work, context.now);
  if (open) return open;
  const approval = askedFor(asked, context.policy);
  const { id, act, amount, reason, requestedBy: actor, requestId } = approval;
  work.put('approvals', id, approval);
  takeSlot(slot, approval, work);
  work.put('limitUses', use.id, withAsked(use));
  record(
    work,
    context,
    { actor, requestId },
    {
      ...{ id: actId('askForApproval', id), act: 'askForApproval', customerId: approval.walletId },
      ...{ subject: { kind: 'APPROVAL', id }, reason },
      after: [
        { key: 'act', value: act },
        { key: 'amount', value: formatRupees(amount) },
      ],
    },
  );
  return approval;
}

/** One approval at a time is about the same subject and act. */
function mustBeFree(slot: string, work: Scope, now: Instant): Refusal | null {
  const held = work.get('approvalSlots', slot);
  const isHeld = held !== undefined && held.approvalId !== null && held.expiresAt > now;
  return isHeld ? { code: 'APPROVAL_PENDING', since: held.since } : null;
}

function takeSlot(id: string, approval: Approval, work: Scope): void {
  const version = (work.get('approvalSlots', id)?.version ?? 0) + 1;
  const { createdAt: since, expiresAt } = approval;
  work.put('approvalSlots', id, { id, version, approvalId: approval.id, since, expiresAt });
}

/** Lets the next one be asked for, if this one still stands in its way. */
export function freeSlot(approval: Approval, work: Scope): void {
  const slot = work.get('approvalSlots', slotId(approval));
  if (slot?.approvalId !== approval.id) return;
  work.put('approvalSlots', slot.id, { ...slot, version: slot.version + 1, approvalId: null });
}
