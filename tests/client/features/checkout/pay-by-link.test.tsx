import { act, screen, waitFor, within } from '@testing-library/react';
import type { SampleCheckout } from '../../support/checkouts.ts';
import { openApp } from '../../support/open-app.tsx';
import type { Opening } from '../../support/open-app.tsx';
import { PAY_SECRET as SECRET, refusal } from '../../support/fake-shop.ts';
import { asha } from '../../support/stories.ts';

const PATH = '/pay/checkout-1';

afterEach(() => {
  window.localStorage.clear();
});

/** Somebody who is not signed in follows the link of an order. */
async function follow(sample: Partial<SampleCheckout> = {}, opening: Opening = {}) {
  const story = { ...asha, checkouts: [{ id: 'checkout-1', status: 'OPEN' as const, ...sample }] };
  const app = await openApp({ as: null, path: `${PATH}#${SECRET}`, story, ...opening });
  const [checkout] = app.shop.people[0]?.story?.checkouts ?? [];
  if (!checkout) throw new Error('The shop has no checkout.');
  return { ...app, checkout, main: within(await screen.findByRole('main')) };
}

/** Looking at the page again asks the shop at once. */
const lookAgain = () => act(() => void document.dispatchEvent(new Event('visibilitychange')));
const opened = (calls: readonly string[]) => calls.filter((call) => call === 'POST /auth/pay-link').length;
const order = () => screen.findByRole('region', { name: 'Order 1044' });

