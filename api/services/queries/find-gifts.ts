import type { Gift } from '../../domain/gift-card/gift.ts';
import type { App } from '../app.ts';

/** As many gifts of one sender are read at most. */
const MOST_OF_SENDER = 100;

/** The gifts that a customer has sent or is to pay, newest first, at most a hundred. */
export function findGifts({ stores }: App, senderId: string): Promise<Gift[]> {
  return stores.gifts.ofSender(senderId, MOST_OF_SENDER);
}

/** The gift with this id; null when there is none. */
export async function findGift({ stores }: App, id: string): Promise<Gift | null> {
  return (await stores.gifts.load([id])).get(id) ?? null;
}
