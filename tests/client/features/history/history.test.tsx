import { act, screen, waitFor, within } from '@testing-library/react';
import { graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { asha, busy, newcomer } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const table = () => screen.findByRole('table', { name: /Wallet history/ });
/** The line above the entries; the live region says the same. */
const count = (text: string | RegExp) => screen.findByText(text, { selector: 'p' });
const address = () => window.location.pathname + window.location.search;

async function goBack(): Promise<void> {
  const arrived = new Promise((arrive) => window.addEventListener('popstate', arrive, { once: true }));
  window.history.back();
  await arrived;
}

/** The first cell of every row of the table, months left out. */
async function titles(): Promise<string[]> {
  const rows = within(await table()).getAllByRole('row');
  return rows.flatMap((row) => within(row).queryAllByRole('cell')[0]?.textContent ?? []);
}

describe('the history', () => {
  it('lists every entry by month, newest first, with word, source, signed amount and balance after', async () => {
    await openApp({ path: '/history' });
    expect(await count('Showing 20 of 20 entries')).toBeInTheDocument();
    const rows = within(await table()).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('November 2026');
    expect(rows[2]).toHaveTextContent(
      'Weekend saver rewardAdded22 Nov 2026, 10:05 amRewardCredit, +₹150.00₹4,250.00',
    );
    expect(rows[3]).toHaveTextContent(
      'Order 1042Spent20 Nov 2026, 6:42 pmShop orderDebit, \u2212₹170.00₹4,100.00',
    );
    expect(await titles()).toEqual(
      expect.arrayContaining([
        'Refund for order 1031Refunded',
        'Credits expired, unused partExpired',
        'Top-upAdded',
      ]),
    );
  });

  it('is a list of months on a phone', async () => {
    await openApp({ path: '/history', width: 390 });
    const november = within(await screen.findByRole('region', { name: 'November 2026' }));
    expect(november.getAllByRole('listitem')).toHaveLength(6);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('shows its shape while it loads', async () => {
    const { shop, user } = await openApp();
    await screen.findByText('Weekend saver reward');
    shop.interfere((path) => (path === '/graphql' ? new Promise(() => undefined) : undefined));
    await user.click(screen.getByRole('link', { name: 'History' }));
    expect(await screen.findByRole('status', { name: 'Loading history' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Added' })).toBeInTheDocument();
  });

  it('says that nothing has happened yet in a new wallet', async () => {
    await openApp({ path: '/history', story: newcomer });
    expect(await screen.findByRole('heading', { name: 'Nothing here yet' })).toBeInTheDocument();
    expect(screen.queryByRole('navigation', { name: 'Pages' })).not.toBeInTheDocument();
  });

  it('offers to open a wallet where there is none', async () => {
    await openApp({ path: '/history', story: null });
    expect(await screen.findByRole('button', { name: 'Create my wallet' })).toBeInTheDocument();
  });

  it('can be tried again when it failed', async () => {
    const { shop, user } = await openApp();
    await screen.findByText('Weekend saver reward');
    const heal = shop.interfere((path) =>
      path === '/graphql' ? graphqlError('INTERNAL_SERVER_ERROR') : undefined,
    );
    await user.click(screen.getByRole('link', { name: 'History' }));
    expect(await screen.findByText('Your history didn’t load.')).toBeInTheDocument();
    heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await table()).toBeInTheDocument();
  });
});

describe('filters', () => {
  it('by type can be combined and live in the address', async () => {
    const { user } = await openApp({ path: '/history' });
    await table();
    await user.click(screen.getByRole('button', { name: 'Refunded' }));
    await user.click(screen.getByRole('button', { name: 'Expired' }));
    expect(await count('Showing 3 of 3 entries')).toBeInTheDocument();
    expect(address()).toBe('/history?type=refund%2Cexpiry');
    expect(screen.getByRole('button', { name: 'Expired' })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Expired' }));
    expect(await count('Showing 1 of 1 entry')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'All' }));
    expect(await count('Showing 20 of 20 entries')).toBeInTheDocument();
    expect(address()).toBe('/history');
  });

  it('come back with the back button', async () => {
    const { user } = await openApp({ path: '/history' });
    await table();
    await user.click(screen.getByRole('button', { name: 'Refunded' }));
    await count('Showing 1 of 1 entry');
    await act(goBack);
    expect(await count('Showing 20 of 20 entries')).toBeInTheDocument();
  });

  it('find the entries of one order', async () => {
    const { user } = await openApp({ path: '/history' });
    await table();
    await user.type(screen.getByRole('searchbox', { name: 'Find an order or entry' }), '1031{Enter}');
    expect(await count('Showing 2 of 2 entries')).toBeInTheDocument();
    expect(await titles()).toEqual(['Refund for order 1031Refunded', 'Order 1031Spent']);
    await user.click(screen.getByRole('button', { name: 'Remove filter: Order 1031' }));
    expect(await count('Showing 20 of 20 entries')).toBeInTheDocument();
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('find the one entry of a reference', async () => {
    const { user } = await openApp({ path: '/history' });
    await table();
    await user.type(screen.getByRole('searchbox', { name: 'Find an order or entry' }), 'EB-7K9QX-19{Enter}');
    expect(await count('Showing 1 of 1 entry')).toBeInTheDocument();
    expect(await titles()).toEqual(['Order 1042Spent']);
    expect(screen.getByRole('button', { name: 'Remove filter: EB-7K9QX-19' })).toBeInTheDocument();
  });

  it('by source and period narrow together, and each can be taken off', async () => {
    const { user } = await openApp({ path: '/history' });
    await table();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Source' }), 'Referral');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Dates' }), 'This month');
    expect(await count('Showing 1 of 1 entry')).toBeInTheDocument();
    expect(await titles()).toEqual(['Kiran joinedAdded']);
    await user.click(screen.getByRole('button', { name: 'Remove filter: This month' }));
    expect(await count('Showing 2 of 2 entries')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(await count('Showing 20 of 20 entries')).toBeInTheDocument();
  });

  it.each([
    ['three-months', 'Last 3 months', 15],
    ['this-year', 'Financial year 2026-27', 20],
  ])('know the period %s', async (name, words, found) => {
    await openApp({ path: `/history?dates=${name}` });
    expect(await count(`Showing ${found} of ${found} entries`)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: `Remove filter: ${words}` })).toBeInTheDocument();
  });

  it('take any two days, both included and in whatever order', async () => {
    await openApp({ path: '/history?dates=custom&from=2026-10-31&to=2026-10-18' });
    expect(await count('Showing 4 of 4 entries')).toBeInTheDocument();
    expect(screen.getByLabelText('From')).toHaveValue('2026-10-18');
    expect(
      screen.getByRole('button', { name: /Remove filter: 18 Oct 2026 – 31 Oct 2026/ }),
    ).toBeInTheDocument();
  });

  it('take days as they are picked', async () => {
    const { user } = await openApp({ path: '/history?dates=custom' });
    await table();
    const from = screen.getByLabelText('From');
    await user.type(from, '2026-11-01');
    expect(await count('Showing 6 of 6 entries')).toBeInTheDocument();
    expect(address()).toBe('/history?dates=custom&from=2026-11-01');
  });

  it('that match nothing say so, say how much there is, and offer the way back', async () => {
    const { user } = await openApp({ path: '/history?type=expiry&source=referral' });
    expect(await screen.findByRole('heading', { name: 'Nothing matches these filters' })).toBeInTheDocument();
    expect(screen.getByText('You have 20 entries in all.')).toBeInTheDocument();
    const [, main] = screen.getAllByRole('button', { name: 'Clear all filters' });
    if (main === undefined) throw new Error('The empty page should offer to clear the filters.');
    await user.click(main);
    expect(await count('Showing 20 of 20 entries')).toBeInTheDocument();
  });

  it('by amount are typed in a dialog, and looked for whatever the direction', async () => {
    const { user } = await openApp({ path: '/history' });
    await table();
    await user.click(screen.getByRole('button', { name: 'Amount' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Amount' }));
    await user.type(dialog.getByLabelText('At least'), '1,500');
    await user.click(await dialog.findByRole('button', { name: 'Show 3 results' }));
    expect(await count('Showing 3 of 3 entries')).toBeInTheDocument();
    expect(address()).toBe('/history?min=1500.00');
    await user.click(screen.getByRole('button', { name: 'Remove filter: ₹1,500.00 or more' }));
    expect(await count('Showing 20 of 20 entries')).toBeInTheDocument();
  });
});

describe('the sheet of filters on a phone', () => {
  const openSheet = async (path: string) => {
    const app = await openApp({ path, width: 390 });
    await screen.findByRole('region', { name: 'Entries' });
    await app.user.click(await screen.findByRole('button', { name: /^Filters/ }));
    return { ...app, sheet: within(await screen.findByRole('dialog', { name: 'Filters' })) };
  };

  it('counts those in force and shows them', async () => {
    const { sheet } = await openSheet('/history?source=referral&dates=this-year&min=50');
    expect(screen.getByRole('button', { name: 'Filters (3)', hidden: true })).toBeInTheDocument();
    expect(sheet.getByRole('combobox', { name: 'Source' })).toHaveValue('REFERRAL');
    expect(sheet.getByRole('button', { name: 'Financial year 2026-27' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(sheet.getByLabelText('At least')).toHaveValue('50.00');
  });

  it('says how much would be found before anything changes, and shows it when asked', async () => {
    const { user, sheet } = await openSheet('/history');
    expect(await sheet.findByRole('button', { name: 'Show 20 results' })).toBeInTheDocument();
    await user.selectOptions(sheet.getByRole('combobox', { name: 'Source' }), 'Referral');
    await user.click(sheet.getByRole('button', { name: 'This month' }));
    await user.type(sheet.getByLabelText('At most'), '100');
    const show = await sheet.findByRole('button', { name: 'Show 1 result' });
    expect(address()).toBe('/history');
    await user.click(show);
    expect(await count('Showing 1 of 1 entry')).toBeInTheDocument();
    expect(address()).toBe('/history?source=referral&dates=this-month&max=100.00');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Filters (3)' })).toHaveFocus());
  });

  it('changes nothing when it is closed', async () => {
    const { user, sheet } = await openSheet('/history');
    await user.click(sheet.getByRole('button', { name: 'Last 3 months' }));
    await user.click(sheet.getByRole('button', { name: 'Close filters' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(address()).toBe('/history');
  });

  it('closes with Back, and Back from what it found leads to the list before', async () => {
    const { user, sheet } = await openSheet('/history');
    await user.click(sheet.getByRole('button', { name: 'Last 3 months' }));
    act(() => window.history.back());
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(address()).toBe('/history');

    await user.click(screen.getByRole('button', { name: 'Filters' }));
    const again = within(await screen.findByRole('dialog', { name: 'Filters' }));
    await user.click(again.getByRole('button', { name: 'This month' }));
    await user.click(await again.findByRole('button', { name: /^Show \d/ }));
    await waitFor(() => expect(address()).toBe('/history?dates=this-month'));
    await act(goBack);
    expect(address()).toBe('/history');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('can be emptied', async () => {
    const { user, sheet } = await openSheet('/history?source=referral&min=50');
    await user.click(sheet.getByRole('button', { name: 'Clear' }));
    await user.click(await sheet.findByRole('button', { name: 'Show 20 results' }));
    expect(address()).toBe('/history');
  });

  it('takes a period without any day for none', async () => {
    const { user, sheet } = await openSheet('/history?type=refund');
    await user.click(sheet.getByRole('button', { name: 'Choose dates' }));
    expect(sheet.getByLabelText('From')).toBeInTheDocument();
    await user.click(await sheet.findByRole('button', { name: 'Show 1 result' }));
    expect(address()).toBe('/history?type=refund');
  });

  it('takes no amount that is none', async () => {
    const { user, sheet } = await openSheet('/history');
    await user.type(sheet.getByLabelText('At least'), 'lots');
    expect(sheet.getByLabelText('At least')).toHaveAccessibleDescription('Type an amount such as 499.50.');
    expect(sheet.getByRole('button', { name: /^Show/ })).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('the sums of a month', () => {
  it('stand beside its name', async () => {
    await openApp({ path: '/history' });
    const rows = within(await table()).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/^November 2026.*\+₹2,500\.00.*·.*\u2212₹450\.00$/);
  });

  it('are of what the filters let through, and of one side when there is no other', async () => {
    await openApp({ path: '/history?type=debit', width: 390 });
    const november = await screen.findByRole('region', { name: 'November 2026' });
    expect(within(november).getByText('\u2212₹450.00')).toBeInTheDocument();
    expect(within(november).queryByText(/\+₹/)).not.toBeInTheDocument();
  });

  it('are left out where single entries are looked for', async () => {
    await openApp({ path: '/history?min=10' });
    const rows = within(await table()).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/^November 2026$/);
  });
});

describe.each([
  ['on a phone', 390],
  ['at a desk', 1280],
])('%s the list', (_, width) => {
  const open = (path = '/history') => openApp({ path, story: busy(45), width });
  const links = () => within(screen.getByRole('region', { name: 'Entries' })).getAllByRole('link');

  it('grows on demand, and the reader goes on at the first new entry', async () => {
    const { user } = await open();
    await count('Showing 20 of 45 entries');
    await user.click(screen.getByRole('button', { name: 'Load 20 more' }));
    expect(await count('Showing 40 of 45 entries')).toBeInTheDocument();
    expect(links()[20]).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Load 5 more' }));
    expect(await count('Showing 45 of 45 entries')).toBeInTheDocument();
    expect(links()[40]).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^Load/ })).not.toBeInTheDocument();
    expect(address()).toBe('/history');
  });

  it('keeps what it has when the next part fails, with a way to try again at its end', async () => {
    const { shop, user } = await open();
    await count('Showing 20 of 45 entries');
    const heal = shop.interfere((path) => (path === '/graphql' ? graphqlError('TRY_AGAIN') : undefined));
    await user.click(screen.getByRole('button', { name: 'Load 20 more' }));
    expect(await screen.findByText(/The next entries didn’t load/)).toBeInTheDocument();
    expect(links()).toHaveLength(20);
    heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await count('Showing 40 of 45 entries')).toBeInTheDocument();
  });

  it('keeps what was loaded when it is refreshed', async () => {
    const { user } = await open();
    await count('Showing 20 of 45 entries');
    await user.click(screen.getByRole('button', { name: 'Load 20 more' }));
    await count('Showing 40 of 45 entries');
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText(/^Updated/, { selector: '[role=status]' })).toBeInTheDocument();
    expect(await count('Showing 40 of 45 entries')).toBeInTheDocument();
    expect(links()).toHaveLength(40);
    await user.click(screen.getByRole('button', { name: 'Load 5 more' }));
    expect(await count('Showing 45 of 45 entries')).toBeInTheDocument();
  });

  it('starts anew with another filter, and finds what was loaded when the filter is taken off', async () => {
    const { user } = await open();
    await count('Showing 20 of 45 entries');
    await user.click(screen.getByRole('button', { name: 'Load 20 more' }));
    await count('Showing 40 of 45 entries');
    await user.click(screen.getByRole('button', { name: 'Spent' }));
    await waitFor(() => expect(address()).toBe('/history?type=debit'));
    expect(await count(/^Showing 20 of/)).toBeInTheDocument();
    await act(goBack);
    expect(await count('Showing 40 of 45 entries')).toBeInTheDocument();
  });

  it('stays, dimmed, until the answer to another filter has come, and when it fails', async () => {
    const { shop, user } = await open();
    await count('Showing 20 of 45 entries');
    let answer = (_: Response): void => undefined;
    const heal = shop.interfere((path) =>
      path === '/graphql' ? new Promise((resolve) => (answer = resolve)) : undefined,
    );
    await user.click(screen.getByRole('button', { name: 'Spent' }));
    const entries = screen.getByRole('region', { name: 'Entries' });
    await waitFor(() => expect(entries).toHaveAttribute('aria-busy', 'true'));
    expect(entries).toHaveClass('stale');
    expect(links()).toHaveLength(20);
    act(() => answer(graphqlError('TRY_AGAIN')));
    expect(
      await screen.findByText('That didn’t load. What you see below is from before.'),
    ).toBeInTheDocument();
    expect(links()).toHaveLength(20);
    heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.getByRole('region', { name: 'Entries' })).not.toHaveClass('stale'));
  });

  it('takes an address of a page, as there were once, for the list', async () => {
    await open('/history?after=nonsense&size=10');
    expect(await count('Showing 20 of 45 entries')).toBeInTheDocument();
  });
});

describe('from an entry the list', () => {
  const links = () => within(screen.getByRole('region', { name: 'Entries' })).getAllByRole('link');

  it('is found again on a phone with its filters, all that was loaded, its place and the opened row', async () => {
    const { user } = await openApp({ path: '/history?min=0.01', story: busy(45), width: 390 });
    await user.click(await screen.findByRole('button', { name: 'Load 20 more' }));
    await count('Showing 40 of 45 entries');
    const scrolled = jest.spyOn(window, 'scrollTo');
    Object.defineProperty(window, 'scrollY', { value: 1_234, configurable: true });
    const href = links()[30]?.getAttribute('href');
    await user.click(links()[30] as HTMLElement);
    await user.click(await screen.findByRole('link', { name: 'Back to History' }));
    expect(await count('Showing 40 of 45 entries')).toBeInTheDocument();
    expect(window.location.search).toBe('?min=0.01');
    expect(document.activeElement).toHaveAttribute('href', href);
    expect(scrolled).toHaveBeenLastCalledWith(0, 1_234);
  });
});

it('names entries without a reason after their kind', async () => {
  const at = '2026-11-20T10:00:00+05:30';
  const lines = [
    { kind: 'CREDIT' as const, paise: 500_00n, at },
    { kind: 'DEBIT' as const, paise: 100_00n, at },
    { kind: 'REFUND' as const, paise: 50_00n, at },
  ];
  await openApp({ path: '/history', story: { ...asha, lines, purchased: 0n } });
  expect(await titles()).toEqual(['RefundRefunded', 'Credits spentSpent', 'Credits addedAdded']);
});
