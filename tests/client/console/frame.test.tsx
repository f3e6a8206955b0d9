import { screen, within } from '@testing-library/react';
import { forbidden, pageOf } from '../support/console-answers.ts';
import { graphqlError } from '../support/fake-shop.ts';
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

  it('has a way back from an address that is not there', async () => {
    await openApp({ as: 'admin', path: '/admin/nowhere' });
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeInTheDocument();
  });

  it('finds by what is typed after a slash', async () => {
    const customer = {
      id: 'customer-asha',
      customerId: 'cus_asha',
      name: 'Asha Rao',
      phone: '+919800000210',
    };
    const { user, shop } = await openApp({
      as: 'staff',
      console: { customers: pageOf([{ ...customer, email: null, wallet: null }]) },
    });
    await screen.findByText('Nothing waits');
    await user.keyboard('/');
    expect(screen.getByRole('searchbox', { name: 'Find a customer' })).toHaveFocus();
    await user.keyboard('9800{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: '“9800”' })).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'Asha Rao' })).toHaveAttribute(
      'href',
      '/admin/wallets/cus_asha',
    );
    expect(window.location.search).toBe('?q=9800');
    expect(shop.requests.at(-1)?.variables).toEqual({ text: '9800' });
  });
});
