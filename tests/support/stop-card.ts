import { decideCard } from '../../api/domain/gift-card/decide-card.ts';
import { isRefusal } from '../../api/domain/refusal.ts';
import type { UseCase } from '../../api/ledger/use-case.ts';
import { putCard } from '../../api/services/issue-gift-cards.ts';
import { PAYMENTS } from '../../api/services/open-review.ts';
import type { TestApp } from './app.ts';

const stop: UseCase<string, null> = {
  name: 'stopCardOfTest',
  reads: (cardId) => ({ giftCards: [cardId] }),
  decide: (cardId, work, { now, policy }) => {
    const decided = decideCard(
      work.get('giftCards', cardId) ?? null,
      { kind: 'STOP', reason: 'Disputed' },
      cardId,
      {
        ...{ now, terms: policy.giftCards, actor: PAYMENTS, requestId: 'test', name: 'stop', intent: null },
      },
    );
    if (isRefusal(decided)) throw new Error(decided.code);
    putCard(work, decided);
    return null;
  },
};

/** As if the payment of a card were disputed. */
export async function stopCard(app: TestApp, cardId: string): Promise<void> {
  await app.engine.submit(stop, cardId);
}
