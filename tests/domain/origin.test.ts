import { tierStanding } from '../../api/domain/wallet/tier.ts';
import type { CreditOrigin } from '../../api/domain/wallet/entries.ts';
import { entryOf, india, refused, rupees, WalletStory } from './wallet-story.ts';

const topUp = { origin: { kind: 'TOP_UP', topUpId: 'top-up-1' }, source: 'PURCHASE' } as const;

function referral(side: 'REFERRER' | 'REFERRED', otherId = 'kiran'): { origin: CreditOrigin } {
  return { origin: { kind: 'REFERRAL', side, otherId } };
}

describe('what brought a credit about', () => {
  it('is written on it; nothing is when somebody simply added it', () => {
    const story = new WalletStory();
    expect(story.grant(rupees(10)).origin).toBeNull();
    const origin = { kind: 'BULK', reference: 'row 7' } as const;
    expect(story.grant(rupees(10), { origin }).origin).toEqual(origin);
  });

  it('counts a reward as claimed', () => {
    const story = new WalletStory();
    story.grant(rupees(10), { origin: { kind: 'REWARD', rewardId: 'welcome' } });
    story.grant(rupees(10));
    expect(story.wallet.rewardsClaimed).toBe(1);
  });

  it('remembers who referred the customer', () => {
    const story = new WalletStory();
    story.grant(rupees(50), referral('REFERRED'));
    expect(story.wallet).toMatchObject({ referredBy: 'kiran', referrals: { count: 0, earned: 0n } });
  });

  it('counts those whom the customer brought, in all and in the last month with any', () => {
    const story = new WalletStory({ at: india('2026-03-31 23:59:59.999') });
    story.grant(rupees(100), referral('REFERRER', 'kiran'));
    story.grant(rupees(100), referral('REFERRER', 'zoya'));
    expect(story.wallet.referrals).toEqual({ count: 2, earned: rupees(200), month: '2026-03', inMonth: 2 });
    story.now += 1;
    story.grant(rupees(100), referral('REFERRER', 'dev'));
    expect(story.wallet.referrals).toEqual({ count: 3, earned: rupees(300), month: '2026-04', inMonth: 1 });
    expect(story.wallet.referredBy).toBeNull();
  });
});

describe('a top-up, which the customer has paid for', () => {
  it.each(['FROZEN', 'SUSPENDED'] as const)('lands in a %s wallet', (status) => {
    const story = new WalletStory();
    story.setStatus(status);
    expect(entryOf(story.credit(rupees(500), topUp), 'CREDIT').balanceAfter).toBe(rupees(500));
  });

  it('lands in a wallet that is full, of money and of lots', () => {
    const story = new WalletStory({ policy: { maxBalance: rupees(100), maxOpenLots: 1 } });
    story.credit(rupees(100));
    expect(refused(story.credit(rupees(1))).code).toBe('WALLET_LIMIT_EXCEEDED');
    story.credit(rupees(500), topUp);
    expect(story.wallet).toMatchObject({ balance: rupees(600), lots: { length: 2 } });
  });

  it('lands whatever the bounds of other operations are', () => {
    const story = new WalletStory({ policy: { operation: { min: rupees(10), max: rupees(20) } } });
    story.credit(rupees(5), topUp);
    story.credit(rupees(9_999), topUp);
    expect(story.wallet.balance).toBe(rupees(10_004));
  });

  it('lives as long as the tier held before it gives', () => {
    const story = new WalletStory();
    expect(story.grant(rupees(1_000), topUp).lot.expiresAt).toBe(india('2027-03-10 23:59:59.999'));
    expect(story.grant(rupees(1_000), topUp).lot.expiresAt).toBe(india('2028-03-09 23:59:59.999'));
  });
});

describe('an order that the shop reported', () => {
  it('moves no money and is no transaction', () => {
    const story = new WalletStory();
    story.credit(rupees(100));
    const { running, lastTransactionAt } = story.wallet;
    story.now += 1;
    const entry = entryOf(story.purchase(rupees(900)), 'PURCHASE');
    expect(entry).toMatchObject({ orderId: 'order-of-90000', counted: rupees(900), reason: null, running });
    expect(story.wallet).toMatchObject({ balance: rupees(100), running, lastTransactionAt });
  });

  it('counts as spent beside debits, so it raises a tier by rolling spend', () => {
    const story = new WalletStory({ policy: { tierBasis: 'ROLLING_SPEND' } });
    story.credit(rupees(200));
    story.spend(rupees(100));
    story.purchase(rupees(900));
    expect(story.wallet.monthlySpend).toEqual([{ month: '2026-03', amount: rupees(1_000) }]);
    expect(tierStanding(story.wallet, story.policy, story.now).tier.level).toBe('SILVER');
  });

  it('is no debit: the largest spend stays', () => {
    const story = new WalletStory();
    story.credit(rupees(200));
    for (const amount of [50, 70, 60]) story.spend(rupees(amount));
    story.purchase(rupees(900));
    expect(story.wallet.largestDebit).toBe(rupees(70));
  });

  it('is noted in any status, and books first what is due', () => {
    const story = new WalletStory();
    story.credit(rupees(100), { expiresOn: india('2026-03-31 12:00') });
    story.setStatus('FROZEN');
    story.now = india('2026-04-01 12:00');
    expect(story.purchase(rupees(900))).toMatchObject([{ kind: 'EXPIRY' }, { kind: 'PURCHASE' }]);
  });
});
