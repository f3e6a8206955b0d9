import { act, cleanup, screen } from '@testing-library/react';
import { openApp } from '../../support/open-app.tsx';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const ORDER = '/use?order=1043&amount=3400.00';

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
    expect(await screen.findByRole('button', { name: 'Pay ₹4,250.00 with credits' })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /^All my credits, ₹4,250.00/ })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: /^Keep SILVER, ₹3,250.00/ }));
    expect(await screen.findByRole('button', { name: 'Pay ₹3,250.00 with credits' })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Order 1044' })).toHaveTextContent('Left to pay₹1,160.00');
    await user.click(screen.getByRole('radio', { name: /^Another amount/ }));
    const field = screen.getByRole('textbox', { name: 'Amount to pay with credits' });
    await user.clear(field);
    expect(field).toHaveAccessibleDescription('Enter an amount from ₹0.01 to ₹4,250.00.');
    await user.type(field, '99.50');
    expect(await screen.findByRole('button', { name: 'Pay ₹99.50 with credits' })).toBeInTheDocument();
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
    expect(await screen.findByText(/is left to pay at the shop/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /to your wallet/ })).not.toBeInTheDocument();
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
