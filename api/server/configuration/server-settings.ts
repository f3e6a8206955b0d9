import { choice, flag, integer, list, text } from './setting.ts';

/** Where it runs and what it shows. */
export const serverSettings = {
  NODE_ENV: choice(['production', 'development', 'test'], {
    default: { production: 'production', local: 'development' },
    description:
      'What kind of installation this is. Unset means production, unless DEMO_MODE is on: nothing becomes less strict by being forgotten.',
  }),
  DEMO_MODE: flag({
    default: false,
    description:
      'Sample data and sign-ins whose passwords anyone can read. The server refuses to start with it in production.',
  }),
  HOST: text({
    default: { production: '0.0.0.0', local: '127.0.0.1' },
    description: 'The network address to listen on.',
  }),
  PORT: integer({
    min: 0,
    max: 65_535,
    default: 4_000,
    description: 'The port to listen on; 0 takes a free one.',
  }),
  DATA_DIRECTORY: text({
    default: '.data',
    description:
      'Where the signing keys and an embedded database live. Keep it private, and share it between processes that serve the same wallets.',
  }),
  TRUST_PROXY: list({
    default: [],
    description:
      'Addresses or networks of the proxies in front of the server. Only they are believed about who the caller is.',
  }),
  CORS_ORIGINS: list({
    default: { production: [], local: ['http://localhost:5173', 'http://127.0.0.1:5173'] },
    description: 'Other web origins whose pages may call the server from a browser.',
  }),
  LOG_LEVEL: choice(['debug', 'info', 'warn', 'error', 'silent'], {
    default: { production: 'info', local: 'warn' },
    description: 'How much is logged. From "info" on there is a line for each request.',
  }),
  INTROSPECTION: flag({
    default: { production: false, local: true },
    description:
      'Whether anyone may ask for the schema. When off, GET /schema.graphql answers signed-in callers only.',
  }),
  PLAYGROUND: flag({
    default: { production: false, local: true },
    description: 'Whether the GraphQL playground is served at /playground.',
  }),
  METRICS_TOKEN: text({
    default: null,
    secret: true,
    description:
      'The bearer token that GET /metrics asks for, in production at least 24 characters. Without one there are no metrics in production; elsewhere they are open.',
  }),
  SHUTDOWN_SECONDS: integer({
    min: 1,
    max: 120,
    default: 15,
    description:
      'How long a stopping server may take to finish what it accepted. After half of that, exports end with a row that says so.',
  }),
} as const;

/** Where the wallets are kept. */
export const databaseSettings = {
  MONGODB_URI: text({
    default: null,
    secret: true,
    pattern: /^mongodb(\+srv)?:\/\//,
    description: 'The replica set or sharded cluster to use. Required unless EMBEDDED_DATABASE is on.',
  }),
  DATABASE_NAME: text({
    default: 'early_bird',
    pattern: /^[a-z0-9_-]{1,38}$/i,
    description: 'The database within it.',
  }),
  EMBEDDED_DATABASE: flag({
    default: false,
    description:
      'Find or download a MongoDB and run it as part of this server. For demos and development; refused in production.',
  }),
  LOOPBACK_DATABASE: flag({
    default: false,
    description:
      'Says that MONGODB_URI names this very machine only, so that production takes it without password and TLS.',
  }),
  MONGOMS_SYSTEM_BINARY: text({
    default: null,
    description: 'The mongod program an embedded database runs, if it should not be searched for.',
  }),
} as const;
