import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { RedeemVoucherInput, RedeemVoucherPayload } from '../../schema/campaign/redeem-voucher.io.ts';
import { redeemVoucher } from '../services/redeem-voucher.ts';
import type { GraphqlContext } from './context.ts';
import { presentTransactionChange, refusedChange } from './presenters/change.presenter.ts';
import { presentCredit } from './presenters/transaction.presenter.ts';
import { callerOf, CUSTOMERS_AND_ADMINS, customerToActFor, NOBODY_NAMED } from './reach.ts';

@Resolver()
export class RedeemVoucherResolver {
  @Authorized(CUSTOMERS_AND_ADMINS)
  @Mutation(() => RedeemVoucherPayload, {
    description:
      'Adds what the code of a campaign is worth to the wallet. After some codes that do not exist the next has to wait. For the customer and for admins. Writes a CREDIT to the journal.',
  })
  async redeemVoucher(
    @Arg('input', () => RedeemVoucherInput, { description: 'Which code, for whom.' })
    { code, customerId: named, idempotencyKey }: RedeemVoucherInput,
    @Ctx() context: GraphqlContext,
  ): Promise<RedeemVoucherPayload> {
    const caller = callerOf(context);
    const customerId = customerToActFor(caller, named);
    if (customerId === null) return { ...refusedChange(NOBODY_NAMED), transaction: null };
    const { app, network } = context;
    const outcome = await redeemVoucher(app, caller, network, { code, customerId, idempotencyKey });
    return presentTransactionChange(outcome, presentCredit);
  }
}
