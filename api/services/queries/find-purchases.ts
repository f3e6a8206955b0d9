import type { TopUp } from '../../domain/top-up.ts';
import type { App } from '../app.ts';

/** As many purchases of one customer are read at most. */
const MOST_OF_CUSTOMER = 100;

/** The gift cards that a customer has bought or tries to, by their payments, newest first, at most a hundred. */
export function findPurchases({ stores }: App, customerId: string): Promise<TopUp[]> {
  return stores.topUps.forGiftCards(customerId, MOST_OF_CUSTOMER);
}

/** The payment with this id, where it buys a gift card; null otherwise. */
export async function findPurchase({ stores }: App, id: string): Promise<TopUp | null> {
  const payment = (await stores.topUps.load([id])).get(id);
  return payment?.giftCard && !payment.giftCard.isGift ? payment : null;
}
