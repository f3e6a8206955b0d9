import type { RefundCheckoutPayload } from '../../../schema/checkout/refund-checkout.io.ts';
import type { App } from '../../services/app.ts';
import type { RefundAnswer } from '../../services/refund-checkout-within-limits.ts';
import { presentApproval } from './approval.presenter.ts';
import { presentCheckoutAnswer, presentRefunds } from './checkout.presenter.ts';
import { presentOrderPreview } from './order-preview.presenter.ts';

/** The answer to giving one back, to looking at that, or to asking another person for it. */
export function presentRefundAnswer(answer: RefundAnswer, app: App): RefundCheckoutPayload {
  const nothing = { refund: null, preview: null, needsApproval: false, approval: null };
  if ('refused' in answer) return { ...presentCheckoutAnswer(answer), ...nothing };
  if ('needsApproval' in answer) {
    const { preview, needsApproval, ...state } = answer;
    const presented = presentCheckoutAnswer({ ...state, replayed: false });
    return { ...presented, ...nothing, preview: presentOrderPreview(preview), needsApproval };
  }
  const presented = presentCheckoutAnswer(answer);
  if ('asked' in answer) return { ...presented, ...nothing, approval: presentApproval(answer.asked, app) };
  const { checkout, payment, refund, approval } = answer;
  const place = (checkout.refunds ?? []).findIndex(({ key }) => key === refund.key);
  return {
    ...{ ...presented, ...nothing, refund: presentRefunds(checkout, payment)[place] ?? null },
    approval: approval ? presentApproval(approval, app) : null,
  };
}