describe('the link by which an order is paid', () => {
  it('opens the order for somebody who is not signed in, and takes its secret out of the address', async () => {
    const { shop } = await follow();
    expect(await order()).toHaveTextContent('Left to pay₹700.00');
    expect(window.location.href).toBe(`http://localhost${PATH}`);
    expect(document.title).not.toContain(SECRET);
    expect(JSON.stringify({ ...window.localStorage, ...window.sessionStorage })).not.toContain(SECRET);
    expect(JSON.stringify(window.history.state)).not.toContain(SECRET);
    expect(shop.cookie).toBeNull();
    expect(opened(shop.calls)).toBe(1);
  });

  it('is paid, with no way to a wallet and none to call it off', async () => {
    const { user, checkout, shop } = await follow();
    await user.click(await screen.findByRole('button', { name: /^Pay ₹700.00 with UPI/ }));
    expect(await screen.findByTitle('UPI QR code for ₹700.00')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Cancel this payment' })).toBeNull();
    expect(screen.queryByRole('navigation')).toBeNull();
    Object.assign(checkout, { status: 'PAID', payment: 'SETTLED' });
    lookAgain();
    expect(await screen.findByRole('heading', { name: 'Order 1044 is paid' })).toHaveFocus();
    expect(screen.queryByRole('link', { name: 'To my wallet' })).toBeNull();
    const asked = new Set(shop.requests.map(({ operationName }) => operationName));
    expect([...asked].sort()).toEqual(['CheckoutPage', 'PayCheckout']);
    expect(shop.requests.map(({ headers }) => headers.get('authorization'))).not.toContain(null);
  });

  it('takes a gift card, and leads back to the shop', async () => {
    const { user, checkout, main } = await follow({ returnTo: 'https://shop.example/thanks?signature=1' });
    await user.type(await screen.findByLabelText('Gift card code'), '7K9Q-X2R4-MB3D-0WZE-5{Enter}');
    expect(await main.findByText('Gift card •••• WZE5')).toBeInTheDocument();
    Object.assign(checkout, { status: 'PAID', credits: 1_040_00n, cards: {} });
    lookAgain();
    expect(await screen.findByRole('link', { name: 'Back to the shop' })).toHaveAttribute(
      'href',
      'https://shop.example/thanks?signature=1',
    );
  });

  it('that was used is not told from one that is wrong, and leads to signing in and to the order', async () => {
    const { user } = await follow({}, { path: `${PATH}#${SECRET.replace('a-', 'b-')}` });
    expect(await screen.findByText('This link doesn’t work any more.')).toBeInTheDocument();
    expect(window.location.hash).toBe('');
    await user.click(screen.getByRole('button', { name: 'Sign in to pay' }));
    await user.type(await screen.findByLabelText('Email'), 'asha@example.in');
    await user.type(screen.getByLabelText('Password'), 'early-bird-asha');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await order()).toBeInTheDocument();
    expect(window.location.pathname).toBe(PATH);
  });

  it('says after a reload that it was opened before, and asks the shop nothing', async () => {
    const first = await follow();
    await order();
    first.view.unmount();
    const { user, shop } = await follow({}, { path: PATH, kept: window.history.state });
    expect(await screen.findByText('You opened this order by a link of the shop.')).toBeInTheDocument();
    expect(opened(shop.calls)).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Sign in to pay' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeInTheDocument();
  });

  it('is not left by going to a place on its page', async () => {
    const { shop, user } = await follow();
    await order();
    const moved = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
    await user.click(screen.getByRole('link', { name: 'Skip to content' }));
    await act(() => moved);
    expect(window.location.hash).toBe('#main');
    expect(await order()).toHaveTextContent('Left to pay₹700.00');
    expect(opened(shop.calls)).toBe(1);
  });

  it('gives way to another, also without the page being loaded anew', async () => {
    const { shop } = await follow({}, { path: `${PATH}#${SECRET.replace('a-', 'b-')}` });
    await screen.findByText('This link doesn’t work any more.');
    act(() => void (window.location.hash = SECRET));
    expect(await order()).toHaveTextContent('Left to pay₹700.00');
    expect(window.location.hash).toBe('');
    expect(opened(shop.calls)).toBe(2);
  });

  it('is not used where somebody is signed in, and is not there for whoever comes after them', async () => {
    const { shop, services } = await follow({}, { as: 'customer' });
    expect(await order()).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Cancel this payment' })).toBeInTheDocument();
    expect(window.location.hash).toBe('');
    await act(() => services.session.signOut());
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeInTheDocument();
    expect(opened(shop.calls)).toBe(0);
  });

  it('is tried again where no answer came, and where it has to wait', async () => {
    let answer: () => Promise<Response> | Response = () => Promise.reject(new TypeError('Failed to fetch'));
    const { user, shop } = await follow(
      {},
      { network: (url) => (url === '/auth/pay-link' ? answer() : undefined) },
    );
    expect(await screen.findByText(/The shop can’t be reached/)).toBeInTheDocument();
    answer = () => refusal(429, 'RATE_LIMITED', { retryAfterSeconds: 60 });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Too many links were tried from here.')).toBeInTheDocument();
    shop.heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await order()).toBeInTheDocument();
  });

  it('says when its time is over, keeps what is seen and lets nothing be pressed', async () => {
    const { shop, user } = await follow();
    await order();
    expect(screen.getByText(/It is for this order alone, and can be used until/)).toBeInTheDocument();
    shop.expireTokens();
    lookAgain();
    expect(await screen.findByText(/What you see is not brought up to date any more/)).toBeInTheDocument();
    expect(await order()).toHaveTextContent('Left to pay₹700.00');
    expect(screen.queryByText('This page could not be brought up to date.')).toBeNull();
    const asked = shop.requests.length;
    await user.click(screen.getByRole('button', { name: /^Pay ₹700.00 with UPI/ }));
    expect(shop.requests).toHaveLength(asked);
    await user.click(screen.getByRole('button', { name: 'Sign in to pay' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeInTheDocument();
  });

  it('is over by itself, and not only when the shop says so', async () => {
    const { shop } = await follow({}, { payLink: { expiresIn: 0 } });
    expect(await screen.findByText(/What you see is not brought up to date any more/)).toBeInTheDocument();
    expect(await order()).toHaveTextContent('Left to pay₹700.00');
    expect(shop.requests.map(({ operationName }) => operationName)).toEqual(['CheckoutPage']);
  });

  it('speaks Hindi', async () => {
    await follow({}, { language: 'hi' });
    expect(await screen.findByRole('button', { name: /^UPI से ₹700.00 दें/ })).toBeInTheDocument();
    expect(screen.getByText(/आप दुकान के लिंक से भुगतान कर रहे हैं/)).toBeInTheDocument();
    await waitFor(() => expect(document.title).toContain('ऑर्डर का भुगतान करें'));
  });
});
