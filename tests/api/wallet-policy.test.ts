import { openTestApi } from '../support/api.ts';
import { mockPayments } from '../support/payments.ts';

const api = openTestApi({ payments: mockPayments(), policy: { refundGraceDays: 45 } });

describe('shop', () => {
  it('says how its people are reached, and null for what it has not told', async () => {
    const { shop } = await api.customer('asha').read('{ shop { name phone email hours } }');

    expect(shop).toEqual({ name: 'Early Bird', phone: null, email: null, hours: null });
  });
});

describe('tiers', () => {
  it('lists the levels from the lowest to the highest with what they give', async () => {
    const { tiers } = await api
      .customer('asha')
      .read('{ tiers { level name threshold { amount } creditLifetimeDays benefits } }');

    expect(tiers).toMatchObject([
      { level: 'BRONZE', name: 'Bronze', threshold: { amount: '0.00' }, creditLifetimeDays: 365 },
      { level: 'SILVER', threshold: { amount: '1000.00' }, creditLifetimeDays: 730 },
      { level: 'GOLD', threshold: { amount: '5000.00' }, creditLifetimeDays: 1_095 },
      { level: 'PLATINUM', threshold: { amount: '10000.00' }, creditLifetimeDays: null },
    ]);
    for (const { benefits } of tiers as { benefits: string[] }[]) expect(benefits).not.toEqual([]);
  });
});

describe('walletPolicy', () => {
  it('says the rules that hold here, in figures and in sentences', async () => {
    const { walletPolicy } = await api.customer('asha').read(`{
      walletPolicy {
        tierBasis tiers { level } orderOfUse refundRule refundGraceDays timeZone
        referrerBonus { amount } referredBonus { amount } referralValidityDays referralWindowDays
        minTopUp { amount } maxTopUp { amount } minGiftCard { amount } maxGiftCard { amount } giftCardDays
        minOrderPayment { amount } checkoutMinutes maxOperation { amount } maxBalance { amount }
      }
    }`);

    expect(walletPolicy).toMatchObject({
      tierBasis: 'BALANCE',
      tiers: [{ level: 'BRONZE' }, { level: 'SILVER' }, { level: 'GOLD' }, { level: 'PLATINUM' }],
      orderOfUse: expect.stringContaining('expire soonest'),
      refundRule: expect.stringContaining('45 more days'),
      refundGraceDays: 45,
      timeZone: 'Asia/Kolkata',
      referrerBonus: { amount: '100.00' },
      referredBonus: { amount: '50.00' },
      referralValidityDays: 365,
      referralWindowDays: 30,
      minTopUp: { amount: '10.00' },
      maxTopUp: { amount: '10000.00' },
      minGiftCard: { amount: '100.00' },
      maxGiftCard: { amount: '10000.00' },
      giftCardDays: 365,
      minOrderPayment: { amount: '1.00' },
      checkoutMinutes: 30,
      maxOperation: { amount: '100000.00' },
      maxBalance: { amount: '1000000.00' },
    });
  });
});
