import { bulkAddCredits, type BulkAddCredits, type BulkResult } from '../../api/services/bulk-add-credits.ts';
import type { BulkRow } from '../../api/services/bulk-part.ts';
import type { Refused } from '../../api/services/outcome.ts';
import { answerOf, bulkOf, bulkRow, done, names, openWallets, setStatus } from '../support/acts.ts';
import { callerOf, freshKey, openTestApp, type TestApp } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { openTestDatabase } from '../support/database.ts';

const at = openTestDatabase();
const admin = callerOf('ADMIN', 'meera');
const many = names('many', 450);
let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  app = await openTestApp(at);
  other = await openTestApp(at, { clock: app.clock });
  await openWallets(app, many);
}, 120_000);
afterEach(() => expectSound(app));
afterAll(async () => {
  await other.close();
  await app.close();
});

function send(asked: BulkAddCredits, on = app, by = admin): Promise<BulkResult | Refused> {
  return bulkAddCredits(on, by, asked);
}

function rowsFor(ids: readonly string[]): BulkRow[] {
  return ids.map((id) => bulkRow(id));
}

function tallied(result: BulkResult | Refused): Record<string, number> {
  if ('refused' in result) return { [result.refused.code]: 1 };
  const tally: Record<string, number> = {};
  for (const outcome of result.rows) {
    const answer = outcome === null ? 'NONE' : answerOf(outcome);
    tally[answer] = (tally[answer] ?? 0) + 1;
  }
  return tally;
}

async function balances(ids: readonly string[]): Promise<bigint[]> {
  const wallets = await app.stores.wallets.load(ids);
  return ids.map((id) => wallets.get(id)?.balance ?? -1n);
}

/** Three wallets of the test's own; the first is frozen, so that its row is refused. */
async function oneFrozen(): Promise<[string, string, string]> {
  const ids = names(freshKey('once'), 3) as [string, string, string];
  await openWallets(app, ids);
  await done(setStatus(app, ids[0], 'FROZEN'));
  return ids;
}

describe('a bulk credit is one thing under its key', () => {
  it('credits nobody again when the rows behind a refused one move up', async () => {
    const [x, a, b] = await oneFrozen();
    const key = freshKey('shifted');
    await done(send(bulkOf(rowsFor([x, a, b]), 'VALID_ROWS', { key })));
    const shifted = await send(bulkOf(rowsFor([a, b]), 'VALID_ROWS', { key }));
    expect(shifted).toEqual({ refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: app.now() } });
    expect(await balances([a, b])).toEqual([10_00n, 10_00n]);
  });

  const [first, second, third] = [bulkRow('many-0'), bulkRow('many-1'), bulkRow('many-2')];
  it.each<[string, BulkRow[]]>([
    ['a row more', [first, second, third]],
    ['a row less', [first]],
    ['another order', [second, first]],
    ['another customer', [first, third]],
    ['another amount', [first, { ...second, amount: 11_00n }]],
    ['another source', [first, { ...second, source: 'LOYALTY' }]],
    ['another reason', [first, { ...second, reason: 'Autumn offer' }]],
    ['a last day', [first, { ...second, expiresAt: Date.parse('2027-01-01') }]],
    ['a reference', [first, { ...second, reference: 'row 2' }]],
  ])('is refused with %s, dry or not, and nothing happens', async (_, rows) => {
    const key = freshKey('changed');
    await done(send(bulkOf([first, second], 'VALID_ROWS', { key })));
    const before = await balances(many);
    for (const dryRun of [true, false]) {
      const changed = await send(bulkOf(rows, 'VALID_ROWS', { key, dryRun }));
      expect(tallied(changed)).toEqual({ IDEMPOTENCY_CONFLICT: 1 });
    }
    expect(await balances(many)).toEqual(before);
  });

  it.each([
    ['VALID_ROWS', 'ALL_OR_NOTHING'],
    ['ALL_OR_NOTHING', 'VALID_ROWS'],
  ] as const)('is refused in another mode: %s, then %s', async (mode, otherMode) => {
    const key = freshKey('mode');
    await done(send(bulkOf([first, second], mode, { key })));
    const changed = await send(bulkOf([first, second], otherMode, { key }));
    expect(tallied(changed)).toEqual({ IDEMPOTENCY_CONFLICT: 1 });
  });

  it('belongs to the shop: another admin completes it and credits nobody twice', async () => {
    const asked = bulkOf([first, second], 'VALID_ROWS');
    await done(send(asked));
    expect(tallied(await send(asked, app, callerOf('ADMIN', 'tara')))).toEqual({ REPLAYED: 2 });
  });

  it('is known even if every row of it was refused', async () => {
    const asked = bulkOf(rowsFor(['nobody', 'no-one']), 'VALID_ROWS');
    expect(tallied(await send(asked))).toEqual({ WALLET_NOT_FOUND: 2 });
    expect(await send(asked)).toMatchObject({ replayed: true });
    expect(tallied(await send({ ...asked, rows: [first] }))).toEqual({ IDEMPOTENCY_CONFLICT: 1 });
  });

  it('tells every detail of a refusal again, the same for ever', async () => {
    const [x, a] = await oneFrozen();
    const rows = [
      bulkRow(x),
      bulkRow('nobody'),
      bulkRow(a, 1n),
      bulkRow(a, 1_00n, { reason: ' ' }),
      bulkRow(a, 1_00n, { expiresAt: 0 }),
      ...Array.from({ length: 11 }, () => bulkRow(a, 1_00_000_00n)),
    ];
    const asked = bulkOf(rows, 'VALID_ROWS');
    const { rows: told } = await done(send(asked));
    app.clock.advance({ days: 1 });
    const { rows: toldAgain } = await done(send(asked));
    const refusals = (answers: BulkResult['rows']) =>
      answers.map((answer) => (answer !== null && 'refused' in answer ? answer.refused : null));
    expect(refusals(toldAgain)).toEqual(refusals(told));
    expect(refusals(told).map((refusal) => refusal?.code)).toEqual([
      ...['WALLET_FROZEN', 'WALLET_NOT_FOUND', 'AMOUNT_OUT_OF_RANGE', 'INVALID_INPUT', 'EXPIRES_IN_PAST'],
      ...Array<undefined>(10).fill(undefined),
      'WALLET_LIMIT_EXCEEDED',
    ]);
  });

  it('is written down with who asked, how far it has come and what it came to', async () => {
    const [x, a, b] = await oneFrozen();
    await done(send(bulkOf(rowsFor([a, x, b]), 'VALID_ROWS', { key: 'written-down-0001' })));
    const [entry] = await app.stores.journal.atPositions(b, [2]);
    expect(entry).toMatchObject({ origin: { kind: 'BULK', row: 2, bulkId: expect.any(String) as string } });
    const { bulkId = '' } = (entry as unknown as { origin: { bulkId?: string } }).origin;
    expect((await app.stores.bulkCredits.load([bulkId])).get(bulkId)).toMatchObject({
      ...{ mode: 'VALID_ROWS', rowCount: 3, decided: 3, total: 20_00n, version: 1 },
      ...{ actor: admin.actor, requestId: admin.requestId, createdAt: app.now() },
      refusals: [{ row: 1, refusal: { code: 'WALLET_FROZEN', since: app.now() } }],
    });
  });
});

