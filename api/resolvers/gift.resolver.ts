import { GraphQLError } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Payment } from '../../schema/checkout/payment.type.ts';
import { GiftLook } from '../../schema/gift/gift-look.type.ts';
import {
  ChangeGiftInput,
  ChangeGiftPayload,
  ClaimGiftInput,
  ClaimGiftPayload,
  RecallGiftInput,
  RecallGiftPayload,
  ReturnGiftInput,
  ReturnGiftPayload,
  SendGiftInput,
  SendGiftPayload,
} from '../../schema/gift/gift.io.ts';
import { Gift } from '../../schema/gift/gift.type.ts';
import { Viewer } from '../../schema/viewer/viewer.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import type { GiftLanguage } from '../domain/gift-card/gift.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import { claimGift, lookAtGift, returnGift } from '../services/claim-gift.ts';
import { findGift, findGifts } from '../services/queries/find-gifts.ts';
import { findTopUp } from '../services/queries/find-top-ups.ts';
import { sendGift } from '../services/send-gift.ts';
import { changeGift, recallGift } from '../services/work-on-gift.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { noteLook } from './looks.ts';
import { presentTransactionChange, refusedChange } from './presenters/change.presenter.ts';
import { presentPayment } from './presenters/checkout.presenter.ts';
import {
  presentGift,
  presentGiftAnswer,
  presentGiftLook,
  type GiftView,
} from './presenters/gift.presenter.ts';
import { presentCredit } from './presenters/transaction.presenter.ts';
import { ANYBODY, callerOf, CUSTOMERS, EVERYBODY, mayRead, ownCustomerId } from './reach.ts';

@Resolver(() => Gift)
export class GiftResolver {
  @Authorized(CUSTOMERS)
  @Mutation(() => SendGiftPayload, {
    description:
      'Begins to send a gift and answers how to pay it. For customers. Writes nothing to any journal: the gift is made when the payment provider has collected the payment, and its mail leaves at its time.',
  })
  async sendGift(
    @Arg('input', () => SendGiftInput, { description: 'What, to whom, when, and how it is paid.' })
    { amount, message, deliverAt, language, ...same }: SendGiftInput,
    @Ctx() context: GraphqlContext,
  ): Promise<SendGiftPayload> {
    const { toEmail, fromName, design, method, idempotencyKey } = same;
    const answer = await sendGift(context.app, {
      ...{ customerId: customerOf(context), amount: amount.amount, method, idempotencyKey },
      ...{ toEmail, fromName, message: message || null, design, deliverAt: deliverAt ?? null },
      language: language.toLowerCase() as GiftLanguage,
    });
    return presentGiftAnswer(answer, context.app.now());
  }

