import { openTestApi, type Payload } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const RESULT = `
  replayed
  wallet { balance { amount } statistics { rewardsClaimed } }
  claim { id claimedAt reward { id totalUses usesLeft } transaction { id } }
  transaction { id source reason amount { amount } funding expiresAt }`;

type Claimed = Payload & { readonly claim: Readonly<Record<string, unknown>> };

function claim(customerId: string, rewardId: string, more: object = {}): Promise<Claimed> {
  return api.customer(customerId).act<Claimed>('claimReward', { rewardId, ...more }, RESULT);
}

async function refusalOf(customerId: string, rewardId: string) {
  const payload = await claim(customerId, rewardId);
  expect(payload).toMatchObject({ wallet: null, claim: null, transaction: null });
  return payload.userErrors;
}

describe('claimReward', () => {
  it('credits the reward and counts one use of it', async () => {
    await api.openWallet('asha');
    const rewardId = await api.makeReward({ maxUses: 100 });

    const payload = await claim('asha', rewardId);

    const { id } = payload.transaction;
    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      wallet: { balance: { amount: '75.00' }, statistics: { rewardsClaimed: 1 } },
      claim: {
        claimedAt: '2026-03-10T04:00:00.000Z',
        reward: { id: rewardId, totalUses: 1, usesLeft: 99 },
        transaction: { id },
      },
      transaction: {
        source: 'LOYALTY',
        reason: 'Early riser bonus',
        amount: { amount: '75.00' },
        funding: 'GRANTED',
        expiresAt: '2027-03-10T18:29:59.999Z',
      },
    });
  });

  it('is listed among the claims of the wallet, newest first, also after the reward has ended', async () => {
    await api.openWallet('bala');
    const first = await api.makeReward({ name: 'First', validUntil: '2026-03-11T00:00:00+05:30' });
    const second = await api.makeReward({ name: 'Second' });
    await claim('bala', first);
    api.app.clock.advance({ days: 2 });
    await claim('bala', second);

    const { viewer } = await api
      .customer('bala')
      .read('{ viewer { wallet { claims { reward { name } transaction { amount { amount } } } } } }');

    const transaction = { amount: { amount: '75.00' } };
    expect(viewer).toEqual({
      wallet: {
        claims: [
          { reward: { name: 'Second' }, transaction },
          { reward: { name: 'First' }, transaction },
        ],
      },
    });
  });

  it('lets an admin claim for a customer, and asks whom', async () => {
    await api.openWallet('chitra');
    const rewardId = await api.makeReward();

    const input = { rewardId, customerId: 'chitra' };
    expect(await api.admin.act('claimReward', input, RESULT)).toMatchObject({
      wallet: { balance: { amount: '75.00' } },
    });
    expect(await api.admin.act('claimReward', { rewardId }, RESULT)).toMatchObject({
      claim: null,
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'customerId'] }],
    });
  });

  it('gives the first answer again when it is repeated with its key', async () => {
    await api.openWallet('divya');
    const rewardId = await api.makeReward();
    const input = { idempotencyKey: freshKey('claim') };
    const first = await claim('divya', rewardId, input);

    const second = await claim('divya', rewardId, input);

    expect(second).toEqual({ ...first, replayed: true });
  });

  it('refuses a second claim of the same customer', async () => {
    await api.openWallet('esha');
    const rewardId = await api.makeReward();
    const { claim: first } = await claim('esha', rewardId);

    expect(await refusalOf('esha', rewardId)).toMatchObject([
      { code: 'REWARD_ALREADY_CLAIMED', since: first['claimedAt'] },
    ]);
  });

  it('gives 20 customers who race for the last 3 uses exactly 3 claims', async () => {
    const rewardId = await api.makeReward({ maxUses: 3 });
    const racers = Array.from({ length: 20 }, (_, n) => `racer-${n}`);
    for (const racer of racers) await api.openWallet(racer);

    const payloads = await Promise.all(racers.map((racer) => claim(racer, rewardId)));

    const codes = payloads.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array.from({ length: 17 }, () => 'REWARD_EXHAUSTED'));
    const { reward } = await api.staff.read('query R($id: ID!) { reward(id: $id) { totalUses usesLeft } }', {
      id: rewardId,
    });
    expect(reward).toEqual({ totalUses: 3, usesLeft: 0 });
  });

  it('refuses a reward that is switched off, has not begun or has ended', async () => {
    await api.openWallet('farah');
    const off = await api.makeReward({ status: 'INACTIVE' });
    const later = await api.makeReward({ validFrom: '2026-05-01T00:00:00+05:30' });
    const over = await api.makeReward({ validUntil: '2026-03-02T00:00:00+05:30' });

    expect(await refusalOf('farah', off)).toMatchObject([{ code: 'REWARD_NOT_ACTIVE' }]);
    expect(await refusalOf('farah', later)).toMatchObject([
      { code: 'REWARD_NOT_YET_VALID', since: '2026-04-30T18:30:00.000Z' },
    ]);
    expect(await refusalOf('farah', over)).toMatchObject([
      { code: 'REWARD_EXPIRED', since: '2026-03-01T18:30:00.000Z' },
    ]);
  });

  it('asks for one order that is large enough, by what was spent here or reported by the shop', async () => {
    await api.fundedWallet('gita', '1000');
    const rewardId = await api.makeReward({ minPurchaseAmount: { amount: '500' } });
    await api.spend('gita', '300');

    expect(await refusalOf('gita', rewardId)).toMatchObject([
      {
        code: 'MINIMUM_PURCHASE_NOT_MET',
        field: ['input', 'rewardId'],
        required: { amount: '500.00' },
        largest: { amount: '300.00' },
      },
    ]);
    const purchase = {
      orderId: 'gita-1',
      customerId: 'gita',
      amount: { amount: '500' },
      purchasedAt: '2026-03-05T12:00:00+05:30',
    };
    await api.staff.act('recordPurchase', purchase);
    expect(await claim('gita', rewardId)).toMatchObject({ userErrors: [] });
  });

  it('does not count an order from before the reward began', async () => {
    await api.openWallet('hari');
    const rewardId = await api.makeReward({ minPurchaseAmount: { amount: '500' } });
    const purchase = {
      orderId: 'hari-1',
      customerId: 'hari',
      amount: { amount: '900' },
      purchasedAt: '2026-02-27T12:00:00+05:30',
    };
    await api.staff.act('recordPurchase', purchase);

    expect(await refusalOf('hari', rewardId)).toMatchObject([
      { code: 'MINIMUM_PURCHASE_NOT_MET', largest: { amount: '0.00' } },
    ]);
  });

  it('refuses a frozen wallet, and no use is gone', async () => {
    const customerId = await api.openWallet('indu');
    const rewardId = await api.makeReward({ maxUses: 5 });
    await api.staff.act('setWalletStatus', { customerId, status: 'FROZEN', reason: 'Card lost' }, 'replayed');

    expect(await refusalOf('indu', rewardId)).toMatchObject([{ code: 'WALLET_FROZEN' }]);
    expect(
      await api.staff.read('query R($id: ID!) { reward(id: $id) { totalUses } }', { id: rewardId }),
    ).toEqual({
      reward: { totalUses: 0 },
    });
  });

  it.each(['nonsense', Buffer.from('Reward:rwd_nothing').toString('base64url')])(
    'refuses what is no reward: %s',
    async (rewardId) => {
      expect(await refusalOf('asha', rewardId)).toMatchObject([
        { code: 'REWARD_NOT_FOUND', field: ['input', 'rewardId'] },
      ]);
    },
  );

  it('refuses a customer who has no wallet', async () => {
    expect(await refusalOf('nobody', await api.makeReward())).toMatchObject([{ code: 'WALLET_NOT_FOUND' }]);
  });
});
