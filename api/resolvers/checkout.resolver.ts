import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  AddGiftCardToCheckoutInput,
  AddGiftCardToCheckoutPayload,
} from '../../schema/checkout/add-gift-card.io.ts';
import { CancelCheckoutInput, CancelCheckoutPayload } from '../../schema/checkout/cancel-checkout.io.ts';
import { Checkout } from '../../schema/checkout/checkout.type.ts';
import {
  MakeCheckoutLinkInput,
  MakeCheckoutLinkPayload,
} from '../../schema/checkout/make-checkout-link.io.ts';
import { PayCheckoutInput, PayCheckoutPayload } from '../../schema/checkout/pay-checkout.io.ts';
import { RefundCheckoutInput, RefundCheckoutPayload } from '../../schema/checkout/refund-checkout.io.ts';
import { RefundSplit } from '../../schema/checkout/refund-split.type.ts';
import { StartCheckoutInput, StartCheckoutPayload } from '../../schema/checkout/start-checkout.io.ts';
import type { Customer } from '../../schema/customer/customer.type.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';
import { MoneyInput } from '../../schema/money/money.input.ts';
import type { Money } from '../../schema/money/money.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { walletPartOf } from '../domain/checkout.ts';
import {
  backOf,
  refundableOf,
  refundedOf,
  splitOf,
  waysOf,
  type PaidMeans,
} from '../domain/checkout-refund.ts';
import { isRefusal } from '../domain/refusal.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import { addCardToCheckout } from '../services/add-card-to-checkout.ts';
import { makeCheckoutLink } from '../services/checkout-links.ts';
import { returnOf } from '../services/checkout-return.ts';
import { latestCheckouts } from '../services/queries/find-checkout.ts';
import { refundCheckoutWithinLimits } from '../services/refund-checkout-within-limits.ts';
import { startCheckout, type CheckoutAnswer } from '../services/start-checkout.ts';
import { cancelCheckout, payCheckout } from '../services/work-on-checkout.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { holdOf } from './hold-of.ts';
import { noteLook } from './looks.ts';
import {
  presentCheckout,
  presentCheckoutAnswer,
  presentLink,
  presentSplit,
  type CheckoutView,
  type PresentedCheckout,
} from './presenters/checkout.presenter.ts';
import { presentRefundAnswer } from './presenters/refund-checkout.presenter.ts';
import { presentCustomer } from './presenters/customer.presenter.ts';
import { presentMoney } from './presenters/money.presenter.ts';
import type { HoldView } from './presenters/hold.presenter.ts';
import type { WalletView } from './presenters/wallet.presenter.ts';
import { callerOf, customerToActFor, EVERYBODY, mayRead, NOBODY_NAMED, STAFF } from './reach.ts';

