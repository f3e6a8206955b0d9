import {
  cardPartsOf,
  cardsFor,
  changedCheckout,
  MOST_CARDS_OF_CHECKOUT,
  mustHaveTries,
  partOfCard,
} from '../domain/checkout.ts';
import { heldNow } from '../domain/gift-card/spend-card.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { spendable, tryCodes, type NamedCard } from './cards-of-checkout.ts';
import { holdParts, putCheckout, settleCheckout } from './checkout-steps.ts';
import { NOT_USABLE, trierOf, type Trier } from './known-gift-code.ts';
import type { CheckoutAnswer } from './start-checkout.ts';
import { actOnSeen, checkoutAct } from './work-on-checkout.ts';

export interface AddCard {
  readonly checkoutId: string;
  /** As somebody writes it. */
  readonly code: string;
  readonly idempotencyKey: string;
}

/** What is asked for, without the code: that is looked up once and goes no further. */
interface Described {
  readonly checkoutId: string;
  readonly card: NamedCard;
  readonly trier: Trier;
  readonly idempotencyKey: string;
}

const add = checkoutAct<Described>('addGiftCardToCheckout', (checkout, payment, { input }, step) => {
  const { context, work } = step;
  // A payment names the cards that are read with it, and asks for what they leave: both stand from then on.
  if (checkout.payments > 0) return refusedAs('checkoutId', 'A payment for it was begun already.');
  const refused = mustHaveTries(checkout);
  if (refused) return refused;
  const mine = cardPartsOf(checkout);
  if (mine.length >= MOST_CARDS_OF_CHECKOUT)
    return refusedAs('giftCardCode', `At most ${MOST_CARDS_OF_CHECKOUT} gift cards pay one order.`);
  const there = spendable(input.trier, [input.card], work, context.now);
  if (isRefusal(there)) return there;
  const [given] = cardsFor(there, checkout.toPay, context.policy);
  if (!given) return refusedAs('giftCardCode', 'There is too little on it for what is left to pay.');
  const { card, amount } = given;
  if (mine.some(({ cardId }) => cardId === card.id)) return heldNow(card);
  const part = partOfCard(checkout.id, card, amount);
  const unheld = holdParts(step, checkout, { parts: [part] });
  if (unheld) return unheld;
  const [before, after] = [checkout.parts.slice(0, mine.length), checkout.parts.slice(mine.length)];
  const changes = { parts: [...before, part, ...after], toPay: checkout.toPay - amount };
  if (changes.toPay === 0n) return { payment, checkout: settleCheckout(step, { ...checkout, ...changes }) };
  return { payment, checkout: putCheckout(step, changedCheckout(checkout, changes, context.now)) };
});

function refusedAs(field: string, problem: string): Refusal {
  return { code: 'INVALID_INPUT', field, problem };
}

/**
 * Sets aside what a gift card can give to what is left to pay, as long as no payment was begun; where nothing is left then, the order is
 * paid. The code counts as an attempt, and a refusal is told as far as who asks may know.
 */
export function addCardToCheckout(
  app: App,
  caller: Caller,
  input: AddCard,
  network: string,
): Promise<CheckoutAnswer> {
  return app.codeAttempts.evenly(() => addCard(app, caller, input, network));
}

async function addCard(
  app: App,
  caller: Caller,
  { checkoutId, code, idempotencyKey }: AddCard,
  network: string,
): Promise<CheckoutAnswer> {
  const seen = (await app.stores.checkouts.load([checkoutId])).get(checkoutId);
  if (!seen) return { refused: { code: 'CHECKOUT_NOT_FOUND' } };
  const trier = trierOf(app, caller, network, seen.walletId);
  const { named, refused } = await tryCodes(app, trier, [code]);
  const [card] = named ?? [];
  if (!card) return { refused: refused ?? NOT_USABLE };
  const described = { checkoutId, codeId: card.codeId };
  const input = { checkoutId, card, trier, idempotencyKey };
  return actOnSeen(app, caller, add, { input, seen, described, refused, giftCardIds: [card.cardId] });
}
