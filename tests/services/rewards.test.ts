import { updateReward } from '../../api/services/update-reward.ts';
import {
  claim,
  credit,
  debit,
  done,
  entryOf,
  refund,
  makeReward,
  names,
  openWallets,
  purchase,
  setStatus,
  storedWallet,
  tallyOf,
} from '../support/acts.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { openTestDatabase } from '../support/database.ts';
import { withOwnEngine } from '../support/engine.ts';
import { createReward } from '../../api/services/create-reward.ts';

const at = openTestDatabase();
const START = '2026-03-10T09:30:00+05:30';
const admin = callerOf('ADMIN');
let app: TestApp;

beforeAll(async () => (app = await openTestApp(at, { start: START })));
beforeEach(() => app.clock.set(START));
afterEach(() => expectSound(app));
afterAll(() => app.close());

async function usesOf(rewardId: string) {
  return (await app.stores.rewards.load([rewardId])).get(rewardId)?.totalUses;
}

describe('a race for a reward', () => {
  it('gives exactly ten claims to 200 customers on ten uses', async () => {
    const ids = await openWallets(app, names('ten', 200));
    const { id } = await makeReward(app, { maxUses: 10 });
    const outcomes = await Promise.all(ids.map((customer) => claim(app, id, customer)));
    expect(tallyOf(outcomes)).toEqual({ DONE: 10, REWARD_EXHAUSTED: 190 });
    expect(await usesOf(id)).toBe(10);
  });

  it('gives exactly ten claims, also when two processes serve the customers', async () => {
    const ids = await openWallets(app, names('two', 60));
    const { id } = await makeReward(app, { maxUses: 10 });
    const other = withOwnEngine(app);
    const outcomes = await Promise.all(
      ids.map((customer, n) => claim(n % 2 === 0 ? app : other, id, customer)),
    );
    await other.engine.stop();
    expect(tallyOf(outcomes)).toEqual({ DONE: 10, REWARD_EXHAUSTED: 50 });
    expect(await usesOf(id)).toBe(10);
  });

  it('never gives the last use twice', async () => {
    const ids = await openWallets(app, names('last', 20));
    const { id } = await makeReward(app, { maxUses: 1 });
    const outcomes = await Promise.all(ids.map((customer) => claim(app, id, customer)));
    expect(tallyOf(outcomes)).toEqual({ DONE: 1, REWARD_EXHAUSTED: 19 });
  });

  it('gives one customer who asks a hundred times at once one claim', async () => {
    await openWallet(app, 'eager');
    const { id } = await makeReward(app);
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => claim(app, id, 'eager')));
    expect(tallyOf(outcomes)).toEqual({ DONE: 1, REWARD_ALREADY_CLAIMED: 99 });
    expect(await storedWallet(app, 'eager')).toMatchObject({ balance: 30_00n, rewardsClaimed: 1 });
  });

  it('answers the same key alike, however often it is sent at once', async () => {
    await openWallet(app, 'patient');
    const { id } = await makeReward(app);
    const key = freshKey('same-claim');
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => claim(app, id, 'patient', key)));
    expect(tallyOf(outcomes)).toEqual({ DONE: 1, REPLAYED: 49 });
    const [first, ...others] = outcomes.map((outcome) => ('claim' in outcome ? outcome.claim : null));
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('a claim', () => {
  it('is refused with what is missing until one order was large enough, reported or paid with credits', async () => {
    await openWallet(app, 'shopper');
    const { id } = await makeReward(app, { minPurchaseAmount: 500_00n });
    const missing = (largest: bigint) => ({
      refused: { code: 'MINIMUM_PURCHASE_NOT_MET', required: 500_00n, largest },
    });
    expect(await claim(app, id, 'shopper')).toEqual(missing(0n));
    await done(purchase(app, 'shopper', 300_00n));
    await done(purchase(app, 'shopper', 250_00n));
    expect(await claim(app, id, 'shopper')).toEqual(missing(300_00n));
    await done(credit(app, 'shopper', 600_00n));
    await done(debit(app, 'shopper', 499_99n));
    expect(await claim(app, id, 'shopper')).toEqual(missing(499_99n));
    await done(purchase(app, 'shopper', 500_00n));
    expect(await claim(app, id, 'shopper')).toMatchObject({ entry: { amount: 30_00n } });
  });

  it('counts an order with what was paid for it in all, less what was refunded', async () => {
    await openWallet(app, 'returned');
    const { id } = await makeReward(app, { minPurchaseAmount: 500_00n });
    await done(credit(app, 'returned', 900_00n));
    const [orderId, other] = [freshKey('order'), freshKey('order')];
    const paid = await entryOf(debit(app, 'returned', 300_00n, { orderId }));
    await done(debit(app, 'returned', 200_00n, { orderId }));
    await done(refund(app, paid.id, 10_00n));
    expect(await claim(app, id, 'returned')).toMatchObject({ refused: { largest: 490_00n } });
    await done(purchase(app, 'returned', 800_00n, { orderId: other }));
    const part = await entryOf(debit(app, 'returned', 350_00n, { orderId: other }));
    await done(refund(app, part.id, null));
    expect(await claim(app, id, 'returned')).toMatchObject({ refused: { largest: 490_00n } });
    await done(debit(app, 'returned', 10_00n, { orderId }));
    expect(await claim(app, id, 'returned')).toMatchObject({ entry: { amount: 30_00n } });
  });

  it('counts no order from before the reward was valid', async () => {
    await openWallet(app, 'early');
    await done(credit(app, 'early', 600_00n));
    await done(debit(app, 'early', 500_00n));
    await done(purchase(app, 'early', 900_00n));
    app.clock.advance({ days: 1 });
    const { id } = await makeReward(app, { minPurchaseAmount: 500_00n });
    expect(await claim(app, id, 'early')).toMatchObject({ refused: { largest: 0n } });
  });

  it('writes nothing when the wallet takes nothing', async () => {
    await openWallet(app, 'frozen');
    await done(setStatus(app, 'frozen', 'FROZEN'));
    const { id } = await makeReward(app, { maxUses: 1 });
    expect(await claim(app, id, 'frozen')).toMatchObject({ refused: { code: 'WALLET_FROZEN' } });
    expect(await usesOf(id)).toBe(0);
    await done(setStatus(app, 'frozen', 'ACTIVE'));
    expect(await claim(app, id, 'frozen')).toMatchObject({ claim: { customerId: 'frozen' } });
  });

  it('of no known reward, or without a wallet, is refused', async () => {
    await openWallet(app, 'lost');
    expect(await claim(app, 'rwd_none', 'lost')).toEqual({ refused: { code: 'REWARD_NOT_FOUND' } });
    const { id } = await makeReward(app);
    expect(await claim(app, id, 'nobody')).toMatchObject({ refused: { code: 'WALLET_NOT_FOUND' } });
  });

  it('is judged by the time of the wallet when the clock was set back', async () => {
    await openWallet(app, 'tomorrow');
    const validUntil = app.now() + 86_400_000;
    const { id } = await makeReward(app, { validUntil });
    app.clock.advance({ days: 1 });
    await entryOf(credit(app, 'tomorrow', 10_00n));
    app.clock.set(START);
    expect(await claim(app, id, 'tomorrow')).toEqual({
      refused: { code: 'REWARD_EXPIRED', since: validUntil },
    });
  });
});

