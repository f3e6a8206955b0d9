import fc from 'fast-check';
import { isRefusal } from '../../api/domain/refusal.ts';
import { entryOf, refused, rupees, WalletStory } from './wallet-story.ts';

/** ₹500 were credited and ₹300 of them spent when the bank took all of them back: ₹300 are owed. */
function debtor(): WalletStory {
  const story = new WalletStory();
  const credit = story.grant(rupees(500), { source: 'PURCHASE' });
  story.spend(rupees(300));
  const claim = { amount: rupees(500), expiries: [] };
  story.ask({ kind: 'REVERSE', credit, earlier: [], reason: 'Lost in a dispute', claim });
  return story;
}

const settle = (story: WalletStory, amount: bigint, how: 'PAID' | 'WRITTEN_OFF' = 'PAID', reason = 'Cash') =>
  story.ask({ kind: 'SETTLE', how, amount, reason });

describe('what is owed', () => {
  it('is lowered by an entry that moves no credits, in any status', () => {
    const story = debtor();
    story.grant(rupees(40));
    story.setStatus('FROZEN');
    const before = story.wallet;
    expect(entryOf(settle(story, rupees(100)), 'SETTLEMENT')).toMatchObject({
      ...{ how: 'PAID', settled: rupees(100), balanceAfter: rupees(40), running: before.running },
      reason: 'Cash',
    });
    const { lots, lastTransactionAt } = before;
    expect(story.wallet).toMatchObject({ receivable: rupees(200), lots, lastTransactionAt });
  });

  it('takes an amount above nothing and a reason', () => {
    const story = debtor();
    expect(refused(settle(story, 0n))).toMatchObject({ code: 'INVALID_INPUT', field: 'amount' });
    expect(refused(settle(story, 1n, 'WRITTEN_OFF', ' '))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(refused(settle(new WalletStory(), 1n))).toMatchObject({ problem: 'Nothing is owed.' });
  });

  it('is what was noted less what was settled, and never less than nothing', () => {
    const parts = fc.array(fc.tuple(fc.bigInt(1n, rupees(200)), fc.constantFrom('PAID', 'WRITTEN_OFF')));
    fc.assert(
      fc.property(parts, (wishes) => {
        const story = debtor();
        let owed = rupees(300);
        for (const [amount, how] of wishes) {
          const isDone = !isRefusal(settle(story, amount, how));
          expect(isDone).toBe(amount <= owed);
          if (isDone) owed -= amount;
          expect(story.wallet.receivable).toBe(owed);
        }
      }),
    );
  });
});
