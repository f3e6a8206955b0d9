import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { payAtBank } from './support/bank.ts';
import { faultsOf } from './support/inspection.ts';
import { ASHA, openShop, RAVI } from './support/shop.ts';
import { settled } from './support/wallet-page.ts';

const shop = openShop();
const LOOK = { reducedMotion: 'reduce' } as const;
/** Every address of the customer's app that asks the shop for something. */
const SCREENS = ['/', '/history', '/rewards', '/refer', '/tier', '/use', '/add'];

/** One visitor for all pages of a kind: signing in again for each would take longer than looking. */
let asha: Page;
let newcomer: Page;
let empty: Page;
let frozen: Page;
let waiting: Page;
let failing: Page;

beforeAll(async () => {
  const [unopened, opened, held] = [
    await shop.newcomer({ wallet: false }),
    await shop.newcomer(),
    await shop.newcomer({ credits: '1500.00' }),
  ];
  await shop.freeze(held, 'Reported as lost');
  asha = await shop.visitor(ASHA, LOOK);
  newcomer = await shop.visitor(unopened, LOOK);
  empty = await shop.visitor(opened, LOOK);
  frozen = await shop.visitor(held, LOOK);
  waiting = await shop.visitor(ASHA, LOOK);
  await waiting.route('**/graphql', () => new Promise<never>(() => undefined));
  failing = await shop.visitor(ASHA, LOOK);
  await failing.route('**/graphql', (route) => route.fulfill({ json: FAILURE }));
});

async function open(page: Page, address: string): Promise<Page> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(page);
  return page;
}

