import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { statusOf } from '../../api/domain/campaign.ts';
import { statusOf as cardStatusOf } from '../../api/domain/gift-card/gift-card.ts';
import { canBeReferred } from '../../api/domain/referral.ts';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { tierStanding } from '../../api/domain/wallet/tier.ts';
import type { Reward } from '../../api/domain/reward.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import { SAMPLE_CUSTOMERS } from '../../api/scripts/sample-data/customers.ts';
import { seed } from '../../api/scripts/seed.ts';
import { openApp } from '../../api/services/open-app.ts';
import { findCampaigns } from '../../api/services/queries/find-campaigns.ts';
import { latestCheckouts } from '../../api/services/queries/find-checkout.ts';
import { findClaims } from '../../api/services/queries/find-claims.ts';
import { findGiftCards } from '../../api/services/queries/find-gift-cards.ts';
import { findGifts } from '../../api/services/queries/find-gifts.ts';
import { findReferrals } from '../../api/services/queries/find-referrals.ts';
import { findRewardPage } from '../../api/services/queries/find-rewards.ts';
import { findWallets } from '../../api/services/queries/find-wallets.ts';
import { offeredRewards } from '../../api/services/queries/offered-rewards.ts';
import { expectSound } from '../support/audit.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';

const at = openTestDatabase();
let app: TestApp;
let steps: number;

beforeAll(async () => {
  app = await openTestApp(at, { start: '2026-11-23T09:41:00+05:30' });
  steps = await seedAgain();
});
afterAll(() => app.close());

function seedAgain(): Promise<number> {
  const { database } = app;
  return seed(
    (now) => openApp({ database, policy: defaultPolicy, now, elapsed: () => performance.now(), randomBytes }),
    app.now(),
  );
}

async function allRewards(): Promise<Reward[]> {
  const { rewards } = await findRewardPage(app, {}, { first: 50 });
  return rewards.flatMap((reward) => reward ?? []);
}

async function wallets(): Promise<Map<string, Wallet>> {
  return findWallets(
    app,
    SAMPLE_CUSTOMERS.map(({ id }) => id),
  );
}

async function walletOf(customerId: string): Promise<Wallet> {
  const wallet = (await wallets()).get(customerId);
  if (!wallet) throw new Error(`${customerId} has no wallet.`);
  return wallet;
}

