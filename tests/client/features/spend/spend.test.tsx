import { act, cleanup, screen } from '@testing-library/react';
import { graphqlData } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { spend } from '../../support/programme.ts';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const ORDER = '/use?order=1043&amount=3400.00';
const NO_FIGURES = Object.fromEntries(
  ['min', 'max', 'available', 'shortBy', 'required', 'largest', 'since'].map((name) => [name, null]),
);

describe('using credits', () => {
  it('shows what a payment does, pays once, and gives a receipt', async () => {
    const { user, shop } = await openApp({ path: ORDER });
    expect(await screen.findByRole('list', { name: 'These credits are used' })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'After you pay' })).toHaveTextContent('New balance₹850.00');
    expect(screen.getByText(/You’ll move to BRONZE/)).toBeInTheDocument();
    await user.dblClick(screen.getByRole('button', { name: 'Pay ₹3,400.00 with credits' }));
    expect(await screen.findByRole('heading', { name: 'Paid ₹3,400.00 with credits' })).toHaveFocus();
    expect(screen.getByText('Your balance after it: ₹850.00.')).toBeInTheDocument();
    expect(screen.getByRole('article')).toHaveTextContent(/Paid from.*Total₹3,400.00/);
    expect(shop.requests.filter((request) => request.operationName === 'DeductCredits')).toHaveLength(1);
  });

  it('splits an order that costs more than there is, or leads to a top-up of exactly what is missing', async () => {
    const { user } = await openApp({ path: '/use?order=1044&amount=4410.00' });
    const pay = (amount: string, rest: string) =>
      screen.findByRole('button', { name: `Pay ${amount} with credits and ${rest} by UPI` });
    expect(await pay('₹4,250.00', '₹160.00')).toBeInTheDocument();
    expect(
      screen.getByRole('radio', { name: /^All my credits, ₹160.00 by UPI.*₹0.00 · you move to BRONZE/ }),
    ).toBeChecked();
    expect(screen.getByText(/within 30 minutes, all of it comes back by itself/)).toBeInTheDocument();
    expect(screen.getByText(/Keeping ₹1,000.00 keeps SILVER/)).toBeInTheDocument();
    await user.click(
      screen.getByRole('radio', { name: /^Keep SILVER, ₹1,160.00 by UPI.*₹3,250.00 from credits/ }),
    );
    expect(await pay('₹3,250.00', '₹1,160.00')).toBeInTheDocument();
    const order = screen.getByRole('region', { name: 'Order 1044' });
    expect(order).toHaveTextContent('From your credits−₹3,250.00By UPI₹1,160.00');
    await user.click(screen.getByRole('radio', { name: /^Another amount/ }));
    const field = screen.getByRole('textbox', { name: 'Amount to pay with credits' });
    await user.clear(field);
    expect(field).toHaveAccessibleDescription('Enter an amount from ₹0.01 to ₹4,250.00.');
    await user.type(field, '99.50');
    expect(await pay('₹99.50', '₹4,310.50')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Add ₹160.00 to your wallet' })).toHaveAttribute(
      'href',
      `/add?amount=160.00&back=${encodeURIComponent('/use?order=1044&amount=4410.00')}`,
    );
  });

  it('asks for an order and a sensible amount', async () => {
    const { user } = await openApp({ path: '/use' });
    await user.click(await screen.findByRole('button', { name: 'See what it does' }));
    expect(screen.getByText('Enter the order number.')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Order number' })).toHaveFocus();
    expect(screen.getByText(/Enter an amount above zero/)).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Order number' }), '7');
    await user.type(screen.getByRole('textbox', { name: 'Order total' }), '120');
    await user.click(screen.getByRole('button', { name: 'See what it does' }));
    expect(await screen.findByRole('button', { name: 'Pay ₹120.00 with credits' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Order 7' })).toHaveFocus();
    expect(screen.getByText('New balance ₹4,130.00')).toBeInTheDocument();
  });

  it('explains a wallet on hold instead of asking', async () => {
    await openApp({ path: ORDER, story: { ...asha, status: 'FROZEN' } });
    expect(await screen.findByText(/The shop froze your wallet /)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('offers the smallest top-up where less is missing', async () => {
    await openApp({ path: '/use?order=1044&amount=4255.00' });
    expect(await screen.findByText(/The smallest top-up is ₹10.00/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Add ₹10.00 to your wallet' })).toHaveAttribute(
      'href',
      `/add?amount=10.00&back=${encodeURIComponent('/use?order=1044&amount=4255.00')}`,
    );
  });

  it('offers no top-up that is larger than one may be', async () => {
    await openApp({ path: '/use?order=1044&amount=99999.00' });
    expect(await screen.findByRole('radio', { name: /₹95,749.00 by UPI/ })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /to your wallet/ })).not.toBeInTheDocument();
  });

  it('leaves to the shop what is too little to be paid by itself', async () => {
    const { user, shop } = await openApp({ path: '/use?order=1044&amount=4250.50' });
    await user.click(await screen.findByRole('button', { name: 'Pay ₹4,250.00 with credits' }));
    expect(await screen.findByRole('heading', { name: 'Paid ₹4,250.00 with credits' })).toBeInTheDocument();
    expect(shop.requests.some(({ operationName }) => operationName === 'StartCheckout')).toBe(false);
  });

  it.each([
    ['blanks', '   ', 'Enter the order number.'],
    ['what is no number of an order', 'ऑर्डर 7', /up to 64 Latin letters/],
  ])('sends no %s', async (_, typed, words) => {
    const { user, shop } = await openApp({ path: '/use?amount=10' });
    await user.type(await screen.findByRole('textbox', { name: 'Order number' }), typed);
    await user.click(screen.getByRole('button', { name: 'See what it does' }));
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(shop.requests.some(({ operationName }) => operationName === 'SpendPreview')).toBe(false);
  });
});

describe('an order that costs more than there is', () => {
  const PATH = '/use?order=1046&amount=4600.00';
  const BOTH = 'Pay ₹4,250.00 with credits and ₹350.00 by UPI';
  const sent = ({ shop }: Awaited<ReturnType<typeof openApp>>) =>
    shop.requests.filter(({ operationName }) => operationName === 'StartCheckout');

  it('is paid with credits and UPI by one press, which leads to where it is paid', async () => {
    const app = await openApp({ path: PATH });
    await app.user.dblClick(await screen.findByRole('button', { name: BOTH }));
    expect(await screen.findByTitle('UPI QR code for ₹350.00')).toBeInTheDocument();
    expect(window.location.pathname).toBe('/pay/checkout-1046');
    expect(screen.getByRole('region', { name: 'Order 1046' })).toHaveTextContent('Credits₹4,250.00');
    expect(sent(app)).toHaveLength(1);
    expect(sent(app)[0]?.variables['input']).toMatchObject({
      ...{ orderId: '1046', credits: 'AMOUNT', method: 'UPI', expectedSeq: expect.any(Number) },
      ...{ amount: { amount: '4250.00' }, total: { amount: '4600.00' } },
    });
    expect(window.localStorage.getItem('early-bird.intents')).not.toContain('1046');
  });

  it('leads to where it is being paid already', async () => {
    const open = { orderId: '1046', status: 'OPEN', total: 4_600_00n, credits: 100_00n } as const;
    const story = { ...asha, checkouts: [{ id: 'checkout-before', ...open }] };
    const app = await openApp({ path: PATH, story });
    await app.user.click(await screen.findByRole('button', { name: BOTH }));
    expect(await screen.findByRole('heading', { name: 'The rest, ₹4,500.00' })).toBeInTheDocument();
    expect(window.location.pathname).toBe('/pay/checkout-before');
  });

  it('is asked for again with its key when the answer got lost, also after a reload', async () => {
    const keys: string[] = [];
    const before = await openApp({ path: PATH });
    before.shop.interfere((_, init) => {
      const { variables } = JSON.parse(String(init.body)) as {
        variables: { input?: { idempotencyKey: string } };
      };
      if (!String(init.body).includes('"StartCheckout"')) return undefined;
      keys.push(variables.input?.idempotencyKey ?? '');
      return Promise.reject(new TypeError('offline'));
    });
    await before.user.click(await screen.findByRole('button', { name: BOTH }));
    expect(await screen.findByText(/whether the credits were set aside/)).toBeInTheDocument();
    expect(screen.queryByText('Nothing was paid.')).not.toBeInTheDocument();
    cleanup();
    const after = await openApp({ path: PATH });
    expect(
      await screen.findByText(
        /whether order 1046 is being paid with ₹4,250.00 of credits and ₹350.00 by UPI/,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: BOTH })).not.toBeInTheDocument();
    await after.user.click(screen.getByRole('button', { name: 'Ask now' }));
    expect(await screen.findByTitle('UPI QR code for ₹350.00')).toBeInTheDocument();
    expect(keys).toHaveLength(1);
    expect(sent(after)[0]?.variables['input']).toMatchObject({ idempotencyKey: keys[0] });
  });

  it('is not paid from another wallet than the one that was looked at: that is shown first', async () => {
    const app = await openApp({ path: PATH });
    const button = await screen.findByRole('button', { name: BOTH });
    app.shop.people[0]?.story?.lines.push({ ...spend('1041', '250.00'), at: '2026-11-23T09:40:00+05:30' });
    const moved = { code: 'QUOTE_CHANGED', message: 'No.', ...NO_FIGURES };
    app.shop.interfere((_, init) =>
      String(init.body).includes('"StartCheckout"')
        ? graphqlData({ startCheckout: { checkout: null, userErrors: [moved] } })
        : undefined,
    );
    await app.user.click(button);
    expect(await screen.findByText(/Your wallet has changed since/)).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Pay ₹4,000.00 with credits and ₹600.00 by UPI' }),
    ).toBeInTheDocument();
  });

  it('says why it was refused, and that nothing was paid', async () => {
    const app = await openApp({ path: PATH });
    const no = { code: 'PAYMENT_UNAVAILABLE', message: 'No.', ...NO_FIGURES };
    app.shop.interfere((_, init) =>
      String(init.body).includes('"StartCheckout"')
        ? graphqlData({ startCheckout: { checkout: null, userErrors: [no] } })
        : undefined,
    );
    await app.user.click(await screen.findByRole('button', { name: BOTH }));
    expect(await screen.findByText(/Nothing was paid/)).toBeInTheDocument();
    expect(screen.getByText(/The payment provider can’t be reached/)).toBeInTheDocument();
  });
});

describe('an order that has been paid', () => {
  const form = () => screen.queryByRole('textbox', { name: 'Order number' });
  const pay = async ({ user }: Awaited<ReturnType<typeof openApp>>): Promise<void> => {
    await user.click(await screen.findByRole('button', { name: 'Pay ₹3,400.00 with credits' }));
    await screen.findByRole('heading', { name: 'Paid ₹3,400.00 with credits' });
  };

  it('has a receipt with an address of its own, which a reload finds', async () => {
    const app = await openApp({ path: ORDER });
    await pay(app);
    const receipt = window.location.pathname;
    expect(receipt).toMatch(/^\/use\/paid\/entry-/);
    cleanup();
    const lines = app.shop.people[0]?.story?.lines ?? [];
    await openApp({ path: receipt, story: { ...asha, lines } });
    expect(await screen.findByText('Your balance after it: ₹850.00.')).toBeInTheDocument();
    expect(form()).not.toBeInTheDocument();
  });

  it('says so in the form’s place, and is paid once more only by who asks for it', async () => {
    const app = await openApp({ path: ORDER });
    await pay(app);
    const receipt = window.location.pathname;
    act(() => {
      window.history.pushState(null, '', ORDER);
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
    expect(await screen.findByText('Order 1043 has been paid with credits before.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'See the receipt' })).toHaveAttribute('href', receipt);
    expect(form()).not.toBeInTheDocument();
    await app.user.click(screen.getByRole('button', { name: 'Pay another part' }));
    await app.user.click(screen.getByRole('radio', { name: /^Another amount/ }));
    const field = screen.getByRole('textbox', { name: 'Amount to pay with credits' });
    await app.user.clear(field);
    await app.user.type(field, '50');
    await app.user.click(await screen.findByRole('button', { name: 'Pay another ₹50.00' }));
    expect(await screen.findByRole('heading', { name: 'Paid ₹50.00 with credits' })).toBeInTheDocument();
  });

  it('is not paid again by somebody who did not see that, and is once they confirm', async () => {
    const app = await openApp({ path: ORDER });
    const button = await screen.findByRole('button', { name: 'Pay ₹3,400.00 with credits' });
    const line = { kind: 'DEBIT', paise: 100_00n, at: '2026-11-23T09:40:00+05:30', orderId: '1043' } as const;
    app.shop.people[0]?.story?.lines.push(line);
    await app.user.click(button);
    expect(await screen.findByText('Order 1043 has been paid with credits before.')).toBeInTheDocument();
    expect(screen.queryByText(/Nothing was paid/)).not.toBeInTheDocument();
    const sent = () => app.shop.requests.filter(({ operationName }) => operationName === 'DeductCredits');
    expect(sent()[0]?.variables['input']).toMatchObject({ onlyOnce: true });
    await app.user.click(screen.getByRole('button', { name: 'Pay another ₹3,400.00' }));
    await screen.findByRole('heading', { name: 'Paid ₹3,400.00 with credits' });
    expect(sent()[1]?.variables['input']).toMatchObject({ onlyOnce: false });
  });
});
