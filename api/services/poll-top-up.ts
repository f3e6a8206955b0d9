import { isOpen, polled, type TopUp } from '../domain/top-up.ts';
import type { UseCase } from '../ledger/use-case.ts';
import { Gate } from '../payments/gate.ts';
import { PaymentUnavailable } from '../payments/payment-provider.ts';
import type { App } from './app.ts';
import { continueTopUpRefunds } from './continue-top-up-refund.ts';
import { expireCheckout } from './expire-checkouts.ts';
import { goOnWithReview } from './go-on-with-review.ts';
import { lookAtEvent } from './look-at-event.ts';
import { settleTopUp } from './settle-top-up.ts';

export interface Polled {
  /** How many top-ups the provider was asked about. */
  readonly asked: number;
  /** How many of them had been collected or had failed without our knowing. */
  readonly changed: number;
  /** How many notifications were looked at that had been stored and then left. */
  readonly resumed: number;
  /** What went wrong with single ones; they do not keep the others waiting. */
  readonly failures: readonly unknown[];
}

interface Asked {
  readonly topUpId: string;
  readonly pollAfterMs: number;
}

const note: UseCase<Asked, TopUp | null> = {
  name: 'pollTopUp',
  reads: ({ topUpId }) => ({ topUps: [topUpId] }),
  decide: ({ topUpId, pollAfterMs }, work, { now }) => {
    const topUp = work.get('topUps', topUpId);
    // What was settled meanwhile is waiting for nothing.
    if (!topUp || topUp.nextPollAt === null || topUp.nextPollAt > now) return topUp ?? null;
    const after = polled(topUp, now, pollAfterMs);
    work.put('topUps', topUpId, after);
    return after;
  },
};

/** As many of each kind are looked at in one run; the rest waits for the next, which comes at once. */
export const PAGE = 100;
/** As many are looked at side by side, so that a slow one keeps only its own place. */
const WIDTH = 8;
const CALL_DEADLINE_MS = 10_000;

/**
 * Settles what no notification settled: takes up stored notifications that nobody looked at, asks the provider about every
 * top-up whose time has come, and goes on with refunds and claims; the longest due first and several side by side. A provider
 * that does not answer in time is asked again later, and so is each that fails; what ran out of time expires.
 */
export async function pollTopUps(
  app: App,
  requestId: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<Polled> {
  const [left, due, refunds, reviews] = await Promise.all([
    app.stores.paymentEvents.findDue(app.now(), PAGE),
    app.stores.topUps.findDue(app.now(), PAGE),
    app.stores.topUps.findRefunding(app.now(), PAGE),
    app.stores.paymentReviews.findDue(app.now(), PAGE),
  ]);
  const failures: unknown[] = [];
  const fail = (error: unknown) => void failures.push(error);
  let changed = 0;
  await Promise.all([
    sideBySide(left, signal, (event) => lookAtEvent(app, event, requestId).catch(fail)),
    sideBySide(due, signal, async (topUp) => {
      if (await pollOne(app, topUp, requestId, signal).catch(fail)) changed += 1;
    }),
    sideBySide(refunds, signal, ({ id }) => continueTopUpRefunds(app, id, requestId).catch(fail)),
    sideBySide(reviews, signal, (review) => goOnWithReview(app, review, requestId).catch(fail)),
  ]);
  // Only after the provider was asked once more: who paid in the last moment has paid.
  const checkouts = await app.stores.checkouts.findDue(app.now(), PAGE);
  await sideBySide(checkouts, signal, async (checkout) => {
    await expireCheckout(app, checkout, requestId).catch(fail);
  });
  return { asked: due.length, changed, resumed: left.length, failures };
}

async function sideBySide<T>(
  items: readonly T[],
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const gate = new Gate(WIDTH);
  await Promise.all(items.map((item) => gate.run(async () => (signal.aborted ? undefined : work(item)))));
}

async function pollOne(app: App, topUp: TopUp, requestId: string, signal: AbortSignal): Promise<boolean> {
  const { provider, pollAfterMs, callDeadlineMs = CALL_DEADLINE_MS } = app.payments;
  let hasNews = false;
  try {
    if (provider?.name === topUp.provider && topUp.providerIds.length > 0) {
      const deadline = AbortSignal.timeout(callDeadlineMs);
      const answer = provider.lookUp(topUp.providerIds);
      const state = await unlessAborted(answer, AbortSignal.any([signal, deadline]));
      if (!state && signal.aborted) return false;
      if (state) hasNews = (await settleTopUp(app, topUp, { ...state, requestId }))?.changed ?? false;
    }
  } catch (error) {
    if (!(error instanceof PaymentUnavailable)) throw error;
  } finally {
    // Whatever happened, the next question waits its time, so that one trouble does not become many.
    const after = await app.engine.submit(note, { topUpId: topUp.id, pollAfterMs });
    hasNews ||= isOpen(topUp) && after !== null && !isOpen(after);
  }
  return hasNews;
}

/** An answer, or null when nobody wants it any more before it comes. */
async function unlessAborted<T>(asked: Promise<T>, signal: AbortSignal): Promise<T | null> {
  // What fails after that has been told to whoever watches the provider.
  asked.catch(() => {});
  if (signal.aborted) return null;
  let leave = () => {};
  const aborted = new Promise<null>((resolve) => (leave = () => resolve(null)));
  signal.addEventListener('abort', leave, { once: true });
  // What it still comes to after that is for the next look.
  return Promise.race([asked, aborted]).finally(() => signal.removeEventListener('abort', leave));
}
