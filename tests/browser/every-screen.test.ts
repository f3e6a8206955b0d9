import type { Locator, Page } from 'playwright-core';
import { payAtBank } from './support/bank.ts';
import { lateShiftOf, questionsOf, shiftOfVisit, visitLate, watchShifts } from './support/layout-shift.ts';
import { ASHA, MEERA, openShop, type Visitor } from './support/shop.ts';
import { arrived, settled } from './support/wallet-page.ts';

const shop = openShop();

/** Half of what counts as good. */
const MOST_SHIFT = 0.05;
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

/** The address of each screen of the customer's, and what it asks the shop for. */
const SCREENS: readonly (readonly [address: string, ...asks: string[]])[] = [
  ['/add', 'AddCredits'],
  ['/history', 'TransactionHistory'],
  ['/history?order=nothing-like-it', 'TransactionHistory'],
  ['/rewards', 'LoyaltyRewards'],
  ['/rewards?show=claimed', 'LoyaltyRewards'],
  ['/gift-cards', 'GiftCardsScreen'],
  ['/gift-cards/buy', 'BuyCard'],
  ['/gifts/send', 'BuyCard'],
  ['/gift/none-such', 'GiftPage'],
  ['/refer', 'ReferFriend'],
  ['/tier', 'TierBenefits'],
  ['/use', 'UseCredits'],
  ['/use?order=A-1&amount=400', 'UseCredits'],
  // How much of it credits pay is known when the balance is.
  ['/use?order=A-2&amount=9400', 'UseCredits', 'SpendPreview'],
  ['/statement', 'WalletStatement'],
  ['/statement/print', 'StatementPages'],
  ['/help', 'Help'],
  ['/help/report', 'HelpReport'],
  ['/settings', 'Account'],
  ['/no-such-page'],
];
/** Screens of one thing, each found through the list that leads to it. */
const DETAILS = [
  ['/history?type=debit', '/history/', 'TransactionDetail'],
  ['/history?type=credit', '/history/', 'TransactionDetail'],
  ['/history?type=refund', '/history/', 'TransactionDetail'],
  ['/gift-cards', '/gift-cards/bought/', 'BoughtCardPage'],
  ['/gift-cards', '/gifts/', 'SentGiftPage'],
] as const;

async function detailOf(page: Page, list: string, path: string): Promise<string> {
  await page.goto(list);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(page);
  const links = page.getByRole('main').locator(`a[href^="${path}"]:not([href$="/send"])`);
  return (await links.first().getAttribute('href')) ?? '';
}

describe.each([PHONE, DESKTOP])('at $width × $height', (viewport) => {
  const visits = new Map<Visitor, Promise<Page>>();

  /** One page of each person for all that is looked at: signing in takes longer than a look. */
  const pageOf = (visitor: Visitor): Promise<Page> => {
    const page = visits.get(visitor) ?? shop.visitor(visitor, { viewport });
    visits.set(visitor, page);
    return page;
  };
  const besideList = viewport === DESKTOP ? ['TransactionHistory'] : [];

  async function looksCalm(page: Page, address: string, asks: readonly string[]): Promise<void> {
    const { asked, shift } = await visitLate(page, address, Math.min(asks.length, 1));
    expect(asked.toSorted()).toEqual([...asks].sort());
    expect(shift).toBeLessThanOrEqual(MOST_SHIFT);
  }

  beforeAll(() => pageOf(ASHA));

  it.each(SCREENS)(
    '%s asks the shop once, and does not jump when the answer comes late',
    async (address, ...asks) => {
      await looksCalm(await pageOf(ASHA), address, asks);
    },
  );

  // An entry opens beside its list where there is room for both.
  it.each(DETAILS)('so does what %s leads to at %s', async (list, path, ask) => {
    const page = await pageOf(ASHA);
    const address = await detailOf(page, list, path);
    await looksCalm(page, address, path === '/history/' ? [ask, ...besideList] : [ask]);
  });

  it('so do a receipt, a checkout, Home and the history while it is open, and a top-up under way', async () => {
    const customer = await shop.newcomer({ credits: '390.00' });
    const page = await shop.visitor(customer, { viewport });
    await page.goto('/use?order=C-1&amount=50');
    await page.getByRole('button', { name: 'Pay ₹50.00 with credits' }).click();
    await arrived(page, 'Paid ₹50.00 with credits');
    await looksCalm(page, new URL(page.url()).pathname, ['PaymentReceipt']);
    await looksCalm(page, await shop.checkoutOf(customer, 'C-2', '1040.00'), ['CheckoutPage']);
    // What lies further down asks when it comes near: on a phone it does not.
    const nearby = viewport === DESKTOP ? ['BalanceOverTime'] : [];
    const { asked } = await visitLate(page, '/', 1);
    expect([...new Set(asked)]).toEqual(['WalletDashboard', ...nearby]);
    await looksCalm(page, '/history?type=hold', ['TransactionHistory']);
    await page.goto('/add?method=upi&amount=500');
    await page.getByRole('button', { name: 'Pay ₹500.00 with UPI' }).click();
    await page.getByRole('link', { name: 'Open the payment page' }).waitFor();
    await looksCalm(page, new URL(page.url()).pathname, ['TopUp']);
  });
});

