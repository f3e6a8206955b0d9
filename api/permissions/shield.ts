import { createRequire } from 'node:module';
import { OperationTypeNode, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import type * as Middleware from 'graphql-middleware';
import type * as Shield from 'graphql-shield';
import type { GraphqlContext } from '../resolvers/context.ts';
import type { Caller } from '../services/caller.ts';
import { isWithinReach, type Arguments } from './pay-reach.ts';
import { refused } from './refused.ts';

/**
 * The only file that touches graphql-shield. Its ES module build does not load on newer Node, hence the CommonJS ones. Its
 * `chain`, `race` and `not` stay unused: two break on newer Node, and `not` says yes when its rule throws.
 */
const load = createRequire(import.meta.url);
const shield = load('graphql-shield') as typeof Shield;
const { applyMiddleware } = load('graphql-middleware') as typeof Middleware;

export type { Arguments };

export const { or, and, deny } = shield;

type Rule = ReturnType<typeof rule | typeof or | typeof and> | typeof deny;
type RulesOfType = { readonly '*': typeof deny; readonly [field: string]: Rule };

export type Permissions = { readonly Query: RulesOfType; readonly Mutation: RulesOfType };

/**
 * A rule, named by what it demands. Nobody anonymous passes any, and whoever looks as a customer passes none that a change asks. Never cached: a cached answer would be given to another
 * field of the same request that asks for somebody else's wallet.
 */
export function rule(name: string, allows: (caller: Caller, args: Arguments) => boolean) {
  return shield.rule(name, { cache: 'no_cache' })(
    (_parent: unknown, args: Arguments, { caller }: GraphqlContext, info: GraphQLResolveInfo) =>
      caller !== null &&
      !(isChange(info.operation) && caller.viewedBy !== undefined) &&
      isWithinReach(caller, args, info) &&
      allows(caller, args),
  );
}

/** Lets everybody pass, signed in or not. */
export const anybody = shield.rule('anybody', { cache: 'no_cache' })(() => true);

function isChange({ operation }: GraphQLResolveInfo['operation']): boolean {
  return operation !== OperationTypeNode.QUERY;
}

/**
 * The schema behind its permissions. They stand on the root fields alone: on every field they would make a page of history
 * two and a half times as slow, and everything below a root field is reached through it.
 */
export function guard(
  schema: GraphQLSchema,
  permissions: Permissions,
  answeredAsMissing: ReadonlySet<string>,
): GraphQLSchema {
  const generator = shield.shield(permissions, {
    fallbackRule: deny,
    fallbackError: (_thrown, _parent, _args, context, info) =>
      // The library hands on what this returns, so a look-up can be answered with null like one that finds nothing.
      refusal(context as unknown as GraphqlContext, info, answeredAsMissing) as Error,
    // Otherwise every error of a resolver would become "not authorised"; the server masks the unexpected ones.
    allowExternalErrors: true,
  });
  const { Query, Mutation } = generator.generate(schema) as Middleware.IMiddlewareTypeMap;
  return applyMiddleware(schema, { Query, Mutation } as Middleware.IMiddlewareTypeMap);
}

function refusal(
  { caller }: GraphqlContext,
  { fieldName }: GraphQLResolveInfo,
  answeredAsMissing: ReadonlySet<string>,
): Error | null {
  if (caller === null) return refused('UNAUTHENTICATED');
  return answeredAsMissing.has(fieldName) ? null : refused('FORBIDDEN');
}
