import {
  counted,
  CREDIT_MOVEMENTS,
  creditMovement,
  MOVEMENTS,
  tallyOf,
} from '../../api/domain/wallet/running-totals.ts';
import { isMoneyEntry, signedAmount } from '../../api/domain/wallet/entries.ts';
import { india, rupees, WalletStory } from './wallet-story.ts';

it('counts each movement under its own name', () => {
  const story = new WalletStory();
  for (const source of ['PURCHASE', 'REFERRAL', 'PROMOTION', 'LOYALTY', 'MANUAL'] as const) {
    story.credit(rupees(10), { source });
  }
  story.credit(rupees(5), { source: 'PURCHASE' });
  story.refund(story.spend(rupees(20)), rupees(3));
  story.now = india('2031-01-01 00:00');
  story.expire();
  expect(story.wallet.running).toEqual({
    purchase: { count: 2, total: rupees(15) },
    referral: { count: 1, total: rupees(10) },
    promotion: { count: 1, total: rupees(10) },
    loyalty: { count: 1, total: rupees(10) },
    manual: { count: 1, total: rupees(10) },
    debit: { count: 1, total: rupees(20) },
    refund: { count: 1, total: rupees(3) },
    expiry: { count: 5, total: rupees(38) },
  });
});

it('stands on every entry as it was after that entry, so that a period is the difference of two entries', () => {
  const story = new WalletStory();
  story.credit(rupees(100));
  story.spend(rupees(30));
  story.setStatus('FROZEN');
  expect(story.journal.map(({ kind, running }) => [kind, tallyOf(running).count])).toEqual([
    ['OPEN', 0],
    ['CREDIT', 1],
    ['DEBIT', 2],
    ['STATUS', 2],
  ]);
});

it('sums over the movements asked for, and over all when none are named', () => {
  const running = counted(counted(counted({}, 'purchase', 500n), 'purchase', 1n), 'debit', 20n);
  expect(tallyOf(running, CREDIT_MOVEMENTS)).toEqual({ count: 2, total: 501n });
  expect(tallyOf(running, ['debit', 'refund'])).toEqual({ count: 1, total: 20n });
  expect(tallyOf(running)).toEqual({ count: 3, total: 521n });
  expect(tallyOf({})).toEqual({ count: 0, total: 0n });
});

it('leaves earlier totals as they were', () => {
  const before = counted({}, 'debit', 1n);
  counted(before, 'debit', 1n);
  expect(before).toEqual({ debit: { count: 1, total: 1n } });
});

it('knows a movement for every source of credit', () => {
  expect(CREDIT_MOVEMENTS).toEqual(['purchase', 'referral', 'promotion', 'loyalty', 'manual']);
  expect(MOVEMENTS).toEqual(expect.arrayContaining([...CREDIT_MOVEMENTS]));
  expect(creditMovement('LOYALTY')).toBe('loyalty');
});

it('signs what comes in with plus and what goes out with minus, and knows entries that move nothing', () => {
  const story = new WalletStory();
  story.credit(rupees(100));
  story.refund(story.spend(rupees(30)), rupees(10));
  story.now = india('2031-01-01 00:00');
  story.expire();
  story.setStatus('SUSPENDED');
  const money = story.journal.filter(isMoneyEntry);
  expect(money.map((entry) => [entry.kind, signedAmount(entry)])).toEqual([
    ['CREDIT', rupees(100)],
    ['DEBIT', rupees(-30)],
    ['REFUND', rupees(10)],
    ['EXPIRY', rupees(-80)],
  ]);
});
