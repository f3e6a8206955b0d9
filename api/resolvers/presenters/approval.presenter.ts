import type { Approval } from '../../../schema/approval/approval.type.ts';
import type { BulkPreview } from '../../../schema/approval/bulk-preview.type.ts';
import type { DecidedApprovalPayload } from '../../../schema/approval/decided-approval.payload.ts';
import {
  isOfBulk,
  isOfOrder,
  isOfWallet,
  statusOf,
  type Approval as ApprovalState,
  type BulkPreview as BulkPreviewState,
} from '../../domain/approval.ts';
import type { App } from '../../services/app.ts';
import type { ApprovalAnswer } from '../../services/decide-approval.ts';
import { globalId } from '../global-id.ts';
import { presentChangePreview } from './change-preview.presenter.ts';
import { presentMoney } from './money.presenter.ts';
import { presentOrderPreview } from './order-preview.presenter.ts';
import { presentRefusal } from './user-error.presenter.ts';

/** An approval that carries the state it was made from, for what is looked up when asked for. */
export type ApprovalView = Approval & { readonly state: ApprovalState };

export function presentApproval(
  state: ApprovalState,
  { policy, now }: Pick<App, 'policy' | 'now'>,
): ApprovalView {
  const { id, act, amount, reason, preview, requestedBy, createdAt, ending, expiresAt } = state;
  return {
    ...{ state, id: globalId('Approval', id), act, status: statusOf(state, now()), reason, requestedBy },
    amount: presentMoney(amount),
    preview: !preview || !isOfWallet(preview) ? null : presentChangePreview(preview, policy, true),
    bulk: preview && isOfBulk(preview) ? presentBulkPreview(preview, state.intent) : null,
    order: preview && isOfOrder(preview) ? presentOrderPreview(preview) : null,
    requestedAt: createdAt,
    ...{ decidedBy: ending?.by ?? null, decidedAt: ending?.at ?? null, note: ending?.note ?? null },
    expiresAt,
  };
}

function presentBulkPreview(
  { seq, rows, credited, refused, total, mode, file }: BulkPreviewState,
  fingerprint: string,
): BulkPreview {
  const amount = presentMoney(total);
  return {
    ...{ rows, credited, refused, total: amount, mode, quote: { seq } },
    ...{ fingerprint: file?.hash ?? fingerprint, fileName: file?.name ?? null },
  };
}

export function presentDecidedApproval(answer: ApprovalAnswer, app: App): DecidedApprovalPayload {
  const approval = 'approval' in answer ? presentApproval(answer.approval, app) : null;
  if ('refused' in answer) return { approval, replayed: false, userErrors: [presentRefusal(answer.refused)] };
  return { approval, replayed: answer.replayed, userErrors: [] };
}
