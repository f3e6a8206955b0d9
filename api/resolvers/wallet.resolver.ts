import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ForwardPageArgs } from '../../schema/connection/forward-page.args.ts';
import type { Customer } from '../../schema/customer/customer.type.ts';
import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import type { TierStanding } from '../../schema/tier/tier-standing.type.ts';
import { TransactionsArgs } from '../../schema/transaction/transactions.args.ts';
import type { ExpiringCredits } from '../../schema/wallet/expiring-credits.type.ts';
import type { ShownReason } from '../../schema/wallet/shown-reason.enum.ts';
import { SpendPreviewArgs } from '../../schema/wallet/spend-preview.args.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';
import { LOOKED_UP, Weighs } from '../../schema/weight.ts';
import { findShownReason } from '../services/queries/find-status-changes.ts';
import { latestDebitOf, previewSpend } from '../services/queries/preview-spend.ts';
import type { GraphqlContext } from './context.ts';
import { historyFilterOf } from './history-filter.ts';
import { historyOnce } from './history-once.ts';
import { noteLook } from './looks.ts';
import { nameOf } from './once.ts';
import { presentCustomer } from './presenters/customer.presenter.ts';
import type { HistoryView } from './presenters/history.presenter.ts';
import { presentExpiring, presentLot, type LotView } from './presenters/lot.presenter.ts';
import { presentPreview, type SpendPreviewView } from './presenters/spend-preview.presenter.ts';
import { presentStanding } from './presenters/tier.presenter.ts';
import { presentWallet, type WalletView } from './presenters/wallet.presenter.ts';
import { actsForOthers, callerOf, EVERYBODY, mayRead } from './reach.ts';

const FARTHEST_LOOK_AHEAD_DAYS = 3_650;

@Resolver(() => Wallet)
export class WalletResolver {
  @Authorized(EVERYBODY)
  @Weighs({ own: LOOKED_UP })
  @Query(() => Wallet, {
    nullable: true,
    description:
      "A customer's wallet; null when there is none. Staff and admins see every wallet, a customer only the own: any other is answered like one that does not exist.",
  })
  async wallet(
    @Arg('customerId', () => ID, { description: 'The customer whose wallet it is.' }) customerId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<WalletView | null> {
    if (!mayRead(callerOf(context), customerId)) return null;
    const wallet = await context.loaders.wallets.load(customerId);
    return wallet && presentWallet(wallet);
  }

  @FieldResolver()
  async customer(@Root() { state }: WalletView, @Ctx() context: GraphqlContext): Promise<Customer | null> {
    const customer = await context.loaders.customers.load(state.id);
    if (customer) await noteLook(context, 'readCustomer', state.id);
    return customer && presentCustomer(customer);
  }

  /** What staff say among themselves stays among them. */
  @FieldResolver()
  statusReason(@Root() { state }: WalletView, @Ctx() context: GraphqlContext): string | null {
    return actsForOthers(callerOf(context)) ? state.statusReason : null;
  }

  @FieldResolver()
  shownReason(
    @Root() { state }: WalletView,
    @Ctx() { app, once }: GraphqlContext,
  ): Promise<ShownReason | null> {
    return once.of(nameOf('shownReason', state), () => findShownReason(app, state));
  }

  @FieldResolver()
  tier(@Root() { state }: WalletView, @Ctx() { app }: GraphqlContext): TierStanding {
    return presentStanding(state, app.policy, app.now());
  }

  @FieldResolver()
  lots(@Root() { state }: WalletView, @Ctx() { app }: GraphqlContext): LotView[] {
    const now = app.now();
    return state.lots.map((lot) => presentLot(state.id, lot, now));
  }

  @FieldResolver()
  expiringCredits(
    @Arg('withinDays', () => Int, {
      defaultValue: 30,
      description:
        'How many days to look ahead, counted in midnights of the shop: 0 means today only, at most 3650.',
    })
    withinDays: number,
    @Root() { state }: WalletView,
    @Ctx() { app }: GraphqlContext,
  ): ExpiringCredits {
    if (withinDays < 0 || withinDays > FARTHEST_LOOK_AHEAD_DAYS) {
      throw badUserInput(`withinDays must be between 0 and ${FARTHEST_LOOK_AHEAD_DAYS}.`, 'withinDays');
    }
    return presentExpiring(state, withinDays, app.now());
  }

  @FieldResolver()
  async transactions(
    @Args(() => TransactionsArgs) args: TransactionsArgs,
    @Root() { state }: WalletView,
    @Ctx() context: GraphqlContext,
  ): Promise<HistoryView> {
    await noteLook(context, 'readHistory', state.id);
    return historyOnce(context, state, historyFilterOf(args.filter), args);
  }

  @FieldResolver()
  async expiryHistory(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Root() { state }: WalletView,
    @Ctx() context: GraphqlContext,
  ): Promise<HistoryView> {
    await noteLook(context, 'readHistory', state.id);
    return historyOnce(context, state, { kinds: ['EXPIRY'] }, args);
  }

  @FieldResolver()
  async spendPreview(
    @Args(() => SpendPreviewArgs) { amount, orderId }: SpendPreviewArgs,
    @Root() { state }: WalletView,
    @Ctx() context: GraphqlContext,
  ): Promise<SpendPreviewView> {
    const { app } = context;
    const earlier = orderId ? await latestDebitOf(app, state, orderId) : null;
    return presentPreview(previewSpend(app, callerOf(context), state, amount.amount), earlier);
  }
}
