import { getNamedType, isInputObjectType, parse, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { SavedOperation } from '../../server/playground/saved-operations.ts';
import { anchorOf, inputRow, membersOf, rows } from './type-reference.ts';
import { whoMayCall } from './who-may-call.ts';

type Root = 'Query' | 'Mutation';
type RootField = GraphQLField<unknown, unknown>;

/** A section for each root field: what it does, who may call it, what it takes and answers, and an example that works. */
export function operationSections(
  schema: GraphQLSchema,
  root: Root,
  documents: readonly SavedOperation[],
): string {
  return rootFields(schema, root)
    .map((field) => operationSection(root, field, documents))
    .join('\n');
}

/** Who may call what, in one table. */
export function permissionTable(schema: GraphQLSchema): string {
  const lines = (['Query', 'Mutation'] as const).flatMap((root) =>
    rootFields(schema, root).map(({ name }) => [
      `[\`${name}\`](#${name.toLowerCase()})`,
      root === 'Query' ? 'query' : 'mutation',
      whoMayCall(root, name),
    ]),
  );
  return rows(['root field', 'kind', 'who may call it'], lines);
}

function rootFields(schema: GraphQLSchema, root: Root): RootField[] {
  const type = root === 'Query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(type?.getFields() ?? {}).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function operationSection(root: Root, field: RootField, documents: readonly SavedOperation[]): string {
  const examples = documents.filter(({ document }) => rootFieldsUsed(document).includes(field.name));
  const [example, ...others] = examples;
  if (!example) throw new Error(`No document under schema/operations shows ${field.name}.`);
  const answer = getNamedType(field.type);
  const also = others.map(({ path }) => `\`${path}\``).join(', ');
  return [
    `### ${field.name}\n`,
    `${field.description}\n`,
    `Who: ${whoMayCall(root, field.name)}.\n`,
    ...argumentsOf(field),
    ...(root === 'Mutation'
      ? [`Answers \`${String(field.type)}\`:\n`, membersOf(answer)]
      : [`Answers [\`${String(field.type)}\`](${anchorOf(answer)}).\n`]),
    `Example, \`schema/operations/${example.path}.graphql\`:\n`,
    `\`\`\`graphql\n${example.document.trim()}\n\`\`\`\n`,
    ...(also ? [`Also: ${also}.\n`] : []),
  ].join('\n');
}

/** The arguments of a query; for a mutation, what is inside its one input. */
function argumentsOf({ args }: RootField): string[] {
  if (args.length === 0) return ['Takes nothing.\n'];
  const [only] = args;
  const input = only && getNamedType(only.type);
  if (args.length === 1 && isInputObjectType(input)) {
    return [`Takes \`input: ${input.name}!\`:\n`, membersOf(input)];
  }
  return ['Takes:\n', rows(['argument', 'type', 'what it is'], args.map(inputRow))];
}

/** The fields at the root of a document's operation. Ours have no fragments there. */
export function rootFieldsUsed(document: string): string[] {
  return parse(document).definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition'
      ? definition.selectionSet.selections.flatMap((field) =>
          field.kind === 'Field' ? [field.name.value] : [],
        )
      : [],
  );
}