describe('a change of a reward', () => {
  it('is not lost among claims, and neither are they', async () => {
    const ids = await openWallets(app, names('change', 30));
    const { id } = await makeReward(app, { maxUses: 20 });
    const [outcomes] = await Promise.all([
      Promise.all(ids.map((customer) => claim(app, id, customer))),
      updateReward(app, admin, id, { name: 'Renamed' }),
      updateReward(app, admin, id, { description: 'Told anew' }),
    ]);
    expect(tallyOf(outcomes)).toEqual({ DONE: 20, REWARD_EXHAUSTED: 10 });
    const reward = (await app.stores.rewards.load([id])).get(id);
    expect(reward).toMatchObject({ name: 'Renamed', description: 'Told anew', totalUses: 20, version: 23 });
  });

  it('cannot lower the cap below the uses there are', async () => {
    const ids = await openWallets(app, names('cap', 3));
    const { id } = await makeReward(app, { maxUses: 5 });
    await Promise.all(ids.map((customer) => claim(app, id, customer)));
    expect(await updateReward(app, admin, id, { maxUses: 2 })).toMatchObject({
      refused: { field: 'maxUses' },
    });
    expect(await updateReward(app, admin, id, { maxUses: 3 })).toMatchObject({ reward: { maxUses: 3 } });
    expect(await updateReward(app, admin, 'rwd_none', {})).toEqual({ refused: { code: 'REWARD_NOT_FOUND' } });
  });

  it('to inactive stops claims at once', async () => {
    await openWallet(app, 'late');
    const { id } = await makeReward(app);
    await updateReward(app, admin, id, { status: 'INACTIVE' });
    expect(await claim(app, id, 'late')).toEqual({ refused: { code: 'REWARD_NOT_ACTIVE' } });
  });
});

describe('making a reward', () => {
  it('happens once for a key, sent however often at once, and never as something else', async () => {
    const described = {
      name: 'Once',
      description: 'Only once',
      creditAmount: 10_00n,
      minPurchaseAmount: null,
      maxUses: 3,
      status: 'ACTIVE',
      validFrom: app.now(),
      validUntil: null,
      metadata: [{ key: 'campaign', value: 'spring' }],
      idempotencyKey: freshKey('make-reward'),
    } as const;
    const saved = await Promise.all(Array.from({ length: 20 }, () => createReward(app, admin, described)));
    expect(tallyOf(saved)).toEqual({ DONE: 1, REPLAYED: 19 });
    expect(await createReward(app, admin, { ...described, maxUses: 4 })).toMatchObject({
      refused: { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: app.now() },
    });
    expect(
      await createReward(app, admin, { ...described, name: '', idempotencyKey: freshKey() }),
    ).toMatchObject({
      refused: { field: 'name' },
    });
  });
});
