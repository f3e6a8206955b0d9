// No field of the schema is one: only what an act was done to may turn out to be.
import '../../schema/account/account.type.ts';
import { Args, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { ActConnection } from '../../schema/act/act-connection.type.ts';
import { Act } from '../../schema/act/act.type.ts';
import type { AuditLogFilter } from '../../schema/act/audit-log-filter.input.ts';
import { AuditLogArgs } from '../../schema/act/audit-log.args.ts';
import { ForwardPageArgs } from '../../schema/connection/forward-page.args.ts';
import { Customer } from '../../schema/customer/customer.type.ts';
import type { Node } from '../../schema/node/node.interface.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import type { ActSubject } from '../domain/act.ts';
import { isMoneyEntry } from '../domain/wallet/entries.ts';
import { auditLog, countAuditLog, type AuditFilter } from '../services/queries/audit-log.ts';
import { findReview } from '../services/queries/find-reviews.ts';
import { findTopUp } from '../services/queries/find-top-ups.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { noteLook } from './looks.ts';
import { forwardPageBy } from './page.ts';
import { actCursors, presentActs, type ActView } from './presenters/act.presenter.ts';
import { presentAccount } from './presenters/account.presenter.ts';
import { presentCustomer } from './presenters/customer.presenter.ts';
import { presentReview } from './presenters/review.presenter.ts';
import { presentReward } from './presenters/reward.presenter.ts';
import { presentTopUp } from './presenters/top-up.presenter.ts';
import { presentTransaction } from './presenters/transaction.presenter.ts';
import { presentWallet } from './presenters/wallet.presenter.ts';
import { ADMINS, callerOf, STAFF } from './reach.ts';

/** Acts and entries; most pages are full at once. */
const TWO_LOOKS = { own: 2 * QUERY } as const;

type ActsPage = ActConnection & { readonly filter: AuditFilter };

@Resolver(() => ActConnection)
export class AuditLogResolver {
  @Authorized(ADMINS)
  @Weighs(TWO_LOOKS)
  @Query(() => ActConnection, {
    description:
      'What people of the shop did, newest first: their acts, and what they made in the journals of wallets. Spending and orders, which a checkout books all day, are not listed with `subjectId` alone: they stand in the history of the wallet. For admins.',
  })
  auditLog(
    @Args(() => AuditLogArgs) { filter, ...page }: AuditLogArgs,
    @Ctx() context: GraphqlContext,
  ): Promise<ActsPage> {
    return pageOfLog(context, filterOf(filter ?? {}), page);
  }

  @Weighs({ own: 8 * QUERY })
  @FieldResolver(() => Int, { nullable: true })
  totalCount(@Root() { filter }: ActsPage, @Ctx() { app }: GraphqlContext): Promise<number | null> {
    return countAuditLog(app, filter);
  }
}

@Resolver(() => Customer)
export class CustomerActsResolver {
  @Weighs(TWO_LOOKS)
  @FieldResolver(() => ActConnection, {
    nullable: true,
    description:
      'What people of the shop did about the customer, newest first, also that they looked; spending and orders stand in the history. For staff and admins; null for the customer.',
  })
  async acts(
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Root() { customerId }: Customer,
    @Ctx() context: GraphqlContext,
  ): Promise<ActsPage | null> {
    if (!STAFF.includes(callerOf(context).actor.role)) return null;
    const about = { kind: 'CUSTOMER', id: customerId } as const;
    return pageOfLog(context, { actorId: null, act: null, subject: about, from: null, to: null }, page);
  }
}

@Resolver(() => Act)
export class ActResolver {
  @FieldResolver()
  subject(@Root() { doneTo }: ActView, @Ctx() context: GraphqlContext): Promise<Node | null> {
    return doneTo === null ? Promise.resolve(null) : find(context, doneTo);
  }
}

async function pageOfLog(
  { app }: GraphqlContext,
  filter: AuditFilter,
  args: ForwardPageArgs,
): Promise<ActsPage> {
  const page = forwardPageBy(actCursors, args.first, args.after);
  const acts = await auditLog(app, filter, page.first, page.after ?? null);
  return { ...presentActs(acts, page.after !== undefined), filter };
}

function filterOf({ actorId, act, subjectId, from, to }: AuditLogFilter): AuditFilter {
  return {
    actorId: actorId || null,
    act: act || null,
    subject: subjectId ? subjectOf(subjectId) : null,
    from: from ?? null,
    to: to ?? null,
  };
}

/** What is no customer's, or has acts of its own. */
const NAMED = [
  ['REWARD', 'Reward'],
  ['TOP_UP', 'TopUp'],
  ['PAYMENT_REVIEW', 'PaymentReview'],
  ['ACCOUNT', 'Account'],
] as const;

/** What an id stands for. A wallet is its customer's, and so is an id that was not made here: the shop's own. */
function subjectOf(id: string): ActSubject {
  for (const [kind, type] of NAMED) {
    const named = localId(type, id);
    if (named !== null) return { kind, id: named };
  }
  return { kind: 'CUSTOMER', id: localId('Customer', id) ?? localId('Wallet', id) ?? id };
}

async function find(context: GraphqlContext, { kind, id }: ActSubject): Promise<Node | null> {
  const { app, loaders } = context;
  switch (kind) {
    case 'CUSTOMER': {
      const customer = await loaders.customers.load(id);
      if (customer) await noteLook(context, 'readCustomer', id);
      return customer && presentCustomer(customer);
    }
    case 'REWARD': {
      const reward = await loaders.rewards.load(id);
      return reward && presentReward(reward);
    }
    case 'WALLET': {
      const wallet = await loaders.wallets.load(id);
      return wallet && presentWallet(wallet);
    }
    case 'TOP_UP': {
      const topUp = await findTopUp(app, id);
      return topUp && presentTopUp(topUp);
    }
    case 'TRANSACTION': {
      const entry = await loaders.entries.load(id);
      return entry && isMoneyEntry(entry) ? presentTransaction(entry) : null;
    }
    case 'ACCOUNT': {
      const account = await app.stores.accounts.byId(id);
      return account && presentAccount(account);
    }
    case 'PAYMENT_REVIEW': {
      const review = await findReview(app, id);
      return review && presentReview(review);
    }
  }
}
