import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CancelCheckoutInput, CancelCheckoutPayload } from '../../schema/checkout/cancel-checkout.io.ts';
import { Checkout } from '../../schema/checkout/checkout.type.ts';
import { PayCheckoutInput, PayCheckoutPayload } from '../../schema/checkout/pay-checkout.io.ts';
import { StartCheckoutInput, StartCheckoutPayload } from '../../schema/checkout/start-checkout.io.ts';
import type { Customer } from '../../schema/customer/customer.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { walletPartOf } from '../domain/checkout.ts';
import { walletIdOf } from '../domain/wallet/entry-id.ts';
import { findCheckout } from '../services/queries/find-checkout.ts';
import { startCheckout, type CheckoutAnswer } from '../services/start-checkout.ts';
import { cancelCheckout, payCheckout } from '../services/work-on-checkout.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { holdOf } from './hold-of.ts';
import { noteLook } from './looks.ts';
import {
  presentCheckout,
  presentCheckoutAnswer,
  type CheckoutView,
  type PresentedCheckout,
} from './presenters/checkout.presenter.ts';
import { presentCustomer } from './presenters/customer.presenter.ts';
import type { HoldView } from './presenters/hold.presenter.ts';
import { callerOf, customerToActFor, EVERYBODY, mayRead, NOBODY_NAMED } from './reach.ts';

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
    const state = checkoutId === null ? null : await findCheckout(context.app, checkoutId);
    if (state) await noteLook(context, 'readHistory', state.checkout.walletId);
    return state && presentCheckout(state, context.app);
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
    if (customerId === null) return presentCheckoutAnswer({ refused: NOBODY_NAMED }, context.app);
    const { orderId, credits, returnUrl, idempotencyKey } = same;
    const input = {
      ...{ customerId, orderId, total: total.amount, credits, amount: amount?.amount ?? null },
      ...{ method: method ?? null, returnUrl: returnUrl ?? null, idempotencyKey },
      ...(typeof expectedSeq === 'number' && { quotedSeq: expectedSeq }),
      ...(giftCardCodes && { giftCardCodes }),
    };
    const answer = await startCheckout(context.app, caller, input, context.network);
    return presentCheckoutAnswer(answer, context.app);
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
  if (checkoutId === null)
    return presentCheckoutAnswer({ refused: { code: 'CHECKOUT_NOT_FOUND' } }, context.app);
  return presentCheckoutAnswer(await act(checkoutId), context.app);
}
