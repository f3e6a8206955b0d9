import { actId } from '../domain/act.ts';
import { withKey, type Approval } from '../domain/approval.ts';
import type { BatchContext } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { Caller } from './caller.ts';
import { record } from './record-act.ts';

interface Doing {
  /** By whom, and under which key. */
  readonly asked: { readonly caller: Caller; readonly key: string; readonly intent: string };
  readonly act?: 'decideApproval' | 'withdrawApproval';
  readonly foundChanged?: boolean;
}

/** Puts an approval with the key that was used on it, and the act. */
export function finish(
  before: Approval,
  decided: Approval,
  { asked: { caller, key, intent }, act = 'decideApproval', foundChanged = false }: Doing,
  work: Scope,
  context: BatchContext,
): Approval {
  const after = withKey(decided, { key, intent, at: context.now, foundChanged });
  work.put('approvals', after.id, after);
  record(work, context, caller, {
    ...{ id: actId(act, after.id, after.version), act, customerId: after.walletId },
    ...{ subject: { kind: 'APPROVAL', id: after.id }, reason: after.ending?.note ?? null },
    before: [{ key: 'status', value: before.status }],
    after: [{ key: 'status', value: after.status }],
  });
  return after;
}
