import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, specifiedRules, validate } from 'graphql';
import { contractSchema } from '../../api/server/contract.ts';
import { queryLimits } from '../../api/server/limits/query-limits.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, testConfig, type TestServer } from '../support/server.ts';

const PERSISTED = 'client/graphql/persisted-documents.json';
const READY_MADE = 'schema/operations';

const schema = contractSchema();
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ schema, settings: { LOG_LEVEL: 'silent' } });
});
afterAll(async () => {
  await server.close();
  await deleteTemporaryFolders();
});

/** Every operation we send or offer: those of the web app and the ready-made ones. */
function ownOperations(): [string, string][] {
  const persisted = Object.values(JSON.parse(readFileSync(PERSISTED, 'utf8')) as Record<string, string>);
  const files = existsSync(READY_MADE)
    ? readdirSync(READY_MADE, { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.graphql'),
      )
    : [];
  return [
    ...persisted.map((document): [string, string] => [nameOf(document), document]),
    ...files.map((path): [string, string] => [path, readFileSync(join(READY_MADE, path), 'utf8')]),
  ];
}

const nameOf = (document: string) => /(?:query|mutation|subscription) (\w+)/.exec(document)?.[1] ?? 'unnamed';

/** Production is the stricter of the two. */
const config = testConfig({ NODE_ENV: 'production', LOG_LEVEL: 'silent' });

test.each(ownOperations())('%s is within the limits', (_name, document) => {
  const parsed = parse(document, { maxTokens: config.queryLimits.tokens });
  expect(validate(schema, parsed, [...specifiedRules, ...queryLimits(config)])).toEqual([]);
});

test.each(['tokens', 'depth', 'fields', 'rootFields'] as const)(
  'the limit of %s is at most twice what the largest of them needs',
  (name) => {
    const half = Math.ceil(config.queryLimits[name] / 2) - 1;
    const narrow = { ...config, queryLimits: { ...config.queryLimits, [name]: half } };
    const isWithin = ([, document]: [string, string]) => {
      try {
        const parsed = parse(document, { maxTokens: narrow.queryLimits.tokens });
        return validate(schema, parsed, [...specifiedRules, ...queryLimits(narrow)]).length === 0;
      } catch {
        return false;
      }
    };
    expect(ownOperations().every(isWithin)).toBe(false);
  },
);

test.each(['createWallet', 'addCredits', 'deductCredits', 'refundCredits', 'setWalletStatus'])(
  '%s is known to change a wallet, so it comes alone',
  async (name) => {
    const { errors } = await server.graphql(
      `mutation Twice { a: ${name} { replayed } b: ${name} { replayed } }`,
    );
    expect(errors.map(({ message }) => message).join()).toContain('change a wallet only once');
  },
);

test('saveCustomer changes none, so one request may save several', async () => {
  const { errors } = await server.graphql(
    'mutation Twice { a: saveCustomer { userErrors { code } } b: saveCustomer { userErrors { code } } }',
  );
  expect(errors.map(({ message }) => message).join()).not.toContain('change a wallet only once');
});
