import { screen, waitFor, within } from '@testing-library/react';
import { forbidden, pageOf } from '../support/console-answers.ts';
import { graphqlError } from '../support/fake-shop.ts';
import { ashaOfConsole } from '../support/console-customer.ts';
import { openApp } from '../support/open-app.tsx';
import { money } from '../support/sample-wallet.ts';

afterEach(() => window.localStorage.clear());

const main = () => within(screen.getByRole('main'));
const places = async () =>
  within(await screen.findByRole('navigation', { name: 'Main' }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

const approval = {
  __typename: 'Approval',
  id: 'approval-1',
  act: 'addCredits',
  status: 'CHANGED',
  amount: money(6_200_00n),
  reason: 'Late delivery',
  requestedBy: { id: 'staff_ravi', role: 'STAFF', channel: 'CONSOLE' },
  requestedAt: '2026-11-21T09:00:00+05:30',
  expiresAt: '2026-11-28T09:00:00+05:30',
  mayDecide: true,
  wallet: {
    id: 'wallet-lakshmi',
    customer: { id: 'customer-lakshmi', customerId: 'c-2', name: 'Lakshmi Menon' },
  },
};
const review = {
  id: 'review-1',
  kind: 'LATE_PAYMENT',
  collected: money(480_00n),
  openedAt: '2026-11-20T09:00:00+05:30',
  providerReference: 'pay_77',
  assignee: null,
  wallet: null,
};

describe('the console', () => {
  it('opens at its home, wherever somebody of the shop wanted to go', async () => {
    const { shop } = await openApp({ as: 'staff', path: '/history' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Good morning, Ravi' })).toBeInTheDocument();
    expect(window.location.pathname).toBe('/admin');
    const { headers } = shop.requests[0] ?? {};
    expect(headers?.get('apollographql-client-name')).toBe('early-bird-console');
    expect(await places()).toContain('Wallets');
  });

  it('shows what waits, of all queues what waits longest first', async () => {
    await openApp({
      as: 'staff',
      console: { approvals: pageOf([approval]), paymentReviews: pageOf([review]) },
    });
    const table = await screen.findByRole('table', { name: 'Next up' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getByRole('link').textContent)).toEqual([
      'Late payment',
      'Add credits',
    ]);
    expect(rows[1]).toHaveTextContent('Lakshmi Menon · changed, look again');
    expect(rows[1]).toHaveTextContent('₹6,200.00');
    expect(main().queryByText('Integrity')).not.toBeInTheDocument();
    expect(main().queryByText('This month')).not.toBeInTheDocument();
  });

  it('shows an admin whether the books are right, and what came and went', async () => {
    const lastAudit = { finishedAt: '2026-11-23T03:10:00+05:30', wallets: 430, entries: 9000, violations: 2 };
    await openApp({ as: 'admin', console: { integrity: { lastAudit } } });
    expect(await main().findByRole('link', { name: /Integrity 2 to look at/ })).toBeInTheDocument();
    expect(await main().findByText('Owed to customers')).toBeInTheDocument();
    expect(
      within(screen.getByRole('banner')).getByRole('link', { name: '2 to look at' }),
    ).toBeInTheDocument();
  });

  it('says that nothing came, with the number of the request, and asks again', async () => {
    const { shop, user } = await openApp({
      as: 'staff',
      network: (path, init) =>
        path === '/graphql' && String(init.body).includes('ConsoleHome')
          ? graphqlError('INTERNAL_SERVER_ERROR')
          : undefined,
    });
    expect(await screen.findByText('The queues didn’t load.')).toBeInTheDocument();
    expect(screen.getByText('req-8H2K')).toBeInTheDocument();
    shop.heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing waits')).toBeInTheDocument();
  });

  it('says so where a role may not see a page, and leads back', async () => {
    await openApp({ as: 'staff', path: '/admin/wallets', console: { wallets: forbidden } });
    expect(await screen.findByRole('heading', { name: 'This needs another role' })).toBeInTheDocument();
    expect(screen.getByText('FORBIDDEN · request req-denied')).toBeInTheDocument();
  });

  it('leads to no playground where none is served', async () => {
    await openApp({ as: 'staff', path: '/admin/account' });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('link', { name: /GraphQL/ })).not.toBeInTheDocument();
  });

  it('has a way back from an address that is not there', async () => {
    await openApp({ as: 'admin', path: '/admin/nowhere' });
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeInTheDocument();
  });

  const asha = { id: 'customer-asha', customerId: 'cus_asha', name: 'Asha Rao', phone: '+919800000210' };
  const found = (match: string, isExact: boolean) => ({
    hasMore: false,
    hits: [
      {
        match,
        isExact,
        why: 'The order is exactly this.',
        subject: { __typename: 'DebitTransaction', id: 'debit-1042' },
        customer: { ...asha, email: null, wallet: null },
      },
    ],
  });

  it('finds by what is typed after a slash, says why, and leads to the place', async () => {
    const { user, shop } = await openApp({ as: 'staff', console: { search: found('ORDER', true) } });
    await screen.findByText('Nothing waits');
    await user.keyboard('/');
    expect(screen.getByRole('searchbox', { name: 'Find a customer' })).toHaveFocus();
    await user.keyboard('1042{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: '“1042”' })).toBeInTheDocument();
    expect(await screen.findByText('The order is exactly this.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Asha Rao' })).toHaveAttribute(
      'href',
      '/admin/wallets/cus_asha?order=1042',
    );
    expect(window.location.search).toBe('?q=1042');
    expect(shop.requests.at(-1)?.variables).toEqual({ text: '1042' });
  });

  it('opens the page of a customer at once whom the text names', async () => {
    await openApp({
      as: 'staff',
      path: '/admin/wallets?q=%2B919800000210',
      console: { search: found('PHONE', true), customer: null },
    });
    await waitFor(() => expect(window.location.pathname).toBe('/admin/wallets/cus_asha'));
  });

  it('says that nobody is found', async () => {
    await openApp({ as: 'staff', path: '/admin/wallets?q=nobody' });
    expect(await screen.findByText('Nobody and nothing is found by this')).toBeInTheDocument();
  });

  it('lists wallets by what the address says, page by page', async () => {
    const more = { hasNextPage: true, endCursor: 'end' };
    const wallet = {
      ...ashaOfConsole().wallet,
      createdAt: '2026-03-02T10:00:00+05:30',
      lastTransactionAt: null,
      expiringCredits: { nextExpiryAt: null, total: money(0n) },
      customer: { ...asha, email: null },
    };
    const { user, shop } = await openApp({
      as: 'staff',
      path: '/admin/wallets?status=frozen',
      console: { wallets: { ...pageOf([wallet, { ...wallet, id: 'wallet-2' }], more), totalCount: 10_000 } },
    });
    // As many or more: the shop counts no further.
    expect(await screen.findAllByText('10,000+ wallets')).not.toHaveLength(0);
    await user.selectOptions(await screen.findByLabelText('Tier'), 'GOLD');
    await waitFor(() => expect(window.location.search).toBe('?status=frozen&tier=gold'));
    await user.click(await screen.findByRole('link', { name: 'Next' }));
    await waitFor(() =>
      expect(shop.requests.at(-1)?.variables).toEqual({
        filter: { status: ['FROZEN'], tier: ['GOLD'] },
        orderBy: 'NEWEST_FIRST',
        first: 20,
        after: 'end',
      }),
    );
    const [first, second] = await screen.findAllByRole('link', { name: 'Asha Rao' });
    first?.focus();
    await user.keyboard('{ArrowDown}');
    expect(second).toHaveFocus();
  });
});

describe('the keys of the console', () => {
  const quiet = () => screen.findByText('Nothing waits');

  it('lead to places, two in a row', async () => {
    const { user } = await openApp({ as: 'staff' });
    await quiet();
    await user.keyboard('gw');
    await waitFor(() => expect(window.location.pathname).toBe('/admin/wallets'));
    await screen.findByRole('heading', { level: 1, name: 'Wallets' });
    await user.keyboard('gh');
    await quiet();
  });

  it('open a list of what can be done, which leads there by a few letters', async () => {
    const { user } = await openApp({ as: 'staff' });
    await quiet();
    await user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Commands' });
    expect(within(palette).getByRole('searchbox', { name: 'Commands' })).toHaveFocus();
    await user.keyboard('wall');
    await waitFor(() => expect(within(palette).getAllByRole('option')).toHaveLength(2));
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(window.location.pathname).toBe('/admin/wallets'));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('are listed, and single ones can be switched off', async () => {
    const { user } = await openApp({ as: 'staff' });
    await quiet();
    await user.keyboard('?');
    expect(await screen.findByRole('heading', { name: 'Keyboard shortcuts' })).toBeInTheDocument();
    await user.click(screen.getByRole('switch', { name: 'Single keys do something' }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.keyboard('?gw/');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(window.location.pathname).toBe('/admin');
    expect(document.activeElement).not.toBe(screen.getByRole('searchbox', { name: 'Find a customer' }));
  });

  it('begin what can be done on the page that is open', async () => {
    const { customer, wallet } = ashaOfConsole();
    const explainBalance = {
      question: 'Why is the balance ₹300.00?',
      answer: 'Added ₹750.00, spent ₹450.00.',
      rule: 'Rule',
      steps: [{ kind: 'ADDED', text: 'Added', count: 1, amount: money(750_00n), latest: [] }],
      facts: [],
    };
    const { user } = await openApp({
      as: 'staff',
      path: '/admin/wallets/cus_asha',
      console: { customer, wallet, explainBalance },
    });
    await screen.findByRole('button', { name: 'Why?' });
    await user.keyboard('w');
    expect(await screen.findByText('Added ₹750.00, spent ₹450.00.')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await user.keyboard('c');
    expect(await screen.findByRole('heading', { name: 'Add credits to Asha Rao' })).toBeInTheDocument();
    expect(screen.getByLabelText('Amount')).toHaveValue('');
  });
});
