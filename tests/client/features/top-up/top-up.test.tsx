import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { balanceCard } from '../../support/balance-card.ts';
import { graphqlError, settle } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const page = async () => {
  await screen.findByRole('heading', { level: 1, name: 'Add credits' });
  return within(screen.getByRole('main'));
};
const path = () => window.location.pathname + window.location.search;
const underWay = (status: 'AWAITING_PAYMENT' | 'CONFIRMING', method: 'UPI' | 'CARD' = 'UPI') => ({
  ...asha,
  topUps: [{ id: 'top-up-1', paise: 500_00n, method, status }],
});

describe('adding credits', () => {
  it('opens from Home, with limits and what it leads to before anything is paid', async () => {
    const { user } = await openApp();
    await user.click(await screen.findByRole('link', { name: 'Add credits' }));
    const form = await page();
    expect(path()).toBe('/add');
    expect(await form.findByText('₹10.00 to ₹10,000.00 per top-up.')).toBeInTheDocument();
    expect(form.getByRole('radio', { name: '₹500' })).toBeChecked();
    const outlook = form.getByRole('region', { name: 'After this top-up' });
    expect(outlook).toHaveTextContent('New balance ₹4,750.00');
    expect(outlook).toHaveTextContent('This ₹500.00 lasts to 22 Nov 2028: 730 days, because you are SILVER');
    await user.click(form.getByRole('radio', { name: '₹1,000' }));
    expect(form.getByRole('region', { name: 'After this top-up' })).toHaveTextContent('You reach GOLD.');
    await user.click(screen.getByRole('link', { name: 'Close' }));
    await waitFor(() => expect(path()).toBe('/'));
  });

  it('refuses an amount outside the limits before it is sent', async () => {
    const { user, shop } = await openApp({ path: '/add' });
    const form = await page();
    const field = await form.findByRole('textbox', { name: 'Amount in rupees' });
    await user.clear(field);
    await user.type(field, '5');
    await user.click(form.getByRole('button', { name: 'Pay with UPI' }));
    expect(field).toHaveAccessibleDescription('Choose ₹10.00 to ₹10,000.00 per top-up.');
    expect(shop.requests.map((request) => request.operationName)).not.toContain('StartTopUp');
  });

  it('shows a code to scan for UPI, and the new balance everywhere once the money is there', async () => {
    const { user, shop } = await openApp({ path: '/add', width: 390 });
    await user.click(await (await page()).findByRole('button', { name: 'Pay ₹500.00 with UPI' }));
    const pay = await page();
    expect(await pay.findByTitle('UPI QR code for ₹500.00')).toBeInTheDocument();
    expect(pay.getByRole('link', { name: 'Open my UPI app' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^upi:/),
    );
    expect(path()).toBe('/add/top-up-1');
    settle(shop.people[0], 'SETTLED');
    expect(await pay.findByRole('heading', { name: '₹500.00 added' })).toHaveFocus();
    expect(pay.getByText('Your balance is ₹4,750.00.')).toBeInTheDocument();
    await user.click(pay.getByRole('link', { name: 'Done' }));
    expect(await balanceCard()).toHaveTextContent('₹4,750.00');
  });

  it('celebrates a new tier, and does so once', async () => {
    const { user, shop } = await openApp({ path: '/add?amount=1000' });
    await user.click(await (await page()).findByRole('button', { name: 'Pay ₹1,000.00 with UPI' }));
    const pay = await page();
    await pay.findByTitle('UPI QR code for ₹1,000.00');
    expect(pay.getByText(/must show Early Bird Stores and ₹1,000.00/)).toBeInTheDocument();
    expect(pay.getByText('New balance').nextSibling).toHaveTextContent('₹5,250.00 Reaches GOLD');
    settle(shop.people[0], 'SETTLED');
    expect(await pay.findByRole('heading', { name: 'You’ve reached GOLD' })).toHaveFocus();
    expect(pay.getByText(/You can spend ₹250.00 before that changes/)).toBeInTheDocument();
    cleanup();
    const { story } = shop.people[0] ?? {};
    await openApp({ path: '/add/top-up-1', story: story ?? asha });
    expect(await (await page()).findByRole('heading', { name: '₹1,000.00 added' })).toBeInTheDocument();
  });

  it('leads to the provider’s page for a card', async () => {
    await openApp({ path: '/add/top-up-1', story: underWay('AWAITING_PAYMENT', 'CARD') });
    const link = await (await page()).findByRole('link', { name: 'Open the payment page' });
    expect(link).toHaveAttribute('href', '/pay/mock');
    expect(link).toHaveAttribute('target', '_blank');
  });

  it('says while the bank is at work that nobody should pay again', async () => {
    await openApp({ path: '/add/top-up-1', story: underWay('CONFIRMING') });
    expect(await (await page()).findByText('Please don’t pay twice.')).toBeInTheDocument();
    expect(screen.getByText('₹4,250.00, without this payment')).toBeInTheDocument();
  });

  it('says that nothing was added when the bank declined, and offers the same amount again', async () => {
    const { shop, user } = await openApp({ path: '/add/top-up-1', story: underWay('AWAITING_PAYMENT') });
    const state = await page();
    await state.findByTitle('UPI QR code for ₹500.00');
    settle(shop.people[0], 'FAILED');
    expect(
      await state.findByText(/No credits were added. Your balance is still ₹4,250.00/),
    ).toBeInTheDocument();
    await user.click(state.getByRole('link', { name: 'Use Card instead' }));
    expect(await (await page()).findByRole('button', { name: 'Pay ₹500.00 with Card' })).toBeInTheDocument();
  });

  it('explains a payment that came too late', async () => {
    const { shop } = await openApp({ path: '/add/top-up-1', story: underWay('AWAITING_PAYMENT') });
    settle(shop.people[0], 'EXPIRED');
    expect(await (await page()).findByText(/credited by itself/)).toBeInTheDocument();
  });

  it('brings somebody back to the order that was short', async () => {
    const back = encodeURIComponent('/use?order=1044&amount=4410.00');
    const { user, shop } = await openApp({ path: `/add?amount=160.00&back=${back}` });
    await user.click(await (await page()).findByRole('button', { name: 'Pay ₹160.00 with UPI' }));
    await (await page()).findByTitle('UPI QR code for ₹160.00');
    settle(shop.people[0], 'SETTLED');
    await user.click(await (await page()).findByRole('link', { name: 'Back to your order' }));
    expect(await screen.findByRole('heading', { name: 'Pay for order 1044' })).toBeInTheDocument();
  });

  it('does not follow a way back to another site', async () => {
    const { user } = await openApp({ path: '/add?back=//elsewhere.example' });
    await page();
    await user.click(screen.getByRole('link', { name: 'Close' }));
    expect(path()).toBe('/');
  });

  it('keeps what was chosen when the start failed, and says so', async () => {
    const { user, shop } = await openApp({ path: '/add' });
    const form = await page();
    const button = await form.findByRole('button', { name: 'Pay ₹500.00 with UPI' });
    const heal = shop.interfere((url, init) =>
      url === '/graphql' && String(init.body).includes('StartTopUp') ? graphqlError('TRY_AGAIN') : undefined,
    );
    await user.click(button);
    expect(await form.findByText(/The top-up did not start/)).toBeInTheDocument();
    heal();
    await user.click(form.getByRole('button', { name: 'Try again' }));
    expect(await (await page()).findByTitle('UPI QR code for ₹500.00')).toBeInTheDocument();
  });

  it('takes nobody back who has left while the start was under way', async () => {
    const { user, shop } = await openApp({ path: '/history' });
    await screen.findByRole('table');
    act(() => {
      window.history.pushState(null, '', '/add');
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
    const form = await page();
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      shop.interfere((url, init) => {
        if (url !== '/graphql' || !String(init.body).includes('StartTopUp')) return undefined;
        resolve();
        return new Promise((reply) => {
          answer = () => {
            shop.heal();
            reply(shop.fetch(url, init));
          };
        });
      });
    });
    await user.click(await form.findByRole('button', { name: 'Pay ₹500.00 with UPI' }));
    await asked;
    act(() => window.history.back());
    expect(await screen.findByRole('heading', { name: 'History' })).toBeInTheDocument();
    await act(async () => answer());
    await waitFor(() => expect(shop.people[0]?.story?.topUps).toHaveLength(1));
    expect(path()).toBe('/history');
  });

  it('is explained instead of offered while the wallet is frozen', async () => {
    await openApp({ path: '/add', story: { ...asha, status: 'FROZEN' } });
    expect(await (await page()).findByText(/The shop froze your wallet /)).toBeInTheDocument();
  });

  it('says when there is no such top-up', async () => {
    await openApp({ path: '/add/nowhere' });
    expect(await (await page()).findByText(/no such top-up/)).toBeInTheDocument();
  });

  it('waits for a connection before it can be paid', async () => {
    await openApp({ path: '/add' });
    const form = await page();
    await form.findByRole('button', { name: 'Pay ₹500.00 with UPI' });
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(form.getByRole('button', { name: 'Pay ₹500.00 with UPI' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    online.mockRestore();
  });
});

describe('a top-up that is under way', () => {
  it('is on Home, with the way back to it', async () => {
    const { user } = await openApp({ story: underWay('AWAITING_PAYMENT') });
    expect(await screen.findByText('A top-up of ₹500.00 is waiting for your payment.')).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Continue' }));
    expect(await (await page()).findByRole('heading', { name: 'Pay ₹500.00' })).toBeInTheDocument();
  });
});