/** The pages of the console that wait for an answer. */
const PAGES = [
  ...['/admin', '/admin/wallets', '/admin/wallets?q=asha', '/admin/wallets/cus_asha'],
  ...['/admin/wallets/cus_asha?tab=orders', '/admin/wallets/cus_asha?tab=acts'],
  ...['/admin/approvals', '/admin/reviews', '/admin/bulk', '/admin/rewards', '/admin/referrals'],
  ...['/admin/campaigns', '/admin/gift-cards', '/admin/analytics', '/admin/audit', '/admin/integrity'],
  '/admin/settings',
];
/** Pages of one thing, each found through the list that leads to it. */
const LISTS = ['/admin/reviews', '/admin/rewards', '/admin/campaigns', '/admin/gift-cards'];

describe('the console', () => {
  it.each([PHONE, DESKTOP])(
    'does not jump on any page at $width × $height when the answers come late',
    async (viewport) => {
      const page = await shop.visitor(MEERA, { viewport });
      await watchShifts(page);
      const jumped: [address: string, shift: number][] = [];
      const look = async (address: string): Promise<void> => {
        const shift = await shiftOfVisit(page, address, () => settled(page));
        if (!(shift <= MOST_SHIFT)) jumped.push([address, shift]);
      };
      for (const address of PAGES) {
        await look(address);
        if (!LISTS.includes(address)) continue;
        const ones = page.getByRole('main').locator(`a[href^="${address}/"]:not([href$="/new"])`);
        await look((await ones.first().getAttribute('href')) ?? '');
      }
      expect(jumped).toEqual([]);
    },
  );
});

