import { flag, integer, list } from './setting.ts';

/** How often one may call. */
export const rateLimitSettings = {
  RATE_LIMITS: flag({
    default: true,
    description:
      'Off only for load measurements, and in production only with BENCHMARK. The limit on failed sign-ins always holds.',
  }),
  BENCHMARK: flag({
    default: false,
    description:
      'Says that this server is measured and serves nobody: production then starts without rate limits.',
  }),
  RATE_LIMIT_SUBJECT: perMinute(120, 6_000, 'Root fields a signed-in caller may ask for per minute.'),
  RATE_LIMIT_WALLET: perMinute(10, 600, 'Changes of one wallet per minute.'),
  RATE_LIMIT_WALLET_BURST: perMinute(5, 300, 'Changes of one wallet beyond that, now and then.'),
  RATE_LIMIT_ADDRESS: perMinute(300, 12_000, 'Requests from one network address per minute.'),
  RATE_LIMIT_ANONYMOUS: perMinute(30, 1_200, 'Requests without a valid token from one address per minute.'),
  RATE_LIMIT_REFRESH: perMinute(60, 600, 'Refreshes of one session per minute, over all its tabs.'),
  RATE_LIMIT_FORGED: perMinute(
    30,
    1_200,
    'Notifications of payments with a wrong signature from one address per minute, before none is read any more.',
  ),
  RATE_LIMIT_VITALS: perMinute(
    60,
    2_400,
    'Reports of browsers on how the web app does, from one address per minute.',
  ),
  SERVICE_ACCOUNTS: list({
    default: [],
    description:
      "Subject ids of the shop's own services, such as its checkout. The limits by subject, wallet and address are a hundredfold for them, and what one person may do alone does not bind them.",
  }),
} as const;

/** How much one may ask for at once. */
export const queryLimitSettings = {
  QUERY_MAX_TOKENS: limit(780, 'Tokens of a GraphQL document.'),
  QUERY_MAX_DEPTH: limit(8, 'Levels of nested fields.'),
  QUERY_MAX_ALIASES: limit(10, 'Aliases in an operation.'),
  QUERY_MAX_DIRECTIVES: limit(5, 'Directives in an operation.'),
  QUERY_MAX_FIELDS: limit(300, 'Fields in an operation, fragments counted as often as they are used.'),
  QUERY_MAX_ROOT_FIELDS: limit(8, 'Root fields of a query.'),
  QUERY_BUDGET_CUSTOMER: budget(75_000, 'What an operation of a customer may weigh, one unit a plain field.'),
  QUERY_BUDGET_STAFF: budget(150_000, 'What an operation of staff may weigh.'),
  QUERY_BUDGET_SERVICE: budget(250_000, 'What an operation of one of the SERVICE_ACCOUNTS may weigh.'),
  QUERY_BUDGET_ADMIN: budget(400_000, 'What an operation of an admin may weigh.'),
  QUERY_MAX_VARIABLES: limit(50, 'Variables of an operation.'),
  QUERY_MAX_VARIABLE_DEPTH: limit(8, 'Levels of nesting within the variables.'),
  BODY_LIMIT_BYTES: integer({
    min: 1_024,
    max: 10_485_760,
    default: 102_400,
    description: 'The size of a request body.',
  }),
  OPERATION_DEADLINE_MS: integer({
    min: 100,
    max: 60_000,
    default: 6_000,
    description: 'How long a query may take. A mutation may take longer: until the engine knows its outcome.',
  }),
} as const;

/** How much of a history one may take away as a file. */
export const exportSettings = {
  EXPORT_MAX_ROWS: integer({
    min: 1,
    max: 1_000_000,
    default: 100_000,
    description: 'Entries of an exported history. Spreadsheets end at 1,048,576 rows.',
  }),
  EXPORTS_AT_ONCE: integer({
    min: 1,
    max: 1_000,
    default: 10,
    description: 'Exports that a process sends side by side; two at most for one caller.',
  }),
  EXPORT_SECONDS: integer({
    min: 1,
    max: 3_600,
    default: 300,
    description: 'After so long an export is broken off, however slowly it is taken.',
  }),
} as const;

function perMinute(production: number, local: number, description: string) {
  return integer({ min: 1, max: 10_000_000, default: { production, local }, description });
}

function budget(units: number, description: string) {
  return integer({ min: 1_000, max: 10_000_000, default: units, description });
}

function limit(value: number, description: string) {
  return integer({ min: 1, max: 100_000, default: value, description });
}
