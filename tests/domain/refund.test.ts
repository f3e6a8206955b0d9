import type { Decision } from '../../api/domain/wallet/decide.ts';
import { refundable } from '../../api/domain/wallet/refund.ts';
import { accepted, entryOf, india, left, refused, rupees, WalletStory } from './wallet-story.ts';

const inMarch = india('2026-03-31 12:00');
const inApril = india('2026-04-30 12:00');

/** A debit of ₹250 that drew ₹100 purchased until March (lot 2), ₹100 granted until April (lot 3) and ₹50 of a longer lot (4). */
function spent() {
  const story = new WalletStory();
  story.credit(rupees(100), { source: 'PURCHASE', expiresOn: inMarch });
  story.credit(rupees(100), { source: 'LOYALTY', expiresOn: inApril });
  story.credit(rupees(100), { source: 'PROMOTION' });
  return { story, debit: story.spend(rupees(250)) };
}

function restores(decision: Decision) {
  return entryOf(decision, 'REFUND').restores.map(({ drawnFrom, lot, amount }) => [
    drawnFrom,
    lot.id,
    amount,
  ]);
}

describe('the number of refunds of a debit', () => {
  it('has a limit, and the last of them gives all that is left, so that nothing is locked away', () => {
    const story = new WalletStory({ policy: { maxRefundsPerDebit: 3 } });
    story.credit(rupees(100));
    const debit = story.spend(rupees(10));
    for (let n = 1; n < 3; n += 1) accepted(story.refund(debit, rupees(1)));
    expect(refused(story.refund(debit, rupees(1)))).toEqual({
      code: 'TOO_MANY_REFUNDS',
      limit: 3,
      refundable: rupees(8),
    });
    accepted(story.refund(debit, rupees(8)));
    expect(story.wallet.balance).toBe(rupees(100));
  });
});

describe('a refund of a debit', () => {
  it('gives all of it back to the lots it came from, last drawn first, with their old expiry', () => {
    const { story, debit } = spent();
    const refund = story.refund(debit);
    expect(entryOf(refund, 'REFUND')).toMatchObject({
      amount: rupees(250),
      balanceAfter: rupees(300),
      debitId: debit.id,
      orderId: 'order-1',
      reason: 'Returned goods',
    });
    expect(restores(refund)).toEqual([
      ['4', '4', rupees(50)],
      ['3', '3', rupees(100)],
      ['2', '2', rupees(100)],
    ]);
  });

  it('leaves the wallet holding the same lots as if nothing had been spent', () => {
    const { story, debit } = spent();
    story.refund(debit);
    const untouched = new WalletStory();
    untouched.credit(rupees(100), { source: 'PURCHASE', expiresOn: inMarch });
    untouched.credit(rupees(100), { source: 'LOYALTY', expiresOn: inApril });
    untouched.credit(rupees(100), { source: 'PROMOTION' });
    expect(story.wallet.lots).toEqual(untouched.wallet.lots);
    expect(story.wallet.monthlySpend).toEqual([{ month: '2026-03', amount: 0n }]);
  });

  it('in parts goes on where the part before ended', () => {
    const { story, debit } = spent();
    expect(restores(story.refund(debit, rupees(70)))).toEqual([
      ['4', '4', rupees(50)],
      ['3', '3', rupees(20)],
    ]);
    expect(restores(story.refund(debit, rupees(80)))).toEqual([['3', '3', rupees(80)]]);
    expect(restores(story.refund(debit, 1n))).toEqual([['2', '2', 1n]]);
    expect(restores(story.refund(debit))).toEqual([['2', '2', rupees(100) - 1n]]);
    expect(story.wallet.balance).toBe(rupees(300));
  });

  it('is known to the paisa before and after each part', () => {
    const { story, debit } = spent();
    expect(refundable(debit, [])).toBe(rupees(250));
    const first = entryOf(story.refund(debit, rupees(70)), 'REFUND');
    expect(refundable(debit, [first])).toBe(rupees(180));
  });

  it('opens a used-up lot again at its place, ahead of lots that expire later', () => {
    const { story, debit } = spent();
    story.refund(debit);
    expect(left(story.wallet)).toEqual([
      ['2', rupees(100)],
      ['3', rupees(100)],
      ['4', rupees(100)],
    ]);
    expect(story.spend(rupees(1)).draws[0]?.lot.id).toBe('2');
  });

  it('goes only to lots of that debit, although an earlier debit drew the same lot', () => {
    const { story, debit } = spent();
    const second = story.spend(rupees(50));
    expect(restores(story.refund(second))).toEqual([['4', '4', rupees(50)]]);
    expect(restores(story.refund(debit, rupees(60)))).toEqual([
      ['4', '4', rupees(50)],
      ['3', '3', rupees(10)],
    ]);
  });

  it.each(['FROZEN', 'SUSPENDED'] as const)('lands in a %s wallet', (status) => {
    const { story, debit } = spent();
    story.setStatus(status);
    expect(entryOf(story.refund(debit), 'REFUND').balanceAfter).toBe(rupees(300));
  });

  it('lands although the wallet is full', () => {
    const story = new WalletStory({ policy: { maxBalance: rupees(100), maxOpenLots: 1 } });
    story.credit(rupees(100), { expiresOn: inMarch });
    const debit = story.spend(rupees(100));
    story.credit(rupees(100));
    expect(entryOf(story.refund(debit), 'REFUND').balanceAfter).toBe(rupees(200));
    expect(story.wallet.lots).toHaveLength(2);
  });

  it('may be smaller than the smallest spend', () => {
    const { story, debit } = spent();
    expect(entryOf(story.refund(debit, 1n), 'REFUND').amount).toBe(1n);
  });
});

