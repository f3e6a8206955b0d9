import { getNamedType, isInputObjectType, type GraphQLSchema } from 'graphql';

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
