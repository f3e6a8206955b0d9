import { act, screen, within } from '@testing-library/react';
import { forbidden } from '../support/console-answers.ts';
import { openApp } from '../support/open-app.tsx';
import { money } from '../support/sample-wallet.ts';

afterEach(() => {
  window.localStorage.clear();
  jest.restoreAllMocks();
});

const october = {
  month: '2026-10',
  ...sums({ opening: 2_07_800_00n, purchased: 24_600_00n, granted: 21_450_00n, refunded: 2_760_00n }),
  ...outs({ spent: 20_620_00n, expired: 3_790_00n, reversed: 260_00n, closing: 2_31_940_00n }),
};
const november = {
  month: '2026-11',
  ...sums({ opening: 2_31_940_00n, purchased: 23_450_00n, granted: 18_200_00n, refunded: 2_640_00n }),
  ...outs({ spent: 19_631_20n, expired: 4_290_00n, reversed: 0n, closing: 2_52_308_80n }),
};

function sums(paise: { opening: bigint; purchased: bigint; granted: bigint; refunded: bigint }) {
  const { opening, purchased, granted, refunded } = paise;
  return {
    openingBalance: money(opening),
    ...{ purchased: money(purchased), granted: money(granted), refunded: money(refunded) },
  };
}

function outs(paise: { spent: bigint; expired: bigint; reversed: bigint; closing: bigint }) {
  const { spent, expired, reversed, closing } = paise;
  return {
    ...{ spent: money(spent), expired: money(expired), reversed: money(reversed) },
    closingBalance: money(closing),
  };
}

function periodOf({ month: _month, ...moved }: typeof october, breakage: number) {
  return {
    ...moved,
    grants: [{ source: 'REFERRAL', amount: moved.granted }],
    breakage: { value: breakage, numerator: moved.expired, denominator: moved.purchased },
  };
}

const rate = (numerator: number, denominator: number, target: number | null) => ({
  ...{ value: numerator / denominator, target, numerator, denominator },
});

function sampleFigures(more: object = {}) {
  return {
    from: '2026-10-31T18:30:00.000Z',
    to: '2026-11-30T18:30:00.000Z',
    asOf: '2026-11-23T04:10:00.000Z',
    walletCount: 430,
    activeWalletCount: 412,
    totalBalance: money(2_52_308_80n),
    averageBalance: money(612_40n),
    averageBalanceTarget: money(500_00n),
    medianBalance: money(240_00n),
    prepaidRevenueTargetMin: money(20_000_00n),
    prepaidRevenueTargetMax: money(30_000_00n),
    adoption: rate(412, 1_526, 0.3),
    referralUsage: rate(60, 430, 0.2),
    rewardClaimRate: rate(133, 430, null),
    tierDistribution: [
      { level: 'BRONZE', wallets: 334, share: 0.81, target: null },
      { level: 'SILVER', wallets: 70, share: 0.17, target: 0.4 },
    ],
    giftCards: { cards: 31, amount: money(18_400_00n) },
    liability: [
      { month: '2026-11', funding: 'PURCHASED', amount: money(1_200_00n) },
      { month: '2026-11', funding: 'GRANTED', amount: money(6_400_00n) },
      { month: '2028-02', funding: 'PURCHASED', amount: money(2_23_300_00n) },
      { month: null, funding: 'GRANTED', amount: money(21_408_80n) },
    ],
    movement: [november],
    period: periodOf(november, 0.103),
    previousPeriod: periodOf(october, 0.082),
    cohorts: null,
    definitions: [{ figure: 'adoption', text: 'Active wallets ÷ customers.' }],
    ...more,
  };
}

/** What was asked of the shop, and the page that shows its answer. */
async function open(path: string, more: object = {}) {
  const asked: { from: string; to: string }[] = [];
  const programmeStatistics = (args: { from: string; to: string }) => {
    asked.push({ ...args });
    return sampleFigures(more);
  };
  const opened = await openApp({ as: 'admin', path, console: { programmeStatistics } });
  return { ...opened, asked };
}

