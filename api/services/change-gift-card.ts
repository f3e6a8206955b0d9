import { actId, differences } from '../domain/act.ts';
import { addDays } from '../domain/calendar.ts';
import { cardEntryId } from '../domain/gift-card/card-entries.ts';
import {
  decideCard,
  type CancelCard,
  type CardContext,
  type ReissueCard,
} from '../domain/gift-card/decide-card.ts';
import { cardFacts, CODES_TOLD_DAYS, type GiftCard } from '../domain/gift-card/gift-card.ts';
import { formatRupees } from '../domain/money.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { newGiftCode, validCode } from './gift-codes.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import { putCard, type CodedCard } from './issue-gift-cards.ts';
import type { Refused } from './outcome.ts';
import { record } from './record-act.ts';

export interface ChangeGiftCard {
  readonly giftCardId: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** A card after it was changed; its code where it has a new one that is still told. */
export interface ChangedCard extends CodedCard {
  readonly replayed: boolean;
}

type Act = 'cancelGiftCard' | 'reissueGiftCard';

interface Asked {
  readonly app: App;
  readonly act: Act;
  readonly caller: Caller;
  readonly name: string;
  readonly intent: string;
  readonly input: ChangeGiftCard;
}

const useCase: UseCase<Asked, ChangedCard | Refused> = {
  name: 'changeGiftCard',
  reads: ({ name, input: { giftCardId: id } }) => ({
    ...{ giftCards: [id], giftCardEntries: [cardEntryId(id, name)] },
  }),
  decide: (asked, work, { now, policy }) => {
    const { app, act, caller, name, intent, input } = asked;
    const { giftCardId: id, reason } = input;
    const card = work.get('giftCards', id);
    const first = work.get('giftCardEntries', cardEntryId(id, name));
    if (first && first.intent !== intent)
      return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: first.at } };
    if (first && card) {
      const isTold = act === 'reissueGiftCard' && now <= addDays(first.at, CODES_TOLD_DAYS);
      return { card, code: isTold ? validCode(app, card, callOf(input)) : null, replayed: true };
    }
    if (card?.bought?.isGift) return { refused: IS_A_GIFT };
    const context: CardContext = { ...caller, now, terms: policy.giftCards, name, intent };
    const made = act === 'reissueGiftCard' ? newGiftCode(app, id, callOf(input)) : null;
    const command: CancelCard | ReissueCard = made
      ? { kind: 'REISSUE', reason, ...made.onCard }
      : { kind: 'CANCEL', reason };
    const decided = decideCard(card ?? null, command, id, context);
    if (isRefusal(decided)) return { refused: decided };
    putCard(work, decided);
    record(work, { now }, caller, {
      ...{ id: actId(act, id, decided.card.version), act, subject: { kind: 'GIFT_CARD', id }, reason },
      ...differences(card ? factsOf(card) : null, factsOf(decided.card)),
    });
    return { card: decided.card, code: made?.code ?? null, replayed: false };
  },
};

const IS_A_GIFT: Refusal = {
  ...{ code: 'INVALID_INPUT', field: 'giftCardId' },
  problem: 'This card is a gift: its sender changes and recalls it.',
};

function factsOf(card: GiftCard) {
  return { ...cardFacts(card), left: formatRupees(card.remaining) };
}

function callOf({ idempotencyKey }: ChangeGiftCard): string {
  return `reissue:${idempotencyKey}`;
}

/** Takes back what is left on a card, for good. What was claimed of it stays where it is. */
export function cancelGiftCard(
  app: App,
  caller: Caller,
  input: ChangeGiftCard,
): Promise<ChangedCard | Refused> {
  return change(app, 'cancelGiftCard', caller, input);
}

/** Gives a card another code, told to who asked; the one before is worth nothing from then on. */
export function reissueGiftCard(
  app: App,
  caller: Caller,
  input: ChangeGiftCard,
): Promise<ChangedCard | Refused> {
  return change(app, 'reissueGiftCard', caller, input);
}

function change(app: App, act: Act, caller: Caller, input: ChangeGiftCard): Promise<ChangedCard | Refused> {
  const name = keyDigest(`${caller.actor.id}:${input.idempotencyKey}`);
  return app.engine.submit(useCase, { app, act, caller, name, intent: intentOf(act, input), input });
}
