import { act, screen } from '@testing-library/react';
import { balanceCard } from '../support/balance-card.ts';
import { openApp } from '../support/open-app.tsx';
import { admin, customer } from '../support/people.ts';

afterEach(() => window.localStorage.clear());

const KEY = 'early-bird.signed-in';

/** What another window of this browser writes down: whom it signed in, or null when somebody left there. */
function elsewhere(accountId: string | null): void {
  if (accountId === null) window.localStorage.removeItem(KEY);
  else window.localStorage.setItem(KEY, accountId);
  const event = { key: KEY, newValue: accountId, storageArea: window.localStorage };
  act(() => void window.dispatchEvent(new StorageEvent('storage', event)));
}

const named = (shop: { requests: { operationName: string }[] }, name: string) =>
  shop.requests.filter(({ operationName }) => operationName === name);

describe('one browser and two people', () => {
  it('never pays with the token of whoever signed in meanwhile', async () => {
    const { user, shop } = await openApp({ path: '/use?order=1043&amount=3400.00' });
    await screen.findByRole('list', { name: 'These credits are used' });
    const pay = await screen.findByRole('button', { name: 'Pay ₹3,400.00 with credits' });
    shop.expireTokens();
    shop.cookie = admin;
    await user.click(pay);
    expect(await screen.findByRole('heading', { name: /Meera/ })).toBeInTheDocument();
    expect(named(shop, 'DeductCredits')).toHaveLength(1);
  });

  it('saves no file with the token of whoever signed in meanwhile', async () => {
    const { user, shop } = await openApp({ path: '/history' });
    const save = await screen.findByRole('button', { name: 'Export' });
    shop.interfere((path) => (path.startsWith('/export/') ? new Response('{}', { status: 401 }) : undefined));
    shop.cookie = admin;
    await user.click(save);
    expect(await screen.findByRole('heading', { name: /Meera/ })).toBeInTheDocument();
    expect(shop.calls.filter((call) => call.includes('/export/'))).toHaveLength(1);
  });

  it('leaves when the person left in another window', async () => {
    await openApp();
    await balanceCard();
    elsewhere(null);
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
    expect(screen.queryByText(/session has ended/)).not.toBeInTheDocument();
  });

  it('follows when somebody else signed in in another window', async () => {
    const { shop } = await openApp();
    await balanceCard();
    shop.cookie = admin;
    elsewhere(admin.id);
    expect(screen.queryByRole('region', { name: 'Your balance' })).not.toBeInTheDocument();
    expect(await screen.findByRole('heading', { name: /Meera/ })).toBeInTheDocument();
  });

  it('signs in where nobody was when another window does', async () => {
    const { shop } = await openApp({ as: null });
    await screen.findByRole('heading', { name: 'Sign in' });
    shop.cookie = shop.people[0] ?? null;
    elsewhere(customer().id);
    expect(await screen.findByRole('heading', { name: /Asha/ })).toBeInTheDocument();
  });

  it('stays as it is when the same person signed in again elsewhere', async () => {
    const { shop } = await openApp();
    await screen.findByRole('link', { name: 'Use credits' });
    const before = shop.calls.length;
    elsewhere(customer().id);
    expect(screen.getByRole('region', { name: 'Your balance' })).toBeInTheDocument();
    expect(shop.calls).toHaveLength(before);
  });
});
