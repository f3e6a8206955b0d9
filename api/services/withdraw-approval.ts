import { ended, mustBeWithdrawable, slotId } from '../domain/approval.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { decidedBefore, onApproval, type ApprovalAnswer, type OnApproval } from './decide-approval.ts';
import { finish } from './finish-approval.ts';
import { freeSlot } from './within-limits.ts';

export interface WithdrawApproval {
  readonly approvalId: string;
  readonly idempotencyKey: string;
}

const useCase: UseCase<OnApproval<WithdrawApproval>, ApprovalAnswer> = {
  name: 'withdrawApproval',
  reads: ({ approval }) => ({ approvals: [approval.id], approvalSlots: [slotId(approval)] }),
  decide: (asked, work, context) => {
    const approval = work.get('approvals', asked.approval.id);
    if (!approval) return { refused: { code: 'APPROVAL_NOT_FOUND' } };
    const known = decidedBefore(approval, asked);
    if (known) return known;
    const refused = mustBeWithdrawable(approval, asked.caller.actor, context.now);
    if (refused) return { refused };
    const ending = { by: asked.caller.actor, at: context.now, note: null };
    freeSlot(approval, work);
    const withdrawn = ended(approval, 'WITHDRAWN', ending);
    const after = finish(approval, withdrawn, { asked, act: 'withdrawApproval' }, work, context);
    return { approval: after, replayed: false };
  },
};

/** Takes back what one has asked for, as long as nobody has decided on it. */
export async function withdrawApproval(
  app: App,
  caller: Caller,
  input: WithdrawApproval,
): Promise<ApprovalAnswer> {
  const asked = await onApproval(app, caller, useCase.name, input);
  return asked ? app.engine.submit(useCase, asked) : { refused: { code: 'APPROVAL_NOT_FOUND' } };
}