describe('a refund after a lot has expired', () => {
  it('opens a new lot that lives 30 more days and keeps funding, source and credit', () => {
    const { story, debit } = spent();
    story.now = india('2026-04-15 10:00');
    const refund = story.refund(debit);
    expect(restores(refund)).toEqual([
      ['4', '4', rupees(50)],
      ['3', '3', rupees(100)],
      ['2', '6.3', rupees(100)],
    ]);
    expect(entryOf(refund, 'REFUND').restores[2]?.lot).toEqual({
      id: '6.3',
      openedSeq: 6,
      creditSeq: 2,
      original: rupees(100),
      funding: 'PURCHASED',
      source: 'PURCHASE',
      expiresAt: india('2026-05-15 23:59:59.999'),
    });
    expect(left(story.wallet).map(([id]) => id)).toEqual(['3', '6.3', '4']);
  });

  it.each([
    ['one millisecond before its time goes back to it', -1, '2'],
    ['at its time opens a new one', 0, '6.3'],
    ['one millisecond after its time opens a new one', 1, '6.3'],
  ])('%s', (_, offset, id) => {
    const { story, debit } = spent();
    story.now = india('2026-03-31 23:59:59.999') + offset;
    expect(restores(story.refund(debit)).at(-1)).toEqual(['2', id, rupees(100)]);
  });

  it('opens one new lot per part, and none for what was given back while it lived', () => {
    const { story, debit } = spent();
    story.refund(debit, rupees(200));
    story.now = india('2026-04-15 10:00');
    const part = story.refund(debit, rupees(20));
    expect(restores(part)).toEqual([['2', '8.1', rupees(20)]]);
    expect(entryOf(part, 'REFUND').restores[0]?.lot.original).toBe(rupees(20));
    expect(restores(story.refund(debit))).toEqual([['2', '9.1', rupees(30)]]);
    expect(refused(story.refund(debit))).toEqual({ code: 'REFUND_EXCEEDS_DEBIT', refundable: 0n });
  });

  it('expires for good when nobody spends it, and once for each lot', () => {
    const { story, debit } = spent();
    story.now = india('2028-01-01 00:00');
    story.refund(debit, rupees(150));
    story.now = india('2028-03-01 00:00');
    story.expire();
    expect(story.journal.filter(({ kind }) => kind === 'EXPIRY').map(({ id }) => id)).toEqual([
      'asha:expiry:4',
      'asha:expiry:7.1',
      'asha:expiry:7.2',
    ]);
    expect(story.wallet.balance).toBe(0n);
  });

  it('can be spent and refunded like any other, back to the new lot', () => {
    const { story, debit } = spent();
    story.now = india('2026-04-15 10:00');
    story.refund(debit);
    const again = story.spend(rupees(150));
    expect(again.draws.map(({ lot, amount }) => [lot.id, amount])).toEqual([
      ['3', rupees(100)],
      ['6.3', rupees(50)],
    ]);
    expect(restores(story.refund(again, rupees(60)))).toEqual([
      ['6.3', '6.3', rupees(50)],
      ['3', '3', rupees(10)],
    ]);
  });
});

describe('a refund is refused', () => {
  it.each([
    ['of a paisa more than the debit', rupees(250) + 1n],
    ['of far more than the debit', 2n ** 53n],
  ])('%s, with what is refundable', (_, amount) => {
    const { story, debit } = spent();
    expect(refused(story.refund(debit, amount))).toEqual({
      code: 'REFUND_EXCEEDS_DEBIT',
      refundable: rupees(250),
    });
  });

  it('when the second of two takes more than the first has left', () => {
    const { story, debit } = spent();
    story.refund(debit, rupees(150));
    expect(refused(story.refund(debit, rupees(150)))).toEqual({
      code: 'REFUND_EXCEEDS_DEBIT',
      refundable: rupees(100),
    });
    expect(story.wallet.balance).toBe(rupees(200));
  });

  it.each([null, 1n, 0n])('of %s when nothing is left to refund', (amount) => {
    const { story, debit } = spent();
    story.refund(debit);
    expect(refused(story.refund(debit, amount))).toEqual({ code: 'REFUND_EXCEEDS_DEBIT', refundable: 0n });
  });

  it.each([0n, -1n])('of %s paise, with the range', (amount) => {
    const { story, debit } = spent();
    expect(refused(story.refund(debit, amount))).toEqual({
      code: 'AMOUNT_OUT_OF_RANGE',
      min: 1n,
      max: rupees(250),
    });
  });

  it('without a reason', () => {
    const { story, debit } = spent();
    expect(refused(story.refund(debit, null, ' '))).toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
  });

  it("of another customer's debit", () => {
    const { story } = spent();
    const other = new WalletStory({ id: 'kiran' });
    other.credit(rupees(100));
    expect(refused(story.refund(other.spend(rupees(100))))).toEqual({ code: 'DEBIT_NOT_FOUND' });
    expect(story.wallet.balance).toBe(rupees(50));
  });
});
