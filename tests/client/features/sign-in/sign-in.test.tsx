import { act, screen, within } from '@testing-library/react';
import { refusal, type Reply } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

const email = () => screen.getByLabelText('Email');
const password = () => screen.getByLabelText('Password');
const submit = () => screen.getByRole('button', { name: /^Sign(ing)? in/ });

describe('signing in', () => {
  it('offers no demo people in a build that is not the demo’s, and doesn’t ask for them', async () => {
    const { shop } = await openApp({ as: null });
    expect(screen.queryByRole('list', { name: 'Demo people' })).not.toBeInTheDocument();
    expect(shop.calls).toEqual([]);
  });

  it('leads on to the address that was asked for', async () => {
    const { user } = await openApp({ as: null, path: '/history?type=debit' });
    await user.type(email(), ' asha@example.in ');
    await user.type(password(), 'early-bird-asha');
    await user.click(submit());
    expect(await screen.findByRole('heading', { name: 'History', level: 1 })).toHaveFocus();
    expect(window.location.search).toBe('?type=debit');
    expect(document.title).toBe('History – Early Bird Wallet');
  });

  it('shows the password to who wants to see it, and hides it again', async () => {
    const { user } = await openApp({ as: null });
    await user.type(password(), 'early-bird-asha');
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(password()).toHaveAttribute('type', 'text');
    expect(password()).toHaveValue('early-bird-asha');
    await user.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(password()).toHaveAttribute('type', 'password');
  });

  it('says how somebody gets in who has forgotten the password', async () => {
    const { user } = await openApp({ as: null });
    const help = screen.getByText(/Ask the shop for a link to choose a new one/);
    expect(help).not.toBeVisible();
    await user.click(screen.getByText('Forgot your password?'));
    expect(help).toBeVisible();
    expect(screen.getByRole('button', { name: 'Email me a code instead' })).toBeInTheDocument();
  });

  it('says the same about a wrong password and an unknown email', async () => {
    const { user } = await openApp({ as: null });
    await user.type(email(), 'asha@example.in');
    await user.type(password(), 'wrong{Enter}');
    expect(await screen.findByText(/don’t go together/)).toBeInTheDocument();
    expect(email()).toHaveValue('asha@example.in');
  });

  it('says how long to wait after too many tries', async () => {
    const { shop, user } = await openApp({ as: null });
    shop.interfere((path) =>
      path === '/auth/sign-in' ? refusal(429, 'TOO_MANY_ATTEMPTS', { retryAfterSeconds: 90 }) : undefined,
    );
    await user.type(email(), 'asha@example.in');
    await user.type(password(), 'wrong{Enter}');
    expect(await screen.findByText('Too many tries. Wait 2 minutes, then try again.')).toBeInTheDocument();
  });

  it.each([
    ['the network is down', () => Promise.reject(new TypeError('offline')), /couldn’t reach the shop/],
    ['the server fails', () => new Response('oops', { status: 500 }), /isn’t your fault/],
  ])('says so when %s', async (_, reply, words) => {
    const { shop, user } = await openApp({ as: null });
    shop.interfere((path) => (path === '/auth/sign-in' ? reply() : undefined));
    await user.type(email(), 'asha@example.in');
    await user.type(password(), 'early-bird-asha{Enter}');
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('names an empty field beside it and takes the reader there', async () => {
    const { shop, user } = await openApp({ as: null });
    await user.click(submit());
    expect(email()).toHaveFocus();
    expect(email()).toHaveAccessibleDescription('Enter your email.');
    expect(password()).toBeInvalid();
    expect(shop.calls).toEqual([]);
  });

  it('holds the password nowhere but in its field, and the token nowhere a script can read', async () => {
    const { user } = await openApp({ as: null });
    await user.type(email(), 'asha@example.in');
    await user.type(password(), 'early-bird-asha{Enter}');
    await screen.findByRole('heading', { name: 'Good morning, Asha' });
    const kept = JSON.stringify({ ...window.localStorage, ...window.sessionStorage }) + document.cookie;
    expect(kept).not.toMatch(/token|early-bird-asha/);
  });
});

describe('staying signed in', () => {
  it('goes straight to the wallet when the earlier session is still good', async () => {
    const { shop } = await openApp();
    expect(await screen.findByRole('heading', { name: 'Good morning, Asha' })).toBeInTheDocument();
    expect(shop.calls[0]).toBe('POST /auth/refresh');
  });

  it('asks to sign in when the earlier session is over, without a reproach', async () => {
    const { shop } = await openApp({ as: null, visited: true });
    expect(shop.calls).toEqual(['POST /auth/refresh']);
    expect(screen.getByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
    expect(screen.queryByText(/session has ended/)).not.toBeInTheDocument();
  });

  it('renews a token that ran out, once for all that wait, and sends them again', async () => {
    const { shop, user } = await openApp();
    await screen.findByText('Weekend saver reward');
    shop.expireTokens();
    shop.calls.length = 0;
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    await user.click(screen.getByRole('link', { name: 'History' }));
    expect(await screen.findByText('Order 1003')).toBeInTheDocument();
    expect(shop.calls.filter((call) => call === 'POST /auth/refresh')).toHaveLength(1);
  });

  it('asks to sign in again when the session ends, and then carries on at the same address', async () => {
    const { shop, user } = await openApp({ path: '/history?type=refund' });
    await screen.findByText('Refund for order 1031');
    shop.expireTokens();
    shop.cookie = null;
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText(/Your session has ended/)).toBeInTheDocument();
    await user.type(email(), 'asha@example.in');
    await user.type(password(), 'early-bird-asha{Enter}');
    expect(await screen.findByText('Refund for order 1031')).toBeInTheDocument();
    expect(window.location.pathname + window.location.search).toBe('/history?type=refund');
  });

  it('tells somebody whose session was used twice, and what to do about it', async () => {
    const { shop, user } = await openApp();
    await screen.findByText('Weekend saver reward');
    shop.expireTokens();
    shop.interfere((path) =>
      path === '/auth/refresh' ? refusal(401, 'UNAUTHENTICATED', { reason: 'SESSION_REUSED' }) : undefined,
    );
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText(/an old copy of it was used a second time/)).toBeInTheDocument();
  });

  it('comes back by itself when the shop couldn’t be asked at the start', async () => {
    const away: Reply = (path) => (path === '/auth/refresh' ? new Response('', { status: 503 }) : undefined);
    const { shop } = await openApp({ network: away });
    expect(await screen.findByText(/couldn’t reach the shop/)).toBeInTheDocument();
    shop.heal();
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(await screen.findByRole('heading', { name: 'Good morning, Asha' })).toBeInTheDocument();
  });

  it('doesn’t sign anybody out because the network is down for a moment', async () => {
    const { shop, user } = await openApp();
    await screen.findByText('Weekend saver reward');
    shop.expireTokens();
    const heal = shop.interfere((path) =>
      path === '/auth/refresh' ? Promise.reject(new TypeError('offline')) : undefined,
    );
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText(/Refreshing didn’t work/)).toBeInTheDocument();
    heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('button', { name: 'Refresh' });
    expect(await screen.findByText('Weekend saver reward')).toBeInTheDocument();
  });
});

describe('signing out', () => {
  it('ends the session on the server and shows nothing of the wallet any more', async () => {
    const { shop, user } = await openApp({ path: '/history' });
    await screen.findByText('Order 1003');
    await user.click(screen.getByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toHaveFocus();
    expect(shop.cookie).toBeNull();
    expect(window.location.pathname).toBe('/');
    expect(within(document.body).queryByText('Order 1003')).not.toBeInTheDocument();
  });
});
