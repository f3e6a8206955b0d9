import type { TopUp } from '../../../schema/top-up/top-up.type.ts';
import type { TopUpRefund } from '../../../schema/top-up/top-up-refund.type.ts';
import { isOpen, type TopUp as TopUpState } from '../../domain/top-up.ts';
import { globalId } from '../global-id.ts';
import { presentMoney } from './money.presenter.ts';

/** A top-up that carries the state it was made from, for the transaction that is looked up when asked for. */
export type TopUpView = TopUp & { readonly state: TopUpState };
export type TopUpRefundView = TopUpRefund & { readonly holdId: string };

export function presentTopUp(state: TopUpState): TopUpView {
  const { amount, method, status, note, reference, failureReason, expiresAt, createdAt, settledAt } = state;
  // What can no longer be paid is not offered any more, so that nobody pays twice.
  const { checkoutUrl, upiIntent } = isOpen(state) ? state : { checkoutUrl: null, upiIntent: null };
  return {
    ...{ state, id: globalId('TopUp', state.id), amount: presentMoney(amount), method, status, note },
    ...{ reference, checkoutUrl, upiIntent, failureReason, expiresAt, createdAt, settledAt },
    // What goes back of a gift was never in a wallet, and the gift tells of it.
    refunds: (state.giftCard ? [] : (state.refunds ?? [])).map(presentTopUpRefund),
  };
}

function presentTopUpRefund(refund: NonNullable<TopUpState['refunds']>[number]): TopUpRefundView {
  const { amount, status, at: askedAt, endedAt, holdId } = refund;
  return { amount: presentMoney(amount), status, askedAt, endedAt, holdId };
}
