import { lexicographicSortSchema, printSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolverClasses } from '../resolvers/resolver-classes.ts';
import { refuseMalformed } from '../resolvers/refuse-malformed.ts';

/** The schema as the classes state it, before any permission is wrapped around it. */
export function contractSchema(): GraphQLSchema {
  // The check asks the schema everything about itself, which took a tenth of a start. The server validates it anyway.
  const schema = buildSchemaSync({
    resolvers: resolverClasses,
    validateFn: refuseMalformed,
    skipCheck: true,
  });
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

/** The root types have no class that could carry their description. */
function describe(root: GraphQLObjectType | null | undefined, description: string): void {
  if (root) root.description = description;
}
