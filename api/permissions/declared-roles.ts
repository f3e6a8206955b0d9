import { OperationTypeNode } from 'graphql';
import { getMetadataStorage, type AuthCheckerFn } from 'type-graphql';
import type { Role } from '../domain/actor.ts';
import type { GraphqlContext } from '../resolvers/context.ts';
import { isWithinReach } from './pay-reach.ts';
import { refused } from './refused.ts';

/**
 * The second wall (decision 41): each root field declares with `@Authorized` for which roles it is, and its resolver runs for
 * nobody else, whatever the rules of the shield say.
 */
export const declaredRoles: AuthCheckerFn<GraphqlContext, Role | 'ANYBODY'> = (
  { context: { caller }, args, info },
  roles,
) => {
  if (roles.includes('ANYBODY')) return true;
  if (caller === null) throw refused('UNAUTHENTICATED');
  const isChange = info.operation.operation !== OperationTypeNode.QUERY;
  if (isChange && caller.viewedBy !== undefined) throw refused('FORBIDDEN');
  if (!isWithinReach(caller, args, info)) throw refused('FORBIDDEN');
  if (!roles.includes(caller.actor.role)) throw refused('FORBIDDEN');
  return true;
};

/** Throws when a root field declares no role: it would stand behind one wall. */
export function mustDeclareRoles(): void {
  const { queries, mutations, subscriptions } = getMetadataStorage();
  const open = [...queries, ...mutations, ...subscriptions].filter(({ roles }) => !roles?.length);
  if (open.length === 0) return;
  const names = open.map(({ schemaName }) => schemaName).join(', ');
  throw new Error(`Declare with @Authorized who may call ${names}.`);
}
