import { entryOf, india, left, refused, rupees, WalletStory } from './wallet-story.ts';

const endOfMarch = india('2026-03-31 23:59:59.999');
const endOfApril = india('2026-04-30 23:59:59.999');
const endOfMay = india('2026-05-31 23:59:59.999');
const inMay = india('2026-05-31 08:00');

/** ₹100 until the end of March (lot 2) and ₹100 until the end of April (lot 3). */
function withTwoLots() {
  const story = new WalletStory();
  const march = story.grant(rupees(100), { expiresOn: endOfMarch });
  const april = story.grant(rupees(100), { expiresOn: endOfApril });
  return { story, march, april };
}

describe('more time for a credit', () => {
  it('lasts to the end of the day named, in India, and moves no money', () => {
    const { story, march } = withTwoLots();
    const entry = entryOf(story.extend(march, inMay), 'EXTENSION');
    expect(entry).toMatchObject({
      creditId: march.id,
      extended: [{ lot: '2', from: endOfMarch, to: endOfMay }],
      balanceAfter: rupees(200),
      running: story.wallet.running,
      reason: 'Was away',
    });
    expect(story.wallet.extensions).toEqual([{ lot: '2', expiresAt: endOfMay }]);
    expect(story.wallet.lastTransactionAt).toBe(march.at);
  });

  it('puts the lot behind those that expire sooner now', () => {
    const { story, march } = withTwoLots();
    story.extend(march, inMay);
    expect(left(story.wallet).map(([id]) => id)).toEqual(['3', '2']);
    expect(story.spend(rupees(150)).draws.map(({ lot }) => lot.id)).toEqual(['3', '2']);
  });

  it('can be given again, and only the last date is remembered', () => {
    const { story, march } = withTwoLots();
    story.extend(march, endOfApril);
    story.extend(march, inMay);
    expect(story.wallet.extensions).toEqual([{ lot: '2', expiresAt: endOfMay }]);
    story.now = endOfMay - 1;
    expect(story.expire()).toMatchObject([{ id: 'asha:expiry:3' }]);
    story.now = endOfMay;
    expect(story.expire()).toMatchObject([{ id: 'asha:expiry:2', expiredAt: endOfMay, amount: rupees(100) }]);
  });

  it('reaches every lot that still holds something of the credit', () => {
    const story = new WalletStory();
    const credit = story.grant(rupees(100), { expiresOn: endOfMarch });
    const debit = story.spend(rupees(100));
    story.now = india('2026-04-02 10:00');
    story.refund(debit, rupees(30));
    story.now = india('2026-04-03 10:00');
    story.refund(debit, rupees(20));
    const { extended } = entryOf(story.extend(credit, inMay), 'EXTENSION');
    expect(extended.map(({ lot, to }) => [lot, to])).toEqual([
      ['4.1', endOfMay],
      ['5.1', endOfMay],
    ]);
  });

  it('leaves alone a lot of the credit that lasts longer already', () => {
    const story = new WalletStory();
    const credit = story.grant(rupees(100), { expiresOn: endOfMarch });
    const debit = story.spend(rupees(100));
    story.now = india('2026-04-02 10:00');
    story.refund(debit, rupees(30));
    story.now = india('2026-04-09 10:00');
    story.refund(debit, rupees(20));
    const { extended } = entryOf(story.extend(credit, india('2026-05-05 10:00')), 'EXTENSION');
    expect(extended.map(({ lot }) => lot)).toEqual(['4.1']);
  });

  it.each(['FROZEN', 'SUSPENDED'] as const)('can be given in a %s wallet', (status) => {
    const { story, march } = withTwoLots();
    story.setStatus(status);
    expect(entryOf(story.extend(march, inMay), 'EXTENSION').extended).toHaveLength(1);
  });
});

