import { openTestApi, type Client } from '../support/api.ts';

const api = openTestApi();

const OFFERS = `query Offers($customerId: ID!) {
  wallet(customerId: $customerId) {
    availableRewards {
      reward { name } canClaim largestPurchase { amount }
      notClaimable { code message field since required { amount } largest { amount } available { amount } }
    }
  }
}`;

interface Offer {
  readonly reward: { readonly name: string };
  readonly canClaim: boolean;
  readonly notClaimable: Readonly<Record<string, unknown>> | null;
  readonly largestPurchase: { readonly amount: string } | null;
}

async function offersTo(customerId: string, client: Client = api.customer(customerId)): Promise<Offer[]> {
  const { wallet } = await client.read<{ wallet: { availableRewards: Offer[] } }>(OFFERS, { customerId });
  return wallet.availableRewards;
}

async function offer(customerId: string, name: string): Promise<Offer | undefined> {
  return (await offersTo(customerId)).find(({ reward }) => reward.name === name);
}

let claimable: string;

beforeAll(async () => {
  claimable = await api.makeReward({ name: 'For all' });
  await api.makeReward({ name: 'Scheduled', validFrom: '2026-04-01T00:00:00+05:30' });
  await api.makeReward({ name: 'Ended', validUntil: '2026-03-05T00:00:00+05:30' });
  await api.makeReward({ name: 'Off', status: 'INACTIVE' });
  await api.makeReward({ name: 'Large order', minPurchaseAmount: { amount: '500' } });
  const last = await api.makeReward({ name: 'First one', maxUses: 1 });
  await api.openWallet('first');
  await api.customer('first').act('claimReward', { rewardId: last }, 'replayed');
});

describe('availableRewards', () => {
  it('lists what is active and in its time, also what this customer cannot claim', async () => {
    await api.openWallet('asha');

    const names = (await offersTo('asha')).map(({ reward }) => reward.name);

    expect(names.sort()).toEqual(['First one', 'For all', 'Large order']);
  });

  it('says what can be claimed', async () => {
    expect(await offer('asha', 'For all')).toEqual({
      reward: { name: 'For all' },
      canClaim: true,
      notClaimable: null,
      largestPurchase: null,
    });
  });

  it('says how large an order is asked for and how large the largest was', async () => {
    await api.fundedWallet('bala', '1000');
    await api.spend('bala', '280');

    expect(await offer('bala', 'Large order')).toMatchObject({
      canClaim: false,
      largestPurchase: { amount: '280.00' },
      notClaimable: {
        code: 'MINIMUM_PURCHASE_NOT_MET',
        field: null,
        required: { amount: '500.00' },
        largest: { amount: '280.00' },
      },
    });
    await api.spend('bala', '500', { orderId: 'order-2' });
    expect(await offer('bala', 'Large order')).toMatchObject({
      canClaim: true,
      largestPurchase: { amount: '500.00' },
    });
  });

  it('says what is claimed already, since when, and what others were faster at', async () => {
    await api.openWallet('chitra');
    await api.customer('chitra').act('claimReward', { rewardId: claimable }, 'replayed');

    expect(await offer('chitra', 'For all')).toMatchObject({
      canClaim: false,
      notClaimable: { code: 'REWARD_ALREADY_CLAIMED', since: '2026-03-10T04:00:00.000Z' },
    });
    expect(await offer('chitra', 'First one')).toMatchObject({
      canClaim: false,
      notClaimable: { code: 'REWARD_EXHAUSTED' },
    });
  });

  it('says that a frozen wallet claims nothing', async () => {
    const customerId = await api.openWallet('divya');
    await api.staff.act('setWalletStatus', { customerId, status: 'FROZEN', reason: 'Card lost' }, 'replayed');

    expect(await offer('divya', 'For all')).toMatchObject({
      canClaim: false,
      notClaimable: { code: 'WALLET_FROZEN', since: '2026-03-10T04:00:00.000Z' },
    });
  });

  it('says that a full wallet takes no more', async () => {
    await api.openWallet('esha');
    for (let grant = 0; grant < 10; grant += 1) await api.grant('esha', '100000');

    expect(await offer('esha', 'For all')).toMatchObject({
      canClaim: false,
      notClaimable: { code: 'WALLET_LIMIT_EXCEEDED', available: { amount: '1000000.00' } },
    });
  });

  it('gives the very answer that a claim then gives', async () => {
    for (const customerId of ['asha', 'bala', 'chitra', 'divya', 'esha']) {
      const { canClaim, notClaimable } = (await offer(customerId, 'For all')) as Offer;
      const { userErrors } = await api.customer(customerId).act('claimReward', { rewardId: claimable });

      expect(userErrors.map(({ code }) => code)).toEqual(canClaim ? [] : [notClaimable?.['code']]);
    }
  });

  it('shows staff what the customer sees', async () => {
    expect(await offersTo('chitra', api.staff)).toEqual(await offersTo('chitra'));
  });
});