describe('the sample shop', () => {
  it('has customers of every tier and status', async () => {
    const all = [...(await wallets()).values()];
    expect(new Set(all.map((wallet) => wallet.status))).toEqual(new Set(['ACTIVE', 'FROZEN', 'SUSPENDED']));
    const tiers = all.map((wallet) => tierStanding(wallet, app.policy, app.now()).tier.level);
    expect(new Set(tiers)).toEqual(new Set(['BRONZE', 'SILVER', 'GOLD', 'PLATINUM']));
  });

  it('shows the demo customer a credit that expires in three days', async () => {
    const asha = (await wallets()).get('cus_asha');
    expect(asha?.lots[0]?.expiresAt).toBe(Date.parse('2026-11-26T23:59:59.999+05:30'));
  });

  it('has a wallet with a history of five thousand entries', async () => {
    expect((await wallets()).get('cus_sunita')?.seq).toBeGreaterThanOrEqual(5_000);
  });

  it('offers rewards of every kind: open, for a large order, gone, ended, yet to come, switched off', async () => {
    const asha = await walletOf('cus_asha');
    const [offers = []] = await offeredRewards(app, [asha]);
    const rewards = await allRewards();

    expect(
      Object.fromEntries(offers.map(({ reward, refused }) => [reward.name, refused?.code ?? 'CAN_CLAIM'])),
    ).toEqual({
      'Early riser bonus': 'CAN_CLAIM',
      'Bring your own mug': 'CAN_CLAIM',
      'Winter warm-up': 'MINIMUM_PURCHASE_NOT_MET',
      'First three': 'REWARD_EXHAUSTED',
      'Weekend saver reward': 'REWARD_ALREADY_CLAIMED',
    });
    const hidden = rewards.filter(({ id }) => !offers.some(({ reward }) => reward.id === id));
    expect(hidden.map(({ name, status, validFrom }) => [name, status, validFrom > app.now()]).sort()).toEqual(
      [
        ['Birthday treat', 'INACTIVE', false],
        ['Diwali double', 'ACTIVE', false],
        ['New Year head start', 'ACTIVE', true],
      ],
    );
  });

  it('has a customer whose order, as the shop reported it, opens the reward that asks for one', async () => {
    const [offers = []] = await offeredRewards(app, [await walletOf('cus_joseph')]);

    expect(offers.find(({ reward }) => reward.name === 'Winter warm-up')).toMatchObject({
      refused: null,
      largestPurchase: 125_000n,
    });
  });

  it('has claims that count on their rewards and on the wallets', async () => {
    const rewards = await allRewards();
    const claims = (await Promise.all(SAMPLE_CUSTOMERS.map(({ id }) => findClaims(app, id)))).flat();
    const claimed = [...(await wallets()).values()].map(({ rewardsClaimed }) => rewardsClaimed);

    expect(claims.length).toBeGreaterThan(5);
    expect(rewards.reduce((uses, { totalUses }) => uses + totalUses, 0)).toBe(claims.length);
    expect(claimed.reduce((all, count) => all + count, 0)).toBe(claims.length);
  });

  it('has a campaign near its budget, one that is paused, and a draft that needs another admin', async () => {
    const { campaigns } = await findCampaigns(app, {}, { first: 10 });

    expect(
      campaigns.map((campaign) => campaign && [campaign.name, statusOf(campaign, app.now()), campaign.uses]),
    ).toEqual([
      ['Store opening Pune', 'DRAFT', 0],
      ['Winter welcome', 'RUNNING', 6],
      ['App install', 'PAUSED', 0],
    ]);
  });

  it('has people who brought each other, and one who can still use a code', async () => {
    const all = await wallets();
    const people = await findReferrals(app, 'cus_asha');

    expect(people.map(({ id }) => id)).toEqual(['cus_zoya', 'cus_kiran']);
    expect(all.get('cus_asha')?.referrals).toMatchObject({ count: 2, earned: 20_000n });
    expect(all.get('cus_joseph')?.referredBy).toBe('cus_tara');
    expect(canBeReferred(await walletOf('cus_nila'), app.policy, app.now())).toBe(true);
  });

  it('has gift cards in every state, one that was stopped, and gifts that have not been claimed', async () => {
    const { cards } = await findGiftCards(app, {}, { first: 50 });
    const gifts = await findGifts(app, 'cus_asha');

    const states = cards.map((card) => card && `${cardStatusOf(card, app.now())} ${card.remaining / 100n}`);
    expect(states.sort()).toEqual([
      'ACTIVE 1000',
      'ACTIVE 1500',
      'ACTIVE 300',
      'ACTIVE 500',
      'ACTIVE 500',
      'CANCELLED 0',
      'CLAIMED 0',
      'EXPIRED 0',
      'PART_USED 360',
      'USED 0',
    ]);
    expect(cards.filter((card) => card?.isStopped).map((card) => card?.initial)).toEqual([150_000n]);
    expect(gifts.map(({ state, mailAt }) => [state, mailAt !== null && mailAt > app.now()])).toEqual([
      ['SCHEDULED', false],
      ['SCHEDULED', true],
    ]);
  });

  it('has orders that are open, paid by several means, not paid in time, and given back in part', async () => {
    const people = ['cus_dev', 'cus_meenakshi', 'cus_joseph'];
    const orders = (await Promise.all(people.map((id) => latestCheckouts(app, id, 10)))).flat();

    expect(
      orders.map(({ checkout, payment }) => [
        checkout.orderId,
        checkout.status,
        checkout.parts.map(({ kind }) => kind),
        payment?.status ?? null,
        (checkout.refunds ?? []).map(({ toSource, toWallet }) => [toSource, toWallet]),
      ]),
    ).toEqual([
      ['1057', 'OPEN', ['WALLET'], null, []],
      ['1051', 'PAID', ['GIFT_CARD', 'WALLET'], 'SETTLED', []],
      ['1053', 'PAID', ['WALLET'], 'SETTLED', [[75_000n, 15_000n]]],
      ['1048', 'PAID', ['GIFT_CARD'], null, []],
      ['1054', 'EXPIRED', ['WALLET'], null, []],
    ]);
    const given = orders.flatMap(({ payment }) => payment?.refunds ?? []);
    expect(given.map(({ status, amount }) => [status, amount])).toEqual([['DONE', 75_000n]]);
  });

  it('is told in books that balance', async () => {
    await expectSound(app);
  });

  it('is told once: telling it again adds nothing', async () => {
    const before = await wallets();
    expect(steps).toBeGreaterThan(5_000);
    expect(await seedAgain()).toBe(0);
    expect(await wallets()).toEqual(before);
  });
});
