import { india, rupees, WalletStory } from '../domain/wallet-story.ts';
import { openTestApi } from '../support/api.ts';
import { storeStory } from '../support/long-history.ts';

const api = openTestApi();

const HISTORY = `query History($days: Int) {
  viewer { wallet { balanceHistory(days: $days) { day closingBalance { amount currencyCode } } } }
}`;

interface Point {
  readonly day: string;
  readonly closingBalance: { readonly amount: string };
}

async function history(customerId: string, variables: { days?: number } = {}): Promise<[string, string][]> {
  const { viewer } = await api
    .customer(customerId)
    .read<{ viewer: { wallet: { balanceHistory: Point[] } } }>(HISTORY, variables);
  return viewer.wallet.balanceHistory.map(({ day, closingBalance }) => [day, closingBalance.amount]);
}

// The clock starts on 10 March 2026, 9:30 am in India, and only moves forward from test to test.
describe('balanceHistory', () => {
  it('is nothing on one day for a wallet that was opened today', async () => {
    await api.openWallet('asha');

    expect(await history('asha')).toEqual([['2026-03-10', '0.00']]);
  });

  it('carries the balance over days without transactions and counts every transaction of a day', async () => {
    await api.openWallet('bala');
    await api.grant('bala', '500', { source: 'PURCHASE' });
    await api.spend('bala', '120');
    api.app.clock.set('2026-03-12T23:59:59.999+05:30');
    await api.spend('bala', '80');
    api.app.clock.set('2026-03-13T00:00:00+05:30');
    await api.grant('bala', '50');
    api.app.clock.set('2026-03-15T12:00:00+05:30');

    expect(await history('bala')).toEqual([
      ['2026-03-10', '380.00'],
      ['2026-03-11', '380.00'],
      ['2026-03-12', '300.00'],
      ['2026-03-13', '350.00'],
      ['2026-03-14', '350.00'],
      ['2026-03-15', '350.00'],
    ]);
    expect(await history('bala', { days: 2 })).toEqual([
      ['2026-03-14', '350.00'],
      ['2026-03-15', '350.00'],
    ]);
  });

  it('is without what expired at the end of a day, also before the nightly job has booked it', async () => {
    await api.openWallet('chitra');
    await api.grant('chitra', '100', { expiresAt: '2026-03-20T12:00:00+05:30' });
    await api.grant('chitra', '40');
    api.app.clock.set('2026-03-21T00:00:00+05:30');

    expect((await history('chitra', { days: 2 })).map(([, amount]) => amount)).toEqual(['40.00', '40.00']);
  });

  it('shows ninety days unless told otherwise, and at most a year', async () => {
    await api.openWallet('divya');
    api.app.clock.set('2027-06-01T09:30:00+05:30');

    const usual = await history('divya');
    expect(usual).toHaveLength(90);
    expect([usual[0]?.[0], usual.at(-1)?.[0]]).toEqual(['2027-03-04', '2027-06-01']);
    expect(await history('divya', { days: 366 })).toHaveLength(366);
  });

  it('is the same for a wallet of five thousand entries', async () => {
    const story = new WalletStory({ id: 'eesha', at: india('2026-03-10 09:00') });
    story.credit(rupees(9_000));
    while (story.journal.length < 5_000) {
      story.now += 24 * 60_000;
      story.ask({ kind: 'DEBIT', amount: rupees(1), orderId: 'order', reason: null });
    }
    await storeStory(api.app, story);
    api.app.clock.set(new Date(story.now).toISOString());

    const days = await history('eesha', { days: 366 });
    expect(days).toHaveLength(84);
    for (const [day, amount] of days) {
      const last = story.journal.findLast(({ at }) => at <= india(`${day} 23:59:59.999`));
      expect([day, amount]).toEqual([day, `${(last?.balanceAfter ?? 0n) / 100n}.00`]);
    }
  });

  it.each([0, -1, 367])('refuses %i days', async (days) => {
    const { errors } = await api.customer('asha').ask(HISTORY, { days });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'days' } }]);
  });
});
