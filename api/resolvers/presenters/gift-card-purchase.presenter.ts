import type { GiftCardPurchase } from '../../../schema/gift-card/gift-card-purchase.type.ts';
import type { TopUp } from '../../domain/top-up.ts';
import { globalId } from '../global-id.ts';
import { presentPayment } from './checkout.presenter.ts';
import { presentMoney } from './money.presenter.ts';

/** What a customer buys, with the payment that it was made from: the card is looked up when it is asked for. */
export type PurchaseView = GiftCardPurchase & { readonly facts: TopUp };

export function presentPurchase(facts: TopUp): PurchaseView {
  const { id, amount, createdAt } = facts;
  return {
    ...{ facts, id: globalId('GiftCardPurchase', id), amount: presentMoney(amount) },
    ...{ payment: presentPayment(facts), createdAt },
  };
}
