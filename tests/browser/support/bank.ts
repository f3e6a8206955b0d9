import type { Page } from 'playwright-core';

export type BankAnswer = 'Approve' | 'Decline' | 'Delay 20 s' | 'Never answer';

/** Opens the provider's page in its own tab, plays the bank there, and comes back to the wallet. */
export async function payAtBank(page: Page, answer: BankAnswer): Promise<void> {
  const [bank] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Open the payment page' }).click(),
  ]);
  await bank.getByRole('button', { name: answer }).click();
  // The bank's page says so once the wallet has been told, or at once when it never will be.
  await bank.getByRole('status').waitFor();
  await bank.close();
}
