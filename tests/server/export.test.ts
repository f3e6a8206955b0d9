import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { formatRupees } from '../../api/domain/money.ts';
import { signedAmount, type DebitEntry, type MoneyEntry } from '../../api/domain/wallet/entries.ts';
import { COLUMNS } from '../../api/server/export/csv-rows.ts';
import { india, rupees, WalletStory } from '../domain/wallet-story.ts';
import { sendExport } from '../../api/server/export/send-export.ts';
import { readCsv } from '../support/csv.ts';
import { addJobRows } from '../../api/services/add-job-rows.ts';
import { issueGiftCards } from '../../api/services/issue-gift-cards.ts';
import { startJob } from '../../api/services/start-job.ts';
import { callerOf, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { storeStory } from '../support/long-history.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const PATH = '/export/transactions.csv';
const FORMULAS = ['=HYPERLINK("http://evil.example","x")', '+1+1', '-2+3', '@SUM(A1:A9)', '＝1+1'];

const at = openTestDatabase();
const story = fiveThousandEntries();
let app: TestApp;
let money: MoneyEntry[];
let server: TestServer;
let url: string;

beforeAll(async () => {
  app = await openTestApp(at);
  app.clock.set('2026-11-23T09:30:00+05:30');
  money = await storeStory(app, story);
  await openWallet(app, 'bala');
  server = await openTestServer({ wallets: app, settings: { EXPORTS_AT_ONCE: '1' } });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}${PATH}`;
}, 180_000);
afterAll(async () => {
  await server.close();
  await app.close();
  await deleteTemporaryFolders();
});

/** Half a year of a busy customer, whose orders are named by somebody who wants to see a spreadsheet run them. */
function fiveThousandEntries(): WalletStory {
  const wallet = new WalletStory({ id: 'asha', at: india('2026-06-01 09:00') });
  const HOUR = 3_600_000;
  for (let step = 0; wallet.journal.length < 5_000; step += 1) {
    wallet.now += HOUR / 2;
    if (step % 4 === 0) wallet.credit(rupees(40), { source: 'PURCHASE', reason: `Top-up, "${step}" – ₹40` });
    const orderId = FORMULAS[step % 10] ?? `order-${step}`;
    wallet.ask({ kind: 'DEBIT', amount: rupees(10), orderId, reason: null });
    if (step % 50 === 7) wallet.refund(wallet.journal.at(-1) as DebitEntry, rupees(3));
  }
  return wallet;
}

/** A server that goes on. */
const unheard = new AbortController().signal;

/** A promise and what fulfils it. */
function defer(): [Promise<void>, () => void] {
  let fulfil = (): void => undefined;
  return [new Promise((resolve) => (fulfil = resolve)), () => fulfil()];
}

type Row = Record<string, string>;

async function ask(query: Record<string, string> = {}, token?: string) {
  const address = new URL(url);
  address.search = new URLSearchParams(query).toString();
  // On a busy machine the server may close an idle connection just when it is used again.
  const headers = { connection: 'close', ...(token && { authorization: `Bearer ${token}` }) };
  return fetch(address, { headers });
}

const asha = () => server.token('CUSTOMER', 'asha');

/** The table of a file as a spreadsheet would read it. */
async function exported(query: Record<string, string> = {}): Promise<Row[]> {
  const response = await ask(query, await asha());
  expect(response.status).toBe(200);
  return readCsv(await response.text());
}

const isBalance = ({ Type }: Row) => Type === 'OPENING' || Type === 'CLOSING';
const entriesOf = (rows: Row[]) => rows.filter((row) => !isBalance(row));
const referencesOf = (rows: Row[]) => entriesOf(rows).map((row) => row['Amount (paise)']);
const paise = (text: string | undefined) => BigInt((text ?? '').replace('.', ''));

describe('an export', () => {
  it('holds every entry, oldest first, as it was made', async () => {
    const rows = entriesOf(await exported());

    const columns = ['When (UTC)', 'Type', 'Amount (INR)', 'Amount (paise)', 'Balance after (INR)'];
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual(
      money.map((entry) => [
        new Date(entry.at).toISOString(),
        entry.kind,
        formatRupees(signedAmount(entry)),
        String(signedAmount(entry)),
        formatRupees(entry.balanceAfter),
      ]),
    );
  });

  it('says when in India, where from, for what, and until when', async () => {
    const [, credit, debit] = await exported();

    expect(credit).toMatchObject({
      'When (UTC)': '2026-06-01T04:00:00.000Z',
      'Date (India)': '2026-06-01',
      'Time (India)': '09:30:00',
      Source: 'PURCHASE',
      Details: 'Top-up, "0" – ₹40',
      'Amount (INR)': '40.00',
      'Expires (India)': expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    });
    expect(debit).toMatchObject({
      Type: 'DEBIT',
      Source: '',
      'Amount (INR)': '-10.00',
      'Amount (paise)': '-1000',
    });
  });

  it('adds up: opening and all amounts are closing, also in the middle of the story', async () => {
    for (const query of [{}, { from: '2026-07-01T00:00:00+05:30', to: '2026-08-01T00:00:00+05:30' }]) {
      const rows = await exported(query);
      const [opening, closing] = [rows[0], rows.at(-1)];
      const moved = entriesOf(rows).reduce((sum, row) => sum + BigInt(row['Amount (paise)'] ?? ''), 0n);

      expect([opening?.['Type'], closing?.['Type']]).toEqual(['OPENING', 'CLOSING']);
      expect([opening?.['Amount (INR)'], closing?.['Amount (INR)']]).toEqual(['', '']);
      expect(moved).not.toBe(0n);
      expect(paise(opening?.['Balance after (INR)']) + moved).toBe(paise(closing?.['Balance after (INR)']));
    }
  });

  it('opens in spreadsheets: a byte order mark, the columns, lines that end as theirs do', async () => {
    const response = await ask({}, await asha());
    const bytes = Buffer.from(await response.arrayBuffer());
    const lines = bytes.toString('utf8').slice(1).split('\r\n');

    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(lines[0]).toBe(COLUMNS.map((column) => `"${column}"`).join(','));
    expect(lines.at(-1)).toBe('');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    const quoted = /^("([^"]|"")*",){12}"([^"]|"")*"$/;
    expect(lines.slice(0, -1).filter((line) => !quoted.test(line))).toEqual([]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="early-bird-history_asha_2026-06-01_2026-11-23.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-entry-count': String(money.length),
      'x-request-id': expect.any(String) as string,
    });
  });

  it('runs nothing: what begins like a formula is text, and amounts stay numbers', async () => {
    const rows = await exported();
    const orders = new Set(rows.map((row) => row['Order']));

    for (const formula of FORMULAS) {
      expect(orders).toContain(`'${formula}`);
      expect(orders).not.toContain(formula);
    }
    const numbers = ['Amount (INR)', 'Amount (paise)', 'Balance after (INR)'];
    const cells = rows.flatMap((row) => Object.entries(row));
    const isHarmless = ([column, cell]: [string, string]) =>
      numbers.includes(column) ? /^(-?\d+(\.\d\d)?)?$/.test(cell) : !/^[=+\-@\t\r\n＝＋－＠]/.test(cell);
    expect(cells.filter((cell) => !isHarmless(cell))).toEqual([]);
  });

  it('of an empty wallet says that there was and is nothing', async () => {
    const response = await ask({}, await server.token('CUSTOMER', 'bala'));
    const rows = readCsv(await response.text());

    expect(rows.map((row) => [row['Type'], row['Balance after (INR)']])).toEqual([
      ['OPENING', '0.00'],
      ['CLOSING', '0.00'],
    ]);
  });
});

