import { act, screen, waitFor, within } from '@testing-library/react';
import { balanceCard } from '../support/balance-card.ts';
import { openApp } from '../support/open-app.tsx';

afterEach(() => {
  window.localStorage.clear();
  delete document.documentElement.dataset['theme'];
});

const navigation = () => within(screen.getByRole('navigation', { name: 'Main' }));

describe('the shell', () => {
  it('begins with a link past the navigation, and leaves the focus alone on the first page', async () => {
    const { user } = await openApp();
    await screen.findByText('Weekend saver reward');
    expect(document.body).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveAttribute('href', '#main');
    expect(screen.getByRole('main')).toHaveAttribute('id', 'main');
  });

  it('marks the current page, names the document after it and takes the focus to its heading', async () => {
    const { user } = await openApp();
    await screen.findByText('Weekend saver reward');
    expect(navigation().getByRole('link', { name: 'Home' })).toHaveAttribute('aria-current', 'page');
    await user.click(navigation().getByRole('link', { name: 'History' }));
    const heading = await screen.findByRole('heading', { level: 1, name: 'History' });
    expect(heading).toHaveFocus();
    expect(document.title).toBe('History – Early Bird Wallet');
    expect(navigation().getByRole('link', { name: 'History' })).toHaveAttribute('aria-current', 'page');
    expect(navigation().getByRole('link', { name: 'Home' })).not.toHaveAttribute('aria-current');
  });

  it.each([390, 1280])(
    'has one navigation and one heading of the first level at %i pixels',
    async (width) => {
      await openApp({ width });
      await screen.findByText('Weekend saver reward');
      expect(screen.getAllByRole('navigation', { name: 'Main' })).toHaveLength(1);
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    },
  );

  it('says who is signed in and which tier they hold', async () => {
    await openApp();
    expect(await screen.findByText('SILVER member')).toBeInTheDocument();
    expect(screen.getByText('Asha Rao')).toBeInTheDocument();
  });

  it('says so where there is no page, and leads home', async () => {
    const { user } = await openApp({ path: '/nowhere' });
    expect(await screen.findByRole('heading', { name: 'This page doesn’t exist' })).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Go to Home' }));
    expect(await screen.findByRole('heading', { name: 'Good morning, Asha' })).toBeInTheDocument();
  });
});

describe('settings', () => {
  it('change the theme at once and remember it', async () => {
    const { user, view } = await openApp({ path: '/settings' });
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
    view.unmount();
    delete document.documentElement.dataset['theme'];
    await openApp({ path: '/settings' });
    expect(await screen.findByRole('radio', { name: 'Dark' })).toBeChecked();
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  });

  it('go back to what the system says', async () => {
    const { user } = await openApp({ path: '/settings' });
    await user.click(await screen.findByRole('radio', { name: 'Light' }));
    await user.click(screen.getByRole('radio', { name: 'System' }));
    expect(document.documentElement).not.toHaveAttribute('data-theme');
    expect(window.localStorage.getItem('early-bird.theme')).toBeNull();
  });

  it('hide the amounts everywhere', async () => {
    const { user } = await openApp({ path: '/settings' });
    await user.click(await screen.findByRole('switch', { name: 'Hide amounts' }));
    await user.click(navigation().getByRole('link', { name: 'Home' }));
    await screen.findByText('Weekend saver reward');
    expect(document.body).not.toHaveTextContent(/₹\d/);
  });

  it('work without being remembered where the storage is full', async () => {
    const { user } = await openApp({ path: '/settings' });
    const storage = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('The quota is used up.');
    });
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    storage.mockRestore();
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
    expect(screen.getByRole('radio', { name: 'Dark' })).toBeChecked();
  });

  it('end the session', async () => {
    const { shop, user } = await openApp({ path: '/settings' });
    const main = within(await screen.findByRole('main'));
    await user.click(await main.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
    expect(shop.calls).toContain('POST /auth/sign-out');
  });

  it('sign out everywhere after asking, and say that it is done', async () => {
    const { shop, user } = await openApp({ path: '/settings' });
    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Sign out everywhere?' }));
    expect(dialog.getByText(/this one included/)).toBeInTheDocument();
    expect(shop.signedOutEverywhere).toBe(false);
    await user.click(dialog.getByRole('button', { name: 'Sign out everywhere' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeInTheDocument();
    expect(shop.signedOutEverywhere).toBe(true);
    expect(screen.getByText('You are signed out everywhere.')).toBeInTheDocument();
  });

  it('do not claim to have signed out everywhere when the shop did not answer', async () => {
    const { shop, user } = await openApp({ path: '/settings' });
    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
    const dialog = within(await screen.findByRole('dialog'));
    const heal = shop.interfere((path) =>
      path === '/auth/sign-out' ? Promise.reject(new TypeError('There is no network.')) : undefined,
    );
    await user.click(dialog.getByRole('button', { name: 'Sign out everywhere' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'we don’t know whether all your sessions have ended',
    );
    heal();
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeInTheDocument();
  });
});

it('a task that is left by its cross is not opened again by Back', async () => {
  const { user } = await openApp({ path: '/rewards' });
  await user.click(await screen.findByRole('link', { name: 'Home' }));
  await user.click(await screen.findByRole('link', { name: 'Add credits' }));
  await user.click(await screen.findByRole('link', { name: 'Close' }));
  await balanceCard();
  const before = (window.history.state as { idx: number }).idx;
  act(() => window.history.back());
  await waitFor(() => expect((window.history.state as { idx: number }).idx).toBe(before - 1));
  expect(window.location.pathname).toBe('/');
});

it('a customer at an address of the console learns that it is for people of the shop', async () => {
  const { shop } = await openApp({ path: '/admin/wallets' });
  expect(
    await screen.findByRole('heading', { level: 1, name: 'This is for people of the shop' }),
  ).toBeInTheDocument();
  expect(within(screen.getByRole('main')).getByRole('link', { name: 'Back to Home' })).toBeInTheDocument();
  expect(shop.requests.filter(({ operationName }) => operationName.startsWith('Console'))).toEqual([]);
});

it('leads from every page to the choice of a language, and says which is chosen', async () => {
  Element.prototype.scrollIntoView = () => undefined;
  const { user } = await openApp({ path: '/rewards' });
  await user.click(await screen.findByRole('link', { name: 'Language: English. Change language' }));
  const choice = await screen.findByRole('group', { name: 'Language' });
  await waitFor(() => expect(choice.parentElement).toHaveFocus());
  expect(screen.queryByRole('link', { name: /^Language/ })).not.toBeInTheDocument();
});
