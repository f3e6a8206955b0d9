import { act, screen, within } from '@testing-library/react';
import { CODE } from '../../support/bought-cards.ts';
import type { SamplePurchase } from '../../support/bought-cards.ts';
import { openApp } from '../../support/open-app.tsx';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const purchase = (more: Partial<SamplePurchase> = {}): SamplePurchase => ({
  ...{ id: 'purchase-1', payment: 'SETTLED' },
  input: { amount: { amount: '500.00', currencyCode: 'INR' }, method: 'UPI' },
  card: { status: 'ACTIVE', remaining: 500_00n },
  ...more,
});
const opened = (more: Partial<SamplePurchase> = {}) =>
  openApp({ path: '/gift-cards/bought/purchase-1', story: { ...asha, purchases: [purchase(more)] } });

describe('buying a gift card', () => {
  it('begins at the gift cards, keeps to what the shop allows, and ends with what there is to pay', async () => {
    const { user, shop } = await openApp({ path: '/gift-cards' });
    await user.click(await screen.findByRole('link', { name: 'Buy a gift card' }));
    const field = await screen.findByRole('textbox', { name: 'Amount in rupees' });
    await user.clear(field);
    await user.type(field, '99');
    await user.click(screen.getByRole('button', { name: 'Pay with UPI' }));
    expect(field).toHaveFocus();
    expect(field).toHaveAccessibleDescription('Choose ₹100.00 to ₹10,000.00 on a card.');
    expect(shop.requests.map(({ operationName }) => operationName)).not.toContain('BuyGiftCard');

    await user.click(screen.getByRole('radio', { name: '₹1,000' }));
    await user.click(screen.getByRole('button', { name: 'Pay ₹1,000.00 with UPI' }));
    expect(await screen.findByTitle('UPI QR code for ₹1,000.00')).toBeInTheDocument();
    expect(window.location.pathname).toBe('/gift-cards/bought/purchase-1');
    await user.click(screen.getByRole('link', { name: 'Close' }));
    const list = within(await screen.findByRole('region', { name: 'Gift cards you bought' }));
    expect(list.getByText('Not paid')).toBeInTheDocument();
  });

  it('says why the shop refused', async () => {
    const userErrors = [{ code: 'BUYING_LIMIT_REACHED', message: 'No.' }];
    const { user } = await openApp({
      path: '/gift-cards/buy',
      console: { buyGiftCard: { purchase: null, replayed: false, userErrors } },
    });
    await user.click(await screen.findByRole('button', { name: 'Pay ₹500.00 with UPI' }));
    expect(await screen.findByText('The purchase did not start. Nothing was charged.')).toBeInTheDocument();
  });

  it('is not offered where the wallet takes part in nothing', async () => {
    await openApp({ path: '/gift-cards/buy', story: { ...asha, status: 'FROZEN' } });
    expect(await screen.findByText(/claiming and referring are paused/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('has come to nothing where its payment failed, and leads to another', async () => {
    await opened({ payment: 'FAILED', card: null });
    expect(await screen.findByRole('heading', { name: 'The payment didn’t go through' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Buy a gift card again' })).toHaveAttribute(
      'href',
      '/gift-cards/buy',
    );
  });
});

describe('a gift card that was bought', () => {
  it('stands in the list with what is left, and tells on its page what it has paid', async () => {
    const story = {
      ...asha,
      purchases: [purchase({ card: { status: 'PART_USED', remaining: 300_00n, held: 50_00n } })],
    };
    const { user } = await openApp({ path: '/gift-cards', story });
    const list = within(await screen.findByRole('region', { name: 'Gift cards you bought' }));
    expect(list.getByText('₹300.00')).toBeInTheDocument();
    expect(list.getByText('Part used')).toBeInTheDocument();
    await user.click(list.getByRole('link', { name: 'Card ending •••• WZE5' }));
    expect(await screen.findByRole('heading', { name: '₹300.00 left on your card' })).toBeInTheDocument();
    const details = screen.getByRole('region', { name: 'Details' });
    expect(details).toHaveTextContent('Has paid₹150.00');
    expect(details).toHaveTextContent('Set aside for an order₹50.00');
    expect(details).toHaveTextContent('Good until23 Nov 2027');
  });

  it('tells what happened to it, the latest first, and which orders of the own it paid', async () => {
    const entries = [
      { kind: 'HOLD', paise: 200_00n, left: 800_00n, orderId: '1042' },
      { kind: 'DEBIT', paise: 200_00n, left: 800_00n, orderId: '1042' },
      { kind: 'HOLD', paise: 500_00n, left: 300_00n },
    ] as const;
    await opened({ card: { status: 'PART_USED', remaining: 300_00n, entries } });
    const happened = within(await screen.findByRole('region', { name: 'What happened to it' }));
    expect(happened.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Held for an order.*\u2212₹500.00₹300.00 left$/) as string,
      expect.stringMatching(/^Paid order 1042.*[^\u2212+]₹200.00₹800.00 left$/) as string,
      expect.stringMatching(/^Held for order 1042.*\u2212₹200.00₹800.00 left$/) as string,
      expect.stringMatching(/^Bought.*\+₹/) as string,
    ]);
  });

  it('shows its code when it is asked for and at no other time, and keeps it nowhere', async () => {
    const { user, shop, snapshots } = await opened();
    const show = await screen.findByRole('button', { name: 'Show the code' });
    expect(shop.requests.map(({ operationName }) => operationName)).not.toContain('ShowGiftCardCode');
    await user.click(show);
    expect(await screen.findByText(CODE)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy the code' }));
    expect(await navigator.clipboard.readText()).toBe(CODE);
    await user.click(screen.getByRole('button', { name: 'Hide' }));
    expect(screen.queryByText(CODE)).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Show the code' }));
    expect(await screen.findByText(CODE)).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Close' }));
    await user.click(await screen.findByRole('link', { name: 'Card ending •••• WZE5' }));
    expect(await screen.findByRole('button', { name: 'Show the code' })).toBeInTheDocument();
    expect(screen.queryByText(CODE)).toBeNull();
    const kept = JSON.stringify([{ ...window.localStorage }, await snapshots.read()]);
    expect(kept).not.toContain(CODE);
  });

  it('hides its code from whoever comes back to a page that nobody looked at', async () => {
    const { user } = await opened();
    await user.click(await screen.findByRole('button', { name: 'Show the code' }));
    expect(await screen.findByText(CODE)).toBeInTheDocument();
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    hidden.mockRestore();
    expect(screen.queryByText(CODE)).toBeNull();
  });

  it('says where its code is not told any more', async () => {
    const { user } = await opened({ isWithheld: true });
    await user.click(await screen.findByRole('button', { name: 'Show the code' }));
    expect(await screen.findByText(/The code is not shown any more/)).toBeInTheDocument();
  });

  it('has no code to show once it has ended, and says why it cannot be used while it is disputed', async () => {
    const { view } = await opened({ card: { status: 'CLAIMED', remaining: 0n } });
    expect(await screen.findByRole('heading', { name: 'This card was claimed' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show the code' })).toBeNull();
    view.unmount();
    await opened({ card: { status: 'ACTIVE', remaining: 500_00n, isStopped: true } });
    expect(await screen.findByText(/Its payment is disputed/)).toBeInTheDocument();
  });

  it('is nobody else’s', async () => {
    await openApp({ path: '/gift-cards/bought/somebody', story: asha });
    expect(await screen.findByText('You have bought no such gift card.')).toBeInTheDocument();
  });
});
