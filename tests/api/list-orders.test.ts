import { createHash } from 'node:crypto';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { openTestApi } from '../support/api.ts';
import { mockPayments } from '../support/payments.ts';
import { unknownPaymentId } from '../support/reviews.ts';

const api = openTestApi({
  policy: { approvals: { ...defaultPolicy.approvals, exempt: [] } },
  payments: mockPayments(),
});

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE = 'nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const BACK = ', last: $last, before: $before';

/** Every list that can be read both ways: how it is asked for. The log of acts is read forwards only. */
const LISTS = {
  customers: (args: string) => `customers(first: $first, after: $after${BACK}${args}) { ${PAGE} }`,
  wallets: (args: string) => `wallets(first: $first, after: $after${BACK}${args}) { ${PAGE} }`,
  found: (args: string) =>
    `wallets(filter: { search: "guest" }, first: $first, after: $after${BACK}${args}) { ${PAGE} }`,
  approvals: (args: string) => `approvals(first: $first, after: $after${BACK}${args}) { ${PAGE} }`,
  reviews: (args: string) => `paymentReviews(first: $first, after: $after${BACK}${args}) { ${PAGE} }`,
  jobs: (args: string) => `jobs(first: $first, after: $after${BACK}${args}) { ${PAGE} }`,
  history: (args: string) =>
    `wallet(customerId: "guest-1") { transactions(first: $first, after: $after${BACK}${args}) { ${PAGE} } }`,
  'top-ups': (args: string) =>
    `wallet(customerId: "guest-1") { topUps(first: $first, after: $after${BACK}${args}) { ${PAGE} } }`,
  rewards: (args: string) => `rewards(first: $first, after: $after${BACK}${args}) { ${PAGE} }`,
  log: (args: string) => `auditLog(first: $first, after: $after${args}) { ${PAGE} }`,
  acts: (args: string) => `customer(id: "guest-1") { acts(first: $first, after: $after${args}) { ${PAGE} } }`,
};
type List = keyof typeof LISTS;
const NAMES = Object.keys(LISTS) as List[];
/** Those that belong to something, and how they are read. */
const INSIDE = { history: true, 'top-ups': true, acts: true };
const FORWARDS_ONLY: readonly List[] = ['log', 'acts'];
const OLDEST = ', orderBy: OLDEST_FIRST';

function ask(list: List, args: string, variables: object) {
  const place = FORWARDS_ONLY.includes(list)
    ? '$first: Int, $after: String'
    : '$first: Int, $after: String, $last: Int, $before: String';
  return api.admin.ask(`query (${place}) { ${LISTS[list](args)} }`, { ...variables });
}

async function page(list: List, args: string, variables: object): Promise<Page> {
  const { data, errors } = await ask(list, args, variables);
  expect(errors).toEqual([]);
  const [asked] = Object.values(data ?? {});
  return (list in INSIDE ? Object.values(asked as object)[0] : asked) as Page;
}

async function all(list: List, args: string): Promise<string[]> {
  return idsOf(await page(list, args, { first: 100 }));
}

function idsOf({ nodes }: Page): string[] {
  return nodes.map(({ id }) => id);
}

beforeAll(async () => {
  for (const n of [1, 2, 3, 4, 5]) {
    // Two came in the same instant: their ids decide.
    if (n !== 3) api.app.clock.advance({ days: 20 });
    const customerId = `guest-${n}`;
    await api.staff.act('saveCustomer', { customerId, name: `Guest ${n}` });
    await api.openWallet(customerId);
    await api.grant('guest-1', `${n}`, { reason: 'Hello' });
    await api.staff.act('addCredits', { customerId, amount: { amount: '9000' }, reason: 'Sorry' });
    await unknownPaymentId(api.app, 100_00n);
    const reward = { name: `Reward ${n}`, description: 'A gift.', creditAmount: { amount: '1' } };
    const { reward: made } = await api.admin.act<{ reward: { id: string } }>(
      'createReward',
      { ...reward, validFrom: '2026-01-01T00:00:00Z' },
      'reward { id }',
    );
    await api.customer('guest-1').act('claimReward', { rewardId: made.id });
    await api.customer('guest-1').act('startTopUp', { amount: { amount: '100' }, method: 'UPI' });
    await api.admin.act('startBulkCredit', {
      ...{ fileName: `${n}.csv`, columns: ['customer_id', 'amount', 'reason', 'reference'], rows: 1 },
      fileHash: createHash('sha256').update(`${n}`).digest('hex'),
    });
  }
});

describe('lists', () => {
  it.each(NAMES)('read the %s from the oldest to the newest, page by page and back', async (list) => {
    const newest = await all(list, '');
    const oldest = await all(list, OLDEST);
    expect(newest.length).toBeGreaterThanOrEqual(5);
    // Looking at a list may itself be an act, and stands last.
    const known = oldest.filter((id) => newest.includes(id));
    expect(known).toEqual([...newest].reverse());

    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const next: Page = await page(list, OLDEST, { first: 2, after });
      expect(next.pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...idsOf(next));
      after = next.pageInfo.endCursor;
      more = next.pageInfo.hasNextPage;
    }
    expect(seen.slice(0, oldest.length)).toEqual(oldest);

    if (FORWARDS_ONLY.includes(list)) return;
    const last = await page(list, OLDEST, { last: 2 });
    expect(idsOf(last)).toEqual(oldest.slice(-2));
    const before = await page(list, OLDEST, { last: 2, before: last.pageInfo.startCursor });
    expect(idsOf(before)).toEqual(oldest.slice(-4, -2));
    expect(before.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it.each(NAMES)('refuse a cursor of the %s from the other way', async (list) => {
    const { pageInfo } = await page(list, '', { first: 1 });
    const { errors } = await ask(list, OLDEST, { first: 1, after: pageInfo.endCursor });
    expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('turn the claims of a customer round, which come whole', async () => {
    const { wallet } = await api.admin.read<{ wallet: Record<'claims' | 'oldest', { id: string }[]> }>(
      '{ wallet(customerId: "guest-1") { claims { id } oldest: claims(orderBy: OLDEST_FIRST) { id } } }',
    );
    // What came in the same instant may stand either way.
    expect(wallet.claims).toHaveLength(5);
    expect(wallet.oldest[0]).toEqual(wallet.claims.at(-1));
    expect(wallet.oldest.at(-1)).toEqual(wallet.claims[0]);
  });

  it('tell the months of a history that is read from its beginning', async () => {
    const query = `{ wallet(customerId: "guest-1") {
      all: transactions(first: 100) { months { month count } }
      oldest: transactions(first: 2, orderBy: OLDEST_FIRST) { months { month count } } } }`;
    const { wallet } = await api.admin.read<{ wallet: Record<'all' | 'oldest', { months: object[] }> }>(
      query,
    );
    const { all: every, oldest } = wallet;

    expect(oldest.months.length).toBeGreaterThan(0);
    expect(oldest.months).toEqual(every.months.slice(-oldest.months.length));
  });
});
