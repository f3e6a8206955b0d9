import fc from 'fast-check';
import { monthOf } from '../../api/domain/calendar.ts';
import { formatRupees } from '../../api/domain/money.ts';
import type { MoneyEntry } from '../../api/domain/wallet/entries.ts';
import { openTestApi } from '../support/api.ts';
import { readCsv } from '../support/csv.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { propertySeed } from '../support/seed.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const api = openTestApi();
let server: TestServer;

const MOVED = `openingBalance { amount } purchased { amount } granted { amount } refunded { amount } spent { amount }
  expired { amount } reversed { amount } closingBalance { amount }`;
const PERIOD = `from to ${MOVED} grants { source amount { amount } } breakage { value numerator { amount } denominator { amount } }`;
const FIGURES = `query Figures($from: DateTime, $to: DateTime) { programmeStatistics(from: $from, to: $to) {
  movement { month ${MOVED} } period { ${PERIOD} } previousPeriod { ${PERIOD} }
  totalBalance { amount } liability { month funding amount { amount } } definitions { figure text } } }`;

type Amounts = Readonly<Record<string, { readonly amount: string }>>;
interface Figures {
  readonly movement: readonly (Amounts & { readonly month: string })[];
  readonly period: Amounts & { readonly grants: readonly { source: string; amount: { amount: string } }[] };
  readonly previousPeriod: Amounts;
  readonly totalBalance: { readonly amount: string };
  readonly liability: readonly {
    readonly month: string;
    readonly funding: string;
    readonly amount: { amount: string };
  }[];
  readonly definitions: readonly { readonly figure: string; readonly text: string }[];
}

async function figures(variables: Record<string, unknown> = {}): Promise<Figures> {
  return (await api.admin.read<{ programmeStatistics: Figures }>(FIGURES, variables)).programmeStatistics;
}

const CUSTOMERS = ['asha', 'bala', 'chitra'];
const SOURCES = ['PURCHASE', 'PROMOTION', 'LOYALTY', 'MANUAL'];

/** Five months in which anything happens to anybody. */
const story = fc.array(
  fc.record({
    kind: fc.constantFrom('grant', 'grant', 'spend', 'spend', 'refund', 'reverse'),
    who: fc.constantFrom(...CUSTOMERS),
    source: fc.constantFrom(...SOURCES),
    rupees: fc.integer({ min: 1, max: 400 }),
    hours: fc.integer({ min: 1, max: 130 }),
    days: fc.integer({ min: 1, max: 60 }),
  }),
  { minLength: 60, maxLength: 60 },
);

beforeAll(async () => {
  server = await openTestServer({ wallets: api.app });
  const [steps = []] = fc.sample(story, { numRuns: 1, seed: propertySeed });
  const made = new Map<string, { credits: string[]; debits: string[] }>();
  for (const id of CUSTOMERS) {
    await api.openWallet(id);
    made.set(id, { credits: [], debits: [] });
  }
  for (const { kind, who, source, rupees, hours, days } of steps) {
    api.app.clock.advance({ hours });
    const { credits = [], debits = [] } = made.get(who) ?? {};
    const amount = { amount: String(rupees) };
    const expiresAt = new Date(api.app.now() + days * 86_400_000).toISOString();
    if (kind === 'grant')
      credits.push((await api.grant(who, amount.amount, { source, expiresAt })).transaction.id);
    if (kind === 'spend') {
      const { transaction } = await api.spend(who, amount.amount);
      if (transaction) debits.push(transaction.id);
    }
    const [debitId, creditId] = [debits.at(-1), credits.at(-1)];
    if (kind === 'refund' && debitId)
      await api.staff.act('refundCredits', { debitId, amount, reason: 'Back' }, 'replayed');
    if (kind === 'reverse' && creditId)
      await api.admin.act('reverseCredit', { creditId, reason: 'Wrong' }, 'replayed');
  }
  for (const source of SOURCES) await api.grant('asha', '25', { source });
  // Whoever looks at a wallet books what is due, so that the journal says all.
  for (const id of CUSTOMERS) await api.staff.read(`{ wallet(customerId: "${id}") { balance { amount } } }`);
});
afterAll(async () => {
  await server.close();
  await deleteTemporaryFolders();
});

const FIELDS: Readonly<Record<Exclude<MoneyEntry['kind'], 'HOLD' | 'RELEASE'>, string>> = {
  CREDIT: 'granted',
  DEBIT: 'spent',
  REFUND: 'refunded',
  EXPIRY: 'expired',
  REVERSAL: 'reversed',
};

/** What moved, counted anew from all entries of all journals, by month. */
async function recount(): Promise<Map<string, Record<string, bigint>>> {
  const months = new Map<string, Record<string, bigint>>();
  const kinds = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
  for (const id of CUSTOMERS) {
    const all = { kinds, afterSeq: 0, upToSeq: 10_000 };
    const entries = (await api.app.stores.journal.range(id, all, 'OLDEST_FIRST', 10_000)) as Extract<
      MoneyEntry,
      { kind: keyof typeof FIELDS }
    >[];
    for (const entry of entries) {
      const isBought = entry.kind === 'CREDIT' && entry.lot.source === 'PURCHASE';
      const field = isBought ? 'purchased' : FIELDS[entry.kind];
      const month = months.get(monthOf(entry.at)) ?? {};
      month[field] = (month[field] ?? 0n) + entry.amount;
      months.set(monthOf(entry.at), month);
    }
  }
  return months;
}

