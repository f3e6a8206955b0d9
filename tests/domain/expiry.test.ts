import { addDays } from '../../api/domain/calendar.ts';
import { asOf } from '../../api/domain/wallet/decide.ts';
import type { ExpiryEntry } from '../../api/domain/wallet/entries.ts';
import { evolve, expired } from '../../api/domain/wallet/evolve.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import { accepted, india, left, refused, rupees, WalletStory } from './wallet-story.ts';

const endOfMarch10 = endOf('2026-03-10');

function endOf(day: string): number {
  return india(`${day} 23:59:59.999`);
}

/** ₹100 that expire at the end of 10 March and ₹200 that expire a year later. */
function twoLots(): WalletStory {
  const story = new WalletStory();
  story.credit(rupees(100), { expiresOn: endOfMarch10 });
  story.credit(rupees(200));
  return story;
}

describe('when the time of a lot comes', () => {
  it('the money is spendable one millisecond before', () => {
    const story = twoLots();
    story.now = endOfMarch10 - 1;
    expect(story.spend(rupees(300)).draws).toHaveLength(2);
  });

  it.each([0, 1])('it is no longer spendable %s ms after', (offset) => {
    const story = twoLots();
    story.now = endOfMarch10 + offset;
    expect(refused(story.debit(rupees(201)))).toMatchObject({ available: rupees(200), shortBy: rupees(1) });
    expect(story.spend(rupees(200)).draws.map(({ lot }) => lot.id)).toEqual(['3']);
  });

  it.each([-1, 0, 1])('a view of the wallet agrees %s ms after', (offset) => {
    const { wallet, policy } = twoLots();
    const view = asOf(wallet, endOfMarch10 + offset, policy);
    expect(view.balance).toBe(offset < 0 ? rupees(300) : rupees(200));
    expect(wallet.balance).toBe(rupees(300));
  });
});

describe('what is due is booked', () => {
  it('before what was asked, as an entry of its own by the wallet itself', () => {
    const story = twoLots();
    story.spend(rupees(30));
    story.now = endOfMarch10;
    const [expiry, debit, ...rest] = accepted(story.debit(rupees(10)));
    expect(rest).toEqual([]);
    expect(expiry).toMatchObject({
      kind: 'EXPIRY',
      id: 'asha:expiry:2',
      seq: 5,
      at: endOfMarch10,
      amount: rupees(70),
      balanceAfter: rupees(200),
      expiredAt: endOfMarch10,
      actor: { id: 'system', role: 'SYSTEM', channel: 'JOB' },
      intent: null,
      reason: null,
      draws: [{ lot: { id: '2', original: rupees(100) }, amount: rupees(70) }],
    });
    expect(expiry?.requestId).toBe(debit?.requestId);
    expect(debit).toMatchObject({ kind: 'DEBIT', seq: 6, balanceAfter: rupees(190) });
  });

  it('one entry per lot, soonest first, saying when its time came', () => {
    const story = new WalletStory();
    for (const day of ['2026-03-12', '2026-03-11', '2026-03-12']) {
      story.credit(rupees(10), { expiresOn: india(`${day} 12:00`) });
    }
    story.now = india('2026-06-01 00:00');
    const booked = accepted(story.expire());
    expect(booked.map((entry) => [entry.id, entry.at, entry.kind === 'EXPIRY' && entry.expiredAt])).toEqual([
      ['asha:expiry:3', endOf('2026-03-11'), endOf('2026-03-11')],
      ['asha:expiry:2', endOf('2026-03-12'), endOf('2026-03-12')],
      ['asha:expiry:4', endOf('2026-03-12'), endOf('2026-03-12')],
    ]);
    expect(booked.map((entry) => entry.kind === 'EXPIRY' && entry.bookedAt)).toEqual(
      Array(3).fill(story.now),
    );
    expect(story.wallet).toMatchObject({ balance: 0n, lots: [], lastTransactionAt: endOf('2026-03-12') });
  });

  it('dated by the last entry where the wallet has one that is later', () => {
    const story = twoLots();
    // The clock of the shop was wrong once, or what stands in the journal was booked by the rule of before.
    story.wallet = { ...story.wallet, updatedAt: endOfMarch10 + 5 };
    story.now = endOfMarch10;
    expect(accepted(story.expire())).toMatchObject([
      { at: endOfMarch10 + 5, expiredAt: endOfMarch10, bookedAt: endOfMarch10 + 5 },
    ]);
  });

  it('many at once, which leaves the same wallet as one after the other', () => {
    const story = new WalletStory();
    for (let day = 0; day < 60; day += 1) story.credit(rupees(1), { expiresOn: addDays(story.now, day % 9) });
    story.now = addDays(story.now, 7);
    const before = story.wallet;
    const booked = accepted(story.expire());
    expect(booked).toHaveLength(48);
    expect(expired(before, booked as ExpiryEntry[])).toEqual(booked.reduce<Wallet | null>(evolve, before));
  });

  it('once: asked again, there is nothing to do', () => {
    const story = twoLots();
    story.now = endOfMarch10;
    expect(accepted(story.expire())).toHaveLength(1);
    expect(accepted(story.expire())).toEqual([]);
  });

  it('only as far as something is left of it', () => {
    const story = twoLots();
    story.spend(rupees(100));
    story.now = endOfMarch10;
    expect(accepted(story.expire())).toEqual([]);
    expect(left(story.wallet)).toEqual([['3', rupees(200)]]);
  });

  it.each(['FROZEN', 'SUSPENDED'] as const)('also in a %s wallet', (status) => {
    const story = twoLots();
    story.setStatus(status);
    story.now = endOfMarch10;
    expect(accepted(story.expire()).map(({ kind }) => kind)).toEqual(['EXPIRY']);
  });

  it('before a change of status and before a refund, too', () => {
    const story = twoLots();
    const debit = story.spend(rupees(10));
    story.now = endOfMarch10;
    const kinds = accepted(story.setStatus('FROZEN')).map(({ kind }) => kind);
    expect(kinds).toEqual(['EXPIRY', 'STATUS']);
    story.now = india('2028-01-01 00:00');
    expect(accepted(story.refund(debit)).map(({ kind }) => kind)).toEqual(['EXPIRY', 'REFUND']);
  });

  it('never for a credit without expiry', () => {
    const story = new WalletStory();
    story.credit(rupees(10_000));
    story.credit(rupees(50));
    story.now = india('2126-03-10 09:00');
    story.expire();
    expect(left(story.wallet)).toEqual([['3', rupees(50)]]);
  });
});

describe('a view of the wallet at an instant', () => {
  it('is the wallet itself when nothing is due', () => {
    const { wallet, policy, now } = twoLots();
    expect(asOf(wallet, now, policy)).toBe(wallet);
  });

  it('holds exactly what would be spendable then', () => {
    const { wallet, policy } = twoLots();
    const view = asOf(wallet, india('2027-03-11 00:00'), policy);
    expect(view).toMatchObject({ balance: 0n, lots: [] });
    expect(view.running).toEqual(wallet.running);
  });
});