describe('no accessibility rule is broken and nothing scrolls sideways, at any width and in both schemes', () => {
  it('at the door', async () => {
    const page = await shop.stranger(LOOK);
    await page.goto('/');
    await page.getByRole('button', { name: /Asha/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('Enter your password.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it.each([
    ...SCREENS,
    '/history?order=nothing-like-it',
    '/rewards?show=claimed',
    '/gift-cards',
    '/settings',
    '/help',
    '/help/report',
    '/statement',
    '/statement/print',
    '/no-such-page',
  ])('at %s', async (address) => {
    await open(asha, address);
    if (address === '/add') await asha.getByRole('radio', { name: '₹500' }).waitFor();
    expect(await faultsOf(asha)).toEqual([]);
  });

  it.each(['debit', 'credit', 'refund'])('at an entry: a %s', async (type) => {
    await open(asha, `/history?type=${type}`);
    const entry = await asha.getByRole('main').locator('a[href^="/history/"]').first().getAttribute('href');
    await open(asha, entry ?? '');
    expect(await faultsOf(asha)).toEqual([]);
    await asha.getByRole('link', { name: 'Get help with this entry' }).click();
    await asha.getByRole('heading', { level: 1, name: 'Report a problem' }).waitFor();
    expect(await faultsOf(asha)).toEqual([]);
  });

  it('in the dialog that signs out everywhere', async () => {
    await open(asha, '/settings');
    await asha.getByRole('button', { name: 'Sign out everywhere' }).click();
    await asha.getByRole('dialog').waitFor();
    expect(await faultsOf(asha)).toEqual([]);
  });

  it('in the dialog that claims a reward, and with the word that it was', async () => {
    const page = await open(await shop.visitor(await shop.newcomer({ credits: '100.00' }), LOOK), '/rewards');
    await page.getByRole('button', { name: 'Claim ₹75.00' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Claim ₹75.00' }).click();
    // The word stays for as long as somebody is at it.
    await page.getByRole('link', { name: 'See it' }).focus();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'See it' }).waitFor();
  });

  it('in the sheet with the filters of the history', async () => {
    await open(asha, '/history');
    await asha.setViewportSize({ width: 390, height: 800 });
    await asha.getByRole('button', { name: 'Filters', exact: true }).click();
    await asha.getByRole('dialog').waitFor();
    expect(await faultsOf(asha)).toEqual([]);
  });

  it('where a session has ended', async () => {
    const page = await open(await shop.visitor(await shop.newcomer(), LOOK), '/');
    await page.context().clearCookies();
    await page.route('**/graphql', (route) => route.fulfill({ status: 401, json: UNAUTHENTICATED }));
    await page.getByRole('link', { name: 'History' }).first().click();
    await page.getByText('Your session has ended.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('while an order is looked at and when it was paid', async () => {
    const page = await shop.visitor(await shop.newcomer({ credits: '1200.00' }), LOOK);
    await open(page, '/use?order=A-1&amount=400');
    const pay = page.getByRole('button', { name: 'Pay ₹400.00 with credits' });
    await pay.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await pay.click();
    await page.getByRole('heading', { name: 'Paid ₹400.00 with credits' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it.each(['Never answer', 'Decline', 'Approve'] as const)('when the bank was told: %s', async (answer) => {
    const page = await shop.visitor(await shop.newcomer(), LOOK);
    await open(page, '/add?method=upi&amount=500');
    const steps = page.getByRole('main');
    await steps.getByRole('button', { name: 'Pay ₹500.00 with UPI' }).click();
    await steps.getByRole('img', { name: /UPI QR code/ }).waitFor();
    await payAtBank(page, answer);
    const shown = {
      'Never answer': 'Pay ₹500.00',
      Decline: 'The payment didn’t go through',
      Approve: '₹500.00 added',
    };
    await steps.getByRole('heading', { name: shown[answer] }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('on the way through a checkout', async () => {
    const customer = await shop.newcomer({ credits: '250.00' });
    const page = await shop.visitor(customer, LOOK);
    await open(page, await shop.checkoutOf(customer, 'A-3001', '1040.00'));
    const steps = page.getByRole('main');
    const pay = steps.getByRole('button', { name: 'Pay ₹790.00 with UPI' });
    await pay.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await steps.getByRole('button', { name: 'Use the card' }).click();
    await steps.getByText('Enter the code of the gift card.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await pay.click();
    await steps.getByRole('heading', { name: 'Pay ₹790.00' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const beside = await open(await shop.visitor(customer, LOOK), '/');
    expect(await faultsOf(beside)).toEqual([]);
    await open(beside, '/history?type=hold');
    await beside.getByRole('link', { name: 'Order A-3001' }).click();
    await beside.getByRole('region', { name: 'What happens next' }).waitFor();
    expect(await faultsOf(beside)).toEqual([]);
    await steps.getByRole('button', { name: 'Cancel this payment' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Yes, cancel' }).click();
    await steps.getByRole('heading', { name: 'The payment was cancelled' }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await faultsOf(page)).toEqual([]);
    await open(page, await shop.checkoutOf(customer, 'A-3002', '40.00'));
    await steps.getByRole('heading', { name: 'Order A-3002 is paid' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it.each(['/', '/history', '/rewards', '/refer', '/use'])('at %s without a wallet', async (address) => {
    await open(newcomer, address);
    await newcomer.getByRole('button', { name: 'Create my wallet' }).waitFor();
    expect(await faultsOf(newcomer)).toEqual([]);
  });

  it.each(['/', '/history', '/rewards?show=claimed', '/refer'])(
    'at %s with an empty wallet',
    async (address) => {
      expect(await faultsOf(await open(empty, address))).toEqual([]);
    },
  );

  it.each(['/', '/rewards', '/refer', '/use', '/add'])('at %s with a frozen wallet', async (address) => {
    expect(await faultsOf(await open(frozen, address))).toEqual([]);
  });

  it('where a code comes by e-mail, and where it is wrong', async () => {
    const page = await shop.stranger(LOOK);
    await page.goto('/');
    await page.getByRole('button', { name: 'Email me a code instead' }).click();
    await page.getByRole('button', { name: 'Send the code' }).click();
    await page.getByText('Enter your email.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Email').fill('nobody@example.com');
    await page.getByRole('button', { name: 'Send the code' }).click();
    await page.getByLabel('Code from the email').fill('123456');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('That code isn’t right').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('where a member of staff sets up a second step, and signs in with it', async () => {
    const colleague = await shop.colleague();
    const page = await shop.visitor(colleague, LOOK);
    await open(page, '/admin/account');
    await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
    await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const key = await page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).innerText();
    await page.getByLabel('Code from the app').fill(new TOTP({ secret: key.replaceAll(' ', '') }).generate());
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const recovery = await page
      .getByRole('list', { name: 'Recovery codes' })
      .locator('li')
      .first()
      .innerText();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'Set up another app' }).click();
    await page.getByLabel('Code from your present app, or a recovery code').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    const door = await shop.stranger(LOOK);
    await door.goto('/');
    await door.getByLabel('Email').fill(colleague.email);
    await door.getByLabel('Password', { exact: true }).fill(colleague.password);
    await door.getByRole('button', { name: 'Sign in', exact: true }).click();
    await door.getByRole('heading', { name: 'Enter your code' }).waitFor();
    expect(await faultsOf(door)).toEqual([]);
    await door.getByRole('button', { name: 'Use a recovery code' }).click();
    await door.getByLabel('Recovery code').fill('none-such');
    await door.getByRole('button', { name: 'Sign in', exact: true }).click();
    await door.getByText('That code isn’t right').waitFor();
    expect(await faultsOf(door)).toEqual([]);
    await door.getByLabel('Recovery code').fill(recovery);
    await door.getByRole('button', { name: 'Sign in', exact: true }).click();
    await door.getByRole('heading', { name: /Chandra/ }).waitFor();
  });

  it('where a password is chosen by a link that does not work any more', async () => {
    const page = await shop.stranger(LOOK);
    await page.goto('/set-password#none-such');
    await page.getByLabel('New password').fill('too short');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('Use at least 12 characters.', { exact: true }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('New password').fill('long enough for this');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('This link was used before').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('where the link of a gift opens nothing', async () => {
    const page = await shop.stranger(LOOK);
    await page.goto('/gift/none-such');
    await page.getByText('This link doesn’t open a gift').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('where a gift is sent', async () => {
    const page = await open(await shop.visitor(ASHA, LOOK), '/gifts/send');
    await page.getByRole('radio', { name: 'On a day' }).check();
    await page.getByRole('button', { name: 'Pay ₹500.00 with UPI' }).click();
    await page.getByText('Choose a day and a time.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Right away' }).check();
    await page.getByRole('textbox', { name: 'Their email' }).fill('neha@example.com');
    await page.getByRole('button', { name: 'Pay ₹500.00 with UPI' }).click();
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('dialog', { name: 'Change your gift' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await payAtBank(page, 'Approve');
    await page.getByRole('heading', { name: 'Your gift is on its way' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('where a gift is opened, at the door and inside, and claimed', async () => {
    const [sender, friend] = [await shop.newcomer(), await shop.newcomer()];
    const page = await open(await shop.visitor(sender, LOOK), '/gifts/send');
    await page.getByRole('textbox', { name: 'Their email' }).fill(friend.email);
    await page.getByRole('button', { name: 'Pay ₹500.00 with UPI' }).click();
    await payAtBank(page, 'Approve');
    await page.getByRole('heading', { name: 'Your gift is on its way' }).waitFor();
    await page.goto('/mailbox');
    const mail = page.getByRole('article').filter({ hasText: friend.email });
    const link = (await mail.getByRole('link').first().getAttribute('href')) ?? '';
    const door = await shop.stranger(LOOK);
    await door.goto(link);
    await door.getByRole('button', { name: 'Sign in to claim it' }).waitFor();
    expect(await faultsOf(door)).toEqual([]);
    const inside = await open(await shop.visitor(friend, LOOK), link);
    const claim = inside.getByRole('button', { name: 'Add ₹500.00 to my wallet' });
    await claim.waitFor();
    expect(await faultsOf(inside)).toEqual([]);
    await claim.click();
    await inside.getByRole('heading', { name: /is yours/ }).waitFor();
    expect(await faultsOf(inside)).toEqual([]);
  });

  it('where a gift card is bought and its code is shown', async () => {
    const page = await open(await shop.visitor(ASHA, LOOK), '/gift-cards/buy');
    await page.getByRole('textbox', { name: 'Amount in rupees' }).fill('99');
    await page.getByRole('button', { name: 'Pay with UPI' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('radio', { name: '₹200', exact: true }).check();
    await page.getByRole('button', { name: 'Pay ₹200.00 with UPI' }).click();
    await payAtBank(page, 'Approve');
    await page.getByRole('button', { name: 'Show the code' }).click();
    await page.getByRole('button', { name: 'Copy the code' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('for staff', async () => {
    expect(await faultsOf(await open(await shop.visitor(RAVI, LOOK), '/'))).toEqual([]);
  });
});

describe('no rule is broken either', () => {
  it.each(SCREENS)('while %s loads', async (address) => {
    await waiting.goto(address);
    await waiting.locator('[aria-busy="true"]').first().waitFor();
    expect(await faultsOf(waiting)).toEqual([]);
  });

  it.each(SCREENS)('when %s fails', async (address) => {
    await failing.goto(address);
    await failing.getByRole('main').getByRole('button', { name: 'Try again' }).waitFor();
    expect(await faultsOf(failing)).toEqual([]);
  });
});

/** Its answer to whom it does not know. */
const UNAUTHENTICATED = {
  errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }],
};

/** The shop's answer when something went wrong on its side. */
const FAILURE = {
  errors: [
    {
      message: 'Something went wrong.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '1f0c9d52-7b1e-4a56-9d3f-0c5f8e1b2a34' },
    },
  ],
};
