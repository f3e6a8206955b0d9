import { openTestApi, type Payload } from '../support/api.ts';
import { expectSound } from '../support/audit.ts';
import { journalOf, storedWallet } from '../support/check-journal.ts';
import { evolve } from '../../api/domain/wallet/evolve.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';

const START = '2026-03-10T09:30:00+05:30';
const api = openTestApi();

beforeEach(() => api.app.clock.set(START));
afterEach(() => expectSound(api.app));

interface Held {
  readonly id: string;
  readonly status: string;
}

type Placed = Payload & { transaction: { hold: Held } };

const MONEY = 'wallet { balance { amount } held { amount } totalSpent { amount } }';
const HOLD = 'hold { id status amount { amount } captured { amount } released { amount } open { amount } }';
const rupees = (amount: string) => ({ amount });

async function place(id: string, amount: string, more: object = {}): Promise<string> {
  const input = { amount: rupees(amount), orderId: `order-of-${id}`, ...more };
  const placed = await api.customer(id).act<Placed>('placeHold', input, `transaction { ${HOLD} } ${MONEY}`);
  expect(placed.userErrors).toEqual([]);
  return placed.transaction.hold.id;
}

const capture = (holdId: string, more: object = {}) =>
  api.staff.act(
    'captureHold',
    { holdId, ...more },
    `replayed transaction { amount { amount } ${HOLD} } ${MONEY}`,
  );
const release = (holdId: string, more: object = {}) =>
  api.staff.act(
    'releaseHold',
    { holdId, reason: 'Out of stock', ...more },
    `transaction { ${HOLD} } ${MONEY}`,
  );

