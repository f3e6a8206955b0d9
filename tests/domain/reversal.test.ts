import { entryOf, india, left, refused, rupees, WalletStory } from './wallet-story.ts';

const inMarch = india('2026-03-31 12:00');

function withMistake() {
  const story = new WalletStory();
  story.credit(rupees(50), { expiresOn: inMarch });
  const mistake = story.grant(rupees(100), { expiresOn: india('2026-04-30 12:00') });
  story.credit(rupees(70));
  return { story, mistake };
}

describe('a reversal of a mistaken credit', () => {
  it('takes back all of an untouched credit and nothing else', () => {
    const { story, mistake } = withMistake();
    const entry = entryOf(story.reverse(mistake), 'REVERSAL');
    expect(entry).toMatchObject({
      amount: rupees(100),
      creditId: mistake.id,
      notRecovered: 0n,
      balanceAfter: rupees(120),
      reason: 'Added by mistake',
      draws: [{ lot: mistake.lot, amount: rupees(100) }],
    });
    expect(left(story.wallet)).toEqual([
      ['2', rupees(50)],
      ['4', rupees(70)],
    ]);
  });

  it('takes back what remains of a used credit and says what it could not', () => {
    const { story, mistake } = withMistake();
    story.spend(rupees(80));
    expect(entryOf(story.reverse(mistake), 'REVERSAL')).toMatchObject({
      amount: rupees(70),
      notRecovered: rupees(30),
    });
    expect(story.wallet.balance).toBe(rupees(70));
  });

  it('takes back what a refund gave to a new lot after the credit had expired', () => {
    const { story, mistake } = withMistake();
    const debit = story.spend(rupees(120));
    story.now = india('2026-05-02 10:00');
    story.refund(debit, rupees(40));
    const entry = entryOf(story.reverse(mistake), 'REVERSAL');
    expect(entry.draws.map(({ lot, amount }) => [lot.id, amount])).toEqual([['7.1', rupees(40)]]);
    expect(entry.notRecovered).toBe(rupees(60));
  });

  it('takes from the lot of the credit and from the new one alike, when both hold something', () => {
    const story = new WalletStory();
    const mistake = story.grant(rupees(100), { expiresOn: inMarch });
    const debit = story.spend(rupees(100));
    story.now = india('2026-04-02 10:00');
    story.refund(debit, rupees(30));
    story.refund(debit, rupees(20));
    const entry = entryOf(story.reverse(mistake), 'REVERSAL');
    expect(entry.draws.map(({ lot, amount }) => [lot.id, amount])).toEqual([
      ['4.1', rupees(30)],
      ['5.1', rupees(20)],
    ]);
    expect(story.wallet.lots).toEqual([]);
  });

  it('does not count as lost what an earlier reversal took, nor what was given back since', () => {
    const { story, mistake } = withMistake();
    const debit = story.spend(rupees(110));
    expect(entryOf(story.reverse(mistake), 'REVERSAL')).toMatchObject({
      amount: rupees(40),
      notRecovered: rupees(60),
    });
    story.refund(debit, rupees(25));
    expect(entryOf(story.reverse(mistake), 'REVERSAL')).toMatchObject({
      amount: rupees(25),
      notRecovered: rupees(35),
    });
    story.refund(debit, rupees(35));
    expect(entryOf(story.reverse(mistake), 'REVERSAL')).toMatchObject({
      amount: rupees(35),
      notRecovered: 0n,
    });
  });

  it('counts as its own movement and as no spending', () => {
    const { story, mistake } = withMistake();
    story.reverse(mistake);
    expect(story.wallet.running.reversal).toEqual({ count: 1, total: rupees(100) });
    expect(story.wallet.monthlySpend).toEqual([]);
    expect(story.wallet.largestDebit).toBeNull();
    expect(story.wallet.lastTransactionAt).toBe(story.now);
  });

  it.each(['FROZEN', 'SUSPENDED'] as const)(
    'works in a %s wallet, where a mistake may just be why',
    (status) => {
      const { story, mistake } = withMistake();
      story.setStatus(status);
      expect(entryOf(story.reverse(mistake), 'REVERSAL').amount).toBe(rupees(100));
    },
  );

  it('leaves a refund of an earlier debit its way back into the lot', () => {
    const { story, mistake } = withMistake();
    const debit = story.spend(rupees(80));
    story.reverse(mistake);
    story.refund(debit);
    expect(left(story.wallet)).toEqual([
      ['2', rupees(50)],
      ['3', rupees(30)],
      ['4', rupees(70)],
    ]);
  });
});

describe('a reversal is refused', () => {
  it('when nothing of the credit is left', () => {
    const { story, mistake } = withMistake();
    story.reverse(mistake);
    expect(refused(story.reverse(mistake))).toEqual({ code: 'CREDIT_USED_UP' });
  });

  it('when the credit has expired, booked or not', () => {
    const { story, mistake } = withMistake();
    story.now = india('2026-04-30 23:59:59.999');
    const before = story.wallet;
    expect(refused(story.reverse(mistake))).toEqual({ code: 'CREDIT_USED_UP' });
    expect(story.wallet).toBe(before);
  });

  it('without a reason', () => {
    const { story, mistake } = withMistake();
    expect(refused(story.reverse(mistake, ' '))).toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
  });

  it('of a credit of another wallet', () => {
    const { story } = withMistake();
    const other = new WalletStory({ id: 'kiran' }).grant(rupees(10));
    expect(refused(story.reverse(other))).toEqual({ code: 'CREDIT_NOT_FOUND' });
  });
});
