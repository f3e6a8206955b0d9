import { openTestApi } from '../support/api.ts';

const api = openTestApi();

interface Page {
  readonly nodes: readonly { readonly id: string; readonly kind: string; readonly reason: string | null }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: Readonly<{
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  }>;
  readonly totalCount: number;
}

const HISTORY = `query History($first: Int, $after: String, $last: Int, $before: String, $filter: TransactionFilter) {
  viewer { wallet { transactions(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
    nodes { id kind reason } edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount
  } } }
}`;

async function page(customerId: string, variables: Record<string, unknown> = {}): Promise<Page> {
  const { viewer } = await api
    .customer(customerId)
    .read<{ viewer: { wallet: { transactions: Page } } }>(HISTORY, variables);
  return viewer.wallet.transactions;
}

function refusalOf(customerId: string, variables: Record<string, unknown>) {
  return api.customer(customerId).ask(HISTORY, variables);
}

const reasons = ({ nodes }: Page) => nodes.map(({ reason }) => reason);

/** Twenty-five credits, an hour apart, called 1 to 25. */
async function makeHistory(customerId: string): Promise<void> {
  await api.openWallet(customerId);
  for (let count = 1; count <= 25; count += 1) {
    await api.grant(customerId, '10', { reason: `${count}` });
    api.app.clock.advance({ hours: 1 });
  }
}

const descending = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => `${from - index}`);

describe('pages of a history', () => {
  beforeAll(() => makeHistory('asha'));

  it('are twenty long unless asked otherwise, newest first', async () => {
    const first = await page('asha');

    expect(reasons(first)).toEqual(descending(25, 6));
    expect(first).toMatchObject({ totalCount: 25, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    expect(first.edges.map(({ node }) => node.id)).toEqual(first.nodes.map(({ id }) => id));
    expect(first.pageInfo.startCursor).toBe(first.edges[0]?.cursor);
    expect(first.pageInfo.endCursor).toBe(first.edges.at(-1)?.cursor);
  });

  it('follow one another without a gap, forwards and back again', async () => {
    const first = await page('asha', { first: 10 });
    const second = await page('asha', { first: 10, after: first.pageInfo.endCursor });
    const third = await page('asha', { first: 10, after: second.pageInfo.endCursor });
    const back = await page('asha', { last: 10, before: third.pageInfo.startCursor });

    expect([first, second, third].flatMap(reasons)).toEqual(descending(25, 1));
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(back.nodes).toEqual(second.nodes);
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it('can be asked from the end', async () => {
    const last = await page('asha', { last: 3 });

    expect(reasons(last)).toEqual(['3', '2', '1']);
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('lose and repeat no row while new ones arrive', async () => {
    await makeHistory('bala');
    const first = await page('bala', { first: 10 });
    await api.spend('bala', '15', { reason: 'while reading' });
    const second = await page('bala', { first: 10, after: first.pageInfo.endCursor });
    await api.spend('bala', '15', { reason: 'while reading' });
    const third = await page('bala', { first: 10, after: second.pageInfo.endCursor });

    expect([first, second, third].flatMap(reasons)).toEqual(descending(25, 1));
    expect(third.totalCount).toBe(27);
  });

  it('are empty, without cursors, where there is nothing', async () => {
    await api.openWallet('chitra');

    expect(await page('chitra')).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      totalCount: 0,
    });
  });

  it('are clamped to between 1 and 100 rows, also when the size is in a variable', async () => {
    await api.openWallet('divya');
    for (let count = 0; count < 110; count += 1) await api.grant('divya', '10');

    expect((await page('divya', { first: 1_000_000 })).nodes).toHaveLength(100);
    expect((await page('divya', { last: 1_000_000 })).nodes).toHaveLength(100);
    expect((await page('divya', { first: 0 })).nodes).toHaveLength(1);
    expect((await page('divya', { first: -5 })).nodes).toHaveLength(1);
  });

  it('refuse first and last together', async () => {
    const { errors } = await refusalOf('asha', { first: 5, last: 5 });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'first' } }]);
  });

  it("refuse the cursor of another customer's wallet, and nonsense", async () => {
    const { pageInfo } = await page('asha', { first: 1 });

    for (const cursor of [pageInfo.endCursor, 'nonsense', '', '-1']) {
      for (const place of ['after', 'before']) {
        const { errors } = await refusalOf('chitra', { [place]: cursor });
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: place } }]);
      }
    }
  });
});

