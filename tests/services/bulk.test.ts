import { bulkAddCredits, type BulkResult } from '../../api/services/bulk-add-credits.ts';
import {
  answerOf,
  bulkOf,
  bulkRow,
  credit,
  done,
  entryOf,
  names,
  openWallets,
  setStatus,
  storedWallet,
} from '../support/acts.ts';
import { callerOf, freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { killedWhile } from '../support/bulk-process.ts';
import { openTestDatabase } from '../support/database.ts';

const at = openTestDatabase();
const admin = callerOf('ADMIN');
const customers = names('bulk', 1_000);
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp(at);
  await openWallets(app, [...customers, 'frozen', 'quick']);
  await done(setStatus(app, 'frozen', 'FROZEN'));
}, 120_000);
afterEach(() => expectSound(app));
afterAll(() => app.close());

/** What each row was answered; a row that was only not written because of others is NONE. */
function answersOf({ rows }: BulkResult): string[] {
  return rows.map((outcome) => (outcome === null ? 'NONE' : answerOf(outcome)));
}

function tallied(result: BulkResult): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const answer of answersOf(result)) tally[answer] = (tally[answer] ?? 0) + 1;
  return tally;
}

async function entryCount(): Promise<number> {
  const { database } = app;
  return database.getClient().db(database.name).collection('wallet_transactions').countDocuments();
}

describe.each(['ALL_OR_NOTHING', 'VALID_ROWS'] as const)('a bulk credit of a thousand rows, %s', (mode) => {
  it('credits each row once, in order, and doubles nothing when it is repeated', async () => {
    const rows = customers.map((id, n) => bulkRow(id, BigInt(100 + n)));
    const asked = bulkOf(rows, mode);
    const before = await entryCount();
    const first = await done(bulkAddCredits(app, admin, asked));
    expect(tallied(first)).toEqual({ DONE: 1_000 });
    const amounts = first.rows.map((outcome) => outcome && 'entry' in outcome && outcome.entry.amount);
    expect(amounts).toEqual(rows.map(({ amount }) => amount));
    expect(tallied(await done(bulkAddCredits(app, admin, asked)))).toEqual({ REPLAYED: 1_000 });
    expect(await entryCount()).toBe(before + 1_000);
  });

  it('says on a dry run what would happen and writes nothing', async () => {
    const rows = [...customers.slice(0, 3), 'frozen', 'nobody'].map((id) => bulkRow(id));
    const before = await entryCount();
    const dry = await done(bulkAddCredits(app, admin, bulkOf(rows, mode, { dryRun: true })));
    const valid = mode === 'VALID_ROWS' ? 'DONE' : 'NONE';
    expect(answersOf(dry)).toEqual([valid, valid, valid, 'WALLET_FROZEN', 'WALLET_NOT_FOUND']);
    expect(await entryCount()).toBe(before);
  });

  it('sends several rows to one wallet, each with its own key', async () => {
    const { balance } = await storedWallet(app, 'bulk-0');
    const rows = Array.from({ length: 30 }, () => bulkRow('bulk-0', 1_00n));
    const asked = bulkOf(rows, mode);
    expect(tallied(await done(bulkAddCredits(app, admin, asked)))).toEqual({ DONE: 30 });
    expect(tallied(await done(bulkAddCredits(app, admin, asked)))).toEqual({ REPLAYED: 30 });
    expect((await storedWallet(app, 'bulk-0')).balance).toBe(balance + 30_00n);
  });
});

