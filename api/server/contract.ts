import {
  isInterfaceType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { declaredRoles, mustDeclareRoles } from '../permissions/declared-roles.ts';
import { resolverClasses } from '../resolvers/resolver-classes.ts';
import { refuseMalformed } from '../resolvers/refuse-malformed.ts';

/** The schema as the classes state it, before the rules of the shield are wrapped around it. Refuses who is not of a declared role. */
export function contractSchema(authChecker = declaredRoles): GraphQLSchema {
  // The check asks the schema everything about itself, which took a tenth of a start. The server validates it anyway.
  const schema = buildSchemaSync({
    resolvers: resolverClasses,
    validateFn: refuseMalformed,
    authChecker,
    skipCheck: true,
  });
  tellKindsAtOnce(schema);
  mustDeclareRoles();
  describe(schema.getQueryType(), 'Everything that can be read. Nothing without being signed in.');
  describe(
    schema.getMutationType(),
    'Everything that can be done, one business act each. A refusal by a rule is answered as a user error.',
  );
  return schema;
}

/** The contract as a text that stays the same however the classes are ordered. */
export function contractText(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** The library waits for what tells the kind of a thing, one row of a page after the other. Ours know at once. */
function tellKindsAtOnce(schema: GraphQLSchema): void {
  for (const { name, resolveType } of getMetadataStorage().interfaceTypes) {
    const type = schema.getType(name);
    if (isInterfaceType(type) && resolveType) type.resolveType = resolveType as typeof type.resolveType;
  }
}

/** The root types have no class that could carry their description. */
function describe(root: GraphQLObjectType | null | undefined, description: string): void {
  if (root) root.description = description;
}