describe('a hold', () => {
  it('leaves the balance at once and is spent in parts, the last of which gives back the rest', async () => {
    await api.fundedWallet('parts', '500');
    const holdId = await place('parts', '300');
    expect(await capture(holdId, { amount: rupees('100'), isFinal: false })).toMatchObject({
      transaction: { amount: rupees('100.00'), hold: { status: 'OPEN', open: rupees('200.00') } },
      wallet: { balance: rupees('200.00'), held: rupees('200.00'), totalSpent: rupees('100.00') },
    });
    expect(await capture(holdId, { amount: rupees('150') })).toMatchObject({
      transaction: {
        hold: { status: 'CAPTURED', captured: rupees('250.00'), released: rupees('50.00') },
      },
      wallet: { balance: rupees('250.00'), held: rupees('0.00'), totalSpent: rupees('250.00') },
    });
    expect(await release(holdId)).toMatchObject({ userErrors: [{ code: 'HOLD_ENDED' }] });
  });

  it('answers a repeat of a capture with the first answer, also when something came after it', async () => {
    await api.fundedWallet('again', '100', { expiresAt: '2026-03-12T12:00:00+05:30' });
    const holdId = await place('again', '80', { expiresAt: '2026-03-20T12:00:00+05:30' });
    api.app.clock.set('2026-03-15T09:30:00+05:30');
    const input = { amount: rupees('30'), idempotencyKey: 'capture-once-0000001' };
    const first = await capture(holdId, input);
    expect(first).toMatchObject({ transaction: { amount: rupees('30.00') }, replayed: false });
    expect(await capture(holdId, input)).toMatchObject({ transaction: first.transaction, replayed: true });
    // What came back was of a credit that had ended while it was held, and so it is gone.
    const journal = await journalOf(api.app, 'again');
    expect(journal.slice(-3).map(({ kind }) => kind)).toEqual(['DEBIT', 'RELEASE', 'EXPIRY']);
    expect(first).toMatchObject({ wallet: { balance: rupees('0.00'), held: rupees('0.00') } });
  });

  it('is captured and released in a frozen wallet, and not placed there', async () => {
    await api.fundedWallet('frozen', '500');
    const [first, second] = [await place('frozen', '100'), await place('frozen', '50')];
    const freeze = { customerId: 'frozen', status: 'FROZEN', reason: 'Looks unusual' };
    await api.admin.act('setWalletStatus', freeze, 'replayed');
    expect(await capture(first)).toMatchObject({ wallet: { balance: rupees('350.00') } });
    expect(await release(second)).toMatchObject({ wallet: { balance: rupees('400.00') } });
    expect(
      await api.customer('frozen').act('placeHold', { amount: rupees('1'), orderId: 'no' }),
    ).toMatchObject({ userErrors: [{ code: 'WALLET_FROZEN' }] });
  });

  it('ends at its deadline by itself, and says whether a plain debit would work then', async () => {
    await api.fundedWallet('late', '100');
    const holdId = await place('late', '60');
    api.app.clock.set('2026-03-11T09:30:00+05:30');
    const EXPIRED = 'userErrors { code wouldWork available { amount } }';
    const late = (amount: string) =>
      api.staff.act('captureHold', { holdId, amount: rupees(amount) }, EXPIRED);
    const told = { code: 'HOLD_EXPIRED', available: rupees('100.00') };
    expect(await late('60')).toMatchObject({ userErrors: [{ ...told, wouldWork: true }] });
    expect(await late('101')).toMatchObject({ userErrors: [{ ...told, wouldWork: false }] });
    const { viewer } = await api
      .customer('late')
      .read(
        `{ viewer { wallet { balance { amount } held { amount } holds { nodes { status endedAt } } } } }`,
      );
    expect(viewer).toMatchObject({
      wallet: {
        balance: rupees('100.00'),
        held: rupees('0.00'),
        holds: { nodes: [{ status: 'EXPIRED', endedAt: '2026-03-11T04:00:00.000Z' }] },
      },
    });
  });

  it('of another wallet is not found through this one, and neither is what is no hold', async () => {
    await api.fundedWallet('owner', '100');
    const { transaction } = await api.spend('owner', '10');
    expect(await capture(transaction.id)).toMatchObject({ userErrors: [{ code: 'HOLD_NOT_FOUND' }] });
    const holdId = await place('owner', '10');
    const answer = await api.customer('owner').attempt('captureHold', { holdId }, 'replayed');
    expect(answer.errors.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
  });

  it('is listed by how it stands, page by page, newest first', async () => {
    await api.fundedWallet('list', '500');
    const ids = [await place('list', '10'), await place('list', '20'), await place('list', '30')];
    await release(ids[1] ?? '');
    const list = async (args: string) => {
      const page = 'nodes { id } pageInfo { hasNextPage endCursor } totalCount';
      const { wallet } = await api.staff.read<{
        wallet: {
          holds: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        };
      }>(`{ wallet(customerId: "list") { holds(${args}) { ${page} } } }`);
      return wallet.holds;
    };
    const first = await list('first: 2');
    expect(first).toMatchObject({ nodes: [{ id: ids[2] }, { id: ids[1] }], totalCount: 3 });
    const next = await list(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(next).toMatchObject({ nodes: [{ id: ids[0] }], pageInfo: { hasNextPage: false } });
    expect((await list('first: 5, status: [OPEN]')).nodes.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
    expect((await list('first: 5, status: [RELEASED]')).nodes.map(({ id }) => id)).toEqual([ids[1]]);
  });
});

describe('a statement with holds', () => {
  it('adds up: opening, what moved and what was set aside make closing', async () => {
    await api.fundedWallet('books', '500');
    await capture(await place('books', '200'), { amount: rupees('120') });
    await place('books', '50', { expiresAt: '2026-03-20T12:00:00+05:30' });
    const figures =
      'openingBalance { amount } closingBalance { amount } openingHeld { amount } closingHeld { amount }';
    const { wallet } = await api.staff.read(
      `{ wallet(customerId: "books") {
        statement(from: "2026-03-10", to: "2026-03-10") { ${figures} byKind { kind total { amount } } }
        transactions(filter: { kinds: [HOLD, RELEASE] }) { totalCount nodes { kind signedAmount { amount } heldAfter { amount } } }
      } }`,
    );
    expect(wallet).toMatchObject({
      statement: {
        openingBalance: rupees('0.00'),
        closingBalance: rupees('330.00'),
        openingHeld: rupees('0.00'),
        closingHeld: rupees('50.00'),
        byKind: expect.arrayContaining([
          { kind: 'CREDIT', total: rupees('500.00') },
          { kind: 'DEBIT', total: rupees('120.00') },
          { kind: 'HOLD', total: rupees('250.00') },
          { kind: 'RELEASE', total: rupees('80.00') },
        ]) as unknown,
      },
      transactions: {
        totalCount: 3,
        nodes: [
          { kind: 'HOLD', signedAmount: rupees('-50.00'), heldAfter: rupees('50.00') },
          { kind: 'RELEASE', signedAmount: rupees('80.00'), heldAfter: rupees('0.00') },
          { kind: 'HOLD', signedAmount: rupees('-200.00'), heldAfter: rupees('200.00') },
        ],
      },
    });
  });
});

describe('what was stored before there were holds', () => {
  it('reads the same: no hold, nothing held, and the fold of the journal is the wallet', async () => {
    await api.fundedWallet('before', '100');
    await api.spend('before', '30');
    const wallets = api.app.database.collection<{ _id: string }>('customer_wallets');
    await wallets.updateOne({ _id: 'before' }, { $unset: { holds: '' } });
    const journal = await journalOf(api.app, 'before');
    expect(journal.some((entry) => 'heldAfter' in entry)).toBe(false);
    const stored = await storedWallet(api.app, 'before');
    expect(stored.holds).toEqual([]);
    expect(journal.reduce<Wallet | null>(evolve, null)).toEqual(stored);
    await place('before', '20');
    expect((await storedWallet(api.app, 'before')).holds).toHaveLength(1);
  });
});