@Resolver(() => Checkout)
export class CheckoutResolver {
  @Authorized(EVERYBODY)
  @Weighs({ own: QUERY })
  @Query(() => Checkout, {
    nullable: true,
    description:
      'A checkout by its id; null when there is none. Staff and admins see every one, a customer only the own: any other is answered like one that does not exist.',
  })
  async checkout(
    @Arg('id', () => ID, { description: 'The `id` of the checkout.' }) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<CheckoutView | null> {
    const checkoutId = ownCheckout(context, id);
    const state = checkoutId === null ? null : await context.loaders.checkouts.load(checkoutId);
    if (state) await noteLook(context, 'readHistory', state.checkout.walletId);
    return state && presentCheckout(state);
  }

  @Authorized(EVERYBODY)
  @Mutation(() => StartCheckoutPayload, {
    description:
      'Begins to pay an order with credits and one payment for the rest: the credits are held at once, and captured when the payment was collected. What credits pay alone is paid at once. For the customer, staff and admins. Writes a HOLD to the journal, and a DEBIT where nothing is left to pay.',
  })
  async startCheckout(
    @Arg('input', () => StartCheckoutInput, { description: 'Which order, and with what.' })
    { customerId: named, total, amount, method, expectedSeq, giftCardCodes, ...same }: StartCheckoutInput,
    @Ctx() context: GraphqlContext,
  ): Promise<StartCheckoutPayload> {
    const caller = callerOf(context);
    const customerId = customerToActFor(caller, named);
    if (customerId === null) return presentCheckoutAnswer({ refused: NOBODY_NAMED });
    const { orderId, credits, returnUrl, idempotencyKey } = same;
    const input = {
      ...{ customerId, orderId, total: total.amount, credits, amount: amount?.amount ?? null },
      ...{ method: method ?? null, returnUrl: returnUrl ?? null, idempotencyKey },
      ...(typeof expectedSeq === 'number' && { quotedSeq: expectedSeq }),
      ...(giftCardCodes && { giftCardCodes }),
    };
    const answer = await startCheckout(context.app, caller, input, context.network);
    return presentCheckoutAnswer(answer);
  }

  @Authorized(EVERYBODY)
  @Mutation(() => PayCheckoutPayload, {
    description:
      'Says how the rest of a checkout is paid and answers how to pay it. Another way than before takes its place: that can no longer be paid. For the customer, staff and admins. Writes nothing to the journal.',
  })
  async payCheckout(
    @Arg('input', () => PayCheckoutInput, { description: 'Which checkout, and how.' })
    { checkoutId, method, idempotencyKey }: PayCheckoutInput,
    @Ctx() context: GraphqlContext,
  ): Promise<PayCheckoutPayload> {
    return onOwn(context, checkoutId, (id) =>
      payCheckout(context.app, callerOf(context), { checkoutId: id, method, idempotencyKey }),
    );
  }

  @Authorized(EVERYBODY)
  @Mutation(() => AddGiftCardToCheckoutPayload, {
    description:
      'Sets aside what a gift card gives to what is left to pay of a checkout, as long as no payment was begun. Where nothing is left then, the order is paid at once. For the customer, staff and admins. Writes nothing to the journal, and a DEBIT where nothing is left to pay and credits were held.',
  })
  async addGiftCardToCheckout(
    @Arg('input', () => AddGiftCardToCheckoutInput, { description: 'Which checkout, and which gift card.' })
    { checkoutId, giftCardCode: code, idempotencyKey }: AddGiftCardToCheckoutInput,
    @Ctx() context: GraphqlContext,
  ): Promise<AddGiftCardToCheckoutPayload> {
    return onOwn(context, checkoutId, (id) =>
      addCardToCheckout(
        context.app,
        callerOf(context),
        { checkoutId: id, code, idempotencyKey },
        context.network,
      ),
    );
  }

  @Authorized(EVERYBODY)
  @Mutation(() => CancelCheckoutPayload, {
    description:
      'Calls a checkout off and gives back what it holds. What arrives for it later is never lost: a person looks at it. For the customer, staff and admins. Writes a RELEASE to the journal.',
  })
  async cancelCheckout(
    @Arg('input', () => CancelCheckoutInput, { description: 'Which checkout, and why.' })
    { checkoutId, reason, idempotencyKey }: CancelCheckoutInput,
    @Ctx() context: GraphqlContext,
  ): Promise<CancelCheckoutPayload> {
    return onOwn(context, checkoutId, (id) =>
      cancelCheckout(context.app, callerOf(context), {
        ...{ checkoutId: id, reason: reason ?? null, idempotencyKey },
      }),
    );
  }

  @Authorized(STAFF)
  @Mutation(() => MakeCheckoutLinkPayload, {
    description:
      'Makes a link by which the customer of an open checkout pays it without signing in. For the shop’s server, staff and admins. Writes nothing to the journal.',
  })
  async makeCheckoutLink(
    @Arg('input', () => MakeCheckoutLinkInput, { description: 'Which checkout.' })
    { checkoutId: opaqueId, idempotencyKey }: MakeCheckoutLinkInput,
    @Ctx() context: GraphqlContext,
  ): Promise<MakeCheckoutLinkPayload> {
    const { app } = context;
    const checkoutId = localId('Checkout', opaqueId) ?? '';
    return presentLink(await makeCheckoutLink(app, callerOf(context), { checkoutId, idempotencyKey }));
  }

  @Authorized(STAFF)
  @Mutation(() => RefundCheckoutPayload, {
    description:
      'Gives back a paid checkout, in whole or in part: to where its payment came from first, then to its gift cards, then to its credits. Of the whole amount, whoever asks may give back as much alone as with `refundCredits`; above that nothing happens, and another person is asked to approve it. For staff and admins. Writes a REFUND to the journal where credits go back, and a CREDIT where a gift card that paid was claimed or cancelled.',
  })
  async refundCheckout(
    @Arg('input', () => RefundCheckoutInput, { description: 'Which checkout, how much.' })
    { checkoutId: opaqueId, amount, expectedRefunded, reason, dryRun, idempotencyKey }: RefundCheckoutInput,
    @Ctx() context: GraphqlContext,
  ): Promise<RefundCheckoutPayload> {
    const { app } = context;
    const checkoutId = ownCheckout(context, opaqueId);
    if (checkoutId === null) return presentRefundAnswer({ refused: { code: 'CHECKOUT_NOT_FOUND' } }, app);
    const input = {
      ...{ checkoutId, amount: amount?.amount ?? null, reason, idempotencyKey },
      ...(expectedRefunded && { expectedRefunded: expectedRefunded.amount }),
    };
    return presentRefundAnswer(
      await refundCheckoutWithinLimits(app, callerOf(context), input, { dryRun }),
      app,
    );
  }

  @FieldResolver()
  async refunded(@Root() checkout: CheckoutView, @Ctx() context: GraphqlContext): Promise<Money> {
    return presentMoney(refundedOf(await meansOf(checkout, context)));
  }

  @FieldResolver()
  async refundedTo(@Root() checkout: CheckoutView, @Ctx() context: GraphqlContext): Promise<RefundSplit> {
    return presentSplit(backOf(checkout.facts, await meansOf(checkout, context)));
  }

  @FieldResolver(() => String, { nullable: true })
  async returnTo(@Root() checkout: CheckoutView, @Ctx() context: GraphqlContext): Promise<string | null> {
    const { facts, id } = checkout;
    if (facts.returnUrl === null || !facts.ending) return null;
    const back = waysOf(backOf(facts, await meansOf(checkout, context)));
    return returnOf(facts, id, back, context.app.payments.returns);
  }

  @FieldResolver()
  async claimed(@Root() checkout: CheckoutView, @Ctx() context: GraphqlContext): Promise<Money> {
    return presentMoney((await meansOf(checkout, context)).source.claimed);
  }

  @FieldResolver()
  async refundable(@Root() checkout: CheckoutView, @Ctx() context: GraphqlContext): Promise<Money> {
    return presentMoney(refundableOf(await meansOf(checkout, context)));
  }

  @FieldResolver(() => RefundSplit, { nullable: true })
  async refundSplit(
    @Root() checkout: CheckoutView,
    @Arg('amount', () => MoneyInput, { description: 'How much would be refunded.' }) { amount }: MoneyInput,
    @Ctx() context: GraphqlContext,
  ): Promise<RefundSplit | null> {
    const split = splitOf(await meansOf(checkout, context), amount);
    return isRefusal(split) ? null : presentSplit(split);
  }

  @FieldResolver()
  async customer(
    @Root() { facts }: CheckoutView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<Customer | null> {
    const customer = await loaders.customers.load(facts.walletId);
    return customer && presentCustomer(customer);
  }

  @FieldResolver()
  async hold(@Root() { facts }: CheckoutView, @Ctx() { loaders }: GraphqlContext): Promise<HoldView | null> {
    const part = walletPartOf(facts);
    return part && holdOf(loaders, part.holdId);
  }
}

/** As many of the latest checkouts of a wallet are listed. */
const LISTED = 20;

@Resolver(() => Wallet)
export class WalletCheckoutsResolver {
  @FieldResolver()
  async checkouts(
    @Root() { state: { id } }: WalletView,
    @Ctx() context: GraphqlContext,
  ): Promise<CheckoutView[]> {
    await noteLook(context, 'readHistory', id);
    const found = await latestCheckouts(context.app, id, LISTED);
    return found.map((state) => presentCheckout(state));
  }
}

/** What its fields on refunds say comes of one look. */
function meansOf({ facts, paidBy }: CheckoutView, { loaders, once }: GraphqlContext): Promise<PaidMeans> {
  const name = `means of ${facts.id} ${facts.version} ${paidBy?.version ?? 0}`;
  return once.of(name, () => loaders.means.load({ checkout: facts, payment: paidBy }));
}

/** The id of a checkout that the caller may know of; null for any other. */
function ownCheckout(context: GraphqlContext, id: string): string | null {
  const checkoutId = localId('Checkout', id);
  return checkoutId !== null && mayRead(callerOf(context), walletIdOf(checkoutId)) ? checkoutId : null;
}

async function onOwn(
  context: GraphqlContext,
  id: string,
  act: (checkoutId: string) => Promise<CheckoutAnswer>,
): Promise<PresentedCheckout> {
  const checkoutId = ownCheckout(context, id);
  if (checkoutId === null) return presentCheckoutAnswer({ refused: { code: 'CHECKOUT_NOT_FOUND' } });
  return presentCheckoutAnswer(await act(checkoutId));
}
