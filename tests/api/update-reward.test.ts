import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const RESULT = `reward {
  name description creditAmount { amount } maxUses usesLeft status validUntil metadata { key value } updatedAt
}`;
const GUARDED = 'reward { name maxUses revision }';

interface Payload {
  readonly reward: Readonly<Record<string, unknown>> | null;
  readonly userErrors: readonly Readonly<Record<string, unknown>>[];
}

function update(rewardId: string, changes: object): Promise<Payload> {
  return api.admin.act<Payload>('updateReward', { rewardId, ...changes }, RESULT);
}

function setStatus(rewardId: string, status: string): Promise<Payload> {
  return api.admin.act<Payload>('setRewardStatus', { rewardId, status }, RESULT);
}

describe('updateReward', () => {
  it('changes what is named and leaves the rest', async () => {
    const rewardId = await api.makeReward({ maxUses: 10, metadata: [{ key: 'a', value: '1' }] });
    api.app.clock.advance({ hours: 1 });

    const { reward } = await update(rewardId, { name: 'Early riser', maxUses: 20 });

    expect(reward).toEqual({
      name: 'Early riser',
      description: 'For any customer. No minimum order.',
      creditAmount: { amount: '75.00' },
      maxUses: 20,
      usesLeft: 20,
      status: 'ACTIVE',
      validUntil: null,
      metadata: [{ key: 'a', value: '1' }],
      updatedAt: '2026-03-10T05:00:00.000Z',
    });
  });

  it('takes limit and end away where null is said, and replaces all notes', async () => {
    const rewardId = await api.makeReward({
      maxUses: 10,
      validUntil: '2026-12-31T00:00:00+05:30',
      metadata: [{ key: 'a', value: '1' }],
    });

    const { reward } = await update(rewardId, { maxUses: null, validUntil: null, metadata: [] });

    expect(reward).toMatchObject({ maxUses: null, usesLeft: null, validUntil: null, metadata: [] });
  });

  it('refuses a limit below the uses there have been', async () => {
    const rewardId = await api.makeReward({ maxUses: 10 });
    for (const customer of ['asha', 'bala']) {
      await api.openWallet(customer);
      await api.customer(customer).act('claimReward', { rewardId }, 'replayed');
    }

    const { reward, userErrors } = await update(rewardId, { maxUses: 1 });

    expect(reward).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'maxUses'] }]);
  });

  it('writes nothing over what another admin has changed since, and says what it is now', async () => {
    const rewardId = await api.makeReward({ maxUses: 10 });
    const guarded = (changes: object) =>
      api.admin.act<Payload>('updateReward', { rewardId, ...changes }, GUARDED);
    const opened = (await guarded({})).reward?.['revision'];

    const both = await Promise.all([
      guarded({ name: 'Hers', expectedRevision: opened }),
      guarded({ name: 'His', expectedRevision: opened }),
    ]);

    const [first, second] = both.sort((a, b) => a.userErrors.length - b.userErrors.length);
    expect(first?.userErrors).toEqual([]);
    expect(second).toMatchObject({ reward: first?.reward, userErrors: [{ code: 'REWARD_CHANGED' }] });

    const expectedRevision = second?.reward?.['revision'];
    expect(await guarded({ name: 'Agreed', expectedRevision })).toMatchObject({
      ...{ reward: { name: 'Agreed', maxUses: 10 }, userErrors: [] },
    });
  });

  it('takes a claim or a switch for no change of it', async () => {
    const rewardId = await api.makeReward();
    const { reward } = await api.admin.act<Payload>('updateReward', { rewardId }, GUARDED);
    await api.openWallet('chitra');
    await api.customer('chitra').act('claimReward', { rewardId }, 'replayed');
    await setStatus(rewardId, 'INACTIVE');

    const expectedRevision = reward?.['revision'];
    const { userErrors } = await update(rewardId, { name: 'Later', expectedRevision });

    expect(userErrors).toEqual([]);
  });

  it.each(['nonsense', Buffer.from('Reward:rwd_nothing').toString('base64url')])(
    'refuses what is no reward: %s',
    async (rewardId) => {
      expect(await update(rewardId, { name: 'x' })).toMatchObject({
        reward: null,
        userErrors: [{ code: 'REWARD_NOT_FOUND', field: ['input', 'rewardId'] }],
      });
    },
  );
});

describe('setRewardStatus', () => {
  it('switches a reward off and on again', async () => {
    const rewardId = await api.makeReward();

    expect(await setStatus(rewardId, 'INACTIVE')).toMatchObject({ reward: { status: 'INACTIVE' } });
    expect(await setStatus(rewardId, 'ACTIVE')).toMatchObject({ reward: { status: 'ACTIVE' } });
  });

  it('may be repeated', async () => {
    const rewardId = await api.makeReward();
    await setStatus(rewardId, 'INACTIVE');

    expect(await setStatus(rewardId, 'INACTIVE')).toMatchObject({
      reward: { status: 'INACTIVE' },
      userErrors: [],
    });
  });

  it('refuses what is no reward', async () => {
    expect(await setStatus('nonsense', 'ACTIVE')).toMatchObject({
      userErrors: [{ code: 'REWARD_NOT_FOUND' }],
    });
  });
});
