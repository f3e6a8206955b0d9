import type { App } from '../app.ts';
import { expireCredits } from '../expire-credits.ts';

/** More than fall due at once in a shop of a million wallets whose job runs. */
const MOST_PAGES = 20;

/**
 * Books what fell due anywhere, as every operation does (product rule 5), so that questions about many wallets can go by what
 * is booked. Mostly there is nothing, and that is one look at an index. Reading goes on when booking is not possible.
 */
export async function bookDue(app: App): Promise<void> {
  let pages = 0;
  await expireCredits(app, 'read', () => (pages += 1) > MOST_PAGES).catch(() => {});
}
