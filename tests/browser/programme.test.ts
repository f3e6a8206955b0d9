import { openShop } from './support/shop.ts';
import { arrived, balanceIs, isSameDocument, latestIs, mark, place } from './support/wallet-page.ts';

const shop = openShop();

describe('rewards', () => {
  it('are claimed once asked again, and then card, balance and history are right without a reload', async () => {
    const page = await shop.visitor(await shop.newcomer({ credits: '100.00' }));
    await page.goto('/');
    await arrived(page, /Bina/);
    await balanceIs(page, '₹100.00');
    await mark(page);
    await place(page, 'Rewards').click();
    await arrived(page, 'Rewards');
    const card = page.getByRole('listitem').filter({ hasText: 'Early riser bonus' });
    await card.getByRole('button', { name: 'Claim ₹75.00' }).click();
    const dialog = page.getByRole('dialog', { name: 'Claim “Early riser bonus”?' });
    await dialog.getByRole('button', { name: 'Claim ₹75.00' }).click();
    await dialog.waitFor({ state: 'detached' });
    await card.getByText(/^Credited/).waitFor();
    await page.getByRole('tab', { name: 'Available', selected: true }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Bring your own mug' }).waitFor();
    await page.getByRole('tab', { name: 'Claimed' }).click();
    await card.getByText(/^Credited/).waitFor();
    await place(page, 'Home').click();
    await balanceIs(page, '₹175.00');
    await latestIs(page, 'Early riser bonus', '+₹75.00');
    await place(page, 'History').click();
    await page.getByRole('row', { name: /Early riser bonus .*\+₹75\.00/ }).waitFor();
    expect(await isSameDocument(page)).toBe(true);
  });

  it('are left alone when the question is answered with Cancel', async () => {
    const page = await shop.visitor(await shop.newcomer());
    await page.goto('/rewards');
    const claim = page.getByRole('button', { name: 'Claim ₹75.00' });
    await claim.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await claim.isVisible()).toBe(true);
    await place(page, 'Home').click();
    await balanceIs(page, '₹0.00');
  });

  it('keep their question over a reload, and Back never leads to nothing', async () => {
    const page = await shop.visitor(await shop.newcomer());
    await page.goto('/');
    await arrived(page, /Bina/);
    await place(page, 'Rewards').click();
    await page.getByRole('button', { name: 'Claim ₹75.00' }).click();
    const dialog = page.getByRole('dialog', { name: 'Claim “Early riser bonus”?' });
    await dialog.waitFor();
    await page.reload();
    await dialog.waitFor();
    await page.goBack();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('heading', { name: 'Rewards', level: 1 }).isVisible()).toBe(true);

    // What was asked about is claimed in another window meanwhile: there is nothing left to ask.
    await page.goForward();
    await dialog.waitFor();
    const other = await page.context().newPage();
    await other.goto('/rewards');
    await other.getByRole('button', { name: 'Claim ₹75.00' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Claim ₹75.00' }).click();
    await other.getByText(/^Credited/).waitFor();
    await page.reload();
    await page.getByRole('listitem').filter({ hasText: 'Bring your own mug' }).waitFor();
    expect(await dialog.count()).toBe(0);
    await page.goBack();
    await arrived(page, /Bina/);
  });

  it('that need a larger order say how far the customer is, and cannot be claimed', async () => {
    const page = await shop.visitor(await shop.newcomer());
    await page.goto('/rewards');
    const card = page.getByRole('listitem').filter({ hasText: 'Winter warm-up' });
    await card.getByText('One order of ₹500.00 opens this.').waitFor();
    await card
      .getByRole('button', { name: 'Claim ₹200.00' })
      .and(page.locator('[aria-disabled="true"]'))
      .waitFor();
  });
});

describe('bringing a friend', () => {
  it('copies the code, which a friend enters, and both get their bonus', async () => {
    const [own, friend] = [
      await shop.newcomer({ name: 'Bina Bose' }),
      await shop.newcomer({ name: 'Chetan Das' }),
    ];
    const page = await shop.visitor(own, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto('/refer');
    await arrived(page, 'Refer a friend');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toMatch(/^[A-Z0-9]{8}$/);

    const theirs = await shop.visitor(friend);
    await theirs.goto(`/?ref=${code}`);
    await arrived(theirs, /Chetan/);
    await balanceIs(theirs, '₹0.00');
    await mark(theirs);
    await theirs.getByRole('link', { name: 'Use it now' }).click();
    await arrived(theirs, 'Refer a friend');
    expect(await theirs.getByLabel('Your friend’s code').inputValue()).toBe(code);
    await theirs.getByRole('button', { name: 'Use this code' }).click();
    await theirs.getByText('₹50.00 added. Your friend got a bonus too.').first().waitFor();
    await place(theirs, 'Home').click();
    await balanceIs(theirs, '₹50.00');
    expect(await isSameDocument(theirs)).toBe(true);

    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('region', { name: 'Your friends' }).getByText('Chetan D.').waitFor();
    await place(page, 'Home').click();
    await balanceIs(page, '₹100.00');
  });

  it('refuses a code nobody has, beside the field, with what was typed kept', async () => {
    const page = await shop.visitor(await shop.newcomer());
    await page.goto('/refer');
    const field = page.getByLabel('Your friend’s code');
    await field.fill('NOSUCHCODE');
    await page.getByRole('button', { name: 'Use this code' }).click();
    await page.getByText('No one has this code.').waitFor();
    expect(await field.inputValue()).toBe('NOSUCHCODE');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
  });
});
