import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Campaign } from '../../schema/campaign/campaign.type.ts';
import { VoucherUse, VoucherUseConnection } from '../../schema/campaign/voucher-use.type.ts';
import { OrderedPageArgs } from '../../schema/connection/ordered-page.args.ts';
import { needsTwo, whyNotStartedBy, whyNotTo } from '../domain/campaign.ts';
import { findCodesJob, findVoucherUses } from '../services/queries/find-campaigns.ts';
import { aloneUpTo } from '../services/update-campaign.ts';
import type { Connection } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { listPageOf, presentPage, readList } from './list-page.ts';
import {
  presentVoucherUse,
  type CampaignView,
  type VoucherUseView,
} from './presenters/campaign.presenter.ts';
import { presentJob, type JobView } from './presenters/job.presenter.ts';
import { presentCredit, type CreditView } from './presenters/transaction.presenter.ts';
import { presentWallet, type WalletView } from './presenters/wallet.presenter.ts';
import { callerOf } from './reach.ts';

@Resolver(() => Campaign)
export class CampaignResolver {
  @FieldResolver()
  needsTwo(@Root() { state }: CampaignView, @Ctx() { app }: GraphqlContext): boolean {
    return needsTwo(state, aloneUpTo(app.policy));
  }

  @FieldResolver()
  mayStart(@Root() { state }: CampaignView, @Ctx() context: GraphqlContext): boolean {
    const { app } = context;
    const { actor } = callerOf(context);
    const refused =
      whyNotTo(state, 'STARTED', app.now()) ?? whyNotStartedBy(actor.id, state, aloneUpTo(app.policy));
    return actor.role === 'ADMIN' && refused === null;
  }

  @FieldResolver()
  async codesJob(@Root() { state }: CampaignView, @Ctx() { app }: GraphqlContext): Promise<JobView | null> {
    const job = state.codes === 'SHARED' ? null : await findCodesJob(app, state.id);
    return job && presentJob(job);
  }

  @FieldResolver(() => VoucherUseConnection)
  async redemptions(
    @Args(() => OrderedPageArgs) page: OrderedPageArgs,
    @Root() { state }: CampaignView,
    @Ctx() { app }: GraphqlContext,
  ): Promise<Connection<VoucherUseView> & { readonly totalCount: number }> {
    const list = readList(`uses:${state.id}`, page);
    const { listed, uses } = await findVoucherUses(app, state.id, listPageOf(list, page));
    const found = uses.map((use) => use && presentVoucherUse(use));
    return { ...presentPage(list, listed, found), totalCount: state.uses };
  }
}

@Resolver(() => VoucherUse)
export class VoucherUseResolver {
  @FieldResolver()
  async wallet(
    @Root() { known }: VoucherUseView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<WalletView | null> {
    const wallet = await loaders.wallets.load(known.customerId);
    return wallet && presentWallet(wallet);
  }

  @FieldResolver()
  async transaction(
    @Root() { known }: VoucherUseView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<CreditView> {
    const credit = await loaders.entries.load(known.entryId);
    if (credit?.kind !== 'CREDIT') throw new Error(`Use ${known.id} names a credit that does not exist.`);
    return presentCredit(credit);
  }
}