describe('a bulk credit with rows that cannot be written', () => {
  const rows = [
    bulkRow('bulk-3'),
    bulkRow('frozen'),
    bulkRow('bulk-4', 0n),
    bulkRow('bulk-5', 10_00n, { reason: ' ' }),
    bulkRow('nobody'),
    bulkRow('bulk-6', 10_00n, { expiresAt: 0 }),
    bulkRow('bulk-7'),
  ];
  const refusals = [
    'WALLET_FROZEN',
    'AMOUNT_OUT_OF_RANGE',
    'INVALID_INPUT',
    'WALLET_NOT_FOUND',
    'EXPIRES_IN_PAST',
  ];

  it('writes nothing at all when it is all or nothing', async () => {
    const before = await entryCount();
    const result = await done(bulkAddCredits(app, admin, bulkOf(rows, 'ALL_OR_NOTHING')));
    expect(answersOf(result)).toEqual(['NONE', ...refusals, 'NONE']);
    expect(await entryCount()).toBe(before);
  });

  it('writes the others when valid rows are asked for; what was refused stays so under its key', async () => {
    const asked = bulkOf(rows, 'VALID_ROWS');
    const before = await entryCount();
    expect(answersOf(await done(bulkAddCredits(app, admin, asked)))).toEqual(['DONE', ...refusals, 'DONE']);
    await done(setStatus(app, 'frozen', 'ACTIVE'));
    const again = await done(bulkAddCredits(app, admin, asked));
    expect(answersOf(again)).toEqual(['REPLAYED', ...refusals, 'REPLAYED']);
    expect(again.replayed).toBe(true);
    const mended = bulkOf([bulkRow('frozen')], 'VALID_ROWS');
    expect(answersOf(await done(bulkAddCredits(app, admin, mended)))).toEqual(['DONE']);
    expect(await entryCount()).toBe(before + 4);
  });

  it('is refused with no rows or too many', async () => {
    expect(await bulkAddCredits(app, admin, bulkOf([], 'VALID_ROWS'))).toMatchObject({
      refused: { code: 'INVALID_INPUT', field: 'rows' },
    });
    const many = [...customers, 'quick'].map((id) => bulkRow(id));
    expect(await bulkAddCredits(app, admin, bulkOf(many, 'VALID_ROWS'))).toMatchObject({
      refused: { code: 'INVALID_INPUT', field: 'rows' },
    });
  });
});

describe('a bulk credit and others', () => {
  it('lets people through while it works', async () => {
    const order: string[] = [];
    const rows = customers.map((id) => bulkRow(id));
    const bulk = done(bulkAddCredits(app, admin, bulkOf(rows, 'VALID_ROWS'))).then(() => order.push('bulk'));
    await entryOf(credit(app, 'quick', 1_00n)).then(() => order.push('quick'));
    await bulk;
    expect(order).toEqual(['quick', 'bulk']);
  });

  it('sent twice at the same moment under one key credits once', async () => {
    const asked = bulkOf(
      customers.map((id) => bulkRow(id)),
      'ALL_OR_NOTHING',
    );
    const before = await entryCount();
    const results = await Promise.all([bulkAddCredits(app, admin, asked), bulkAddCredits(app, admin, asked)]);
    const answers = results.flatMap((result) => ('rows' in result ? answersOf(result) : []));
    expect(answers.filter((answer) => answer === 'DONE')).toHaveLength(1_000);
    expect(answers.filter((answer) => answer === 'REPLAYED')).toHaveLength(1_000);
    expect(await entryCount()).toBe(before + 1_000);
  });
});

describe('a bulk credit whose process is killed', () => {
  it('half way is completed by sending it again', async () => {
    const key = freshKey('killed-valid');
    const before = await entryCount();
    await killedWhile({ ...at, customers, mode: 'VALID_ROWS', key }, 'COMMITTED', 2);
    const written = (await entryCount()) - before;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(1_000);
    await expectSound(app);
    const rows = customers.map((id) => bulkRow(id));
    const again = await done(bulkAddCredits(app, admin, bulkOf(rows, 'VALID_ROWS', { key })));
    expect(tallied(again)).toEqual({ REPLAYED: written, DONE: 1_000 - written });
    expect(await entryCount()).toBe(before + 1_000);
  }, 180_000);

  it('has happened wholly or not at all when it is all or nothing', async () => {
    const key = freshKey('killed-whole');
    const before = await entryCount();
    await killedWhile({ ...at, customers, mode: 'ALL_OR_NOTHING', key }, 'BEGUN');
    expect([0, 1_000]).toContain((await entryCount()) - before);
    const rows = customers.map((id) => bulkRow(id));
    await done(bulkAddCredits(app, admin, bulkOf(rows, 'ALL_OR_NOTHING', { key })));
    expect(await entryCount()).toBe(before + 1_000);
  }, 180_000);
});