describe('on a phone nothing jumps either when a step is answered late', () => {
  async function stepsOf(customer: Visitor): Promise<{ page: Page; main: Locator }> {
    const page = await shop.visitor(customer, { viewport: PHONE });
    await watchShifts(page);
    return { page, main: page.getByRole('main') };
  }

  /** Presses once it is there to be pressed; `act` where the answer comes by another way. */
  async function staysCalm(
    page: Page,
    pressed: Locator | (() => Promise<void>),
    shown: Locator,
  ): Promise<void> {
    if (typeof pressed !== 'function') await pressed.waitFor();
    const act = typeof pressed === 'function' ? pressed : () => pressed.click();
    expect(await lateShiftOf(page, act, () => shown.waitFor())).toBeLessThanOrEqual(MOST_SHIFT);
  }

  it('when an order is looked at and paid with credits', async () => {
    const { page, main } = await stepsOf(await shop.newcomer({ credits: '1200.00' }));
    await page.goto('/use');
    await main.getByLabel('Order number').fill('D-1');
    await main.getByLabel('Order total').fill('340');
    const pay = main.getByRole('button', { name: 'Pay ₹340.00 with credits' });
    await staysCalm(page, main.getByRole('button', { name: 'See what it does' }), pay);
    const paid = page.getByRole('heading', { name: 'Paid ₹340.00 with credits' });
    await staysCalm(page, pay, paid);
  });

  it('when a checkout is paid', async () => {
    const customer = await shop.newcomer({ credits: '340.00' });
    const { page, main } = await stepsOf(customer);
    await page.goto(await shop.checkoutOf(customer, 'D-2', '1040.00'));
    const pay = main.getByRole('button', { name: 'Pay ₹700.00 with UPI' });
    await staysCalm(page, pay, main.getByRole('heading', { name: 'Pay ₹700.00' }));
    const paid = main.getByRole('article', { name: 'Order D-2 is paid' });
    await staysCalm(page, () => payAtBank(page, 'Approve'), paid);
  });

  it('when a gift card is bought, its code shown, and that card moved into the wallet', async () => {
    const { page, main } = await stepsOf(await shop.newcomer());
    await page.goto('/gift-cards/buy');
    await main.getByRole('radio', { name: '₹200', exact: true }).check();
    const bank = page.getByRole('link', { name: 'Open the payment page' });
    await staysCalm(page, main.getByRole('button', { name: 'Pay ₹200.00 with UPI' }), bank);
    const show = main.getByRole('button', { name: 'Show the code' });
    await staysCalm(page, () => payAtBank(page, 'Approve'), show);
    const code = main.getByLabel('Gift card code');
    await staysCalm(page, show, code);
    const shown = await code.innerText();
    shop.hide(shown);
    await page.goto('/gift-cards');
    const field = main.getByRole('textbox', { name: 'Gift card code' });
    await field.fill('0000-0000-0000-0000-0');
    const move = main.getByRole('button', { name: 'Move to my wallet' });
    await staysCalm(page, move, main.getByText(/^This code cannot be used/));
    await field.fill(shown);
    await staysCalm(page, move, main.getByText(/₹200\.00 added to your wallet/));
  });

  it('when a gift is paid, and when it is claimed', async () => {
    const { page, main } = await stepsOf(await shop.newcomer());
    await page.goto('/gifts/send');
    const friend = await shop.newcomer();
    await main.getByRole('textbox', { name: 'Their email' }).fill(friend.email);
    const bank = page.getByRole('link', { name: 'Open the payment page' });
    await staysCalm(page, main.getByRole('button', { name: 'Pay ₹500.00 with UPI' }), bank);
    const sent = main.getByRole('heading', { name: 'Your gift is on its way' });
    await staysCalm(page, () => payAtBank(page, 'Approve'), sent);
    await page.goto('/mailbox');
    const mail = page.getByRole('article').filter({ hasText: friend.email }).getByRole('link').first();
    const theirs = await stepsOf(friend);
    await theirs.page.goto((await mail.getAttribute('href')) ?? '');
    const claim = theirs.main.getByRole('button', { name: 'Add ₹500.00 to my wallet' });
    await staysCalm(theirs.page, claim, theirs.main.getByRole('heading', { name: /is yours/ }));
  });

  it('when a reward is claimed', async () => {
    const { page, main } = await stepsOf(await shop.newcomer());
    await page.goto('/rewards');
    const reward = main.getByRole('listitem').filter({ hasText: 'Early riser bonus' });
    await reward.getByRole('button', { name: 'Claim ₹75.00' }).click();
    const claim = page.getByRole('dialog').getByRole('button', { name: 'Claim ₹75.00' });
    await staysCalm(page, claim, reward.getByRole('link', { name: 'See the entry' }));
  });

  it('when a wallet is made, and a friend’s code refused', async () => {
    const { page, main } = await stepsOf(await shop.newcomer({ wallet: false }));
    await page.goto('/');
    const make = main.getByRole('button', { name: 'Create my wallet' });
    await staysCalm(page, make, page.getByRole('region', { name: 'Your balance' }));
    await page.goto('/refer');
    await main.getByLabel('Your friend’s code').fill('NOSUCHCODE');
    const use = main.getByRole('button', { name: 'Use this code' });
    await staysCalm(page, use, page.getByText('No one has this code.'));
  });
});

describe('from Home, pointing at a link and following it', () => {
  it.each([
    ['History', 'TransactionHistory'],
    ['Rewards', 'LoyaltyRewards'],
    ['Gift cards', 'GiftCardsScreen'],
    ['Refer', 'ReferFriend'],
    ['Help', 'Help'],
    ['Settings', 'Account'],
    ['Add credits', 'AddCredits'],
    ['Use credits', 'UseCredits'],
  ])('asks once for %s', async (name, ask) => {
    const page = await shop.visitor(ASHA, { viewport: DESKTOP });
    // The chart asks for itself, a little later than the rest.
    await Promise.all([
      page.waitForResponse((response) => /BalanceOverTime/.test(response.request().postData() ?? '')),
      page.goto('/'),
    ]);
    await arrived(page, /Asha/);
    const asked = questionsOf(page);
    const link = page.getByRole('link', { name, exact: true }).first();
    await Promise.all([page.waitForRequest('**/graphql'), link.hover()]);
    await link.click();
    await page.getByRole('heading', { level: 1, name: /Asha/ }).waitFor({ state: 'detached' });
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([ask]);
  });
});
