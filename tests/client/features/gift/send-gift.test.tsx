import { screen, waitFor, within } from '@testing-library/react';
import { openApp } from '../../support/open-app.tsx';
import type { SampleSentGift } from '../../support/sent-gifts.ts';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const gift = (more: Partial<SampleSentGift> = {}): SampleSentGift => ({
  ...{ id: 'gift-1', status: 'SENT', payment: 'SETTLED' },
  input: { toEmail: 'neha@example.in', fromName: 'Asha', method: 'UPI', message: 'For the new flat!' },
  ...more,
});
const opened = (more: Partial<SampleSentGift> = {}) =>
  openApp({ path: '/gifts/gift-1', story: { ...asha, gifts: [gift(more)] } });

describe('sending a gift', () => {
  it('begins at the gift cards, previews, and ends with what there is to pay', async () => {
    const { user, shop } = await openApp({ path: '/gift-cards' });
    await user.click(await screen.findByRole('link', { name: 'Send a gift' }));
    await user.type(await screen.findByRole('textbox', { name: 'Their email' }), 'neha@example.in');
    await user.type(screen.getByRole('textbox', { name: 'Message (optional)' }), 'For the new flat!');
    expect(screen.getByText('17 of 300 characters')).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Thank you!' }));
    const preview = screen.getByRole('region', { name: 'What they see' });
    expect(preview).toHaveTextContent('Asha Rao sent you ₹500.00For the new flat!');
    await user.click(screen.getByRole('button', { name: 'Pay ₹500.00 with UPI' }));
    expect(await screen.findByTitle('UPI QR code for ₹500.00')).toBeInTheDocument();
    expect(window.location.pathname).toBe('/gifts/gift-1');
    const [input] = shop.people[0]?.story?.gifts?.map((one) => one.input) ?? [];
    expect(input).toMatchObject({
      ...{ amount: { amount: '500.00' }, toEmail: 'neha@example.in', fromName: 'Asha Rao', method: 'UPI' },
      ...{ message: 'For the new flat!', design: 'THANKS', deliverAt: null, language: 'EN' },
    });
  });

  it('asks for what is missing before anything is sent', async () => {
    const { user, shop } = await openApp({ path: '/gifts/send' });
    await user.click(await screen.findByRole('radio', { name: 'On a day' }));
    await user.click(screen.getByRole('button', { name: 'Pay ₹500.00 with UPI' }));
    const email = screen.getByRole('textbox', { name: 'Their email' });
    expect(email).toHaveAccessibleDescription('Enter an email address, such as neha@example.in.');
    expect(email).toHaveFocus();
    expect(screen.getByText('Choose a day and a time.')).toBeInTheDocument();
    expect(shop.requests.map(({ operationName }) => operationName)).not.toContain('SendGift');
  });

  it('says why the shop refused', async () => {
    const { user } = await openApp({
      path: '/gifts/send',
      console: { sendGift: { gift: null, userErrors: [{ code: 'GIFTS_UNAVAILABLE', message: 'No.' }] } },
    });
    await user.type(await screen.findByRole('textbox', { name: 'Their email' }), 'neha@example.in');
    await user.click(screen.getByRole('button', { name: 'Pay ₹500.00 with UPI' }));
    expect(await screen.findByText('The gift did not start. Nothing was charged.')).toBeInTheDocument();
  });
});

describe('a gift that was sent', () => {
  it('stands in the list with how it stands, and leads to its page', async () => {
    const { user } = await openApp({ path: '/gift-cards', story: { ...asha, gifts: [gift()] } });
    const list = within(await screen.findByRole('region', { name: 'Gifts you send' }));
    expect(list.getByText('Sent')).toBeInTheDocument();
    await user.click(list.getByRole('link', { name: 'To neha@example.in' }));
    expect(await screen.findByRole('heading', { name: 'Your gift is on its way' })).toBeInTheDocument();
  });

  it('is recalled after a question, and the money goes back', async () => {
    const { user } = await opened();
    await user.click(await screen.findByRole('button', { name: 'Recall' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Recall this gift?' }));
    expect(dialog.getByText(/₹500.00 goes back to where you paid from/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Yes, recall it' }));
    expect(await screen.findByRole('heading', { name: 'You recalled this gift' })).toBeInTheDocument();
    expect(screen.getByText(/The money is on its way back/)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Recall' })).toBeNull());
  });

  it('cannot be recalled once it was claimed', async () => {
    await opened({ status: 'CLAIMED' });
    expect(await screen.findByRole('heading', { name: 'Your gift was claimed' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Recall' })).toBeNull();
  });

  it('is not sent where its payment failed', async () => {
    await opened({ status: 'UNPAID', payment: 'FAILED' });
    expect(await screen.findByRole('heading', { name: 'The payment didn’t go through' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Send a gift again' })).toHaveAttribute('href', '/gifts/send');
  });

  it('says while the bank is at work that nobody should pay again', async () => {
    await opened({ status: 'UNPAID', payment: 'CONFIRMING' });
    expect(await screen.findByText('Please don’t pay twice.')).toBeInTheDocument();
  });
});
