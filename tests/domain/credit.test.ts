import { defaultPolicy } from '../../api/domain/policy.ts';
import { entryOf, india, refused, rupees, WalletStory } from './wallet-story.ts';

const generous = { operation: { min: 1n, max: rupees(10_00_000) } };

function expiryOf(story: WalletStory, source: 'PURCHASE' | 'REFERRAL' = 'PURCHASE') {
  return entryOf(story.credit(rupees(10), { source }), 'CREDIT').lot.expiresAt;
}

describe('a credit', () => {
  it('opens a lot that remembers amount, source and funding', () => {
    const story = new WalletStory();
    const credit = entryOf(story.credit(rupees(500), { source: 'PURCHASE' }), 'CREDIT');
    const lot = {
      id: '2',
      openedSeq: 2,
      creditSeq: 2,
      original: rupees(500),
      funding: 'PURCHASED',
      source: 'PURCHASE',
      expiresAt: india('2027-03-10 23:59:59.999'),
    };
    expect(credit).toMatchObject({
      seq: 2,
      amount: rupees(500),
      balanceAfter: rupees(500),
      orderId: null,
      lot,
    });
    expect(story.wallet).toMatchObject({ balance: rupees(500), lots: [{ ...lot, remaining: rupees(500) }] });
    expect(story.wallet.lastTransactionAt).toBe(story.now);
  });

  it('is granted unless it was purchased', () => {
    const story = new WalletStory();
    const sources = ['PURCHASE', 'REFERRAL', 'PROMOTION', 'LOYALTY', 'MANUAL'] as const;
    const fundings = sources.map(
      (source) => entryOf(story.credit(rupees(1), { source }), 'CREDIT').lot.funding,
    );
    expect(fundings).toEqual(['PURCHASED', 'GRANTED', 'GRANTED', 'GRANTED', 'GRANTED']);
  });
});

describe('the lifetime of a credit', () => {
  it.each([
    ['a bronze wallet: 365 days', 0, '2027-03-10 23:59:59.999'],
    ['one paisa short of silver: 365 days', 99_999, '2027-03-10 23:59:59.999'],
    ['a silver wallet: 730 days', 100_000, '2028-03-09 23:59:59.999'],
    ['one paisa short of gold: 730 days', 499_999, '2028-03-09 23:59:59.999'],
    ['a gold wallet: 1,095 days', 500_000, '2029-03-09 23:59:59.999'],
    ['one paisa short of platinum: 1,095 days', 999_999, '2029-03-09 23:59:59.999'],
  ])('%s', (_, held, expiry) => {
    const story = new WalletStory({ policy: generous });
    if (held > 0) story.credit(BigInt(held));
    expect(expiryOf(story)).toBe(india(expiry));
  });

  it('has no end in a platinum wallet', () => {
    const story = new WalletStory();
    story.credit(rupees(10_000));
    expect(expiryOf(story)).toBeNull();
  });

  it('comes from the tier held before the credit, not the one it reaches', () => {
    const story = new WalletStory();
    expect(entryOf(story.credit(rupees(10_000)), 'CREDIT').lot.expiresAt).toBe(
      india('2027-03-10 23:59:59.999'),
    );
  });

  it('does not change when the tier does', () => {
    const story = new WalletStory();
    story.credit(rupees(500));
    story.credit(rupees(20_000));
    expect(story.wallet.lots[0]?.expiresAt).toBe(india('2027-03-10 23:59:59.999'));
  });

  it('comes from a tier that no longer counts what has just expired', () => {
    const story = new WalletStory();
    story.credit(rupees(20_000), { expiresOn: story.now });
    story.now = india('2026-03-10 23:59:59.998');
    expect(expiryOf(story)).toBeNull();
    story.now += 1;
    expect(expiryOf(story)).toBe(india('2027-03-10 23:59:59.999'));
  });

  it('ends on the day in India, also when it is another day in UTC', () => {
    const story = new WalletStory({ at: india('2026-03-11 00:00') });
    expect(expiryOf(story)).toBe(india('2027-03-11 23:59:59.999'));
  });

  it('is 365 days for a referral bonus, whatever the tier', () => {
    const story = new WalletStory();
    story.credit(rupees(10_000));
    expect(expiryOf(story, 'REFERRAL')).toBe(india('2027-03-10 23:59:59.999'));
  });
});

