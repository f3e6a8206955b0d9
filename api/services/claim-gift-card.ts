import { CLAIM_NAME } from '../domain/gift-card/card-entries.ts';
import { decideCard } from '../domain/gift-card/decide-card.ts';
import { sourceOf, type GiftCard } from '../domain/gift-card/gift-card.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { CreditEntry } from '../domain/wallet/entries.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { keyedEntryId } from './idempotency.ts';
import { putCard } from './issue-gift-cards.ts';
import { asToldTo, closedTo, lookUp, NOT_USABLE } from './known-gift-code.ts';
import type { Done, Refused } from './outcome.ts';
import { actOnWallet, answered, request, type Request } from './wallet-use-case.ts';

export interface ClaimGiftCard {
  /** As somebody writes it. */
  readonly code: string;
  readonly customerId: string;
  readonly idempotencyKey: string;
}

/** Which card the code led to. */
interface Claiming {
  readonly idempotencyKey: string;
  readonly cardId: string;
  readonly codeId: string;
}

/** What credits of a card say of why they are there. */
const REASON = 'Gift card';

/** One transaction empties the card and credits the wallet, with the card's end and funding. */
const useCase: UseCase<Request<Claiming>, Done<CreditEntry> | Refused> = {
  name: 'claimGiftCard',
  reads: ({ walletId, entryId, input: { cardId } }) => ({
    ...{ wallets: [walletId], key: entryId, giftCards: [cardId] },
  }),
  decide: (asked, work, context) => {
    const first = answered<CreditEntry>('CREDIT', asked, work, context);
    if (first) return first;
    const { walletId: customerId, entryId, intent, caller, input } = asked;
    const card = work.get('giftCards', input.cardId);
    // It was given another code since it was looked up.
    if (!card || card.codeId !== input.codeId) return { refused: NOT_USABLE };
    const { now, policy } = context;
    const decided = decideCard(card, { kind: 'CLAIM', customerId, entryId }, card.id, {
      ...{ ...caller, now, terms: policy.giftCards, name: CLAIM_NAME, intent },
    });
    if (isRefusal(decided)) return { refused: asToldTo(caller, card, decided) };
    const { remaining: amount, expiresAt: expiresOn } = card;
    const origin = { kind: 'GIFT_CARD', giftCardId: card.id } as const;
    const credit = { source: sourceOf(card), reason: REASON, expiresOn, orderId: null, origin };
    const done = actOnWallet<CreditEntry>({ kind: 'CREDIT', amount, ...credit }, asked, work, context);
    if (!('refused' in done)) putCard(work, decided);
    return done;
  },
};

/**
 * Moves all that is left on a card into a customer's wallet. Wrong codes are counted by who tries them and from where; after some
 * the next has to wait, whether it is right or not.
 */
export function claimGiftCard(
  app: App,
  caller: Caller,
  network: string,
  input: ClaimGiftCard,
): Promise<Done<CreditEntry> | Refused> {
  return app.codeAttempts.evenly(() => claim(app, caller, network, input));
}

async function claim(
  app: App,
  caller: Caller,
  network: string,
  { code, customerId, idempotencyKey }: ClaimGiftCard,
): Promise<Done<CreditEntry> | Refused> {
  const entryId = keyedEntryId(customerId, idempotencyKey);
  const [looked, first] = await Promise.all([
    lookUp(app, caller, network, code),
    app.stores.journal.load([entryId]).then((found) => found.get(entryId)),
  ]);
  const { card } = looked;
  const asked =
    card &&
    request(useCase.name, caller, customerId, { idempotencyKey, cardId: card.id, codeId: card.codeId });
  const ended = first || !card ? null : closedTo(caller, card, app.now());
  // Whoever has to wait is told what the key has done, and of no other code whether there is one.
  if (!asked || (looked.wait && first?.intent !== asked.intent))
    return { refused: looked.wait ?? NOT_USABLE };
  // Nothing more is asked of the database than for a code that does not exist.
  if (ended) return { refused: ended };
  return app.engine.submit(useCase, asked);
}

/** What a code is worth to who has it; refused in the same words whatever the cause, unless they may know. */
export function lookAtGiftCard(
  app: App,
  caller: Caller,
  network: string,
  code: string,
): Promise<{ readonly card: GiftCard } | Refused> {
  return app.codeAttempts.evenly(async () => {
    const { card, wait } = await lookUp(app, caller, network, code);
    if (wait || !card) return { refused: wait ?? NOT_USABLE };
    const ended = closedTo(caller, card, app.now());
    return ended?.code === 'CODE_NOT_USABLE' ? { refused: ended } : { card };
  });
}
