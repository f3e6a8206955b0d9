// No field of the schema is one: only what an act was done to may turn out to be.
import '../../schema/account/account.type.ts';
import { Args, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { ActConnection } from '../../schema/act/act-connection.type.ts';
import { Act } from '../../schema/act/act.type.ts';
import type { AuditLogFilter } from '../../schema/act/audit-log-filter.input.ts';
import { AuditLogArgs } from '../../schema/act/audit-log.args.ts';
import type { ForwardPageArgs } from '../../schema/connection/forward-page.args.ts';
import { OrderedForwardPageArgs } from '../../schema/connection/ordered-forward-page.args.ts';
import { Customer } from '../../schema/customer/customer.type.ts';
import type { Node } from '../../schema/node/node.interface.ts';
import { QUERY, Weighs } from '../../schema/weight.ts';
import { auditLog, countAuditLog, type AuditFilter } from '../services/queries/audit-log.ts';
import type { GraphqlContext } from './context.ts';
import { findSubject } from './find-subject.ts';
import { forwardPageBy } from './page.ts';
import { actCursors, presentActs, type ActView } from './presenters/act.presenter.ts';
import { ADMINS, callerOf, STAFF } from './reach.ts';
import { subjectOf } from './subject-id.ts';

/** Acts and entries; most pages are full at once. */
const TWO_LOOKS = { own: 2 * QUERY } as const;

type ActsPage = ActConnection & { readonly filter: AuditFilter };

@Resolver(() => ActConnection)
export class AuditLogResolver {
  @Authorized(ADMINS)
  @Weighs(TWO_LOOKS)
  @Query(() => ActConnection, {
    description:
      'What people of the shop did, newest first unless asked otherwise: their acts, and what they made in the journals of wallets. Spending and orders, which a checkout books all day, are not listed with `subjectId` alone: they stand in the history of the wallet. For admins.',
  })
  auditLog(
    @Args(() => AuditLogArgs) { filter, orderBy, ...page }: AuditLogArgs,
    @Ctx() context: GraphqlContext,
  ): Promise<ActsPage> {
    return pageOfLog(context, { ...filterOf(filter ?? {}), order: orderBy ?? 'NEWEST_FIRST' }, page);
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
      'What people of the shop did about the customer, newest first unless asked otherwise, also that they looked; spending and orders stand in the history. For staff and admins; null for the customer.',
  })
  async acts(
    @Args(() => OrderedForwardPageArgs) { orderBy, ...page }: OrderedForwardPageArgs,
    @Root() { customerId }: Customer,
    @Ctx() context: GraphqlContext,
  ): Promise<ActsPage | null> {
    if (!STAFF.includes(callerOf(context).actor.role)) return null;
    const about = { kind: 'CUSTOMER', id: customerId } as const;
    const every = { actorId: null, act: null, subject: about, from: null, to: null };
    return pageOfLog(context, { ...every, order: orderBy ?? 'NEWEST_FIRST' }, page);
  }
}

@Resolver(() => Act)
export class ActResolver {
  @FieldResolver()
  subject(@Root() { doneTo }: ActView, @Ctx() context: GraphqlContext): Promise<Node | null> {
    return doneTo === null ? Promise.resolve(null) : findSubject(context, doneTo);
  }
}

async function pageOfLog(
  { app }: GraphqlContext,
  filter: AuditFilter,
  args: ForwardPageArgs,
): Promise<ActsPage> {
  const cursors = actCursors(filter.order ?? 'NEWEST_FIRST');
  const page = forwardPageBy(cursors, args.first, args.after);
  const acts = await auditLog(app, filter, page.first, page.after ?? null);
  return { ...presentActs(acts, cursors, page.after !== undefined), filter };
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
