import type { Entry } from '../../api/domain/wallet/entries.ts';
import { evolve } from '../../api/domain/wallet/evolve.ts';
import { entryOf, india, rupees, WalletStory } from './wallet-story.ts';

/** A wallet with ₹100 and the credit that would come next. */
function nextCredit() {
  const story = new WalletStory();
  story.credit(rupees(100));
  const before = story.wallet;
  return { before, credit: entryOf(story.credit(rupees(50)), 'CREDIT'), journal: story.journal };
}

describe('folding a journal', () => {
  it('gives the wallet that deciding gave', () => {
    const story = new WalletStory();
    story.credit(rupees(100), { expiresOn: india('2026-04-01 12:00') });
    story.credit(rupees(100));
    const debit = story.spend(rupees(150));
    story.now = india('2026-05-01 12:00');
    story.refund(debit);
    story.setStatus('FROZEN');
    expect(story.journal.reduce<ReturnType<typeof evolve> | null>(evolve, null)).toEqual(story.wallet);
  });

  it('keeps what was spent by month in India, less what was refunded of it later', () => {
    const story = new WalletStory({ at: india('2026-03-31 23:59:59.999') });
    story.credit(rupees(100));
    const debit = story.spend(rupees(30));
    story.spend(rupees(20));
    story.now += 1;
    story.refund(debit, rupees(10));
    expect(story.wallet.monthlySpend).toEqual([{ month: '2026-03', amount: rupees(40) }]);
  });

  it('leaves the wallet before as it was', () => {
    const { before, credit } = nextCredit();
    const copy = structuredClone(before);
    evolve(before, credit);
    expect(before).toEqual(copy);
  });
});

describe('an entry that does not follow is damage, and stops the fold', () => {
  it('when the first does not open a wallet', () => {
    const { credit, journal } = nextCredit();
    const [opening] = journal;
    expect(() => evolve(null, { ...credit, seq: 1 })).toThrow('does not open a wallet');
    expect(() => evolve(null, { ...opening, seq: 2 } as Entry)).toThrow('does not open a wallet');
  });

  it('when a wallet is opened twice', () => {
    const { before, journal } = nextCredit();
    expect(() => evolve(before, { ...journal[0], seq: 3, at: before.updatedAt } as Entry)).toThrow(
      'open already',
    );
  });

  it.each([
    ['repeats a number', { seq: 2 }],
    ['leaves a gap', { seq: 4 }],
    ['is older than the one before', { at: india('2026-03-10 08:59:59.999') }],
    ['belongs to another wallet', { walletId: 'kiran' }],
  ])('when it %s', (_, damage) => {
    const { before, credit } = nextCredit();
    expect(() => evolve(before, { ...credit, ...damage })).toThrow('does not follow entry 2');
  });

  it('when its balance is not what its lots hold', () => {
    const { before, credit } = nextCredit();
    expect(() => evolve(before, { ...credit, balanceAfter: credit.balanceAfter + 1n })).toThrow(
      'its lots hold 15000',
    );
  });
});
