import { openTestApi, type Client } from '../support/api.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer } from '../support/server.ts';

const api = openTestApi();
afterAll(deleteTemporaryFolders);

interface LoggedAct {
  readonly act: string;
  readonly actor: { readonly id: string };
  readonly subject: { readonly __typename: string; readonly id: string } | null;
  readonly summary: string;
  readonly reason: string | null;
  readonly before: readonly object[];
  readonly after: readonly object[];
}
interface Connection {
  readonly nodes: readonly LoggedAct[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const ACT =
  'act actor { id } subject { __typename id } summary reason before { key value } after { key value }';
const PAGE = `nodes { ${ACT} } pageInfo { hasNextPage endCursor }`;

async function log(filter: object, page: object = {}): Promise<Connection> {
  const query = `query Log($filter: AuditLogFilter, $first: Int, $after: String) {
    auditLog(filter: $filter, first: $first, after: $after) { ${PAGE} } }`;
  return (await api.admin.read<{ auditLog: Connection }>(query, { filter, first: 100, ...page })).auditLog;
}

async function actsAbout(customerId: string, client: Client = api.staff): Promise<string[]> {
  const query = `{ customer(id: "${customerId}") { acts(first: 100) { nodes { act actor { id } } } } }`;
  const { customer } = await client.read<{ customer: { acts: { nodes: LoggedAct[] } } }>(query);
  return customer.acts.nodes.map(({ act, actor }) => `${actor.id} ${act}`);
}

/** Time goes on by a second. */
function tick(): void {
  api.app.clock.advance({ ms: 1_000 });
}

describe('auditLog', () => {
  it('shows acts and entries of staff in one order, newest first, and nothing that a customer did', async () => {
    await api.openWallet('asha');
    tick();
    await api.grant('asha', '500', { reason: 'Sorry' });
    tick();
    await api.spend('asha', '50');
    tick();
    await api.makeReward({ name: 'In between' });
    tick();
    const status = { customerId: 'asha', status: 'FROZEN', reason: 'Card lost' };
    await api.staff.act('setWalletStatus', status);

    const { nodes } = await log({});

    expect(nodes.slice(0, 5)).toMatchObject([
      {
        ...{ act: 'setWalletStatus', actor: { id: 'ravi' }, reason: 'Card lost' },
        ...{ before: [{ key: 'status', value: 'ACTIVE' }], after: [{ key: 'status', value: 'FROZEN' }] },
        subject: { __typename: 'Wallet' },
      },
      {
        ...{ act: 'createReward', actor: { id: 'meera' }, subject: { __typename: 'Reward' } },
        after: expect.arrayContaining([{ key: 'name', value: 'In between' }]) as unknown,
      },
      {
        ...{ act: 'addCredits', actor: { id: 'meera' }, reason: 'Sorry', summary: 'Added credits' },
        after: expect.arrayContaining([{ key: 'amount', value: '500.00' }]) as unknown,
      },
      { act: 'createWallet' },
      { act: 'saveCustomer', subject: { __typename: 'Customer' } },
    ]);
  });

  it('goes on where a page ended, and shows each act once however the kinds are mixed', async () => {
    await api.openWallet('paged');
    for (let round = 1; round <= 4; round += 1) {
      await api.grant('paged', '10');
      await api.staff.act('saveCustomer', { customerId: 'paged', name: `Asha ${round}` });
      if (round % 2 === 0) tick();
    }
    const filter = { subjectId: 'paged' };
    // Who looks at the customers of a page leaves an act as well.
    await log(filter);
    const all = (await log(filter)).nodes;

    const paged: LoggedAct[] = [];
    let page = await log(filter, { first: 3 });
    paged.push(...page.nodes);
    while (page.pageInfo.hasNextPage) {
      page = await log(filter, { first: 3, after: page.pageInfo.endCursor });
      paged.push(...page.nodes);
    }
    expect(all).toHaveLength(11);
    expect(paged).toEqual(all);
  });

  it('finds acts by who, what, on what and when, and by several at once', async () => {
    await api.openWallet('found');
    api.app.clock.advance({ days: 1 });
    const from = new Date(api.app.now()).toISOString();
    await api.as('ADMIN', 'nisha').act('addCredits', {
      ...{ customerId: 'found', amount: { amount: '5' }, reason: 'Goodwill' },
    });
    await api.as('STAFF', 'nisha').act('saveCustomer', { customerId: 'found', name: 'Found' });
    await api.as('STAFF', 'omar').act('saveCustomer', { customerId: 'found', name: 'Found again' });
    const rewardId = await api.makeReward({ name: 'Found' });
    tick();
    const to = new Date(api.app.now()).toISOString();
    await api.as('STAFF', 'nisha').act('saveCustomer', { customerId: 'found', name: 'Too late' });
    const found = async (filter: object) =>
      (await log({ from, to, ...filter })).nodes.map(({ act, actor }) => `${actor.id} ${act}`).sort();

    expect(await found({})).toHaveLength(4);
    expect(await found({ actorId: 'nisha' })).toEqual(['nisha addCredits', 'nisha saveCustomer']);
    expect(await found({ act: 'addCredits' })).toEqual(['nisha addCredits']);
    expect(await found({ act: 'createReward' })).toEqual(['meera createReward']);
    expect(await found({ subjectId: rewardId })).toEqual(['meera createReward']);
    const about = ['nisha addCredits', 'nisha saveCustomer', 'omar saveCustomer'];
    expect(await found({ subjectId: 'found' })).toEqual(about);
    expect(await found({ subjectId: Buffer.from('Wallet:found').toString('base64url') })).toEqual(about);
    expect(await found({ subjectId: 'found', actorId: 'omar' })).toEqual(['omar saveCustomer']);
    expect(await found({ subjectId: 'found', actorId: 'omar', act: 'addCredits' })).toEqual([]);
    expect(await found({ act: 'neverHeardOf' })).toEqual([]);
  });

  it('lists what staff spent for customers, by who did and among the rest', async () => {
    for (const customerId of ['spent', 'spent-2']) await api.fundedWallet(customerId, '100');
    const till = api.as('STAFF', 'till');
    tick();
    for (const customerId of ['spent', 'spent-2'])
      await till.act('deductCredits', { customerId, amount: { amount: '5' }, orderId: 'order-7' });
    const found = async (filter: object) => (await log(filter)).nodes.map(({ act }) => act);

    expect(await found({ actorId: 'till' })).toEqual(['deductCredits', 'deductCredits']);
    expect(await found({ actorId: 'till', subjectId: 'spent' })).toEqual(['deductCredits']);
    expect(await found({ actorId: 'till', act: 'deductCredits' })).toHaveLength(2);
    expect(await found({ subjectId: 'spent' })).not.toContain('deductCredits');
    expect((await found({})).slice(0, 2)).toEqual(['deductCredits', 'deductCredits']);
    expect(await found({ act: 'deductCredits' })).toEqual(['deductCredits', 'deductCredits']);
    const paged = await log({ act: 'deductCredits' }, { first: 1 });
    expect(paged).toMatchObject({ nodes: [{ actor: { id: 'till' } }], pageInfo: { hasNextPage: true } });
  });

  it('counts what matches on every page, whichever index it goes by', async () => {
    await api.fundedWallet('counted', '100');
    const till = api.as('STAFF', 'counter');
    for (const orderId of ['order-8', 'order-9'])
      await till.act('deductCredits', { customerId: 'counted', amount: { amount: '5' }, orderId });
    await till.act('saveCustomer', { customerId: 'counted', name: 'Counted' });
    const counts = async (filter: object) => {
      const query = `query Count($filter: AuditLogFilter, $first: Int) {
        auditLog(filter: $filter, first: $first) { nodes { act } totalCount } }`;
      type Answer = { readonly auditLog: { readonly nodes: object[]; readonly totalCount: number } };
      const [all, one] = [
        await api.admin.read<Answer>(query, { filter, first: 100 }),
        await api.admin.read<Answer>(query, { filter, first: 1 }),
      ];
      return [all.auditLog.nodes.length, all.auditLog.totalCount, one.auditLog.totalCount];
    };

    expect(await counts({ actorId: 'counter' })).toEqual([3, 3, 3]);
    expect(await counts({ actorId: 'counter', act: 'deductCredits' })).toEqual([2, 2, 2]);
    expect(await counts({ actorId: 'counter', to: '2020-01-01T00:00:00+05:30' })).toEqual([0, 0, 0]);
    for (const filter of [{}, { act: 'saveCustomer' }, { act: 'addCredits' }, { subjectId: 'counted' }]) {
      const [listed = 0, ...counted] = await counts(filter);
      expect(listed).toBeGreaterThan(0);
      expect(counted).toEqual([listed, listed]);
    }
  });

  it('says that there is more where it looked long for few, and finds them further on', async () => {
    const busy = api.as('ADMIN', 'busy');
    await api.fundedWallet('long-0', '10');
    const status = { customerId: 'long-0', status: 'FROZEN', reason: 'Far away' };
    await busy.act('setWalletStatus', status);
    await busy.act('setWalletStatus', { ...status, status: 'ACTIVE' });
    for (const customerId of ['long-0', 'long-1', 'long-2']) {
      tick();
      if (customerId !== 'long-0') await api.openWallet(customerId);
      const row = { customerId, amount: { amount: '1' }, reason: 'Row' };
      const rows = Array.from({ length: 680 }, () => row);
      await busy.act('bulkAddCredits', { rows, mode: 'VALID_ROWS' }, 'credited');
    }
    const filter = { actorId: 'busy', act: 'setWalletStatus' };

    const first = await log(filter);
    expect(first).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true } });
    const second = await log(filter, { after: first.pageInfo.endCursor });
    expect(second.nodes).toMatchObject([{ act: 'setWalletStatus' }, { act: 'setWalletStatus' }]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('refuses a cursor that is none', async () => {
    const { errors } = await api.admin.ask('{ auditLog(after: "x") { nodes { act } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('the acts about a customer', () => {
  it('say once an hour which member of staff has looked, and at what', async () => {
    await api.fundedWallet('seen', '100');
    const look = () => api.staff.read('{ wallet(customerId: "seen") { transactions { nodes { id } } } }');
    await Promise.all([look(), look(), look()]);
    await look();
    await api.admin.read('{ customer(id: "seen") { name } }');
    const looks = async () => (await actsAbout('seen')).filter((act) => act.includes(' read'));
    await looks();

    expect((await looks()).sort()).toEqual(['meera readCustomer', 'ravi readCustomer', 'ravi readHistory']);
    api.app.clock.advance({ hours: 1 });
    await look();
    expect((await looks()).sort()).toEqual([
      ...['meera readCustomer', 'ravi readCustomer'],
      ...['ravi readCustomer', 'ravi readHistory', 'ravi readHistory'],
    ]);
  });

  const WALLET = 'wallet(customerId: "watched")';
  it.each([
    ['a page of customers', '{ customers(search: "watched") { nodes { name } } }', 'readCustomer'],
    ['the customer of a wallet', `{ ${WALLET} { customer { name } } }`, 'readCustomer'],
    ['expiries', `{ ${WALLET} { expiryHistory { nodes { id } } } }`, 'readHistory'],
    ['checkouts', `{ ${WALLET} { checkouts { id } } }`, 'readHistory'],
    ['top-ups', `{ ${WALLET} { topUps { nodes { id } } } }`, 'readHistory'],
    ['sums', `{ ${WALLET} { transactionSummary { byKind { kind } } } }`, 'readHistory'],
    ['months', `{ ${WALLET} { statistics { months { month } } } }`, 'readHistory'],
    ['balances', `{ ${WALLET} { balanceHistory(days: 3) { day } } }`, 'readHistory'],
    ['credits of lots', `{ ${WALLET} { lots { credit { id } } } }`, 'readHistory'],
    ['status changes', '{ walletStatusHistory(customerId: "watched") { to } }', 'readHistory'],
  ])('say that somebody looked at %s', async (what, query, act) => {
    if (!(await api.app.stores.wallets.load(['watched'])).has('watched'))
      await api.fundedWallet('watched', '100');
    await api.as('STAFF', `who looked at ${what}`).ask(query);

    expect(await actsAbout('watched')).toContain(`who looked at ${what} ${act}`);
  });

  it('say that somebody exported the history, each time', async () => {
    await api.fundedWallet('exported', '100');
    const server = await openTestServer({ wallets: api.app });
    const get = async (role: 'STAFF' | 'CUSTOMER', subject: string) => {
      const headers = { authorization: `Bearer ${await server.token(role, subject)}` };
      const url = '/export/transactions.csv?customerId=exported';
      return (await server.app.inject({ method: 'GET', url, headers })).statusCode;
    };
    expect(await get('STAFF', 'ravi')).toBe(200);
    expect(await get('STAFF', 'ravi')).toBe(200);
    expect(await get('CUSTOMER', 'exported')).toBe(200);
    expect(await get('CUSTOMER', 'other')).toBe(403);
    await server.close();

    const exports = (await log({ subjectId: 'exported', act: 'exportHistory' })).nodes;
    expect(exports).toHaveLength(2);
    expect(exports[0]).toMatchObject({
      ...{ actor: { id: 'ravi' }, after: [{ key: 'entries', value: '1' }] },
    });
  });

  it('are for staff alone, and customers who look at themselves leave none', async () => {
    await api.fundedWallet('self', '100');
    const query =
      '{ viewer { customer { name acts { nodes { act } } } wallet { transactions { nodes { id } } } } }';

    expect(await api.customer('self').read(query)).toMatchObject({
      viewer: { customer: { name: 'Asha Rao', acts: null } },
    });
    expect((await actsAbout('self')).filter((act) => act.startsWith('self'))).toEqual([]);
  });
});
