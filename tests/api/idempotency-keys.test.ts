import { openTestApi, type Payload } from '../support/api.ts';
import { freshKey } from '../support/app.ts';
import { mockPayments } from '../support/payments.ts';

const api = openTestApi({ payments: mockPayments() });

type Values = Readonly<Record<string, unknown>>;
const rupees = (amount: string) => ({ amount });
const [june, july] = ['2026-06-30T12:00:00+05:30', '2026-07-31T12:00:00+05:30'];
const [other, otherReason] = [rupees('2'), 'Something else'];

interface Prepared {
  readonly id: string;
  readonly creditIds: readonly string[];
  readonly debitIds: readonly string[];
  readonly rewardIds: readonly string[];
  readonly codes: readonly string[];
}

/** A wallet on which each act that takes a key can be done, and two of everything that an act can name. */
async function prepared(): Promise<Prepared> {
  const id = await api.openWallet(freshKey('wallet'));
  const idOf = async (done: Promise<Payload>) => (await done).transaction.id;
  const creditIds = [
    await idOf(api.grant(id, '100', { expiresAt: june })),
    await idOf(api.grant(id, '100', { expiresAt: june })),
  ];
  const debitIds = [await idOf(api.spend(id, '10')), await idOf(api.spend(id, '10'))];
  const friends = [freshKey('friend'), freshKey('friend')];
  await Promise.all(friends.map((friend) => api.openWallet(friend)));
  const wallets = await api.app.stores.wallets.load(friends);
  const codes = friends.map((friend) => wallets.get(friend)?.referralCode ?? '');
  return { id, creditIds, debitIds, codes, rewardIds: [await api.makeReward(), await api.makeReward()] };
}

/** What each act on a wallet is asked, and every way to ask it otherwise. */
const acts: Readonly<Record<string, (on: Prepared) => { sound: Values; otherwise: readonly Values[] }>> = {
  addCredits: ({ id: customerId }) => ({
    sound: { customerId, amount: rupees('1'), reason: 'Goodwill' },
    otherwise: [
      ...[{ amount: other }, { reason: otherReason }, { source: 'LOYALTY' }, { expiresAt: july }],
      { orderId: 'order-2' },
    ],
  }),
  deductCredits: ({ id: customerId }) => ({
    sound: { customerId, amount: rupees('1'), orderId: 'order-1' },
    otherwise: [{ amount: other }, { orderId: 'order-2' }, { reason: otherReason }],
  }),
  refundCredits: ({ debitIds: [debitId, second] }) => ({
    sound: { debitId, amount: rupees('1'), reason: 'Returned' },
    otherwise: [{ debitId: second }, { amount: other }, { amount: null }, { reason: otherReason }],
  }),
  reverseCredit: ({ creditIds: [creditId, second] }) => ({
    sound: { creditId, reason: 'By mistake' },
    otherwise: [{ creditId: second }, { reason: otherReason }],
  }),
  extendExpiry: ({ creditIds: [, creditId] }) => ({
    sound: { creditId, expiresAt: july, reason: 'Away' },
    otherwise: [{ expiresAt: '2026-08-31T12:00:00+05:30' }, { reason: otherReason }],
  }),
  claimReward: ({ id: customerId, rewardIds: [rewardId, second] }) => ({
    sound: { customerId, rewardId },
    otherwise: [{ rewardId: second }],
  }),
  applyReferral: ({ id: customerId, codes: [code, second] }) => ({
    sound: { customerId, code },
    otherwise: [{ code: second }, { code: 'AAAA2222' }],
  }),
  setWalletStatus: ({ id: customerId }) => ({
    sound: { customerId, status: 'FROZEN', reason: 'Card lost' },
    otherwise: [{ status: 'SUSPENDED' }, { status: 'ACTIVE' }, { reason: otherReason }],
  }),
};

function act(name: string, input: Values, idempotencyKey: string): Promise<Payload> {
  return api.admin.act(name, { ...input, idempotencyKey }, 'replayed');
}

async function journalOf(id: string): Promise<number> {
  return (await api.app.stores.wallets.load([id])).get(id)?.seq ?? 0;
}

describe.each(Object.entries(acts))('the key of %s', (name, asked) => {
  it('answers the same input again and no other, of this act or any other on the wallet', async () => {
    const on = await prepared();
    const key = freshKey('matrix');
    const { sound, otherwise } = asked(on);
    expect(await act(name, sound, key)).toEqual({ replayed: false, userErrors: [] });
    const before = await journalOf(on.id);
    for (const change of otherwise) {
      const { userErrors } = await act(name, { ...sound, ...change }, key);
      expect([change, userErrors]).toMatchObject([change, [{ code: 'IDEMPOTENCY_CONFLICT' }]]);
    }
    for (const [rival, rivalAsked] of Object.entries(acts)) {
      if (rival === name) continue;
      const { userErrors } = await act(rival, rivalAsked(on).sound, key);
      expect([rival, userErrors]).toMatchObject([rival, [{ code: 'IDEMPOTENCY_CONFLICT' }]]);
    }
    expect(await act(name, sound, key)).toEqual({ replayed: true, userErrors: [] });
    expect(await journalOf(on.id)).toBe(before);
  }, 60_000);
});

describe('the same key elsewhere', () => {
  it('is another one on another wallet, for a reward, a payment and a bulk credit, and acts once in each place', async () => {
    const [here, there] = [await api.openWallet(freshKey('here')), await api.openWallet(freshKey('there'))];
    const key = freshKey('elsewhere');
    const row = { customerId: here, amount: rupees('1'), reason: 'Spring' };
    const reward = {
      ...{ name: 'Bonus', description: 'For everybody', creditAmount: rupees('1') },
      validFrom: '2026-03-01T00:00:00Z',
    };
    for (const replayed of [false, true]) {
      for (const customerId of [here, there]) {
        const grant = { customerId, amount: rupees('1'), reason: 'Goodwill' };
        expect(await act('addCredits', grant, key)).toMatchObject({ replayed, userErrors: [] });
      }
      expect(await act('createReward', reward, key)).toMatchObject({ replayed, userErrors: [] });
      const bulk = { rows: [row], mode: 'ALL_OR_NOTHING' };
      expect(await act('bulkAddCredits', bulk, key)).toMatchObject({ replayed, userErrors: [] });
      const topUp = { amount: rupees('100'), method: 'UPI', idempotencyKey: key };
      const started = await api.customer(here).act('startTopUp', topUp, 'replayed');
      expect(started).toMatchObject({ replayed, userErrors: [] });
    }
    expect([await journalOf(here), await journalOf(there)]).toEqual([3, 2]);
    for (const change of [{ name: 'Other' }, { maxUses: 5 }, { status: 'INACTIVE' }, { validUntil: july }]) {
      const { userErrors } = await act('createReward', { ...reward, ...change }, key);
      expect(userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
    }
    for (const change of [{ amount: rupees('101') }, { method: 'CARD' }, { note: 'For school' }]) {
      const topUp = { amount: rupees('100'), method: 'UPI', ...change, idempotencyKey: key };
      const { userErrors } = await api.customer(here).act('startTopUp', topUp);
      expect(userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
    }
  }, 60_000);
});
