import { actId, actOf } from '../domain/act.ts';
import { addDays } from '../domain/calendar.ts';
import type { Code } from '../domain/code.ts';
import { cardAsOf, CODES_TOLD_DAYS, type GiftCard } from '../domain/gift-card/gift-card.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { boughtCall, validCode } from './gift-codes.ts';
import type { Refused } from './outcome.ts';

/** A card with its code, where that is told. */
export interface ShownCode {
  readonly card: GiftCard;
  /** Null once it is withheld. */
  readonly code: Code | null;
}

/**
 * Shows who bought a card its code, for 30 days from when it was made and while there is something on it. Each time is an act,
 * written down before the code is answered: whoever has it has the money.
 */
export async function showGiftCardCode(
  { stores, seals, now, ids }: App,
  caller: Caller,
  giftCardId: string,
): Promise<ShownCode | Refused> {
  const card = (await stores.giftCards.load([giftCardId])).get(giftCardId);
  if (card?.bought?.by !== caller.actor.id) return { refused: { code: 'GIFT_CARD_NOT_FOUND' } };
  const at = now();
  const isTold = cardAsOf(card, at).state === 'OPEN' && at <= addDays(card.createdAt, CODES_TOLD_DAYS);
  const code = isTold ? validCode({ seals }, card, boughtCall(card.bought.paymentId)) : null;
  if (code === null) return { card, code };
  const id = actId('showGiftCardCode', card.id, ids.unique());
  const subject = { kind: 'GIFT_CARD', id: card.id } as const;
  const shown = { id, act: 'showGiftCardCode', at, subject, customerId: card.bought.by } as const;
  await stores.acts.note([actOf(caller, shown)]);
  return { card, code };
}
