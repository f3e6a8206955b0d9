import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  CancelGiftCardInput,
  CancelGiftCardPayload,
  ReissueGiftCardInput,
  ReissueGiftCardPayload,
} from '../../schema/gift-card/change-gift-card.io.ts';
import { IssueGiftCardsInput, IssueGiftCardsPayload } from '../../schema/gift-card/issue-gift-cards.io.ts';
import {
  StartGiftCardBatchInput,
  StartGiftCardBatchPayload,
} from '../../schema/gift-card/start-gift-card-batch.io.ts';
import { cancelGiftCard, reissueGiftCard, type ChangedCard } from '../services/change-gift-card.ts';
import { issueGiftCards } from '../services/issue-gift-cards.ts';
import { startGiftCardBatch } from '../services/start-gift-card-batch.ts';
import type { Refused } from '../services/outcome.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentCode, presentGiftCard, presentIssued } from './presenters/gift-card.presenter.ts';
import { presentJobAnswer } from './presenters/job.presenter.ts';
import { presentRefusal } from './presenters/user-error.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';

const NOT_FOUND = { refused: { code: 'GIFT_CARD_NOT_FOUND' } } as const;

@Resolver()
export class IssueGiftCardsResolver {
  @Authorized(ADMINS)
  @Mutation(() => IssueGiftCardsPayload, {
    description:
      'Issues gift cards that the shop gives away, and tells their codes: to this call and its repeats within 30 days, and to nobody else. Counts as crediting in bulk. For admins. Writes nothing to the journal of any wallet.',
  })
  async issueGiftCards(
    @Arg('input', () => IssueGiftCardsInput, { description: 'How many, with how much, and why.' })
    { count, amount, expiresAt, reason, idempotencyKey }: IssueGiftCardsInput,
    @Ctx() context: GraphqlContext,
  ): Promise<IssueGiftCardsPayload> {
    const { app } = context;
    const issued = await issueGiftCards(app, callerOf(context), {
      ...{ count, amount: amount.amount, expiresOn: expiresAt ?? null, reason, idempotencyKey },
    });
    if ('refused' in issued)
      return { giftCards: [], replayed: false, userErrors: [presentRefusal(issued.refused)] };
    const now = app.now();
    const giftCards = issued.cards.map((card) => presentIssued(card, now));
    return { giftCards, replayed: issued.replayed, userErrors: [] };
  }

  @Authorized(ADMINS)
  @Mutation(() => StartGiftCardBatchPayload, {
    description:
      'Writes down a batch of gift cards that the shop gives away, for the server to issue by itself: let it begin with `resumeJob`, which counts as crediting in bulk, follow the job, then fetch the codes at `Job.codesUrl` within 30 days. For admins. Writes nothing to the journal of any wallet.',
  })
  async startGiftCardBatch(
    @Arg('input', () => StartGiftCardBatchInput, { description: 'How many, with how much, and why.' })
    { count, amount, expiresAt, reason, idempotencyKey }: StartGiftCardBatchInput,
    @Ctx() context: GraphqlContext,
  ): Promise<StartGiftCardBatchPayload> {
    return presentJobAnswer(
      await startGiftCardBatch(context.app, callerOf(context), {
        ...{ count, amount: amount.amount, expiresOn: expiresAt ?? null, reason, idempotencyKey },
      }),
    );
  }

  @Authorized(ADMINS)
  @Mutation(() => CancelGiftCardPayload, {
    description:
      'Takes back what is left on a gift card, for good. For admins. Writes nothing to the journal of any wallet.',
  })
  async cancelGiftCard(
    @Arg('input', () => CancelGiftCardInput, { description: 'Which gift card, and why.' })
    input: CancelGiftCardInput,
    @Ctx() context: GraphqlContext,
  ): Promise<CancelGiftCardPayload> {
    return presentChanged(await change(context, cancelGiftCard, input), context);
  }

  @Authorized(ADMINS)
  @Mutation(() => ReissueGiftCardPayload, {
    description:
      'Gives a gift card another code, for somebody who has lost theirs: the one before is worth nothing from then on. For admins. Writes nothing to the journal of any wallet.',
  })
  async reissueGiftCard(
    @Arg('input', () => ReissueGiftCardInput, { description: 'Which gift card, and why.' })
    input: ReissueGiftCardInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ReissueGiftCardPayload> {
    const changed = await change(context, reissueGiftCard, input);
    const code = 'refused' in changed ? { code: null, codeWithheld: false } : presentCode(changed.code);
    return { ...presentChanged(changed, context), ...code };
  }
}

async function change(
  context: GraphqlContext,
  how: typeof cancelGiftCard,
  { giftCardId: id, reason, idempotencyKey }: CancelGiftCardInput,
): Promise<ChangedCard | Refused> {
  const giftCardId = localId('GiftCard', id);
  return giftCardId === null
    ? NOT_FOUND
    : how(context.app, callerOf(context), { giftCardId, reason, idempotencyKey });
}

function presentChanged(changed: ChangedCard | Refused, { app }: GraphqlContext): CancelGiftCardPayload {
  if ('refused' in changed)
    return { giftCard: null, replayed: false, userErrors: [presentRefusal(changed.refused)] };
  const { card, replayed } = changed;
  return { giftCard: presentGiftCard(card, app.now()), replayed, userErrors: [] };
}
