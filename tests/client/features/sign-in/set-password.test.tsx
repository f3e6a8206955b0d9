import { screen } from '@testing-library/react';
import { refusal } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

const open = (reply: () => Response | Promise<Response>) =>
  openApp({
    as: null,
    path: '/set-password#the-link',
    network: (path) => (path === '/auth/password' ? reply() : undefined),
  });
const choose = async (user: Awaited<ReturnType<typeof openApp>>['user'], password: string) =>
  user.type(await screen.findByLabelText('New password'), `${password}{Enter}`);

describe('choosing a password', () => {
  it('is done once, and leads to the door', async () => {
    const { user, shop } = await open(() => new Response(null, { status: 204 }));
    await choose(user, 'a long enough one');
    expect(await screen.findByText(/Your password is set/)).toBeInTheDocument();
    expect(shop.calls).toEqual(['POST /auth/password']);
    await user.click(screen.getByRole('link', { name: 'Go to sign-in' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
    expect(window.location.hash).toBe('');
  });

  it.each([
    ['a link that was used', () => refusal(400, 'LINK_NOT_USABLE'), /ask the shop for a new link/],
    // A database that went away while it wrote is told like this as well.
    ['a shop that says to try again', () => refusal(503, 'TRY_AGAIN'), /don’t know yet whether/],
    ['too many tries', () => refusal(429, 'RATE_LIMITED'), /nothing was changed/],
    ['an answer that got lost', () => Promise.reject(new TypeError('offline')), /don’t know yet whether/],
    ['a server that failed', () => new Response('oops', { status: 500 }), /don’t know yet whether/],
  ])('tells of %s', async (_, reply, words) => {
    const { user } = await open(reply);
    await choose(user, 'a long enough one');
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('asks for a longer one without asking the shop', async () => {
    const { user, shop } = await open(() => new Response(null, { status: 204 }));
    await choose(user, 'short');
    expect(screen.getByLabelText('New password')).toHaveAccessibleDescription(/at least 12/);
    expect(shop.calls).toEqual([]);
  });
});