describe('a filter', () => {
  const amounts = (chosen: MoneyEntry[]) => chosen.map((entry) => String(signedAmount(entry)));

  it.each<[Record<string, string>, (entry: MoneyEntry) => boolean]>([
    [{ kinds: 'REFUND' }, ({ kind }) => kind === 'REFUND'],
    [{ kinds: 'DEBIT,REFUND' }, ({ kind }) => kind === 'DEBIT' || kind === 'REFUND'],
    [{ sources: 'PURCHASE' }, ({ kind }) => kind === 'CREDIT'],
    [{ orderId: '+1+1' }, (entry) => 'orderId' in entry && entry.orderId === '+1+1'],
    [{ minAmount: '10.01', maxAmount: '40' }, ({ amount }) => amount > 1000n && amount <= 4000n],
  ])(
    '%j leaves the same entries as in the history, and no balances that would not add up',
    async (query, fits) => {
      const rows = await exported(query);

      expect(referencesOf(rows)).toEqual(amounts(money.filter(fits)));
      expect(rows.filter(isBalance)).toEqual([]);
    },
  );

  it('by time includes its beginning and not its end, whether or not the plus is encoded', async () => {
    const from = new Date(money[1_000]?.at ?? 0).toISOString();
    const to = new Date(money[2_000]?.at ?? 0).toISOString();
    const within = money.filter((entry) => entry.at >= Date.parse(from) && entry.at < Date.parse(to));

    expect(referencesOf(await exported({ from, to }))).toEqual(amounts(within));
    const bare = await fetch(`${url}?from=2026-11-23T00:00:00+05:30`, {
      headers: { authorization: `Bearer ${await asha()}` },
    });
    expect([bare.status, await bare.text()]).toEqual([200, expect.stringContaining('CLOSING')]);
  });

  it.each([
    [
      { kinds: 'DEBIT,GIFT' },
      'kinds must be of CREDIT, DEBIT, REFUND, EXPIRY, REVERSAL, HOLD, RELEASE, separated by commas.',
    ],
    [{ from: '2026-11-01' }, /^from: A DateTime is a string such as/],
    [{ minAmount: '1e3' }, /^minAmount: A Decimal is a string such as/],
    [{ from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' }, 'from must not be after to.'],
    [{ kind: 'DEBIT' }, /^There is only customerId, kinds, sources/],
  ])('%j is refused with what is wrong', async (query, message) => {
    const response = await ask(query, await asha());

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: {
        code: 'BAD_USER_INPUT',
        message: message instanceof RegExp ? (expect.stringMatching(message) as string) : message,
        requestId: response.headers.get('x-request-id'),
      },
    });
  });
});

