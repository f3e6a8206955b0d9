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

  it('says how much it may be before anything is typed, and offers usual amounts', async () => {
    const { user, shop } = await openApp({ path: '/gifts/send' });
    const field = await screen.findByRole('textbox', { name: 'Amount in rupees' });
    expect(field).toHaveAccessibleDescription(
      '₹100.00 to ₹10,000.00. Paid by UPI or card, not from your credits.',
    );
    await user.clear(field);
    await user.type(field, '10001');
    await user.type(screen.getByRole('textbox', { name: 'Their email' }), 'neha@example.in');
    await user.click(screen.getByRole('button', { name: 'Pay with UPI' }));
    expect(field).toHaveAccessibleDescription('Choose ₹100.00 to ₹10,000.00.');
    expect(field).toHaveFocus();
    expect(shop.requests.map(({ operationName }) => operationName)).not.toContain('SendGift');
    await user.click(screen.getByRole('radio', { name: '₹1,000' }));
    expect(screen.getByRole('button', { name: 'Pay ₹1,000.00 with UPI' })).toBeInTheDocument();
  });

  it('is not offered where the wallet takes part in nothing', async () => {
    await openApp({ path: '/gifts/send', story: { ...asha, status: 'FROZEN' } });
    expect(await screen.findByText(/claiming and referring are paused/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
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
    const list = within(await screen.findByRole('region', { name: 'Gifts you sent' }));
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

  it('is changed in what its sender says of it and nothing else, until it is sent also in its time', async () => {
    const { user, shop } = await opened({ status: 'SCHEDULED' });
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Change your gift' }));
    const email = dialog.getByRole('textbox', { name: 'Their email' });
    expect(email).toHaveValue('neha@example.in');
    await user.clear(email);
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(email).toHaveAccessibleDescription('Enter an email address, such as neha@example.in.');
    await user.type(email, 'kiran@example.in');
    await user.click(dialog.getByRole('radio', { name: 'Thank you!' }));
    await user.click(dialog.getByRole('radio', { name: 'On a day' }));
    const day = dialog.getByLabelText('Day and time in India');
    await user.clear(day);
    await user.type(day, '2026-11-28T09:00');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('region', { name: 'Details' })).toHaveTextContent('Tokiran@example.in');
    const [change] = shop.people[0]?.story?.gifts?.[0]?.changes ?? [];
    expect(change).toEqual({
      ...{ giftId: 'gift-1', idempotencyKey: expect.any(String) },
      ...{ toEmail: 'kiran@example.in', design: 'THANKS', deliverAt: '2026-11-28T09:00:00+05:30' },
    });
  });

  it('goes by another mail where it was sent and its address is changed, and has no time any more', async () => {
    const { user, shop } = await opened();
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Change your gift' }));
    expect(dialog.queryByRole('radio', { name: 'On a day' })).toBeNull();
    expect(dialog.queryByText(/stops working/)).toBeNull();
    await user.type(dialog.getByRole('textbox', { name: 'Their email' }), '.uk');
    expect(dialog.getByText(/The link in the mail before stops working/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Leave it as it is' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(shop.requests.map(({ operationName }) => operationName)).not.toContain('ChangeGift');
  });

  it('is saved as it is without asking the shop, and says why a change was refused', async () => {
    const { user, shop } = await opened();
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(shop.requests.map(({ operationName }) => operationName)).not.toContain('ChangeGift');
    const [mine] = shop.people[0]?.story?.gifts ?? [];
    if (mine) mine.status = 'CLAIMED';
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await user.type(await screen.findByRole('textbox', { name: 'Your name in the mail' }), ' Rao');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The gift was not changed.')).toBeInTheDocument();
  });

  it('is taken into the own wallet where nobody claimed it, which is another thing than recalling it', async () => {
    const { user } = await opened({ status: 'UNCLAIMED' });
    expect(await screen.findByRole('button', { name: 'Recall' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Move to my wallet' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Move this gift to your wallet?' }));
    expect(dialog.getByText(/₹500.00 becomes credit in your wallet at once/)).toBeInTheDocument();
    expect(dialog.getByText(/Recalled instead, the money goes back/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Yes, move it' }));
    expect(await screen.findByRole('heading', { name: 'The gift is back with you' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Recall' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Move to my wallet' })).toBeNull();
  });

  it('is taken into the own wallet where the bank would not take the money back', async () => {
    await opened({ status: 'RECALLED', refund: 'FAILED' });
    expect(await screen.findByText(/You can have the ₹500.00 in your own wallet/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Recall' })).toBeNull();
  });

  it.each([
    [
      'SCHEDULED',
      'ScheduledThe mail goes out 23 Nov 2026, 9:45 am',
      'SentThen whoever opens its link can claim the gift',
      'ClaimedYou see the day here. Nothing about what they buy with it.',
    ],
    ['SENT', 'Sent23 Nov 2026, 9:46 am', 'ClaimedYou see the day here. Nothing about what they buy with it.'],
    ['CLAIMED', 'Sent23 Nov 2026, 9:46 am', 'Claimed23 Nov 2026, 9:50 am'],
    ['RECALLED', 'Recalled23 Nov 2026, 9:50 am'],
  ] as const)('tells how far one has come that is %s', async (status, ...since) => {
    await opened({ status });
    const card = await screen.findByRole('region', { name: 'Where it is' });
    const steps = within(card).getAllByRole('listitem');
    expect(steps.map(({ textContent }) => textContent)).toEqual([
      'Ordered23 Nov 2026, 9:41 am',
      'Paid23 Nov 2026, 9:43 am · ₹500.00 by UPI',
      ...since,
    ]);
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
