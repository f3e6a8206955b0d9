import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import type { SampleCheckout } from '../../support/checkouts.ts';
import { graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import type { Opening } from '../../support/open-app.tsx';
import { money } from '../../support/sample-wallet.ts';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const page = async () => {
  await screen.findByRole('heading', { level: 1, name: /order/i });
  return within(screen.getByRole('main'));
};

/** The page of one checkout, and that checkout as the shop has it. */
async function openCheckout(sample: Partial<SampleCheckout> = {}, opening: Opening = {}) {
  const story = { ...asha, checkouts: [{ id: 'checkout-1', status: 'OPEN' as const, ...sample }] };
  const app = await openApp({ path: '/pay/checkout-1', story, ...opening });
  const [checkout] = app.shop.people[0]?.story?.checkouts ?? [];
  if (!checkout) throw new Error('The shop has no checkout.');
  return { ...app, checkout };
}

/** Looking at the page again asks the shop at once. */
const lookAgain = () => act(() => void document.dispatchEvent(new Event('visibilitychange')));

const waiting = { status: 'PAYING', payment: 'AWAITING_PAYMENT' } as const;

describe('the page of a checkout', () => {
  it('says what the order comes to, what credits pay of it, what is left and for how long', async () => {
    await openCheckout();
    const order = await (await page()).findByRole('region', { name: 'Order 1044' });
    expect(order).toHaveTextContent('Total₹1,040.00');
    expect(order).toHaveTextContent('Credits₹340.00');
    expect(order).toHaveTextContent('Left to pay₹700.00Balance after it₹4,250.00');
    expect(
      screen.getByRole('button', { name: 'Pay ₹700.00 with UPI and ₹340.00 from credits' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/left to pay$/)).toBeInTheDocument();
  });

  it('takes a gift card as long as no payment was begun, says why not where it is none, and keeps no code', async () => {
    const { user, shop } = await openCheckout();
    const main = await page();
    const field = await main.findByRole('textbox', { name: 'Gift card code' });
    await user.type(field, 'NOBODYS{Enter}');
    expect(
      await main.findByText('This code cannot be used. Check the letters and digits.'),
    ).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, '7K9Q-X2R4-MB3D-0WZE-5{Enter}');
    expect(await main.findByText('Gift card •••• WZE5')).toBeInTheDocument();
    expect(field).toHaveValue('');
    const sent = shop.requests.filter(({ operationName }) => operationName === 'AddGiftCardToCheckout');
    expect(sent).toHaveLength(2);
    expect(JSON.stringify({ ...window.localStorage })).not.toContain('7K9Q');
    await user.click(main.getByRole('button', { name: /^Pay ₹200.00 with UPI/ }));
    await main.findByTitle('UPI QR code for ₹200.00');
    expect(main.queryByRole('textbox', { name: 'Gift card code' })).toBeNull();
  });

  it('says what each gift card pays, and that it is set aside, given back or spent', async () => {
    const cards = { '7Q2M': 500_00n, WZE5: 40_00n };
    const { user, checkout } = await openCheckout({ cards });
    const main = await page();
    const order = await main.findByRole('region', { name: 'Order 1044' });
    expect(order).toHaveTextContent('Gift card •••• 7Q2M₹500.00');
    expect(order).toHaveTextContent('Gift card •••• WZE5₹40.00Credits₹340.00Left to pay₹160.00');
    expect(order).toHaveTextContent('Gift card and credits are set aside');
    await user.click(main.getByRole('button', { name: 'Cancel this payment' }));
    expect(
      await screen.findByText(/What was set aside of a gift card is back on it at once/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Keep paying' }));

    Object.assign(checkout, { status: 'EXPIRED' });
    lookAgain();
    expect(await main.findByText(/on the gift card and in your wallet/)).toBeInTheDocument();
    Object.assign(checkout, { status: 'PAID', payment: 'SETTLED' });
    lookAgain();
    expect(await main.findByRole('heading', { name: 'Order 1044 is paid' })).toHaveFocus();
    expect(main.getByText('Gift card •••• WZE5')).toBeInTheDocument();
  });

  it('says of a gift card alone that it is on the card again', async () => {
    await openCheckout({ credits: 0n, cards: { '7Q2M': 500_00n }, status: 'CANCELLED' });
    expect(await (await page()).findByText('This is back on the gift card.')).toBeInTheDocument();
  });

  it('is without the bar with the places on a phone', async () => {
    await openCheckout({}, { width: 390 });
    await (await page()).findByRole('region', { name: 'Order 1044' });
    expect(screen.queryByRole('navigation', { name: 'Main' })).not.toBeInTheDocument();
  });

  it('is what somebody sees who signs in on the way to it', async () => {
    const { user } = await openCheckout({}, { as: null });
    await user.type(await screen.findByLabelText('Email'), 'asha@example.in');
    await user.type(screen.getByLabelText('Password'), 'early-bird-asha');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await (await page()).findByRole('region', { name: 'Order 1044' })).toBeInTheDocument();
    expect(window.location.pathname).toBe('/pay/checkout-1');
  });

  it('does not tell a checkout of somebody else from one that is not there', async () => {
    await openApp({ path: '/pay/somebody-elses' });
    const main = await page();
    expect(await main.findByText(/There is no such checkout in your account/)).toBeInTheDocument();
    expect(main.getByRole('link', { name: 'To my wallet' })).toHaveAttribute('href', '/');
  });

  it('is paid by UPI: a code to scan, then the receipt and the way back to the shop', async () => {
    const { user, checkout } = await openCheckout({ returnTo: 'https://shop.example/thanks?signature=1' });
    const main = await page();
    await user.click(await main.findByRole('button', { name: /^Pay ₹700.00 with UPI/ }));
    expect(await main.findByTitle('UPI QR code for ₹700.00')).toBeInTheDocument();
    expect(main.queryByRole('link', { name: 'Back to the shop' })).not.toBeInTheDocument();
    Object.assign(checkout, { status: 'PAID', payment: 'SETTLED' });
    lookAgain();
    expect(await main.findByRole('heading', { name: 'Order 1044 is paid' })).toHaveFocus();
    expect(main.getByRole('link', { name: 'Back to the shop' })).toHaveAttribute(
      'href',
      'https://shop.example/thanks?signature=1',
    );
    expect(main.getByRole('button', { name: 'Print' })).toBeInTheDocument();
    await user.click(main.getByRole('button', { name: 'Share' }));
    expect(await window.navigator.clipboard.readText()).toMatch(
      /^Order 1044 is paid.*\nCredits: ₹340\.00\nUPI: ₹700\.00\nTotal: ₹1,040\.00\nReference: /,
    );
    expect(checkout.keys).toHaveLength(1);
  });

  it('is paid by card on the bank’s page', async () => {
    const { user } = await openCheckout();
    const main = await page();
    await user.click(await main.findByRole('radio', { name: /Card/ }));
    await user.click(main.getByRole('button', { name: /^Pay ₹700.00 with Card/ }));
    const link = await main.findByRole('link', { name: 'Open the payment page' });
    expect(link).toHaveAttribute('href', '/mock-payments/1');
  });

  it('changes the way to pay, and back again', async () => {
    const { user, checkout } = await openCheckout(waiting);
    const main = await page();
    await user.click(await main.findByRole('button', { name: 'Use Card instead' }));
    await user.click(await main.findByRole('button', { name: 'Use UPI instead' }));
    expect(await main.findByTitle('UPI QR code for ₹700.00')).toBeInTheDocument();
    expect(new Set(checkout.keys).size).toBe(2);
  });

  it('says that the way to pay stays when the bank is confirming it', async () => {
    const { user } = await openCheckout({ ...waiting, refuses: 'PAYMENT_CONFIRMING' });
    const main = await page();
    await user.click(await main.findByRole('button', { name: 'Use Card instead' }));
    expect(await main.findByText('The way to pay was not changed.')).toBeInTheDocument();
  });

  it('begins a payment again that the bank did not take', async () => {
    const { user, checkout } = await openCheckout({ status: 'PAYING', payment: 'CREATED', method: 'CARD' });
    const main = await page();
    checkout.refuses = 'PAYMENT_UNAVAILABLE';
    await user.click(await main.findByRole('button', { name: /^Pay ₹700.00 with Card/ }));
    expect(await main.findByText(/The payment did not start/)).toBeInTheDocument();
    delete checkout.refuses;
    await user.click(main.getByRole('button', { name: /^Pay ₹700.00 with Card/ }));
    expect(await main.findByRole('link', { name: 'Open the payment page' })).toBeInTheDocument();
  });

  it('is called off once that is confirmed', async () => {
    const { user, checkout } = await openCheckout(waiting);
    const main = await page();
    await user.click(await main.findByRole('button', { name: 'Cancel this payment' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Don’t pay order 1044?' }));
    expect(dialog.getByText(/Your ₹340.00 credits come back at once/)).toBeInTheDocument();
    expect(checkout.status).toBe('PAYING');
    await user.click(dialog.getByRole('button', { name: 'Yes, cancel' }));
    expect(
      await (await page()).findByRole('heading', { name: 'The payment was cancelled' }),
    ).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByRole('link', { name: 'To my wallet' })).toBeInTheDocument();
  });

  it('is split anew by whoever asks for it; one that the shop led to is begun again there', async () => {
    const { user } = await openCheckout({ returnTo: 'https://shop.example/thanks?signature=1' });
    const main = await page();
    await user.click(await main.findByRole('button', { name: 'Choose other amounts' }));
    const title = 'Pay order 1044 with other amounts?';
    const again = async () => {
      const dialog = within(await screen.findByRole('dialog', { name: title }));
      await user.click(dialog.getByRole('button', { name: 'Yes, choose again' }));
    };
    await again();
    expect(await screen.findByRole('link', { name: 'Back to the shop' })).toBeInTheDocument();
    expect(window.location.pathname).toBe('/pay/checkout-1');

    cleanup();
    await openCheckout();
    await user.click(await (await page()).findByRole('button', { name: 'Choose other amounts' }));
    await again();
    expect(await screen.findByRole('heading', { name: 'Pay for order 1044' })).toBeInTheDocument();
    expect(window.location.search).toBe('?order=1044&amount=1040.00');
  });

  it('says why it was not called off', async () => {
    const { user } = await openCheckout({ ...waiting, refuses: 'PAYMENT_CONFIRMING' });
    await user.click(await (await page()).findByRole('button', { name: 'Cancel this payment' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Yes, cancel' }));
    expect(await dialog.findByText(/It was not cancelled/)).toBeInTheDocument();
  });

  it('leaves nothing to press but asking while the bank is at work', async () => {
    const { user, checkout } = await openCheckout({ status: 'PAYING', payment: 'CONFIRMING' });
    const main = await page();
    expect(
      await main.findByRole('heading', { name: 'Waiting for your bank to confirm ₹700.00' }),
    ).toBeInTheDocument();
    expect(main.getByText('Please don’t pay twice.')).toBeInTheDocument();
    expect(main.queryByRole('button', { name: 'Cancel this payment' })).not.toBeInTheDocument();
    Object.assign(checkout, { status: 'PAID', payment: 'SETTLED' });
    await user.click(main.getByRole('button', { name: 'Check again' }));
    expect(await main.findByRole('heading', { name: 'Order 1044 is paid' })).toBeInTheDocument();
  });

  it.each([
    ['FAILED', 'FAILED', 'The payment didn’t go through', /pays this order where that is still possible/],
    ['EXPIRED', 'EXPIRED', 'The time to pay ran out', /pays this order where that is still possible/],
    ['CANCELLED', 'EXPIRED', 'The payment was cancelled', /nothing is paid with it by itself/],
  ] as const)(
    'tells what %s means for the order, the credits and late money',
    async (status, payment, title, late) => {
      await openCheckout({ status, payment, returnTo: 'https://shop.example/back' });
      const main = await page();
      expect(await main.findByRole('heading', { name: title })).toBeInTheDocument();
      expect(main.getByText(/Order 1044 is not paid/)).toBeInTheDocument();
      expect(main.getByRole('region', { name: 'Order 1044' })).toHaveTextContent('Not paid₹700.00');
      expect(main.getByText('These credits are back in your wallet.')).toBeInTheDocument();
      expect(main.getByText(late)).toBeInTheDocument();
      expect(main.getByRole('link', { name: 'Back to the shop' })).toHaveAttribute(
        'href',
        'https://shop.example/back',
      );
      expect(main.getByRole('link', { name: 'Get help' })).toHaveAttribute('href', '/help');
    },
  );

  it('is paid after all by what arrived late', async () => {
    const { checkout } = await openCheckout({ status: 'EXPIRED', payment: 'EXPIRED' });
    const main = await page();
    await main.findByRole('heading', { name: 'The time to pay ran out' });
    Object.assign(checkout, { status: 'PAID', payment: 'SETTLED' });
    lookAgain();
    expect(await main.findByRole('heading', { name: 'Order 1044 is paid' })).toBeInTheDocument();
  });

  it('says nothing of credits where a payment pays all of it', async () => {
    await openCheckout({ credits: 0n });
    const main = await page();
    expect(await main.findByRole('heading', { name: 'Pay ₹1,040.00' })).toBeInTheDocument();
    expect(main.queryByText(/credits/i)).not.toBeInTheDocument();
  });

  it('shows no payment where credits paid all of it', async () => {
    await openCheckout({ status: 'PAID', credits: 1_040_00n });
    const receipt = await (await page()).findByRole('article', { name: 'Order 1044 is paid' });
    expect(screen.queryByRole('region', { name: 'What came back' })).not.toBeInTheDocument();
    expect(receipt).toHaveTextContent('Credits₹1,040.00');
    expect(receipt).not.toHaveTextContent('UPI');
  });

  it('says what came back of it, and where it is', async () => {
    const split = (toSource: bigint, toGiftCards: bigint, toWallet: bigint) => ({
      ...{ toSource: money(toSource), toGiftCards: money(toGiftCards), toWallet: money(toWallet) },
    });
    const refunds = [
      {
        ...{ split: split(100_00n, 0n, 0n), sourceStatus: 'FAILED', reason: 'One came broken' },
        refundedAt: '2026-11-24T09:00:00+05:30',
      },
      {
        ...{ split: split(160_00n, 540_00n, 40_00n), sourceStatus: 'PROCESSING', reason: 'Returned' },
        refundedAt: '2026-11-25T09:00:00+05:30',
      },
    ];
    const paid = { status: 'PAID', payment: 'SETTLED', cards: { '7Q2M': 540_00n } } as const;
    await openCheckout({ ...paid, cameBack: { refunded: 740_00n, refunds } });
    const back = await (await page()).findByRole('region', { name: 'What came back' });
    expect(back).toHaveTextContent('24 Nov 2026: One came broken');
    expect(back).toHaveTextContent('Could not be sent back; the shop looks at it₹100.00');
    expect(back).toHaveTextContent('On its way to where you paid from₹160.00Back on the gift card₹540.00');
    expect(back).toHaveTextContent('Back in your wallet₹40.00In all, with what is on its way₹740.00');
  });

  it('does not know what became of a lost answer, and asks again under the same key', async () => {
    const { user, shop, checkout } = await openCheckout();
    const main = await page();
    const keys: string[] = [];
    const heal = shop.interfere((url, init) => {
      if (url !== '/graphql' || !String(init.body).includes('"PayCheckout"')) return undefined;
      keys.push(JSON.parse(String(init.body)).variables.input.idempotencyKey);
      return new Response('', { status: 504 });
    });
    await user.click(await main.findByRole('button', { name: /^Pay ₹700.00 with UPI/ }));
    expect(await main.findByText(/We don’t know yet whether the payment has started/)).toBeInTheDocument();
    heal();
    await user.click(main.getByRole('button', { name: 'Ask now' }));
    expect(await main.findByTitle('UPI QR code for ₹700.00')).toBeInTheDocument();
    expect(checkout.keys).toEqual([keys[0]]);
  });

  it('can be asked for again when it did not load', async () => {
    let isDown = true;
    const { user } = await openCheckout(
      {},
      {
        network: (url, init) =>
          isDown && url === '/graphql' && String(init.body).includes('"CheckoutPage"')
            ? graphqlError('INTERNAL_SERVER_ERROR')
            : undefined,
      },
    );
    const main = await page();
    expect(await main.findByText('Your order didn’t load.')).toBeInTheDocument();
    isDown = false;
    await user.click(main.getByRole('button', { name: 'Try again' }));
    expect(await main.findByRole('region', { name: 'Order 1044' })).toBeInTheDocument();
  });

  it('sends nothing while there is no network, and says why', async () => {
    const { user, checkout } = await openCheckout();
    const button = await (await page()).findByRole('button', { name: /^Pay ₹700.00 with UPI/ });
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'));
    expect(button).toHaveAccessibleDescription(/connection/);
    await user.click(button);
    expect(checkout.keys).toBeUndefined();
    online.mockRestore();
  });

  it('speaks Hindi', async () => {
    await openCheckout(waiting, { language: 'hi' });
    expect(await screen.findByRole('heading', { level: 1, name: 'ऑर्डर 1044 का भुगतान' })).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'यह पेमेंट रद्द करें' })).toBeInTheDocument();
  });
});
