import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  Kind,
  lexicographicSortSchema,
  parse,
  specifiedRules,
  validate,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { apiDocument } from '../../api/scripts/api-docs/api-document.ts';
import { seed } from '../../api/scripts/seed.ts';
import type { SavedOperation } from '../../api/server/playground/saved-operations.ts';
import { contractSchema } from '../../api/server/contract.ts';
import { queryLimits } from '../../api/server/limits/query-limits.ts';
import { openApp } from '../../api/services/open-app.ts';
import { openTestApi } from '../support/api.ts';
import { mockPayments } from '../support/payments.ts';
import { ReadyMadeRun, readyMade } from '../support/ready-made.ts';
import { testConfig } from '../support/server.ts';

const schema = contractSchema();
const cases = readyMade.map((operation) => [operation.path, operation] as const);
/** What the examples show on purpose. */
const EXPECTED_REFUSALS: Readonly<Record<string, readonly string[]>> = {
  // Its card is paid for by nobody here.
  'customer/claim-gift': ['GIFT_NOT_FOUND'],
  // The one card of the sample shop that is left has no code that a file could name.
  'customer/add-gift-card-to-checkout': ['CODE_NOT_USABLE'],
  'customer/return-gift': ['GIFT_NOT_FOUND'],
  'customer/show-gift-card-code': ['GIFT_CARD_NOT_FOUND'],
  'admin/bulk-add-credits-dry-run': ['WALLET_NOT_FOUND'],
  'customer/end-session': ['SESSION_NOT_FOUND'],
  'staff/refund-top-up': ['NOT_REFUNDABLE'],
  // Nobody owes the sample shop anything.
  'staff/settle-receivable': ['INVALID_INPUT'],
  'admin/write-off-receivable': ['INVALID_INPUT'],
};

describe('a ready-made document', () => {
  const config = testConfig({ NODE_ENV: 'production', LOG_LEVEL: 'silent' });

  test.each(cases)('%s is valid and within the limits of production', (_, { document }) => {
    const parsed = parse(document, { maxTokens: config.queryLimits.tokens });

    expect(validate(schema, parsed, [...specifiedRules, ...queryLimits(config)])).toEqual([]);
  });

  test.each(cases)('%s says what it is for, whose it is and what comes of it', (path, { header }) => {
    expect(header).toMatchObject({
      purpose: expect.stringMatching(/\.$/) as string,
      expected: expect.stringMatching(/\.$/) as string,
    });
    const group = path.split('/')[0];
    expect(group === 'mobile' ? 'customer' : group).toBe(header.role);
    expect(header.customerId !== null).toBe(header.role === 'customer');
  });
});

describe('the ready-made documents', () => {
  const documents = readyMade.map(({ document }) => parse(document));
  const rootFields = (root: 'getQueryType' | 'getMutationType') =>
    Object.keys(schema[root]()?.getFields() ?? {});

  it('use every root field of the contract', () => {
    const used = documents.flatMap(rootFieldsOf);

    expect(new Set(used)).toEqual(new Set([...rootFields('getQueryType'), ...rootFields('getMutationType')]));
  });

  it('bear names of their own, so that all of them can be generated from at once', () => {
    const names = documents.flatMap(({ definitions }) =>
      definitions.map((definition) => ('name' in definition ? definition.name?.value : undefined)),
    );

    expect(new Set(names).size).toBe(names.length);
  });

  it('never share an idempotency key, except a dry run with what it tries', () => {
    const keys = readyMade
      .filter((operation) => !isDryRun(operation))
      .flatMap(({ header }) => /"idempotencyKey": "([^"]+)"/.exec(header.variables ?? '')?.[1] ?? []);

    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('docs/api.md', () => {
  it('is what the contract says; run `node scripts/run.mjs api/scripts/emit-api-docs.ts` after a change', () => {
    const committed = readFileSync(join(process.cwd(), 'docs', 'api.md'), 'utf8');

    expect(committed).toBe(apiDocument(lexicographicSortSchema(schema), readyMade));
  });
});

describe('on the sample shop', () => {
  const api = openTestApi({ start: '2026-11-23T09:41:00+05:30', payments: mockPayments() });
  let run: ReadyMadeRun;

  beforeAll(async () => {
    const { database } = api.app;
    await seed(
      (now) =>
        openApp({ database, policy: defaultPolicy, now, elapsed: () => performance.now(), randomBytes }),
      api.app.now(),
    );
    run = new ReadyMadeRun(api);
  });

  test.each(cases)('%s works as its header says', async (path) => {
    const { data, errors } = await run.first(path);

    expect(errors).toEqual([]);
    expect(userErrorsIn(data)).toEqual(EXPECTED_REFUSALS[path] ?? []);
    // Nobody has a link of the sample shop.
    if (path !== 'customer/gift') expect(Object.values(data ?? {})).not.toContain(null);
    expect(emptyPagesIn(data)).toEqual([]);
  });

  const writing = cases.filter(
    ([, operation]) => operation.document.includes('replayed') && !isDryRun(operation),
  );

  test.each(writing)('%s can be sent again and acts once', async (path) => {
    const [first, again] = [await run.first(path), await run.again(path)];

    expect(valuesOf(again.data, 'replayed')).toEqual([true]);
    expect(userErrorsIn(again.data)).toEqual([]);
    expect(valuesOf(again.data, 'id')).toEqual(valuesOf(first.data, 'id'));
  });
});

function isDryRun({ header }: SavedOperation): boolean {
  return header.variables?.includes('"dryRun": true') ?? false;
}

function rootFieldsOf(document: DocumentNode): string[] {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const names: string[] = [];
  for (const operation of operations) {
    visit(operation.selectionSet, {
      Field(field) {
        names.push(field.name.value);
        return false;
      },
    });
  }
  return names;
}

/** Every value of a field of this name in an answer, wherever it stands. */
function valuesOf(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === name ? [inner as unknown] : []),
    ...valuesOf(inner, name),
  ]);
}

function userErrorsIn(data: unknown): unknown[] {
  return (valuesOf(data, 'userErrors') as { code: string }[][]).flat().map(({ code }) => code);
}

function emptyPagesIn(data: unknown): unknown[] {
  return valuesOf(data, 'nodes').filter((nodes) => (nodes as unknown[]).length === 0);
}