describe('whose history', () => {
  const codeOf = async (response: Response) => [
    response.status,
    ((await response.json()) as { error: { code: string } }).error.code,
  ];

  it('is nobody’s business who is not signed in', async () => {
    expect(await codeOf(await ask())).toEqual([401, 'UNAUTHENTICATED']);
    expect(await codeOf(await ask({}, 'forged'))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await codeOf(await ask({ customerId: 'asha' }))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is the customer’s own: any other is refused, whether it exists or not', async () => {
    expect(await codeOf(await ask({ customerId: 'bala' }, await asha()))).toEqual([403, 'FORBIDDEN']);
    expect(await codeOf(await ask({ customerId: 'nobody' }, await asha()))).toEqual([403, 'FORBIDDEN']);
    const own = await ask({ customerId: 'asha', kinds: 'REVERSAL' }, await asha());
    expect(own.status).toBe(200);
    // What is not read keeps its place among the exports.
    await own.text();
  });

  it.each(['STAFF', 'ADMIN'] as const)('is any customer’s for %s, who has to name one', async (role) => {
    const token = await server.token(role);

    const response = await ask({ customerId: 'bala' }, token);
    expect(await response.text()).toContain('CLOSING');
    expect(response.headers.get('content-disposition')).toContain('_bala_');
    expect(await codeOf(await ask({}, token))).toEqual([400, 'BAD_USER_INPUT']);
    // As an identity provider calls them.
    for (const customerId of ['nobody', 'auth0|4711', 'idp:a+b@example.com'])
      expect(await codeOf(await ask({ customerId }, token))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(await ask({ customerId: 'no/body' }, token))).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('a reader', () => {
  it('who goes away stops the reading, and makes room for the next', async () => {
    const headers = { authorization: `Bearer ${await asha()}` };
    const leaving = get(url, { headers });
    const [response] = (await once(leaving, 'response')) as [IncomingMessage];
    response.pause();
    const gone = once(leaving, 'close');
    leaving.destroy();
    await gone;

    let status = 429;
    while (status === 429) status = (await ask({ kinds: 'REVERSAL' }, await asha())).status;
    expect(status).toBe(200);
  });

  it('sets the pace: of a history without end only as much is read as is taken', async () => {
    let read = 0;
    const [ended, end] = defer();
    async function* endless(): AsyncGenerator<MoneyEntry[]> {
      try {
        for (;;) {
          read += 1;
          yield money.slice(0, 1);
          await new Promise(setImmediate);
        }
      } finally {
        end();
      }
    }
    const [released, release] = defer();
    const fastify = Fastify();
    fastify.get('/', (_request, reply) => {
      const exported = { wallet: story.wallet, filter: {}, count: 1, balances: null, pages: endless() };
      return sendExport(reply, exported, {
        now: app.now(),
        milliseconds: 60_000,
        stop: unheard,
        onEnd: release,
      });
    });
    const address = await fastify.listen({ host: '127.0.0.1', port: 0 });
    const reading = get(address);
    const [response] = (await once(reading, 'response')) as [IncomingMessage];
    await once(response, 'readable');
    reading.destroy();
    await Promise.all([ended, released]);
    await fastify.close();

    expect(read).toBeGreaterThan(0);
  });

  it('of a server that stops gets a file that says at its end that it is not whole', async () => {
    const stopping = new AbortController();
    const fastify = Fastify();
    async function* endless(): AsyncGenerator<MoneyEntry[]> {
      for (;;) {
        yield money.slice(0, 1);
        await new Promise(setImmediate);
      }
    }
    fastify.get('/', (_request, reply) => {
      const exported = { wallet: story.wallet, filter: {}, count: 1, balances: null, pages: endless() };
      const sending = { now: app.now(), milliseconds: 60_000, stop: stopping.signal, onEnd: () => undefined };
      return sendExport(reply, exported, sending);
    });
    const response = await fetch(await fastify.listen({ host: '127.0.0.1', port: 0 }));
    stopping.abort();
    const rows = readCsv(await response.text());
    await fastify.close();

    expect(rows.at(-1)).toMatchObject({ Type: 'INCOMPLETE', 'Amount (paise)': '' });
  });

  it('who takes too long finds the transfer broken off, not a file that seems complete', async () => {
    const fastify = Fastify();
    const pages = (async function* () {
      yield money.slice(0, 1);
      await new Promise(() => undefined);
    })();
    fastify.get('/', (_request, reply) => {
      const exported = { wallet: story.wallet, filter: {}, count: 1, balances: null, pages };
      return sendExport(reply, exported, {
        now: app.now(),
        milliseconds: 50,
        stop: unheard,
        onEnd: () => undefined,
      });
    });
    const response = await fetch(await fastify.listen({ host: '127.0.0.1', port: 0 }));

    await expect(response.text()).rejects.toThrow();
    await fastify.close();
  });

  it('is turned down when there is more than an export may have, before anything is sent', async () => {
    const small = await openTestServer({ wallets: app, settings: { EXPORT_MAX_ROWS: '100' } });
    const inject = async (query: string) =>
      small.app.inject({
        url: `${PATH}?${query}`,
        headers: { authorization: `Bearer ${await small.token('CUSTOMER', 'asha')}` },
      });
    const whole = await inject('');
    const orders = await inject('orderId=%2B1%2B1');
    const part = await inject('from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z');
    await small.close();

    expect([whole.statusCode, orders.statusCode, part.statusCode]).toEqual([400, 400, 200]);
    expect(whole.json()).toMatchObject({ error: { code: 'EXPORT_TOO_LARGE' } });
  });

  it('may not ask without end', async () => {
    const strict = await openTestServer({ wallets: app, settings: { RATE_LIMIT_SUBJECT: '25' } });
    const token = await strict.token('CUSTOMER', 'bala');
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      const response = await strict.app.inject({ url: PATH, headers: { authorization: `Bearer ${token}` } });
      statuses.push(response.statusCode);
    }
    await strict.close();

    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('an export of everybody', () => {
  const books = async (path: string, role: 'ADMIN' | 'STAFF' | 'CUSTOMER' | null = 'ADMIN') =>
    fetch(url.replace(PATH, `/export/${path}`), {
      headers: {
        connection: 'close',
        ...(role && { authorization: `Bearer ${await server.token(role, role.toLowerCase())}` }),
      },
    });
  const linesOf = async (path: string) =>
    (await (await books(path)).text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string | null>);

  it('is for admins, and asked for by names that are known', async () => {
    for (const path of [
      'entries.csv',
      'wallets.ndjson',
      'liability.csv',
      'audit.csv',
      'gift-cards.csv',
      'jobs/any/failed-rows.csv',
    ]) {
      expect((await books(path, 'STAFF')).status).toBe(403);
      expect((await books(path, 'CUSTOMER')).status).toBe(403);
      expect((await books(path, null)).status).toBe(401);
    }
    expect((await books('wallets.csv?personel=true')).status).toBe(400);
    expect((await books('audit.csv?acts=exportBooks')).status).toBe(400);
    expect((await books('gift-cards.csv?status=LOST')).status).toBe(400);
    expect((await books('gift-cards.csv?code=ABCD')).status).toBe(400);
    expect((await books('entries.csv?from=2026-08-01T00:00:00Z&to=2026-07-01T00:00:00Z')).status).toBe(400);
    expect((await books('jobs/none/failed-rows.csv')).status).toBe(404);
  });

  it('holds every entry, wallet by wallet, and comes to all balances', async () => {
    const entries = (await linesOf('entries.ndjson')).filter((line) => line['customer_id'] === 'asha');
    expect(entries.map((line) => line['amount'])).toEqual(
      money.map((entry) => formatRupees(signedAmount(entry))),
    );
    const wallets = await linesOf('wallets.ndjson');
    const liability = await linesOf('liability.ndjson');
    const total = (lines: typeof wallets, column: string) =>
      lines.reduce((sum, line) => sum + paise(line[column] ?? ''), 0n);
    expect(wallets.map((line) => line['customer_id'])).toEqual(['asha', 'bala']);
    expect(total(liability, 'remaining')).toBe(total(wallets, 'balance'));
    const july = 'from=2026-07-01T00:00:00%2B05:30&to=2026-08-01T00:00:00%2B05:30';
    const inJuly = money.filter(
      ({ at }) => at >= india('2026-07-01 00:00') && at < india('2026-08-01 00:00'),
    );
    expect(await linesOf(`entries.ndjson?${july}`)).toHaveLength(inJuly.length);
  });

  it('holds every gift card by its filters, with what is owed on it and nothing of its code but the end', async () => {
    const issued = await issueGiftCards(app, callerOf('ADMIN'), {
      ...{ count: 3, amount: 250_00n, expiresOn: null, reason: 'Prize draw' },
      idempotencyKey: 'cards-for-the-books-of-cards',
    });
    const codes = 'cards' in issued ? issued.cards.map(({ code }) => code ?? '') : [];
    expect(codes).toHaveLength(3);
    const lines = await linesOf('gift-cards.ndjson?status=ACTIVE,PART_USED');
    expect(lines).toHaveLength(3);
    expect(lines.reduce((sum, { left, held }) => sum + paise(left ?? '') + paise(held ?? ''), 0n)).toBe(
      (await app.stores.giftCards.open(app.now())).amount,
    );
    const owed = await linesOf('liability.ndjson');
    const onCards = owed.filter((line) => line['gift_card_id'] !== null);
    const total = (rows: typeof owed) => rows.reduce((sum, row) => sum + paise(row['remaining'] ?? ''), 0n);
    expect(onCards.map((line) => [line['customer_id'], line['funding'], line['is_held']])).toEqual(
      Array.from({ length: 3 }, () => [null, 'GRANTED', 'false']),
    );
    expect(total(onCards)).toBe((await app.stores.giftCards.open(app.now())).amount);
    const balances = (await linesOf('wallets.ndjson')).reduce(
      (sum, row) => sum + paise(row['balance'] ?? ''),
      0n,
    );
    expect(total(owed) - total(onCards)).toBe(balances);
    for (const code of codes) expect(JSON.stringify([...lines, ...owed])).not.toContain(code);
    const end = lines[0]?.['last_four'] ?? '';
    expect((await linesOf(`gift-cards.ndjson?lastFour=${end}`))[0]).toMatchObject({ last_four: end });
    expect(await (await books('gift-cards.ndjson?status=CANCELLED')).text()).toBe('');
    const csv = readCsv(await (await books('gift-cards.csv?status=ACTIVE')).text());
    expect(csv[0]).toMatchObject({ value: '250.00', left: '250.00', held: '0.00', funding: 'GRANTED' });
  });

  it('as a spreadsheet runs nothing that somebody typed, and names people only where that is asked for', async () => {
    const csv = readCsv(await (await books('entries.csv')).text());
    const orders = new Set(csv.map((row) => row['order_id']));
    expect(FORMULAS.filter((formula) => orders.has(formula))).toEqual([]);
    expect(FORMULAS.filter((formula) => orders.has(`'${formula}`))).toEqual(FORMULAS);
    expect(csv.some((row) => row['amount'] === '-10.00')).toBe(true);
    expect(Object.keys((await linesOf('wallets.ndjson'))[0] ?? {})).not.toContain('name');
    expect(await linesOf('wallets.ndjson?personal=true')).toContainEqual(
      expect.objectContaining({ customer_id: 'bala', name: expect.any(String) as string }),
    );
    const acts = await app.stores.acts.stretch(
      { act: 'exportBooks' },
      { beyond: null, from: null, to: null, limit: 100 },
    );
    expect(acts.flatMap(({ after }) => after)).toContainEqual({ key: 'personal', value: 'true' });
    expect(new Set(acts.map(({ actor }) => actor.id))).toEqual(new Set(['admin']));
  });

  it('holds the audit log by its filters, and is an act itself that the file does not hold', async () => {
    const exported = async () => linesOf('audit.ndjson?act=exportBooks&actorId=admin');
    app.clock.advance({ hours: 1 });
    const before = await exported();
    expect(before[0]).toMatchObject({ person: 'admin', role: 'ADMIN', act: 'exportBooks' });
    app.clock.advance({ hours: 1 });
    const [latest, ...others] = await exported();
    expect(latest).toMatchObject({ after: expect.stringContaining('book: audit; format: ndjson') as string });
    expect(others).toEqual(before);
    const csv = readCsv(await (await books('audit.csv')).text());
    expect(csv[0]).toMatchObject({ act: 'exportBooks', when: expect.any(String) as string });
    expect(await (await books('audit.ndjson?to=2020-01-01T00:00:00Z')).text()).toBe('');
  });

  it('holds the rows of a file that failed, as they came, with what is wrong', async () => {
    const columns = ['customer_id', 'amount', 'reason'];
    const file = { fileName: 'a.csv', fileHash: 'c'.repeat(64), columns, total: 2 };
    const start = { ...file, kind: 'BULK_CREDIT' as const, idempotencyKey: 'start-0000000001' };
    const started = await startJob(app, callerOf('ADMIN'), start);
    const id = 'job' in started ? started.job.id : '';
    const rows = [
      ['bala', '10', 'Thanks'],
      ['nobody', '=1+1', 'Thanks'],
    ];
    await addJobRows(app, { jobId: id, from: 0, rows });
    const failed = readCsv(await (await books(`jobs/${id}/failed-rows.csv`)).text());
    expect(failed).toMatchObject([
      { row: '3', customer_id: 'nobody', amount: "'=1+1", column: 'amount', problem: 'Write 300 or 300.00.' },
    ]);
  });
});