describe('a refund after an extension', () => {
  it('goes back to a lot that is still open, under its new date', () => {
    const { story, march } = withTwoLots();
    const debit = story.spend(rupees(60));
    story.extend(march, inMay);
    story.now = india('2026-04-10 10:00');
    const refund = entryOf(story.refund(debit), 'REFUND');
    expect(refund.restores).toMatchObject([{ drawnFrom: '2', lot: { id: '2', expiresAt: endOfMay } }]);
    expect(story.wallet.lots.find(({ id }) => id === '2')).toMatchObject({
      remaining: rupees(100),
      expiresAt: endOfMay,
    });
  });

  it('opens a lot that was used up meanwhile again, under its new date', () => {
    const { story, march } = withTwoLots();
    const debit = story.spend(rupees(60));
    story.extend(march, inMay);
    story.spend(rupees(140));
    expect(story.wallet.lots).toEqual([]);
    story.now = india('2026-04-10 10:00');
    story.refund(debit);
    expect(story.wallet.lots).toMatchObject([{ id: '2', remaining: rupees(60), expiresAt: endOfMay }]);
  });

  it('opens a new lot once the new date has passed too', () => {
    const { story, march } = withTwoLots();
    const debit = story.spend(rupees(60));
    story.extend(march, inMay);
    story.now = endOfMay;
    const refund = entryOf(story.refund(debit), 'REFUND');
    expect(refund.restores[0]).toMatchObject({
      drawnFrom: '2',
      lot: { id: `${refund.seq}.1`, expiresAt: india('2026-06-30 23:59:59.999') },
    });
  });

  it('finds the old date of a lot that was used up before the extension', () => {
    const { story, march, april } = withTwoLots();
    const debit = story.spend(rupees(150));
    expect(refused(story.extend(march, inMay))).toEqual({ code: 'CREDIT_USED_UP' });
    story.extend(april, inMay);
    story.refund(debit);
    expect(story.wallet.lots.map(({ id, expiresAt }) => [id, expiresAt])).toEqual([
      ['2', endOfMarch],
      ['3', endOfMay],
    ]);
  });
});

describe('more time is refused', () => {
  it('when nothing of the credit is left', () => {
    const { story, march } = withTwoLots();
    story.spend(rupees(100));
    expect(refused(story.extend(march, inMay))).toEqual({ code: 'CREDIT_USED_UP' });
  });

  it('from the moment the credit has expired', () => {
    const { story, march } = withTwoLots();
    story.now = endOfMarch - 1;
    const before = story.wallet;
    expect(entryOf(story.extend(march, endOfApril), 'EXTENSION').seq).toBe(before.seq + 1);
    story.now = endOfApril;
    expect(refused(story.extend(march, inMay))).toEqual({ code: 'CREDIT_USED_UP' });
  });

  it.each([
    ['the day on which it ends already', endOfMarch],
    ['an earlier day', india('2026-03-20 12:00')],
  ])('up to %s', (_, day) => {
    const { story, march } = withTwoLots();
    expect(refused(story.extend(march, day))).toMatchObject({ code: 'INVALID_INPUT', field: 'expiresAt' });
  });

  it('for a credit that never expires', () => {
    const story = new WalletStory();
    story.credit(rupees(10_000));
    const credit = story.grant(rupees(100));
    expect(credit.lot.expiresAt).toBeNull();
    expect(refused(story.extend(credit, inMay))).toMatchObject({ field: 'expiresAt' });
  });

  it('up to a day that is over', () => {
    const { story, march } = withTwoLots();
    expect(refused(story.extend(march, india('2026-03-09 12:00')))).toEqual({ code: 'EXPIRES_IN_PAST' });
  });

  it('without a reason', () => {
    const { story, march } = withTwoLots();
    expect(refused(story.extend(march, inMay, ''))).toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
  });

  it('of a credit of another wallet', () => {
    const other = new WalletStory({ id: 'kiran' }).grant(rupees(10));
    expect(refused(withTwoLots().story.extend(other, inMay))).toEqual({ code: 'CREDIT_NOT_FOUND' });
  });
});
