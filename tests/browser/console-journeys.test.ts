import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { Keyboard } from './support/keyboard.ts';
import { MEERA, openShop, RAVI } from './support/shop.ts';
import { arrived } from './support/wallet-page.ts';

const shop = openShop();

const PHONE = { width: 390, height: 844 };
const main = (page: Page) => page.getByRole('main');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name });
const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const row = (page: Page, table: string, text: string): Locator =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text });

/** Works with a page in one way only, and counts what it presses: typing and the way to a control are not counted. */
class Hand {
  presses = 0;
  readonly #page: Page;
  readonly #keyboard: Keyboard | null;

  constructor(page: Page, way: Way) {
    this.#page = page;
    this.#keyboard = way === 'keyboard' ? new Keyboard(page) : null;
  }

  async press(control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    this.presses += 1;
    await (this.#keyboard ? this.#keyboard.use(control, key) : control.click());
  }

  async type(field: Locator, text: string): Promise<void> {
    await (this.#keyboard ? this.#keyboard.type(field, text) : field.fill(text));
  }

  async choose(list: Locator, value: string): Promise<void> {
    this.presses += 1;
    if (!this.#keyboard) {
      await list.selectOption(value);
      return;
    }
    await this.#keyboard.reach(list);
    while ((await list.inputValue()) !== value) await this.#keyboard.press('ArrowDown');
  }

  async date(field: Locator, [year, month, day]: readonly [string, string, string]): Promise<void> {
    if (!this.#keyboard) return field.fill(`${year}-${month}-${day}`);
    await this.#keyboard.reach(field);
    await this.#page.keyboard.type(`${month}${day}${year}`);
  }

  async search(text: string): Promise<void> {
    this.presses += 1;
    if (this.#keyboard) await this.#keyboard.press('/');
    else await this.#page.getByRole('searchbox', { name: 'Find a customer' }).click();
    await this.#page.keyboard.type(`${text}\n`);
  }

  async file(control: Locator, name: string, lines: readonly string[]): Promise<void> {
    const [chooser] = await Promise.all([this.#page.waitForEvent('filechooser'), this.press(control)]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
  }
}

type Way = 'pointer' | 'keyboard';
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

// One sign-in for each of three people, who go through all journeys.
let ravi: Page;
let meera: Page;
let phone: Page;
beforeAll(async () => {
  [ravi, meera, phone] = [
    await shop.visitor(RAVI),
    await shop.visitor(MEERA),
    await shop.visitor(MEERA, { viewport: PHONE }),
  ];
});

/** Goes to a page and says by whose hand. */
async function at(page: Page, way: Way, path: string, heading: string | RegExp = /./): Promise<Hand> {
  await page.goto(path);
  await arrived(page, heading);
  return new Hand(page, way);
}

const ofNewcomer = ({ id }: { readonly id: string }, query = '') => `/admin/wallets/${id}${query}`;

describe.each<Way>(['pointer', 'keyboard'])('by %s alone, a day at the shop', (way) => {
  it('finds a customer by phone, and by an order', async () => {
    const hand = await at(ravi, way, '/admin', /Ravi/);
    await hand.search('5550100001');
    await arrived(ravi, 'Asha Rao');
    expect(hand.presses).toBe(1);
    await hand.search('1042');
    await arrived(ravi, '“1042”');
    await hand.press(link(ravi, 'Asha Rao').first());
    await row(ravi, 'Ledger', 'Order 1042').waitFor();
    expect(hand.presses).toBe(3);
  });

  it('grants what a second person approves on a phone', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    const hand = await at(ravi, way, '/admin', /Ravi/);
    await hand.search(customer.id);
    await arrived(ravi, 'Bina Bose');
    await hand.press(button(ravi, /^Add credits/));
    await hand.type(ravi.getByLabel('Amount'), '75');
    await hand.type(ravi.getByLabel('Reason'), 'Late delivery');
    await hand.press(button(ravi, 'Review'));
    await hand.press(button(ravi, 'Ask for approval of ₹75.00'));
    await said(ravi, 'Asked for approval. Nothing has moved yet.');
    expect(hand.presses).toBe(4);

    const second = await at(phone, way, '/admin/approvals', 'Approvals');
    await second.press(link(phone, /Add credits ₹75.00 Bina Bose/).first());
    await arrived(phone, 'Add ₹75.00 to Bina Bose');
    await second.press(button(phone, /^Approve/));
    await said(phone, 'Approved: add ₹75.00 to Bina Bose.');
    expect(second.presses).toBe(2);
  });

  it('refunds a part of a debit', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    await shop.asAdmin('deductCredits', {
      ...{ customerId: customer.id, orderId: 'order-78', amount: { amount: '60' } },
      idempotencyKey: randomUUID(),
    });
    const hand = await at(meera, way, ofNewcomer(customer), 'Bina Bose');
    await hand.press(button(meera, 'Refund Order order-78'));
    await hand.type(meera.getByLabel('Amount'), '25');
    await hand.type(meera.getByLabel('Reason'), 'One of two came broken');
    await hand.press(button(meera, 'Review'));
    await hand.press(button(meera, 'Refund ₹25.00 to Bina Bose'));
    await said(meera, '₹25.00 refunded to Bina Bose.');
    expect(hand.presses).toBe(3);
  });

  it('refunds a part of an order the way it was paid', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    await shop.asAdmin('startCheckout', {
      ...{ customerId: customer.id, orderId: 'order-79', total: { amount: '60' }, credits: 'ALL' },
      idempotencyKey: randomUUID(),
    });
    const hand = await at(meera, way, ofNewcomer(customer, '?tab=orders'), 'Bina Bose');
    await hand.press(button(meera, 'Refund order order-79'));
    await hand.type(meera.getByLabel('Amount'), '25');
    await hand.type(meera.getByLabel('Reason'), 'One of two came broken');
    await hand.press(button(meera, 'Review'));
    await said(meera, 'Back into the wallet');
    await hand.press(button(meera, 'Refund ₹25.00 to Bina Bose'));
    await said(meera, '₹25.00 of order order-79 refunded.');
    await row(meera, 'Latest orders', '₹35.00').waitFor();
    expect(hand.presses).toBe(3);
  });

  it('keeps a credit longer, and takes a wrong one back', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    const hand = await at(meera, way, ofNewcomer(customer, '?tab=lots'), 'Bina Bose');
    await hand.press(button(meera, 'Extend the expiry of Welcome gift'));
    await hand.date(meera.getByLabel('New last day'), ['2035', '12', '31']);
    await hand.type(meera.getByLabel('Reason'), 'Promised on the phone');
    await hand.press(button(meera, 'Review'));
    await hand.press(button(meera, 'Keep ₹100.00 until 31 Dec 2035'));
    await said(meera, '₹100.00 can be used until 31 Dec 2035.');
    expect(hand.presses).toBe(3);
    await hand.press(button(meera, 'Reverse Welcome gift'));
    await hand.type(meera.getByLabel('Reason'), 'Given to the wrong person');
    await hand.press(button(meera, 'Review'));
    await hand.press(button(meera, 'Take ₹100.00 back from Bina Bose'));
    await said(meera, '₹100.00 taken back from Bina Bose.');
    expect(hand.presses).toBe(6);
  });

  it('freezes with a reason of the shop’s and another for the customer', async () => {
    const customer = await shop.newcomer({ credits: '100' });
    const hand = await at(ravi, way, ofNewcomer(customer), 'Bina Bose');
    await hand.press(button(ravi, 'Freeze'));
    await hand.type(ravi.getByLabel('Reason'), 'Her husband called: phone stolen');
    await hand.choose(ravi.getByLabel('What the customer is told'), 'DEVICE_LOST');
    await hand.press(button(ravi, 'Review'));
    await hand.press(button(ravi, 'Freeze the wallet of Bina Bose'));
    await said(ravi, 'For the shop: Her husband called: phone stolen');
    expect(hand.presses).toBe(4);
  });

  it('settles a payment that fits nothing', async () => {
    const customer = await shop.newcomer();
    const hand = await at(meera, way, '/admin/reviews', 'Payment reviews');
    await hand.press(meera.getByRole('table', { name: 'Payment reviews' }).getByRole('link').nth(1));
    await arrived(meera, /^Payment without a match, ₹/);
    await hand.type(meera.getByRole('textbox', { name: 'Whose payment is it?' }), customer.id);
    await hand.press(button(meera, 'Find'));
    await hand.press(meera.getByRole('radio', { name: /Bina Bose/ }), 'Space');
    await meera.getByRole('table', { name: 'Lots before and after' }).waitFor();
    await hand.press(button(meera, /^Credit ₹.* to Bina Bose$/));
    await said(meera, /^Entry /);
    expect(hand.presses).toBe(4);
  });

  it('answers why a balance is ₹340', async () => {
    const customer = await shop.newcomer({ credits: '340' });
    const hand = await at(ravi, way, ofNewcomer(customer), 'Bina Bose');
    await hand.press(button(ravi, /^Why\?/));
    await ravi.getByRole('heading', { name: /Why .*₹340\.00/ }).waitFor();
    await hand.press(button(ravi, 'Close'));
    await ravi.getByRole('dialog').waitFor({ state: 'detached' });
    expect(hand.presses).toBe(2);
  });

  it('imports customers with balances, and credits them from a file with faulty rows', async () => {
    const customers = numbers(way === 'keyboard' ? 5_000 : 200);
    const idOf = (n: number) => `${way}-${(n % customers.length) + 1}`;
    const hand = await at(meera, way, '/admin', /Meera/);
    await hand.press(place(meera, 'Bulk jobs'));
    await arrived(meera, 'Bulk jobs');
    await hand.press(link(meera, 'Import customers'));
    await arrived(meera, 'Import customers');
    const people = customers.map((n) => `${way}-${n},Person ${n},1.00,Balance of the old shop`);
    await hand.file(button(meera, 'Choose a file'), `${way}-people.csv`, [
      'Customer,Full name,Opening balance,Narration',
      ...people,
    ]);
    await hand.press(button(meera, /^Check .* rows$/));
    await arrived(meera, `${way}-people.csv`);
    await hand.press(button(meera, /^Create .* customers with ₹/));
    await said(meera, 'All rows are done.');
    expect(hand.presses).toBe(5);

    const credits = numbers(1_000).map((n) => (n % 80 === 0 ? `nobody-${n},1.00` : `${idOf(n)},1.00`));
    const other = await at(meera, way, '/admin/bulk', 'Bulk jobs');
    await other.press(link(meera, 'Credit from a file'));
    await arrived(meera, 'Bulk credits');
    await other.file(button(meera, 'Choose a file'), `${way}-credits.csv`, [
      'Cust ID,Amount (Rs)',
      ...credits,
    ]);
    await other.type(meera.getByRole('textbox', { name: 'Reason for every row' }), 'A rainy day');
    await other.press(button(meera, 'Check 1,000 rows'));
    await arrived(meera, `${way}-credits.csv`);
    await row(meera, 'Rows with errors', 'nobody-960').waitFor();
    await other.press(button(meera, 'Credit ₹988.00 in 988 credits'));
    await said(meera, 'Done, but not all rows.');
    await said(meera, /988 of 1,000 rows, ₹988.00 credited/);
    expect(other.presses).toBe(4);
  });

  it('finds who changed a reward', async () => {
    const hand = await at(meera, way, '/admin', /Meera/);
    await hand.press(place(meera, 'Rewards'));
    await arrived(meera, 'Rewards');
    await hand.press(main(meera).locator('tbody').getByRole('link').first());
    await meera.getByRole('textbox', { name: 'Claims in all' }).waitFor();
    await hand.type(
      meera.getByRole('textbox', { name: 'Claims in all' }),
      way === 'keyboard' ? '901' : '902',
    );
    await hand.press(button(meera, 'Save the changes'));
    await said(meera, 'Saved.');

    const other = await at(meera, way, '/admin', /Meera/);
    await other.press(place(meera, 'Audit'));
    await arrived(meera, 'Audit log');
    await other.choose(meera.getByLabel('Act', { exact: true }), 'updateReward');
    await other.press(button(meera, 'Show'));
    await other.press(link(meera, 'Changed a reward').first());
    const sheet = meera.getByRole('dialog', { name: 'Changed a reward' });
    await sheet.getByText(way === 'keyboard' ? '901' : '902').waitFor();
    await meera.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(other.presses).toBe(4);
  });

  it('hands finance the movement of the month as a file', async () => {
    const hand = await at(meera, way, '/admin', /Meera/);
    await hand.press(place(meera, 'Analytics'));
    await arrived(meera, 'Analytics');
    const [download] = await Promise.all([
      meera.waitForEvent('download'),
      hand.press(button(meera, 'Movement per month as CSV')),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    expect(hand.presses).toBe(2);
  });
});