describe('filters of a history', () => {
  // purchase 100 ── debit 30 ── refund 10 ── promotion 50 (expires) ── expiry 50 ── debit 5
  beforeAll(async () => {
    api.app.clock.set('2026-06-01T10:00:00+05:30');
    await api.openWallet('esha');
    await api.grant('esha', '100', { source: 'PURCHASE', reason: 'bought', orderId: 'top-1' });
    api.app.clock.set('2026-06-02T10:00:00+05:30');
    const debit = await api.spend('esha', '30', { reason: 'tea', orderId: 'order-2' });
    api.app.clock.set('2026-06-03T10:00:00+05:30');
    await api.staff.act(
      'refundCredits',
      { debitId: debit.transaction.id, amount: { amount: '10' }, reason: 'cold tea' },
      'replayed',
    );
    api.app.clock.set('2026-06-04T10:00:00+05:30');
    await api.grant('esha', '50', {
      source: 'PROMOTION',
      reason: 'summer',
      expiresAt: '2026-06-04T12:00:00+05:30',
    });
    api.app.clock.set('2026-06-05T10:00:00+05:30');
    await api.spend('esha', '5', { reason: 'bun', orderId: 'order-5' });
  });

  it.each([
    ['nothing', {}, ['bun', null, 'summer', 'cold tea', 'tea', 'bought']],
    ['empty lists', { kinds: [], sources: [] }, ['bun', null, 'summer', 'cold tea', 'tea', 'bought']],
    ['one kind', { kinds: ['DEBIT'] }, ['bun', 'tea']],
    ['two kinds', { kinds: ['EXPIRY', 'REFUND'] }, [null, 'cold tea']],
    ['a source', { sources: ['PURCHASE'] }, ['bought']],
    ['the source of refunds', { sources: ['REFUND'] }, ['cold tea']],
    ['two sources', { sources: ['PROMOTION', 'REFUND'] }, ['summer', 'cold tea']],
    ['a source that a kind rules out', { kinds: ['DEBIT'], sources: ['PURCHASE'] }, []],
    ['a start', { from: '2026-06-04T10:00:00+05:30' }, ['bun', null, 'summer']],
    ['an end, not included', { to: '2026-06-03T10:00:00+05:30' }, ['tea', 'bought']],
    ['a day', { from: '2026-06-03T00:00:00+05:30', to: '2026-06-04T00:00:00+05:30' }, ['cold tea']],
    ['a time without entries', { from: '2027-01-01T00:00:00Z' }, []],
    ['a time turned round', { from: '2026-06-05T00:00:00Z', to: '2026-06-01T00:00:00Z' }, []],
    ['an order, with its refund', { orderId: 'order-2' }, ['cold tea', 'tea']],
    ['an order and a kind', { orderId: 'order-2', kinds: ['DEBIT'] }, ['tea']],
    ['an order that does not exist', { orderId: 'order-0' }, []],
    ['an order by what was typed', { orderOrReference: 'order-2' }, ['cold tea', 'tea']],
    [
      'a least amount, whatever the direction',
      { minAmount: { amount: '30' } },
      [null, 'summer', 'tea', 'bought'],
    ],
    ['a greatest amount', { maxAmount: { amount: '10.00' } }, ['bun', 'cold tea']],
    ['an exact amount', { minAmount: { amount: '50' }, maxAmount: { amount: '50' } }, [null, 'summer']],
    ['amounts turned round', { minAmount: { amount: '50' }, maxAmount: { amount: '10' } }, []],
  ])('by %s', async (_, filter, expected) => {
    const filtered = await page('esha', { filter });

    expect(reasons(filtered)).toEqual(expected);
    expect(filtered.totalCount).toBe(expected.length);
  });

  it('by the reference of one entry, as a person types it, and only of this wallet', async () => {
    const REFERENCES = `{ viewer { wallet { transactions { nodes { reference reason } } } } }`;
    const { viewer } = await api.customer('esha').read<{
      viewer: { wallet: { transactions: { nodes: { reference: string; reason: string | null }[] } } };
    }>(REFERENCES);
    const tea = viewer.wallet.transactions.nodes.find(({ reason }) => reason === 'tea')?.reference ?? '';
    const typed = { orderOrReference: ` ${tea.toLowerCase().replaceAll('-', ' ')}`.trim() };
    const found = await page('esha', { filter: typed });

    expect(reasons(found)).toEqual(['tea']);
    expect(found.totalCount).toBe(1);
    expect(reasons(await page('esha', { filter: { ...typed, kinds: ['CREDIT'] } }))).toEqual([]);
    expect(reasons(await page('asha', { filter: typed }))).toEqual([]);
  });

  it('hold across pages', async () => {
    const filter = { kinds: ['CREDIT', 'REFUND'] };
    const first = await page('esha', { first: 2, filter });
    const second = await page('esha', { first: 2, after: first.pageInfo.endCursor, filter });

    expect([first, second].flatMap(reasons)).toEqual(['summer', 'cold tea', 'bought']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(second).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
  });

  it('refuse an order number that no order can have', async () => {
    const { errors } = await refusalOf('esha', { filter: { orderId: 'x'.repeat(65) } });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'filter.orderId' } }]);
  });
});

