import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ApprovalConnection } from '../../schema/approval/approval-connection.type.ts';
import type { ApprovalFilter as ApprovalFilterInput } from '../../schema/approval/approval-filter.input.ts';
import { Approval } from '../../schema/approval/approval.type.ts';
import { ApprovalsArgs } from '../../schema/approval/approvals.args.ts';
import { CheckoutRefund } from '../../schema/checkout/checkout-refund.type.ts';
import type { Node } from '../../schema/node/node.interface.ts';
import { LOOKED_UP, QUERY, Weighs } from '../../schema/weight.ts';
import { APPROVAL_ACTS, mayDecide, type Approval as ApprovalState } from '../domain/approval.ts';
import { checkoutRefundEntries } from '../domain/checkout.ts';
import { isMoneyEntry } from '../domain/wallet/entries.ts';
import {
  countApprovals,
  findApproval,
  findApprovals,
  type ApprovalFilter,
} from '../services/queries/find-approvals.ts';
import type { CheckoutState } from '../services/start-checkout.ts';
import type { Connection } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { findSubject } from './find-subject.ts';
import { localId } from './global-id.ts';
import { listPageOf, presentPage, readList } from './list-page.ts';
import { presentApproval, type ApprovalView } from './presenters/approval.presenter.ts';
import { presentRefunds } from './presenters/checkout.presenter.ts';
import { presentTransaction, type TransactionView } from './presenters/transaction.presenter.ts';
import { presentWallet, type WalletView } from './presenters/wallet.presenter.ts';
import { callerOf, STAFF } from './reach.ts';

type ApprovalsPage = Connection<ApprovalView> & { readonly filter: ApprovalFilter };

@Resolver(() => ApprovalConnection)
export class ApprovalsResolver {
  @Authorized(STAFF)
  @Weighs({ own: QUERY })
  @Query(() => ApprovalConnection, {
    description:
      'What waits for another person, or did, newest first unless asked otherwise: acts above the limit of whoever asked for them. For staff and admins.',
  })
  async approvals(
    @Args(() => ApprovalsArgs) args: ApprovalsArgs,
    @Ctx() { app }: GraphqlContext,
  ): Promise<ApprovalsPage> {
    const filter = filterOf(args.filter);
    const list = readList('approvals', args);
    const { listed, approvals } = await findApprovals(app, filter, listPageOf(list, args));
    const found = approvals.map((approval) => approval && presentApproval(approval, app));
    return { ...presentPage(list, listed, found), filter };
  }

  @Weighs({ own: 4 * QUERY })
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: ApprovalsPage, @Ctx() { app }: GraphqlContext): Promise<number> {
    return countApprovals(app, filter);
  }
}

@Resolver(() => Approval)
export class ApprovalResolver {
  @Authorized(STAFF)
  @Weighs({ own: LOOKED_UP })
  @Query(() => Approval, {
    nullable: true,
    description: 'One approval; null when there is none. For staff and admins.',
  })
  async approval(
    @Arg('id', () => ID, { description: 'The `id` of the approval.' }) id: string,
    @Ctx() { app }: GraphqlContext,
  ): Promise<ApprovalView | null> {
    const approvalId = localId('Approval', id);
    const approval = approvalId === null ? null : await findApproval(app, approvalId);
    return approval && presentApproval(approval, app);
  }

  @FieldResolver()
  subject(@Root() { state }: ApprovalView, @Ctx() context: GraphqlContext): Promise<Node | null> {
    return findSubject(context, state.subject);
  }

  @FieldResolver()
  async wallet(
    @Root() { state: { walletId } }: ApprovalView,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<WalletView | null> {
    const wallet = walletId === null ? null : await loaders.wallets.load(walletId);
    return wallet && presentWallet(wallet);
  }

  @FieldResolver()
  mayDecide(@Root() { state }: ApprovalView, @Ctx() context: GraphqlContext): boolean {
    return mayDecide(state, callerOf(context).actor, context.app.now());
  }

  @FieldResolver()
  async outcome(@Root() { state }: ApprovalView, @Ctx() context: GraphqlContext): Promise<TransactionView[]> {
    if (state.status !== 'APPROVED') return [];
    const given = await givenBackBy(state, context);
    const ids = given ? checkoutRefundEntries(given.order.checkout, given.n) : [state.id];
    const entries = await Promise.all(ids.map((id) => context.loaders.entries.load(id)));
    return entries.flatMap((entry) => (entry && isMoneyEntry(entry) ? presentTransaction(entry) : []));
  }

  @FieldResolver(() => CheckoutRefund, { nullable: true })
  async refund(
    @Root() { state }: ApprovalView,
    @Ctx() context: GraphqlContext,
  ): Promise<CheckoutRefund | null> {
    const given = await givenBackBy(state, context);
    if (!given) return null;
    const { checkout, payment } = given.order;
    return presentRefunds(checkout, payment)[given.n - 1] ?? null;
  }
}

/** The order that an approved refund was of, and which of its refunds that was, from 1. Null for everything else. */
async function givenBackBy(
  { act, status, subject, input: { key } }: ApprovalState,
  { loaders }: GraphqlContext,
): Promise<{ readonly order: CheckoutState; readonly n: number } | null> {
  if (act !== 'refundCheckout' || status !== 'APPROVED') return null;
  const order = await loaders.checkouts.load(subject.id);
  const n = 1 + (order?.checkout.refunds ?? []).findIndex((refund) => refund.key === key);
  return order && n > 0 ? { order, n } : null;
}

/** A filter without what was left out; an empty list narrows nothing, and an act that has no limit has no approvals. */
function filterOf(filter: ApprovalFilterInput | null | undefined): ApprovalFilter {
  const { status, act, customerId, requestedById } = filter ?? {};
  const limited = APPROVAL_ACTS.find((name) => name === act);
  return {
    ...(status?.length && { statuses: status }),
    ...(act && (limited ? { act: limited } : { statuses: [] })),
    ...(customerId && { walletId: customerId }),
    ...(requestedById && { requestedBy: requestedById }),
  };
}
