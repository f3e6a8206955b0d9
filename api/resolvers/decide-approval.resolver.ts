import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { DecideApprovalInput, DecideApprovalPayload } from '../../schema/approval/decide-approval.io.ts';
import {
  WithdrawApprovalInput,
  WithdrawApprovalPayload,
} from '../../schema/approval/withdraw-approval.io.ts';
import { decideApproval } from '../services/decide-approval.ts';
import { withdrawApproval } from '../services/withdraw-approval.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentDecidedApproval } from './presenters/approval.presenter.ts';
import { ADMINS, callerOf, STAFF } from './reach.ts';

const NOT_FOUND = { refused: { code: 'APPROVAL_NOT_FOUND' } } as const;

@Resolver()
export class DecideApprovalResolver {
  @Authorized(ADMINS)
  @Mutation(() => DecideApprovalPayload, {
    description:
      'Approves or refuses what another person asked for. Approved, it is decided anew and done at once, as it was asked for; if it is no longer what was shown, nothing is done and it is APPROVAL_CHANGED. Who asks never decides. For admins. Writes what was approved to the journal, by the name of who asked.',
  })
  async decideApproval(
    @Arg('input', () => DecideApprovalInput, { description: 'Which approval, and what.' })
    { approvalId: opaqueId, verdict, note, expectedSeq, idempotencyKey }: DecideApprovalInput,
    @Ctx() context: GraphqlContext,
  ): Promise<DecideApprovalPayload> {
    const { app } = context;
    const approvalId = localId('Approval', opaqueId);
    if (approvalId === null) return presentDecidedApproval(NOT_FOUND, app);
    const input = {
      approvalId,
      verdict,
      note: note ?? null,
      expectedSeq: expectedSeq ?? null,
      idempotencyKey,
    };
    return presentDecidedApproval(await decideApproval(app, callerOf(context), input), app);
  }

  @Authorized(STAFF)
  @Mutation(() => WithdrawApprovalPayload, {
    description:
      'Takes back what the caller asked for, as long as nobody has decided on it. For staff and admins. Writes nothing to any journal.',
  })
  async withdrawApproval(
    @Arg('input', () => WithdrawApprovalInput, { description: 'Which approval.' })
    { approvalId: opaqueId, idempotencyKey }: WithdrawApprovalInput,
    @Ctx() context: GraphqlContext,
  ): Promise<WithdrawApprovalPayload> {
    const { app } = context;
    const approvalId = localId('Approval', opaqueId);
    if (approvalId === null) return presentDecidedApproval(NOT_FOUND, app);
    const answer = await withdrawApproval(app, callerOf(context), { approvalId, idempotencyKey });
    return presentDecidedApproval(answer, app);
  }
}