describe('the months of a history', () => {
  const MONTHS = `query Months($first: Int, $after: String, $filter: TransactionFilter) {
    viewer { wallet { transactions(first: $first, after: $after, filter: $filter) {
      pageInfo { endCursor } months { month count added { amount } taken { amount } }
    } } }
  }`;
  interface Months {
    readonly pageInfo: { readonly endCursor: string | null };
    readonly months: readonly object[] | null;
  }

  async function monthsOf(variables: Record<string, unknown>): Promise<Months> {
    const { viewer } = await api
      .customer('farah')
      .read<{ viewer: { wallet: { transactions: Months } } }>(MONTHS, variables);
    return viewer.wallet.transactions;
  }

  const month = (name: string, count: number, added: string, taken: string) => ({
    month: name,
    count,
    added: { amount: added },
    taken: { amount: taken },
  });

  // July: +100 −30 ── August: nothing ── September: −5 +20
  beforeAll(async () => {
    api.app.clock.set('2026-07-10T10:00:00+05:30');
    await api.fundedWallet('farah', '100');
    // The last minute of July in India is still in July in UTC, and so is the first hour of August in India.
    api.app.clock.set('2026-07-31T23:59:00+05:30');
    await api.spend('farah', '30', { orderId: 'order-7' });
    api.app.clock.set('2026-09-01T00:30:00+05:30');
    await api.spend('farah', '5');
    await api.grant('farah', '20');
  });

  const july = month('2026-07', 2, '100.00', '30.00');
  const september = month('2026-09', 2, '20.00', '5.00');

  it('say what came in and went out, newest first', async () => {
    expect((await monthsOf({})).months).toEqual([september, july]);
  });

  it('are whole, also where a page shows a part of them', async () => {
    const first = await monthsOf({ first: 1 });
    const second = await monthsOf({ first: 2, after: first.pageInfo.endCursor });

    expect(first.months).toEqual([september]);
    expect(second.months).toEqual([september, july]);
  });

  it('count what the filter lets through and nothing else', async () => {
    expect((await monthsOf({ filter: { kinds: ['DEBIT'] } })).months).toEqual([
      month('2026-09', 1, '0.00', '5.00'),
      month('2026-07', 1, '0.00', '30.00'),
    ]);
    const filter = { from: '2026-07-20T00:00:00+05:30', to: '2026-08-15T00:00:00+05:30' };
    expect((await monthsOf({ filter })).months).toEqual([month('2026-07', 1, '0.00', '30.00')]);
  });

  it('stay silent where they could not be exact without reading everything', async () => {
    expect((await monthsOf({ filter: { orderId: 'order-7' } })).months).toBeNull();
    expect((await monthsOf({ filter: { minAmount: { amount: '1' } } })).months).toBeNull();
  });
});