  @Authorized(CUSTOMERS)
  @Mutation(() => ChangeGiftPayload, {
    description:
      'Says something of a gift otherwise until it is claimed. For customers, its sender alone. Writes nothing to the journal of any wallet.',
  })
  async changeGift(
    @Arg('input', () => ChangeGiftInput, { description: 'Which gift, and what of it.' })
    { giftId, toEmail, fromName, message, design, deliverAt, idempotencyKey }: ChangeGiftInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ChangeGiftPayload> {
    const words = {
      ...(typeof toEmail === 'string' && { toEmail }),
      ...(typeof fromName === 'string' && { fromName }),
      ...(typeof message === 'string' && { message: message || null }),
      ...(design && { design }),
      ...(typeof deliverAt === 'number' && { deliverAt }),
    };
    const input = { giftId: ownGiftId(context, giftId), words, idempotencyKey };
    return presentGiftAnswer(await changeGift(context.app, callerOf(context), input), context.app.now());
  }

  @Authorized(CUSTOMERS)
  @Mutation(() => RecallGiftPayload, {
    description:
      'Recalls a gift until it is claimed; what was paid goes back to where it came from. For customers, its sender alone. Writes nothing to the journal of any wallet.',
  })
  async recallGift(
    @Arg('input', () => RecallGiftInput, { description: 'Which gift.' })
    { giftId, idempotencyKey }: RecallGiftInput,
    @Ctx() context: GraphqlContext,
  ): Promise<RecallGiftPayload> {
    const input = { giftId: ownGiftId(context, giftId), idempotencyKey };
    return presentGiftAnswer(await recallGift(context.app, callerOf(context), input), context.app.now());
  }

  @Authorized(CUSTOMERS)
  @Mutation(() => ClaimGiftPayload, {
    description:
      'Moves a gift as a whole into the own wallet, by the link of its mail. The link is good once. For customers. Writes a CREDIT to the journal.',
  })
  async claimGift(
    @Arg('input', () => ClaimGiftInput, { description: 'Which gift.' })
    { token, idempotencyKey }: ClaimGiftInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ClaimGiftPayload> {
    const { app, network } = context;
    const input = { token, customerId: customerOf(context), idempotencyKey };
    return presentTransactionChange(await claimGift(app, callerOf(context), network, input), presentCredit);
  }

  @Authorized(CUSTOMERS)
  @Mutation(() => ReturnGiftPayload, {
    description:
      'Moves a gift that nobody claimed for 90 days, or that was recalled and could not be refunded, into the own wallet. For customers, its sender alone. Writes a CREDIT to the journal.',
  })
  async returnGift(
    @Arg('input', () => ReturnGiftInput, { description: 'Which gift.' })
    { giftId, idempotencyKey }: ReturnGiftInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ReturnGiftPayload> {
    const id = ownGiftId(context, giftId);
    if (id === '') return { ...refusedChange({ code: 'GIFT_NOT_FOUND' }), transaction: null };
    const outcome = await returnGift(context.app, callerOf(context), { giftId: id, idempotencyKey });
    return presentTransactionChange(outcome, presentCredit);
  }

  @Authorized(EVERYBODY)
  @Weighs({ own: QUERY })
  @Query(() => Gift, {
    nullable: true,
    description:
      'A gift by its id; null when there is none. Staff and admins see every one, a customer only those that they send: any other is answered like one that does not exist.',
  })
  async sentGift(
    @Arg('id', () => ID, { description: 'The `id` of the gift.' }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<GiftView | null> {
    const giftId = localId('Gift', id);
    if (giftId === null || !mayRead(callerOf(context), walletIdOf(giftId))) return null;
    const gift = await findGift(context.app, giftId);
    if (gift) await noteLook(context, 'readHistory', gift.senderId);
    return gift && presentGift(gift, context.app.now());
  }

  @Authorized(ANYBODY)
  @Weighs({ own: QUERY })
  @Query(() => GiftLook, {
    nullable: true,
    description:
      'What whoever has the link of a gift may know of it, also without signing in; null where there is no such gift. A wrong link counts as trying a code: after some the next has to wait, and hears null.',
  })
  async gift(
    @Arg('token', () => String, { description: 'What stands behind `/gift/` in the link of its mail.' })
    token: string,
    @Ctx() { app, caller, network }: GraphqlContext,
  ): Promise<GiftLook | null> {
    const gift = await lookAtGift(app, caller?.actor.id ?? null, network, token);
    return gift && presentGiftLook(gift, app.now());
  }

  @FieldResolver()
  async payment(@Root() { facts }: GiftView, @Ctx() { app }: GraphqlContext): Promise<Payment> {
    const payment = await findTopUp(app, facts.id);
    if (!payment) throw new Error(`There is no payment of gift ${facts.id}.`);
    return presentPayment(payment);
  }
}

@Resolver(() => Viewer)
export class ViewerGiftsResolver {
  @Weighs({ own: QUERY, most: 100 })
  @FieldResolver(() => [Gift], {
    description: 'The gifts that the caller sends, newest first, at most 100; empty for staff and admins.',
  })
  async gifts(@Ctx() context: GraphqlContext): Promise<GiftView[]> {
    const { app } = context;
    const customerId = ownCustomerId(callerOf(context));
    const gifts = customerId === null ? [] : await findGifts(app, customerId);
    return gifts.map((gift) => presentGift(gift, app.now()));
  }
}

/** The customer who asks. */
function customerOf(context: GraphqlContext): string {
  const customerId = ownCustomerId(callerOf(context));
  if (customerId !== null) return customerId;
  throw new GraphQLError('Only customers send and claim gifts.', { extensions: { code: 'FORBIDDEN' } });
}

/** The id of a gift that the caller sends; empty, which is no gift's, for any other. */
function ownGiftId(context: GraphqlContext, id: string): string {
  const giftId = localId('Gift', id);
  return giftId !== null && walletIdOf(giftId) === customerOf(context) ? giftId : '';
}
