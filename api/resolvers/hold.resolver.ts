import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Checkout } from '../../schema/checkout/checkout.type.ts';
import { HoldConnection } from '../../schema/hold/hold-connection.type.ts';
import type { HoldStatus } from '../../schema/hold/hold-status.enum.ts';
import { Hold } from '../../schema/hold/hold.type.ts';
import { HoldsArgs } from '../../schema/hold/holds.args.ts';
import type { Money } from '../../schema/money/money.type.ts';
import { HoldTransaction } from '../../schema/transaction/hold-transaction.type.ts';
import { ReleaseTransaction } from '../../schema/transaction/release-transaction.type.ts';
import { Wallet } from '../../schema/wallet/wallet.type.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import type { HoldStory } from '../domain/wallet/hold-story.ts';
import { holdPage } from '../services/queries/find-holds.ts';
import { checkoutOfEntry } from './checkout-of.ts';
import type { GraphqlContext } from './context.ts';
import { holdCursors } from './cursor.ts';
import { holdOf } from './hold-of.ts';
import { noteLook } from './looks.ts';
import { forwardPageBy } from './page.ts';
import type { CheckoutView } from './presenters/checkout.presenter.ts';
import { presentDraws, type DrawView } from './presenters/draw.presenter.ts';
import { HoldView, presentHolds } from './presenters/hold.presenter.ts';
import { presentMoney } from './presenters/money.presenter.ts';
import {
  presentHoldEntry,
  presentTransaction,
  type HoldTransactionView,
  type ReleaseView,
  type TransactionView,
} from './presenters/transaction.presenter.ts';
import { presentWallet, type WalletView } from './presenters/wallet.presenter.ts';

/** Of its captures; a hold has few. */
const MOST_CAPTURES = 98;

@Resolver(() => Hold)
export class HoldResolver {
  @FieldResolver()
  async wallet(@Root() { placed }: HoldView, @Ctx() { loaders }: GraphqlContext): Promise<WalletView | null> {
    const wallet = await loaders.wallets.load(placed.walletId);
    return wallet && presentWallet(wallet);
  }

  @FieldResolver()
  async status(@Root() hold: HoldView, @Ctx() context: GraphqlContext): Promise<HoldStatus> {
    return (await storyOf(hold, context)).status;
  }

  @FieldResolver()
  async captured(@Root() hold: HoldView, @Ctx() context: GraphqlContext): Promise<Money> {
    return presentMoney((await storyOf(hold, context)).captured);
  }

  @FieldResolver()
  async released(@Root() hold: HoldView, @Ctx() context: GraphqlContext): Promise<Money> {
    return presentMoney((await storyOf(hold, context)).released);
  }

  @FieldResolver()
  async open(@Root() hold: HoldView, @Ctx() context: GraphqlContext): Promise<Money> {
    return presentMoney((await storyOf(hold, context)).open);
  }

  @FieldResolver()
  async endedAt(@Root() hold: HoldView, @Ctx() context: GraphqlContext): Promise<number | null> {
    return (await storyOf(hold, context)).endedAt;
  }

  @Weighs({ own: QUERY, repeats: true })
  @FieldResolver(() => Checkout, {
    nullable: true,
    description: 'The checkout that they are held for; null where they are held for none.',
  })
  checkout(@Root() { placed }: HoldView, @Ctx() context: GraphqlContext): Promise<CheckoutView | null> {
    return checkoutOfEntry(context, placed.id);
  }

  @FieldResolver()
  draws(@Root() { placed }: HoldView): DrawView[] {
    return presentDraws(presentHoldEntry(placed), placed.draws);
  }

  @FieldResolver()
  async transactions(@Root() hold: HoldView, @Ctx() context: GraphqlContext): Promise<TransactionView[]> {
    const { placed, captures, release } = await storyOf(hold, context);
    const entries = [placed, ...captures.slice(0, MOST_CAPTURES), ...(release ? [release] : [])];
    return entries.map((entry) => presentTransaction(entry));
  }
}

function storyOf(hold: HoldView, { loaders }: GraphqlContext): Promise<HoldStory> {
  return hold.story((id) => loaders.holds.load(id));
}

@Resolver(() => HoldTransaction)
export class HoldTransactionResolver {
  @FieldResolver()
  hold(@Root() { entry }: HoldTransactionView): HoldView {
    return new HoldView(entry);
  }

  @FieldResolver()
  draws(@Root() hold: HoldTransactionView): DrawView[] {
    return presentDraws(hold, hold.entry.draws);
  }
}

@Resolver(() => ReleaseTransaction)
export class ReleaseTransactionResolver {
  @FieldResolver()
  hold(@Root() { entry }: ReleaseView, @Ctx() { loaders }: GraphqlContext): Promise<HoldView> {
    return holdOf(loaders, entry.holdId);
  }

  @FieldResolver()
  restores(@Root() release: ReleaseView): DrawView[] {
    return presentDraws(release, release.entry.restores);
  }
}

@Resolver(() => Wallet)
export class WalletHoldsResolver {
  @FieldResolver()
  async holds(
    @Args(() => HoldsArgs) { status, first, after }: HoldsArgs,
    @Root() { state }: WalletView,
    @Ctx() context: GraphqlContext,
  ): Promise<HoldConnection> {
    const asked = forwardPageBy(holdCursors(state.id), first, after);
    await noteLook(context, 'readHistory', state.id);
    const page = await holdPage(context.app, state, { statuses: status ?? null, ...asked });
    return presentHolds(state.id, page, asked.after !== undefined);
  }
}
