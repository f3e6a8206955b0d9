import {
  defaultFieldResolver,
  getNamedType,
  isInputObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { walletIdOf } from '../../domain/wallet/entry-id.ts';
import { localId } from '../../resolvers/global-id.ts';
import { requestIn } from '../request-info.ts';

const known = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/**
 * Whether a mutation of this name changes a wallet. Those take an idempotency key, and nothing else does, so the schema itself
 * says which they are and none can be forgotten here.
 */
export function isWalletChange(schema: GraphQLSchema, fieldName: string): boolean {
  let names = known.get(schema);
  if (!names) {
    names = walletChangesOf(schema);
    known.set(schema, names);
  }
  return names.has(fieldName);
}

/**
 * Counts each change of a wallet where its resolver begins, which is behind the permissions once they are wrapped around the
 * schema: who may not act on a wallet cannot use up what its owner may do (decision 35).
 */
export function countWalletChanges(schema: GraphQLSchema): GraphQLSchema {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  for (const name of walletChangesOf(schema)) {
    const field = mutations[name];
    if (field) countChanges(field);
  }
  return schema;
}

function countChanges(field: GraphQLField<unknown, unknown>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (source, args, context, info) => {
    await requestIn(context as object)?.beforeWalletChange?.(walletNamedBy(args));
    return resolve(source, args, context, info);
  };
}

/** The wallet that an input names, by its customer or by one of its entries; null when it is the caller's own, or several. */
function walletNamedBy({ input }: { readonly input?: unknown }): string | null {
  if (typeof input !== 'object' || input === null) return null;
  const { customerId, debitId, creditId } = input as Record<string, unknown>;
  if (typeof customerId === 'string') return customerId;
  const entry = localId('Transaction', String(debitId ?? creditId ?? ''));
  return entry === null ? null : walletIdOf(entry);
}

function walletChangesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const takesKey = mutations.filter(({ args }) =>
    args.some(({ type }) => {
      const input = getNamedType(type);
      return isInputObjectType(input) && 'idempotencyKey' in input.getFields();
    }),
  );
  return new Set(takesKey.map(({ name }) => name));
}
