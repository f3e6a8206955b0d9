import type { App } from '../app.ts';
import { expireCredits } from '../expire-credits.ts';

/** A page is enough where the job runs; what is beyond it is the job's. */
const LONGEST_MS = 2_000;

/**
 * Books what fell due anywhere, as every operation does (product rule 5), so that questions about many wallets can go by what
 * is booked. Mostly there is nothing, and that is one look at an index. A question neither fails by this nor waits for long:
 * reading goes on when booking is not possible, or takes more than two seconds and is then finished by the job.
 */
export async function bookDue(app: App): Promise<void> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  const isOver = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  await Promise.race([expireCredits(app, 'read', { signal }).catch(() => {}), isOver]);
}