describe('a date named by staff', () => {
  it('means the end of that day in India, whatever the tier', () => {
    const story = new WalletStory();
    story.credit(rupees(10_000));
    const expiresOn = india('2026-04-01 00:00');
    const credit = entryOf(story.credit(rupees(10), { expiresOn }), 'CREDIT');
    expect(credit.lot.expiresAt).toBe(india('2026-04-01 23:59:59.999'));
  });

  it('may be today', () => {
    const story = new WalletStory({ at: india('2026-03-10 23:59:59.998') });
    const expiresOn = india('2026-03-10 00:00');
    const credit = entryOf(story.credit(rupees(10), { expiresOn }), 'CREDIT');
    expect(credit.lot.expiresAt).toBe(india('2026-03-10 23:59:59.999'));
  });

  it.each([
    ['yesterday', '2026-03-10 09:00', '2026-03-09 23:59:59.999'],
    ['today, once its last millisecond has come', '2026-03-10 23:59:59.999', '2026-03-10 12:00'],
  ])('is refused when it is %s', (_, now, named) => {
    const story = new WalletStory({ at: india(now) });
    expect(story.credit(rupees(10), { expiresOn: india(named) })).toEqual({ code: 'EXPIRES_IN_PAST' });
    expect(story.journal).toHaveLength(1);
  });
});

describe('a credit is refused', () => {
  const range = { code: 'AMOUNT_OUT_OF_RANGE', ...defaultPolicy.operation };

  it.each([-100n, 0n, 1n, 99n, 1_00_000_01n, 2n ** 53n])('when it is %s paise, with the range', (amount) => {
    expect(new WalletStory().credit(amount)).toEqual(range);
  });

  it.each([100n, 1_00_000_00n])('but not when it is %s paise', (amount) => {
    expect(entryOf(new WalletStory().credit(amount), 'CREDIT').amount).toBe(amount);
  });

  it.each(['', ' ', '\n\t'])('without a reason: %j', (reason) => {
    expect(new WalletStory().credit(rupees(10), { reason })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
  });

  it('when the wallet would hold more than it may, to the paisa', () => {
    const story = new WalletStory({ policy: { maxBalance: rupees(500) } });
    story.credit(rupees(400));
    expect(story.credit(rupees(100) + 1n)).toEqual({
      code: 'WALLET_LIMIT_EXCEEDED',
      max: rupees(500),
      available: rupees(400),
    });
    expect(entryOf(story.credit(rupees(100)), 'CREDIT').balanceAfter).toBe(rupees(500));
  });

  it('when there are as many open lots as there may be', () => {
    const story = new WalletStory({ policy: { maxOpenLots: 2 } });
    story.credit(rupees(1));
    story.credit(rupees(1));
    expect(story.credit(rupees(1))).toEqual({ code: 'TOO_MANY_LOTS', limit: 2 });
    story.spend(rupees(1));
    entryOf(story.credit(rupees(1)), 'CREDIT');
  });

  it('no longer for lack of room once what is due has made room', () => {
    const story = new WalletStory({ policy: { maxOpenLots: 1, maxBalance: rupees(10) } });
    story.credit(rupees(10), { expiresOn: story.now });
    expect(refused(story.credit(rupees(10))).code).toBe('WALLET_LIMIT_EXCEEDED');
    story.now = india('2026-03-11 00:00');
    expect(entryOf(story.credit(rupees(10)), 'CREDIT').seq).toBe(4);
  });
});
