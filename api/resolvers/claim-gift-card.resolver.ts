import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { ClaimGiftCardInput, ClaimGiftCardPayload } from '../../schema/gift-card/claim-gift-card.io.ts';
import { GiftCardLookInput, GiftCardLookPayload } from '../../schema/gift-card/gift-card-look.io.ts';
import { claimGiftCard, lookAtGiftCard } from '../services/claim-gift-card.ts';
import { findGiftCard } from '../services/queries/find-gift-cards.ts';
import type { GraphqlContext } from './context.ts';
import { presentTransactionChange, refusedChange } from './presenters/change.presenter.ts';
import { presentCardTo, presentGiftCard } from './presenters/gift-card.presenter.ts';
import { presentCredit } from './presenters/transaction.presenter.ts';
import { presentRefusal } from './presenters/user-error.presenter.ts';
import { callerOf, CUSTOMERS_AND_ADMINS, customerToActFor, EVERYBODY, NOBODY_NAMED } from './reach.ts';

@Resolver()
export class ClaimGiftCardResolver {
  @Authorized(CUSTOMERS_AND_ADMINS)
  @Mutation(() => ClaimGiftCardPayload, {
    description:
      'Moves all that is left on a gift card into the wallet, where it keeps its end and who paid for it. After some wrong codes the next has to wait. For the customer and for admins. Writes a CREDIT to the journal.',
  })
  async claimGiftCard(
    @Arg('input', () => ClaimGiftCardInput, { description: 'Which gift card, for whom.' })
    { code, customerId: named, idempotencyKey }: ClaimGiftCardInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ClaimGiftCardPayload> {
    const caller = callerOf(context);
    const customerId = customerToActFor(caller, named);
    if (customerId === null) return { ...refusedChange(NOBODY_NAMED), transaction: null, giftCard: null };
    const { app, network } = context;
    const outcome = await claimGiftCard(app, caller, network, { code, customerId, idempotencyKey });
    const origin = 'refused' in outcome ? null : outcome.entry.origin;
    const card = origin?.kind === 'GIFT_CARD' ? await findGiftCard(app, origin.giftCardId) : null;
    return {
      ...presentTransactionChange(outcome, presentCredit),
      giftCard: card && presentCardTo(customerId, card, app.now()),
    };
  }

  @Authorized(EVERYBODY)
  @Mutation(() => GiftCardLookPayload, {
    description:
      'What is on a gift card, for whoever has its code. Changes nothing, but counts as trying a code: after some wrong ones the next has to wait. For customers, staff and admins. Writes nothing to any journal.',
  })
  async giftCardLook(
    @Arg('input', () => GiftCardLookInput, { description: 'Which gift card.' }) { code }: GiftCardLookInput,
    @Ctx() context: GraphqlContext,
  ): Promise<GiftCardLookPayload> {
    const { app, network } = context;
    const looked = await lookAtGiftCard(app, callerOf(context), network, code);
    if ('refused' in looked) return { look: null, userErrors: [presentRefusal(looked.refused)] };
    const { status, remaining, expiresAt } = presentGiftCard(looked.card, app.now());
    return { look: { status, remaining, expiresAt }, userErrors: [] };
  }
}
