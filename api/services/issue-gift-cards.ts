import { actId, differences } from '../domain/act.ts';
import { isWithin, limitOf, withUsed } from '../domain/act-limits.ts';
import { addDays, endOfDay, type Instant } from '../domain/calendar.ts';
import type { Code } from '../domain/code.ts';
import { cardEntryId } from '../domain/gift-card/card-entries.ts';
import { decideCard, type CardAdvance } from '../domain/gift-card/decide-card.ts';
import {
  cardFacts,
  CODES_TOLD_DAYS,
  MOST_CARDS_AT_ONCE,
  type GiftCard,
} from '../domain/gift-card/gift-card.ts';
import type { Paise } from '../domain/money.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { newGiftCode, validCode } from './gift-codes.ts';
import { intentOf, keyDigest } from './idempotency.ts';
import type { Refused } from './outcome.ts';
import { record } from './record-act.ts';
import { daysOf, useOfDay } from './within-limits.ts';

export interface IssueGiftCards {
  readonly count: number;
  /** Of each, in paise. */
  readonly amount: Paise;
  /** A moment on their last day; null leaves that to the shop. */
  readonly expiresOn: Instant | null;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** A card with its code, as long as that is told. */
export interface CodedCard {
  readonly card: GiftCard;
  /** Null once it is withheld. */
  readonly code: Code | null;
}

export interface Issued {
  readonly cards: readonly CodedCard[];
  /** True where the key had issued them before. */
  readonly replayed: boolean;
}

interface Asked {
  readonly app: App;
  readonly caller: Caller;
  readonly ids: readonly string[];
  readonly intent: string;
  readonly input: IssueGiftCards;
}

/** Issuing counts as crediting in bulk (product rule 22). */
const LIMITED = 'bulkAddCredits';
/** The name within its card of the entry that issues it. */
export const ISSUE = 'issue';

const useCase: UseCase<Asked, Issued | Refused> = {
  name: 'issueGiftCards',
  // The entry of each: a card that was read before it was there is then read again.
  reads: ({ app, caller, ids }) => ({
    ...{ giftCards: ids, giftCardEntries: ids.map((id) => cardEntryId(id, ISSUE)) },
    limitUses: daysOf(caller.actor, LIMITED, app.now()),
  }),
  decide: (asked, work, context) => {
    const { caller, ids, input } = asked;
    const first = issuedBefore(asked, work, context);
    if (first) return first;
    const counted = countedAlone(asked, work, context);
    if (isRefusal(counted)) return { refused: counted };
    const cards: CodedCard[] = [];
    for (const cardId of ids) {
      const issued = issueOne(asked, cardId, cards.length === 0 ? counted : {}, context);
      if (isRefusal(issued)) {
        work.discard();
        return { refused: issued };
      }
      putCard(work, issued.advance);
      cards.push(issued.coded);
    }
    const [sample] = cards;
    if (!sample) throw new Error('No card was asked for.');
    record(work, context, caller, {
      ...{ id: actId('issueGiftCards', sample.card.id), act: 'issueGiftCards', reason: input.reason },
      subject: { kind: 'GIFT_CARD', id: sample.card.id },
      ...differences(null, { ...cardFacts(sample.card), lastFour: null, cards: String(cards.length) }),
    });
    return { cards, replayed: false };
  },
};

/** What the key has issued, with the codes as long as they are told; null where it has issued nothing. */
function issuedBefore(
  { app, ids, intent, input }: Asked,
  work: Scope,
  { now }: BatchContext,
): Issued | Refused | null {
  const first = work.get('giftCardEntries', cardEntryId(ids[0] ?? '', ISSUE));
  if (!first) return null;
  if (first.intent !== intent) return { refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: first.at } };
  const cards = ids.flatMap((id) => work.get('giftCards', id) ?? []);
  const isTold = now <= addDays(first.at, CODES_TOLD_DAYS);
  const call = callOf(input);
  return {
    cards: cards.map((card) => ({ card, code: isTold ? validCode(app, card, call) : null })),
    replayed: true,
  };
}

/** What is counted against the limit of who asks, and noted on the first card; nothing for who has none. */
function countedAlone(
  { caller: { actor }, input: { amount, count } }: Asked,
  work: Scope,
  context: BatchContext,
): { readonly counted?: Paise } | Refusal {
  const limit = limitOf(actor, LIMITED, context.policy);
  if (!limit) return {};
  const counted = amount * BigInt(count);
  const use = useOfDay(actor, LIMITED, work, context);
  if (!isWithin(limit, use, counted))
    return { code: 'LIMIT_REACHED', max: limit.each, available: leftOf(limit.day, use.used) };
  work.put('limitUses', use.id, withUsed(use, counted));
  return { counted };
}

function leftOf(day: Paise, used: Paise): Paise {
  return used < day ? day - used : 0n;
}

function issueOne(
  { app, caller, intent, input }: Asked,
  cardId: string,
  counted: { readonly counted?: Paise },
  { now, policy }: BatchContext,
): { readonly advance: CardAdvance; readonly coded: CodedCard } | Refusal {
  const { code, onCard } = newGiftCode(app, cardId, callOf(input));
  const { amount, reason, expiresOn } = input;
  const expiresAt = endOfDay(expiresOn ?? addDays(now, policy.giftCards.days));
  const command = {
    kind: 'ISSUE',
    amount,
    funding: 'GRANTED',
    expiresAt,
    reason,
    ...onCard,
    ...counted,
  } as const;
  const context = { ...caller, now, terms: policy.giftCards, name: ISSUE, intent };
  const advance = decideCard(null, command, cardId, context);
  return isRefusal(advance) ? advance : { advance, coded: { card: advance.card, code } };
}

/** Writes down what was decided of a card, with its code where that is new. */
export function putCard(work: Scope, { card, entries }: CardAdvance): void {
  work.put('giftCards', card.id, card);
  for (const entry of entries) {
    work.put('giftCardEntries', entry.id, entry);
    if ('codeId' in entry) work.put('giftCodes', entry.codeId, { id: entry.codeId, cardId: card.id });
  }
}

function callOf({ idempotencyKey }: IssueGiftCards): string {
  return `issue:${idempotencyKey}`;
}

/** Issues gift cards that the shop gives away. Their codes are told to who asked, for a while, and are nowhere else. */
export async function issueGiftCards(
  app: App,
  caller: Caller,
  input: IssueGiftCards,
): Promise<Issued | Refused> {
  const { count, idempotencyKey } = input;
  if (count < 1 || count > MOST_CARDS_AT_ONCE) {
    const problem = `One call issues 1 to ${MOST_CARDS_AT_ONCE} cards.`;
    return { refused: { code: 'INVALID_INPUT', field: 'count', problem } };
  }
  const key = keyDigest(`${caller.actor.id}:${idempotencyKey}`);
  const ids = Array.from({ length: count }, (_, n) => `gc_${key}_${n + 1}`);
  return app.engine.submit(useCase, { app, caller, ids, intent: intentOf(useCase.name, input), input });
}
