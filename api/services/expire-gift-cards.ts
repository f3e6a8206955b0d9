import { SYSTEM_ACTOR } from '../domain/actor.ts';
import { decideCard } from '../domain/gift-card/decide-card.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import { putCard } from './issue-gift-cards.ts';

const PAGE = 500;

/** Books that the time of a card has come. Needs no key: a card expires once. */
const useCase: UseCase<{ readonly cardId: string; readonly requestId: string }, boolean> = {
  name: 'expireGiftCard',
  reads: ({ cardId }) => ({ giftCards: [cardId] }),
  decide: ({ cardId, requestId }, work, { now, policy }) => {
    const card = work.get('giftCards', cardId);
    const context = { now, terms: policy.giftCards, actor: SYSTEM_ACTOR, requestId, name: '', intent: null };
    const decided = decideCard(card ?? null, { kind: 'EXPIRE' }, cardId, context);
    if (isRefusal(decided) || decided.entries.length === 0) return false;
    putCard(work, decided);
    return true;
  },
};

/**
 * Books every gift card whose time has come, a page at a time, beside interactive work; answers how many. Late, twice or in two
 * processes at once: nothing changes but when it is booked. One that fails is due still, and is tried at the next run.
 */
export async function expireGiftCards(app: App, requestId: string, signal?: AbortSignal): Promise<number> {
  let expired = 0;
  while (!signal?.aborted && app.trust() === 'FULL') {
    const due = await app.stores.giftCards.due(app.now(), PAGE);
    const booked = await Promise.allSettled(
      due.map((cardId) => app.engine.submit(useCase, { cardId, requestId }, 'BACKGROUND')),
    );
    const done = booked.filter((answer) => answer.status === 'fulfilled' && answer.value).length;
    expired += done;
    if (done === 0) break;
  }
  return expired;
}
