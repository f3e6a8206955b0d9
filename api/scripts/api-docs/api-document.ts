import { isEnumType, type GraphQLSchema } from 'graphql';
import { settingsTable } from '../../server/configuration/settings-document.ts';
import type { SavedOperation } from '../../server/playground/saved-operations.ts';
import { topLevelCodes } from './error-codes.ts';
import { operationSections, permissionTable } from './operation-sections.ts';
import { originalEndpoints } from './original-endpoints.ts';
import { membersOf, rows, typeReference } from './type-reference.ts';

const INTRODUCTION = `# The GraphQL API

\`POST /graphql\` with \`Content-Type: application/json\`, \`Authorization: Bearer <access token>\` and a body of \`query\`,
\`operationName\` and \`variables\`. Every operation has a name. Clients say who they are by the headers
\`apollographql-client-name\` and \`apollographql-client-version\`. The contract itself is at \`GET /schema.graphql\`.

[The guide](guide.md) tells how it works, [mobile.md](mobile.md) how to build a client. This page is made from the schema, the
permissions, the settings and the documents under \`schema/operations\` by
\`node scripts/run.mjs api/scripts/emit-api-docs.ts\`; a test fails when it is not current.
`;

const LIMITS = `A mutation that takes an \`idempotencyKey\` counts as a change; one operation has at most one of them. What is too much is
answered with status 429, \`RATE_LIMITED\`, \`extensions.retryAfterSeconds\` and the header \`Retry-After\`. The names are those
of the settings in [configuration.md](configuration.md).
`;

const QUERY_LIMITS = `What a document may ask for at once. One that asks for more is refused before anything is read.
`;

const REFUSALS = `A rule that says no answers in \`userErrors\` of the payload, with HTTP status 200. Nothing was written. The details beside
the code are typed fields of [\`UserError\`](#type-usererror).
`;

const TOP_LEVEL = `Everything else is an error beside \`data\`, with \`extensions.code\` and \`extensions.requestId\`.
`;

const DOCUMENTS = `Every root field has at least one; a test sends each to the sample shop with the variables of its header. The playground opens
them as windows with the variables filled in.
`;

/** The page about the API. */
export function apiDocument(schema: GraphQLSchema, documents: readonly SavedOperation[]): string {
  return [
    INTRODUCTION,
    '## From the original endpoints to this API\n',
    endpointTable(documents),
    '## Who may call what\n',
    'Nobody who is not signed in. Another customer’s wallet, transaction or top-up is answered like one that does not exist.\n',
    permissionTable(schema),
    '## Queries\n',
    operationSections(schema, 'Query', documents),
    '## Mutations\n',
    operationSections(schema, 'Mutation', documents),
    '## Refusals\n',
    REFUSALS,
    errorCodes(schema),
    '## Errors\n',
    TOP_LEVEL,
    rows(
      ['code', 'meaning', 'what to do'],
      topLevelCodes.map(([code, ...words]) => [`\`${code.replaceAll(', ', '`, `')}\``, ...words]),
    ),
    '## Rate limits\n',
    LIMITS,
    settingsTable('Rate limits'),
    '## Query limits\n',
    QUERY_LIMITS,
    settingsTable('Query limits'),
    '## Ready-made documents\n',
    DOCUMENTS,
    documentTable(documents),
    '## Types\n',
    typeReference(schema),
  ].join('\n');
}

function endpointTable(documents: readonly SavedOperation[]): string {
  const known = new Set(documents.map(({ path }) => path));
  return rows(
    ['endpoint', 'here', 'examples under schema/operations'],
    originalEndpoints.map(({ endpoint, here, documents: paths }) => {
      const missing = paths.find((path) => !known.has(path));
      if (missing !== undefined) throw new Error(`There is no document ${missing}.`);
      return [`\`${endpoint}\``, here, paths.map((path) => `\`${path}\``).join(', ')];
    }),
  );
}

function errorCodes(schema: GraphQLSchema): string {
  const codes = schema.getType('ErrorCode');
  if (!isEnumType(codes)) throw new Error('The contract has no ErrorCode.');
  return membersOf(codes);
}

function documentTable(documents: readonly SavedOperation[]): string {
  return rows(
    ['document', 'role', 'purpose'],
    documents.map(({ path, header }) => [`\`${path}\``, header.role, header.purpose]),
  );
}
