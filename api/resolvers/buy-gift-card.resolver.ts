import { GraphQLError } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { BuyGiftCardInput, BuyGiftCardPayload } from '../../schema/gift-card/buy-gift-card.io.ts';
import { GiftCardPurchase } from '../../schema/gift-card/gift-card-purchase.type.ts';
import {
  ShowGiftCardCodeInput,
  ShowGiftCardCodePayload,
} from '../../schema/gift-card/show-gift-card-code.io.ts';
import { Viewer } from '../../schema/viewer/viewer.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import { buyGiftCard } from '../services/buy-gift-card.ts';
import { findGiftCard } from '../services/queries/find-gift-cards.ts';
import { findPurchase, findPurchases } from '../services/queries/find-purchases.ts';
import { showGiftCardCode } from '../services/show-gift-card-code.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { noteLook } from './looks.ts';
import { presentPurchase, type PurchaseView } from './presenters/gift-card-purchase.presenter.ts';
import {
  presentCardTo,
  presentCode,
  presentGiftCard,
  type GiftCardView,
} from './presenters/gift-card.presenter.ts';
import { presentRefusal } from './presenters/user-error.presenter.ts';
import { actsForOthers, callerOf, CUSTOMERS, EVERYBODY, mayRead, ownCustomerId } from './reach.ts';

@Resolver(() => GiftCardPurchase)
export class BuyGiftCardResolver {
  @Authorized(CUSTOMERS)
  @Mutation(() => BuyGiftCardPayload, {
    description:
      'Begins to buy a gift card with a payment and answers how to pay it. For customers. Writes nothing to any journal: the card is made when the payment provider has collected the payment.',
  })
  async buyGiftCard(
    @Arg('input', () => BuyGiftCardInput, { description: 'How much, and how it is paid.' })
    { amount, method, idempotencyKey }: BuyGiftCardInput,
    @Ctx() context: GraphqlContext,
  ): Promise<BuyGiftCardPayload> {
    const customerId = customerOf(context);
    const outcome = await buyGiftCard(context.app, {
      ...{ customerId, amount: amount.amount, method, idempotencyKey },
    });
    if ('refused' in outcome)
      return { purchase: null, replayed: false, userErrors: [presentRefusal(outcome.refused)] };
    return { purchase: presentPurchase(outcome.topUp), replayed: outcome.replayed, userErrors: [] };
  }

  @Authorized(CUSTOMERS)
  @Mutation(() => ShowGiftCardCodePayload, {
    description:
      'The code of a gift card that the caller has bought, for 30 days and while there is something on it. For customers. Each time is written down. Writes nothing to any journal.',
  })
  async showGiftCardCode(
    @Arg('input', () => ShowGiftCardCodeInput, { description: 'Which gift card.' })
    { giftCardId }: ShowGiftCardCodeInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ShowGiftCardCodePayload> {
    const customerId = customerOf(context);
    const id = localId('GiftCard', giftCardId) ?? '';
    const shown = await showGiftCardCode(context.app, callerOf(context), id);
    if ('refused' in shown) {
      const userErrors = [presentRefusal(shown.refused)];
      return { giftCard: null, code: null, codeWithheld: false, userErrors };
    }
    const giftCard = presentCardTo(customerId, shown.card, context.app.now());
    return { giftCard, ...presentCode(shown.code), userErrors: [] };
  }

  @Authorized(EVERYBODY)
  @Weighs({ own: QUERY })
  @Query(() => GiftCardPurchase, {
    nullable: true,
    description:
      'A purchase of a gift card by its id; null when there is none. Staff and admins see every one, a customer only the own: any other is answered like one that does not exist.',
  })
  async giftCardPurchase(
    @Arg('id', () => ID, { description: 'The `id` of the purchase.' }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<PurchaseView | null> {
    const paymentId = localId('GiftCardPurchase', id);
    if (paymentId === null || !mayRead(callerOf(context), walletIdOf(paymentId))) return null;
    const payment = await findPurchase(context.app, paymentId);
    if (payment) await noteLook(context, 'readHistory', payment.walletId);
    return payment && presentPurchase(payment);
  }

  @FieldResolver()
  async giftCard(
    @Root() { facts: { giftCard, status } }: PurchaseView,
    @Ctx() context: GraphqlContext,
  ): Promise<GiftCardView | null> {
    const card = giftCard && status === 'SETTLED' ? await findGiftCard(context.app, giftCard.id) : null;
    if (!card) return null;
    const caller = callerOf(context);
    const now = context.app.now();
    return actsForOthers(caller) ? presentGiftCard(card, now) : presentCardTo(caller.actor.id, card, now);
  }
}

@Resolver(() => Viewer)
export class ViewerPurchasesResolver {
  @Weighs({ own: QUERY, most: 100 })
  @FieldResolver(() => [GiftCardPurchase], {
    description:
      'The gift cards that the caller has bought or tries to, newest first, at most 100; empty for staff and admins.',
  })
  async giftCardPurchases(@Ctx() context: GraphqlContext): Promise<PurchaseView[]> {
    const customerId = ownCustomerId(callerOf(context));
    return customerId === null ? [] : (await findPurchases(context.app, customerId)).map(presentPurchase);
  }
}

/** The customer who asks. */
function customerOf(context: GraphqlContext): string {
  const customerId = ownCustomerId(callerOf(context));
  if (customerId !== null) return customerId;
  throw new GraphQLError('Only customers buy gift cards.', { extensions: { code: 'FORBIDDEN' } });
}
