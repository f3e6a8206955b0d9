import {
  changed,
  ended,
  isSameChange,
  mayChange,
  mustBeDecidable,
  slotId,
  type Approval,
} from '../domain/approval.ts';
import { mustBeSaid } from '../domain/wallet/checks.ts';
import type { Account } from '../persistence/stores/account.store.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { finish } from './finish-approval.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { decided } from './refund-checkout.ts';
import { doAgain, goOnAfter, lookBefore, readsOf, whyNotDone, type Left } from './left-to-another.ts';
import { freeSlot } from './within-limits.ts';

export type Verdict = 'APPROVE' | 'REFUSE';

export interface DecideApproval {
  readonly approvalId: string;
  readonly verdict: Verdict;
  readonly note: string | null;
  /** The seq of the preview that was looked at; null where that does not matter. */
  readonly expectedSeq: number | null;
  readonly idempotencyKey: string;
}

export interface ApprovalDecided {
  readonly approval: Approval;
  /** True when the key had acted before. */
  readonly replayed: boolean;
}

/** Nothing was done because the act is no longer what was shown; the approval holds a fresh preview. */
export interface ApprovalChanged extends Refused {
  readonly approval: Approval;
}

export type ApprovalAnswer = ApprovalDecided | ApprovalChanged | Refused;

export interface OnApproval<I> {
  readonly caller: Caller;
  readonly input: I;
  /** As it was read before; what does not change of it says what the engine has to read. */
  readonly approval: Approval;
  /** A digest of the key: the same key of another person is another. */
  readonly key: string;
  readonly intent: string;
}

type Deciding = OnApproval<DecideApproval> & Left;

const useCase: UseCase<Deciding, ApprovalAnswer> = {
  name: 'decideApproval',
  reads: ({ approval, order }) => {
    return {
      ...readsOf({ approval, order }),
      approvals: [approval.id],
      approvalSlots: [slotId(approval)],
    };
  },
  decide: (asked, work, context) => {
    const { caller, input } = asked;
    const approval = work.get('approvals', asked.approval.id);
    if (!approval) return { refused: { code: 'APPROVAL_NOT_FOUND' } };
    const known = decidedBefore(approval, asked);
    if (known) return known;
    const refused = mustBeDecidable(approval, caller.actor, context.now);
    if (refused) return { refused };
    if (caller.actor.role !== 'ADMIN') throw new Error('Only admins decide on approvals.');
    return input.verdict === 'APPROVE'
      ? approve(approval, asked, work, context)
      : refuse(approval, asked, work, context);
  },
};

/** Does what was asked for, by the same command under the same key, if it still is what was shown. */
function approve(approval: Approval, asked: Deciding, work: Scope, context: BatchContext): ApprovalAnswer {
  const done = doAgain({ approval, order: asked.order }, work, context);
  if ('refused' in done) return done;
  const { expectedSeq, note } = asked.input;
  const { isDone, preview } = done;
  if (!isDone) {
    const isSeen = expectedSeq === null || expectedSeq === approval.preview?.seq;
    if (!isSeen || !isSameChange(preview, approval.preview)) {
      work.discard();
      if (!mayChange(approval)) return { refused: { code: 'APPROVAL_CHANGED' }, approval };
      const after = finish(
        approval,
        changed(approval, preview),
        { asked, foundChanged: true },
        work,
        context,
      );
      return { refused: { code: 'APPROVAL_CHANGED' }, approval: after };
    }
  }
  const ending = { by: asked.caller.actor, at: context.now, note };
  freeSlot(approval, work);
  const after = finish(approval, ended(approval, 'APPROVED', ending), { asked }, work, context);
  return { approval: after, replayed: false };
}

function refuse(
  approval: Approval,
  asked: OnApproval<DecideApproval>,
  work: Scope,
  context: BatchContext,
): ApprovalAnswer {
  const { note } = asked.input;
  if (mustBeSaid(note ?? ''))
    return { refused: { code: 'INVALID_INPUT', field: 'note', problem: 'Say why in a few words.' } };
  const ending = { by: asked.caller.actor, at: context.now, note };
  freeSlot(approval, work);
  const after = finish(approval, ended(approval, 'REFUSED', ending), { asked }, work, context);
  return { approval: after, replayed: false };
}

/** What a key that was used on the approval answers again; null where it is new. */
export function decidedBefore(
  approval: Approval,
  { key, intent }: Pick<OnApproval<unknown>, 'key' | 'intent'>,
): ApprovalAnswer | null {
  const used = approval.keys.find((known) => known.key === key);
  if (!used) return null;
  if (used.intent !== intent) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: used.at } };
  return used.foundChanged
    ? { refused: { code: 'APPROVAL_CHANGED' }, approval }
    : { approval, replayed: true };
}

/**
 * Approves or refuses what another person has asked for (product rule 22). Approved, it is decided anew and done in the same
 * transaction, so nothing can lie between the two. Of several people at once the first decides.
 */
export async function decideApproval(
  app: App,
  caller: Caller,
  input: DecideApproval,
): Promise<ApprovalAnswer> {
  const asked = await onApproval(app, caller, useCase.name, input);
  if (!asked) return { refused: { code: 'APPROVAL_NOT_FOUND' } };
  const { id: askerId, role } = asked.approval.requestedBy;
  const [asker, decider] = await Promise.all(
    [askerId, caller.actor.id].map((id) => app.stores.accounts.byId(id)),
  );
  if (asker && decider && isSamePerson(asker, decider)) return { refused: { code: 'APPROVAL_OWN' } };
  const isGone = asker && (asker.isDisabled || asker.role !== role);
  if (isGone && input.verdict === 'APPROVE') return { refused: { code: 'APPROVAL_ASKER_GONE' } };
  const refused = input.verdict === 'APPROVE' ? await whyNotDone(app, asked.approval) : null;
  if (refused) return { refused };
  const { answer } = await decided(
    async () => ({ ...asked, order: await lookBefore(app, asked.approval) }),
    (looked) => app.engine.submit(useCase, looked),
  );
  if (!answer) throw new Error(`Approval ${asked.approval.id} could not be looked at.`);
  if (!('refused' in answer) && answer.approval.status === 'APPROVED')
    await goOnAfter(app, answer.approval, caller.requestId);
  return answer;
}

/** What is asked about an approval, if there is one. The fingerprint covers the whole input but the key. */
export async function onApproval<I extends { readonly approvalId: string; readonly idempotencyKey: string }>(
  app: App,
  caller: Caller,
  name: string,
  input: I,
): Promise<OnApproval<I> | null> {
  const approval = (await app.stores.approvals.load([input.approvalId])).get(input.approvalId);
  if (!approval) return null;
  const key = keyDigest(`${caller.actor.id}:${input.idempotencyKey}`);
  return { caller, input, approval, key, intent: intentOf(name, input) };
}

/** Two accounts whose mails come to one mailbox. Others that one person may have, nobody can know. */
function isSamePerson(one: Account, other: Account): boolean {
  return mailboxOf(one) === mailboxOf(other);
}

function mailboxOf({ email }: Account): string {
  const [name = '', host = ''] = email.toLowerCase().split('@');
  return `${name.split('+')[0]}@${host}`;
}