const rowOf = (table: string, name: string) =>
  within(screen.getByRole('table', { name: table }))
    .getByText(name)
    .closest('tr');

describe('the figures of the programme', () => {
  it('tell who came back of those who first spent in a month, as of the night that it was counted', async () => {
    const monthOf = (customers: number, spent: bigint, monthsLater: number) => ({
      ...{ monthsLater, customers, spent: money(spent) },
    });
    const cohorts = {
      asOf: '2026-11-22T18:30:00.000Z',
      cohorts: [
        { month: '2026-10', customers: 40, months: [monthOf(40, 4_000_00n, 0), monthOf(10, 900_00n, 1)] },
        { month: '2026-11', customers: 0, months: [monthOf(0, 0n, 0)] },
      ],
    };
    const { view } = await open('/admin/analytics', { cohorts });
    await screen.findByRole('table', { name: 'Who comes back' });
    expect(rowOf('Who comes back', 'Oct 2026')).toHaveTextContent('Oct 20264025.0 %10');
    expect(rowOf('Who comes back', 'Nov 2026')).toHaveTextContent('Nov 20260–');
    expect(screen.getByText(/All spending before 23 Nov 2026/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Who comes back as CSV' })).toBeInTheDocument();
    view.unmount();
    await open('/admin/analytics?show=tables', { cohorts });
    await screen.findByRole('table', { name: 'Who comes back' });
    expect(rowOf('Who comes back', 'Oct 2026')).toHaveTextContent('Oct 202640₹4,000.0040₹900.0010');
  });

  it('are asked of the months in the address, and shown beside their targets and the period before', async () => {
    const { asked } = await open('/admin/analytics?from=2026-11&to=2026-11');
    const adoption = within(await screen.findByRole('article', { name: 'Adoption' }));
    expect(adoption.getByText('27.0 %')).toBeInTheDocument();
    expect(adoption.getByText('Not yet')).toBeInTheDocument();
    expect(adoption.getByText('Active wallets ÷ customers.')).toBeInTheDocument();
    const average = within(screen.getByRole('article', { name: 'Average balance' }));
    expect(average.getByText('Met')).toBeInTheDocument();
    expect(screen.getByRole('article', { name: 'Prepaid revenue' })).toHaveTextContent('Down ₹1,150.00');
    const period = 'Nov 2026, to 23 Nov';
    expect(rowOf(period, 'Opening')).toHaveTextContent('₹2,31,940.00₹2,07,800.00Up ₹24,140.00');
    expect(rowOf(period, 'Used')).toHaveTextContent('−₹19,631.20−₹20,620.00Down ₹988.80');
    expect(rowOf(period, 'Breakage, expired of issued')).toHaveTextContent('Up 2.1 points');
    expect(screen.getByText(/^The period before: Oct 2026. The period is not over yet/)).toBeVisible();
    expect(asked).toEqual([{ from: '2026-11-01T00:00:00.000+05:30', to: '2026-12-01T00:00:00.000+05:30' }]);
  });

  it('are drawn with a sentence each, and told in tables with the same numbers', async () => {
    const { user } = await open('/admin/analytics', { movement: [october, november] });
    expect(
      await screen.findByRole('img', {
        name: /^Movement of Nov 2026.*: ₹44,290.00 came in, ₹23,921.20 went out, and ₹2,52,308.80 is owed/,
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: /^Of ₹2,52,308.80 that is owed, ₹7,600.00 expires/ }),
    ).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Tables' }));
    expect(window.location.search).toBe('?show=tables');
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(rowOf('Movement per month', 'Oct 2026')).toHaveTextContent('−₹260.00₹2,31,940.00');
    expect(rowOf('Movement per month', 'Nov 2026, to 23 Nov')).toHaveTextContent('None₹2,52,308.80');
    expect(rowOf('Owed, by expiry month', 'Dec 2026')).toHaveTextContent('₹0.00₹0.00₹0.00');
    expect(rowOf('Owed, by expiry month', 'No expiry')).toHaveTextContent('₹21,408.80');
    expect(rowOf('Tier distribution', 'SILVER')).toHaveTextContent('7017.0 %40.0 %');
    expect(screen.getByText(/= closing: checked for every month\.$/)).toBeInTheDocument();
    expect(screen.getByText('The months add up to what is owed.')).toBeInTheDocument();
  });

  it('that do not add up by a paisa say so, and lead to the integrity of the books', async () => {
    const wrong = { ...november, closingBalance: money(2_52_308_81n) };
    await open('/admin/analytics', { movement: [october, wrong], totalBalance: money(2_52_308_81n) });
    expect(await screen.findByText('Does not add up in Nov 2026, to 23 Nov.')).toBeInTheDocument();
    expect(screen.getByText('The months do not add up to what is owed.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'See the integrity of the books' })).toBeInTheDocument();
  });

  it('are shown for other months once chosen, without comparison where none is wanted', async () => {
    const { user, asked } = await open('/admin/analytics?from=2026-13&to=2027-01');
    await user.click(await screen.findByRole('button', { name: 'Financial year' }));
    await user.click(screen.getByRole('button', { name: 'Compare with the period before' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Last month' }), 'Mar 2026');
    expect(window.location.search).toBe('?from=2026-03&to=2026-03&compare=no');
    expect(screen.queryByText(/^Up /)).not.toBeInTheDocument();
    expect(asked.map(({ from }) => from.slice(0, 7))).toEqual(['2026-06', '2026-04', '2026-03']);
  });

  it('are saved as a file of one table, with the months that are shown', async () => {
    const saved: unknown[] = [];
    URL.createObjectURL = (file) => (saved.push(file), 'blob:file');
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = () => undefined;
    const { user, shop } = await open('/admin/analytics?from=2026-11&to=2026-11');
    const csv = await screen.findByRole('button', { name: 'Movement per month as CSV' });
    const heal = shop.interfere((path) =>
      path.startsWith('/export/') ? new Response('{}', { status: 503 }) : undefined,
    );
    await user.click(csv);
    expect(await screen.findByText('The file couldn’t be made.')).toBeInTheDocument();
    heal();
    shop.interfere((path) => (path.startsWith('/export/') ? new Response('Month,Opening') : undefined));
    await user.click(csv);
    expect(await screen.findAllByText('Your file is saved.')).not.toHaveLength(0);
    expect(saved).toHaveLength(1);
    expect(shop.calls.at(-1)).toBe(
      'GET /export/programme.csv?table=movement&from=2026-11-01T00%3A00%3A00.000%2B05%3A30&to=2026-12-01T00%3A00%3A00.000%2B05%3A30',
    );
  });

  it('that fail are asked for again, and stay to be read without a connection', async () => {
    const answer: { now: () => object } = {
      now: () => {
        throw new Error('The shop is at a loss.');
      },
    };
    const programmeStatistics = () => answer.now();
    const { user } = await openApp({
      as: 'admin',
      path: '/admin/analytics',
      console: { programmeStatistics },
    });
    expect(await screen.findByText('The figures didn’t load.')).toBeInTheDocument();
    answer.now = sampleFigures;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    const file = await screen.findByRole('button', { name: 'Figures (CSV)' });
    expect(screen.queryByText('The figures didn’t load.')).not.toBeInTheDocument();
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(await screen.findByText(/^You’re offline/)).toBeInTheDocument();
    expect(file).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('article', { name: 'Adoption' })).toBeInTheDocument();
  });

  it('say that there is no wallet yet, and are not for staff', async () => {
    const { view } = await open('/admin/analytics', { walletCount: 0 });
    expect(await screen.findByText('No wallet yet')).toBeInTheDocument();
    view.unmount();
    await openApp({
      as: 'staff',
      path: '/admin/analytics',
      console: { programmeStatistics: forbidden },
    });
    expect(await screen.findByRole('heading', { name: 'This needs another role' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Analytics' })).not.toBeInTheDocument();
  });
});
