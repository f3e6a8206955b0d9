import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const WALLETS = `query Wallets($filter: WalletFilter, $first: Int, $after: String, $last: Int, $before: String) {
  wallets(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    nodes { customer { customerId } balance { amount } tier { tier { level } } }
    edges { cursor node { customer { customerId } } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  readonly nodes: readonly { readonly customer: { readonly customerId: string } }[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function page(variables: object = {}): Promise<Page> {
  return (await api.staff.read<{ wallets: Page }>(WALLETS, { ...variables })).wallets;
}

function ids({ nodes }: Page): string[] {
  return nodes.map(({ customer }) => customer.customerId);
}

async function filtered(filter: object): Promise<string[]> {
  const result = await page({ filter });
  expect(result.totalCount).toBe(result.nodes.length);
  return ids(result);
}

// The customers came in one order, their wallets in another.
beforeAll(async () => {
  const people = [
    { customerId: 'asha', name: 'Asha Rao', phone: '98765 43210' },
    { customerId: 'bala', name: 'Bala Rao', email: 'bala@example.com' },
    { customerId: 'chitra', name: 'Chitra Rao' },
    { customerId: 'dev', name: 'Dev Nair' },
    { customerId: 'none', name: 'No Wallet Rao' },
  ];
  for (const person of people) {
    api.app.clock.advance({ hours: 1 });
    await api.staff.act('saveCustomer', person);
  }
  for (const customerId of ['dev', 'chitra', 'bala', 'asha']) {
    if (customerId !== 'bala') api.app.clock.advance({ hours: 1 });
    await api.admin.act('createWallet', { customerId });
  }
  await api.grant('asha', '500', { expiresAt: '2026-03-20T12:00:00+05:30' });
  await api.grant('asha', '700', { expiresAt: '2026-05-01T12:00:00+05:30' });
  await api.grant('bala', '12000', { expiresAt: '2027-01-01T12:00:00+05:30' });
  await api.grant('chitra', '999.99', { expiresAt: '2026-03-10T23:00:00+05:30' });
  await api.staff.act('setWalletStatus', { customerId: 'dev', status: 'FROZEN', reason: 'Lost phone' });
});

const NEWEST_FIRST = ['asha', 'chitra', 'bala', 'dev'];

describe('wallets', () => {
  it('lists all of them, newest first', async () => {
    const all = await page();

    expect(ids(all)).toEqual(NEWEST_FIRST);
    expect(all).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false, hasPreviousPage: false } });
  });

  it('turns pages forwards and back again without losing or repeating one', async () => {
    const first = await page({ first: 3 });
    const rest = await page({ first: 3, after: first.pageInfo.endCursor });
    const back = await page({ last: 2, before: rest.pageInfo.startCursor });

    expect([...ids(first), ...ids(rest)]).toEqual(NEWEST_FIRST);
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(ids(back)).toEqual(['chitra', 'bala']);
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it.each([
    ['nothing', {}, NEWEST_FIRST],
    ['empty lists and an empty search', { search: ' ', status: [], tier: [] }, NEWEST_FIRST],
    ['a status', { status: ['FROZEN'] }, ['dev']],
    ['two statuses', { status: ['FROZEN', 'ACTIVE'] }, NEWEST_FIRST],
    ['a tier', { tier: ['SILVER'] }, ['asha']],
    ['the highest tier', { tier: ['PLATINUM'] }, ['bala']],
    ['two tiers', { tier: ['BRONZE', 'PLATINUM'] }, ['chitra', 'bala', 'dev']],
    ['a tier that nobody holds', { tier: ['GOLD'] }, []],
    ['a lowest balance, included', { minBalance: { amount: '1200' } }, ['asha', 'bala']],
    ['a highest balance, included', { maxBalance: { amount: '999.99' } }, ['chitra', 'dev']],
    ['a range', { minBalance: { amount: '0.01' }, maxBalance: { amount: '1200.00' } }, ['asha', 'chitra']],
    ['a range turned round', { minBalance: { amount: '2' }, maxBalance: { amount: '1' } }, []],
    ['what expires today', { expiringWithinDays: 0 }, ['chitra']],
    ['what expires in ten midnights', { expiringWithinDays: 10 }, ['asha', 'chitra']],
    ['what expires in nine', { expiringWithinDays: 9 }, ['chitra']],
    ['what expires at all', { expiringWithinDays: 3650 }, ['asha', 'chitra', 'bala']],
    ['several at once', { expiringWithinDays: 60, tier: ['SILVER'], status: ['ACTIVE'] }, ['asha']],
  ])('narrows by %s', async (_, filter, expected) => {
    expect(await filtered(filter)).toEqual(expected);
  });

  it.each([
    ['a name', { search: 'rao' }, ['chitra', 'bala', 'asha']],
    ['a phone number', { search: '+98765 4' }, ['asha']],
    ['an email address', { search: 'BALA@' }, ['bala']],
    ['an id', { search: 'dev' }, ['dev']],
    ['a name and a tier', { search: 'rao', tier: ['PLATINUM', 'BRONZE'] }, ['chitra', 'bala']],
    ['a name and a balance that nobody has', { search: 'dev', minBalance: { amount: '1' } }, []],
    ['what looks like a pattern', { search: '.*' }, []],
  ])('finds wallets by %s of the customer, the newest customer first', async (_, filter, expected) => {
    expect(await filtered(filter)).toEqual(expected);
  });

  it('finds a wallet by its referral code', async () => {
    const wallet = (await api.app.stores.wallets.load(['bala'])).get('bala');

    expect(await filtered({ search: wallet?.referralCode.toLowerCase() })).toEqual(['bala']);
  });

  it('turns the pages of a search', async () => {
    const filter = { search: 'rao', status: ['ACTIVE'] };
    const first = await page({ filter, first: 2 });
    const rest = await page({ filter, first: 2, after: first.pageInfo.endCursor });
    const back = await page({ filter, last: 1, before: rest.pageInfo.startCursor });

    expect([first, rest, back].map(ids)).toEqual([['chitra', 'bala'], ['asha'], ['bala']]);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  });

  it.each([
    ['with a search', {}, { filter: { search: 'rao' } }],
    ['without one', { filter: { search: 'rao' } }, {}],
  ])('refuses the cursor of the other order: %s', async (_, of, by) => {
    const { pageInfo } = await page({ ...of, first: 1 });
    const { errors } = await api.staff.ask(WALLETS, { ...by, after: pageInfo.endCursor });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }]);
  });

  it.each([
    ['expiringWithinDays', { expiringWithinDays: -1 }],
    ['expiringWithinDays', { expiringWithinDays: 3651 }],
    ['search', { search: 'two\nlines' }],
    ['status', { status: Array.from({ length: 11 }, () => 'ACTIVE') }],
  ])('refuses a filter whose %s makes no sense', async (field, filter) => {
    const { errors } = await api.staff.ask(WALLETS, { filter });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: `filter.${field}` } }]);
  });
});

describe('wallets in which something fell due that nobody has booked', () => {
  it('count by what is left', async () => {
    api.app.clock.set('2026-03-21T00:00:00+05:30');

    expect(await filtered({ tier: ['SILVER'] })).toEqual([]);
    expect(await filtered({ minBalance: { amount: '1' }, maxBalance: { amount: '700' } })).toEqual(['asha']);
    expect(await filtered({ maxBalance: { amount: '0' } })).toEqual(['chitra', 'dev']);
    expect(await filtered({ expiringWithinDays: 45 })).toEqual(['asha']);
  });
});