describe('a bulk credit in two processes at once', () => {
  it.each(['VALID_ROWS', 'ALL_OR_NOTHING'] as const)('credits each row once: %s', async (mode) => {
    const before = await balances(many);
    const asked = bulkOf(rowsFor(many), mode);
    const answers = (await Promise.all([send(asked), send(asked, other), send(asked, other)])).map(tallied);
    expect(answers.map(({ DONE = 0, REPLAYED = 0 }) => DONE + REPLAYED)).toEqual([450, 450, 450]);
    expect(answers.reduce((sum, { DONE = 0 }) => sum + DONE, 0)).toBe(450);
    expect(await balances(many)).toEqual(before.map((balance) => balance + 10_00n));
  });

  it('lets one of two different lists under the same key through, and nothing of the other', async () => {
    const before = await balances(many);
    const key = freshKey('rivals');
    const [left, right] = [many.slice(0, 225), many.slice(225)];
    const answers = await Promise.all([
      send(bulkOf(rowsFor(left), 'VALID_ROWS', { key })),
      send(bulkOf(rowsFor(right), 'VALID_ROWS', { key }), other),
    ]);
    expect(answers.map(tallied)).toEqual(
      expect.arrayContaining([{ DONE: 225 }, { IDEMPOTENCY_CONFLICT: 1 }]),
    );
    const after = await balances(many);
    expect(after.filter((balance, index) => balance !== before[index])).toHaveLength(225);
  });
});

describe('a bulk credit that cannot go on', () => {
  it('answers the rows that are written, says of the others that they are not, and goes on when it is repeated', async () => {
    let stopping: Promise<void> | undefined;
    const dying: TestApp = await openTestApp(at, {
      clock: app.clock,
      observer: {
        queued: () => {},
        retried: () => {},
        committed: () => void (stopping ??= dying.engine.stop()),
      },
    });
    const before = await balances(many);
    const asked = bulkOf([bulkRow('nobody'), ...rowsFor(many)], 'VALID_ROWS');
    expect(tallied(await send(asked, dying))).toEqual({ WALLET_NOT_FOUND: 1, DONE: 199, TRY_AGAIN: 251 });
    expect(tallied(await send({ ...asked, dryRun: true }))).toEqual({
      ...{ WALLET_NOT_FOUND: 1, REPLAYED: 199, DONE: 251 },
    });
    const again = await done(send(asked));
    expect(tallied(again)).toEqual({ WALLET_NOT_FOUND: 1, REPLAYED: 199, DONE: 251 });
    expect(again.replayed).toBe(false);
    expect(await balances(many)).toEqual(before.map((balance) => balance + 10_00n));
    await dying.close();
  });
});
