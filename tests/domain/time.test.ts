import { entryOf, india, left, refused, rupees, WalletStory } from './wallet-story.ts';

const endOfToday = india('2026-03-10 23:59:59.999');

describe('a clock that was set back', () => {
  it('does not put an entry before the one it follows', () => {
    const story = new WalletStory({ at: india('2026-03-10 09:00') });
    story.now = india('2020-01-01 00:00');
    expect(entryOf(story.credit(rupees(100)), 'CREDIT').at).toBe(india('2026-03-10 09:00'));
    expect(story.wallet.updatedAt).toBe(india('2026-03-10 09:00'));
  });

  it('counts the lifetime of a credit from the later of the two', () => {
    const story = new WalletStory({ at: india('2026-03-10 09:00') });
    story.now = india('2020-01-01 00:00');
    const credit = entryOf(story.credit(rupees(100)), 'CREDIT');
    expect(credit.lot.expiresAt).toBe(india('2027-03-10 23:59:59.999'));
    expect(refused(story.credit(rupees(1), { expiresOn: india('2026-03-09 12:00') })).code).toBe(
      'EXPIRES_IN_PAST',
    );
  });

  it('does not bring back what has expired', () => {
    const story = new WalletStory();
    story.credit(rupees(100), { expiresOn: endOfToday });
    story.credit(rupees(50));
    const debit = story.spend(rupees(60));
    story.now = endOfToday;
    story.expire();
    story.now = endOfToday - 1;
    expect(refused(story.debit(rupees(51)))).toMatchObject({
      code: 'INSUFFICIENT_FUNDS',
      available: rupees(50),
    });
    expect(entryOf(story.refund(debit), 'REFUND').restores[0]?.lot.id).toBe('6.1');
  });

  it('lets several entries share an instant, in the order of their numbers', () => {
    const story = new WalletStory();
    story.credit(rupees(1));
    story.credit(rupees(2));
    expect(story.journal.map(({ seq, at }) => [seq, at])).toEqual([
      [1, story.now],
      [2, story.now],
      [3, story.now],
    ]);
    expect(left(story.wallet)).toEqual([
      ['2', rupees(1)],
      ['3', rupees(2)],
    ]);
  });
});