const paise = (amount: { readonly amount: string } | undefined) =>
  BigInt((amount?.amount ?? '').replace('.', ''));
const net = (moved: Amounts) =>
  ['purchased', 'granted', 'refunded'].reduce((sum, name) => sum + paise(moved[name]), 0n) -
  ['spent', 'expired', 'reversed'].reduce((sum, name) => sum + paise(moved[name]), 0n);

describe('the figures of the programme', () => {
  it('are what a recount of all journals comes to, month by month', async () => {
    const months = await recount();
    const { movement } = await figures();

    expect(months.size).toBeGreaterThan(3);
    for (const { month, ...moved } of movement) {
      const counted = months.get(month) ?? {};
      for (const field of ['purchased', 'granted', 'spent', 'refunded', 'expired', 'reversed'])
        expect([month, field, moved[field]?.amount]).toEqual([
          month,
          field,
          formatRupees(counted[field] ?? 0n),
        ]);
    }
  });

  it('lead from each opening to its closing, which is the next opening', async () => {
    const { movement, period, previousPeriod, totalBalance } = await figures({
      from: '2026-04-15T00:00:00+05:30',
    });

    for (const [at, moved] of movement.entries()) {
      expect(paise(moved['openingBalance']) + net(moved)).toBe(paise(moved['closingBalance']));
      if (at > 0) expect(moved['openingBalance']).toEqual(movement[at - 1]?.['closingBalance']);
    }
    expect(paise(period['openingBalance']) + net(period)).toBe(paise(period['closingBalance']));
    expect(period['closingBalance']).toEqual(totalBalance);
    expect(previousPeriod['closingBalance']).toEqual(period['openingBalance']);
    expect(previousPeriod['to']).toEqual(period['from']);
  });

  it('say what was granted by where it came from, and what expired of what was issued', async () => {
    const { period } = await figures();
    const granted = period.grants.reduce((sum, { amount }) => sum + paise(amount), 0n);
    const breakage = period['breakage'] as unknown as {
      value: number;
      numerator: object;
      denominator: { amount: string };
    };

    expect(granted).toBe(paise(period['granted']));
    expect(breakage.numerator).toEqual(period['expired']);
    expect(paise(breakage.denominator)).toBe(granted + paise(period['purchased']));
    expect(breakage.value).toBeCloseTo(
      Number(paise(period['expired'])) / Number(paise(breakage.denominator)),
      5,
    );
  });

  it('owe by month of expiry what all wallets hold', async () => {
    const { liability, totalBalance } = await figures();

    expect(liability.reduce((sum, { amount }) => sum + paise(amount), 0n)).toBe(paise(totalBalance));
  });

  it('come with a definition each', async () => {
    const { definitions } = await figures();

    expect(definitions.length).toBeGreaterThan(8);
    for (const { text } of definitions) expect(text).toMatch(/\.$/);
  });
});

describe('GET /export/programme.csv', () => {
  const get = async (query: string, role: 'ADMIN' | 'STAFF' | null = 'ADMIN') =>
    server.app.inject({
      url: `/export/programme.csv?${query}`,
      ...(role && { headers: { authorization: `Bearer ${await server.token(role)}` } }),
    });

  it('is the same movement as a file', async () => {
    const { movement } = await figures();
    const response = await get('table=movement');

    expect(response.headers['content-disposition']).toMatch(/early-bird-programme-movement_\d{4}-\d\d-01_/);
    expect(
      readCsv(response.body).map(({ Month, Opening, Spent, Closing }) => [Month, Opening, Spent, Closing]),
    ).toEqual(
      movement.map(({ month, ...moved }) => [
        month,
        ...['openingBalance', 'spent', 'closingBalance'].map((name) => moved[name]?.amount),
      ]),
    );
  });

  it('has what is owed on gift cards as a figure of its own', async () => {
    const { giftCards } = (
      await api.admin.read<{ programmeStatistics: { giftCards: { amount: { amount: string } } } }>(
        '{ programmeStatistics { giftCards { amount { amount } } } }',
      )
    ).programmeStatistics;
    const row = readCsv((await get('table=figures')).body).find(({ Figure }) => Figure === 'giftCards');
    expect(row).toMatchObject({
      Numerator: giftCards.amount.amount,
      Definition: 'Gift cards that hold money, which is owed besides what wallets hold.',
    });
  });

  it.each(['liability', 'tiers', 'figures'])('has a table of %s', async (table) => {
    const { statusCode, body } = await get(`table=${table}`);

    expect(statusCode).toBe(200);
    expect(body.split('\r\n').length).toBeGreaterThan(3);
  });

  it.each([
    ['staff', 'table=movement', 'STAFF', 403],
    ['nobody', 'table=movement', null, 401],
    ['another table', 'table=customers', 'ADMIN', 400],
    ['no table', '', 'ADMIN', 400],
    ['a misspelt parameter', 'table=tiers&form=2026-01-01', 'ADMIN', 400],
    ['what is no date', 'table=tiers&from=soon', 'ADMIN', 400],
  ] as const)('refuses %s', async (_, query, role, status) => {
    expect((await get(query, role)).statusCode).toBe(status);
  });
});
