import { defaultPolicy } from '../../api/domain/policy.ts';
import { india, left, refused, rupees, WalletStory } from './wallet-story.ts';

/** ₹100 each: granted for a month, purchased for a month, granted for two months, and one that never expires. */
function fourLots(): WalletStory {
  const story = new WalletStory();
  story.credit(rupees(10_000), { source: 'PURCHASE' });
  story.credit(rupees(100), { source: 'PURCHASE' });
  story.spend(rupees(10_000));
  story.credit(rupees(100), { expiresOn: india('2026-05-10 12:00') });
  story.credit(rupees(100), { source: 'PURCHASE', expiresOn: india('2026-04-10 12:00') });
  story.credit(rupees(100), { expiresOn: india('2026-04-10 00:00') });
  return story;
}

describe('a debit', () => {
  it('draws soonest expiry first, then granted before purchased, and what never expires last', () => {
    const story = fourLots();
    const debit = story.spend(rupees(350));
    expect(debit.draws.map(({ lot, amount }) => [lot.id, lot.funding, amount])).toEqual([
      ['7', 'GRANTED', rupees(100)],
      ['6', 'PURCHASED', rupees(100)],
      ['5', 'GRANTED', rupees(100)],
      ['3', 'PURCHASED', rupees(50)],
    ]);
    expect(left(story.wallet)).toEqual([['3', rupees(50)]]);
  });

  it('takes a purchased credit that expires sooner before a granted one that expires later', () => {
    const story = new WalletStory();
    story.credit(rupees(100), { expiresOn: india('2026-04-11 12:00') });
    story.credit(rupees(100), { source: 'PURCHASE', expiresOn: india('2026-04-10 12:00') });
    expect(story.spend(rupees(1)).draws[0]?.lot.id).toBe('3');
  });

  it('takes the older of two credits that are alike', () => {
    const story = new WalletStory();
    story.credit(rupees(100));
    story.credit(rupees(100));
    expect(story.spend(rupees(100)).draws[0]?.lot.id).toBe('2');
  });

  it('may take all there is, and leaves no lot behind', () => {
    const story = fourLots();
    expect(story.spend(rupees(400)).balanceAfter).toBe(0n);
    expect(story.wallet).toMatchObject({ balance: 0n, lots: [], lastTransactionAt: story.now });
  });

  it('is made against an order and may say why', () => {
    const story = fourLots();
    story.ask({ kind: 'DEBIT', amount: rupees(1), orderId: 'order-7', reason: 'Breakfast' });
    expect(story.journal.at(-1)).toMatchObject({ orderId: 'order-7', reason: 'Breakfast' });
  });
});

describe('a debit is refused', () => {
  it('when one paisa is missing, with what is available and what is short', () => {
    const story = fourLots();
    expect(story.debit(rupees(400) + 1n)).toEqual({
      code: 'INSUFFICIENT_FUNDS',
      available: rupees(400),
      shortBy: 1n,
    });
    expect(story.wallet.balance).toBe(rupees(400));
  });

  it.each([-100n, 0n, 99n, 1_00_000_01n])('when it is %s paise, with the range', (amount) => {
    expect(fourLots().debit(amount)).toEqual({ code: 'AMOUNT_OUT_OF_RANGE', ...defaultPolicy.operation });
  });

  it('for money whose time has come, and then books nothing', () => {
    const story = fourLots();
    story.now = india('2026-04-11 00:00');
    const before = story.journal.length;
    expect(story.debit(rupees(201))).toEqual({
      code: 'INSUFFICIENT_FUNDS',
      available: rupees(200),
      shortBy: rupees(1),
    });
    expect(story.journal).toHaveLength(before);
  });

  it('on an empty wallet', () => {
    expect(refused(new WalletStory().debit(rupees(1)))).toEqual({
      code: 'INSUFFICIENT_FUNDS',
      available: 0n,
      shortBy: rupees(1),
    });
  });
});
