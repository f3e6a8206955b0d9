import { isOpen, polled, type TopUp } from '../domain/top-up.ts';
import type { UseCase } from '../ledger/use-case.ts';
import { PaymentUnavailable } from '../payments/payment-provider.ts';
import type { App } from './app.ts';
import { applyPaymentEvent, settleTopUp } from './settle-top-up.ts';

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

const PAGE = 100;
/** A notification is looked at right after it was stored; one that has waited longer was left by a process that ended. */
const LEFT_AFTER_MS = 10_000;

/**
 * Settles what no notification settled: takes up stored notifications that nobody looked at, and asks the provider about
 * every top-up whose time has come. A provider that does not answer is asked again later; what ran out of time expires.
 */
export async function pollTopUps(
  app: App,
  requestId: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<Polled> {
  const left = await app.stores.paymentEvents.withStatus('RECEIVED', app.now() - LEFT_AFTER_MS, PAGE);
  const failures: unknown[] = [];
  const fail = (error: unknown) => void failures.push(error);
  for (const event of left) {
    if (signal.aborted) break;
    await applyPaymentEvent(app, event, requestId).catch(fail);
  }
  const due = await app.stores.topUps.findDue(app.now(), PAGE);
  let changed = 0;
  for (const topUp of due) {
    if (signal.aborted) break;
    const hasChanged = await pollOne(app, topUp, requestId, signal).catch(fail);
    if (hasChanged) changed += 1;
  }
  return { asked: due.length, changed, resumed: left.length, failures };
}

async function pollOne(app: App, topUp: TopUp, requestId: string, signal: AbortSignal): Promise<boolean> {
  const { provider, pollAfterMs } = app.payments;
  let hasNews = false;
  try {
    if (provider?.name === topUp.provider && topUp.providerIds.length > 0) {
      const state = await unlessAborted(provider.lookUp(topUp.providerIds), signal);
      if (!state) return false;
      hasNews = (await settleTopUp(app, topUp, { ...state, requestId }))?.changed ?? false;
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
  if (signal.aborted) return null;
  let leave = () => {};
  const aborted = new Promise<null>((resolve) => (leave = () => resolve(null)));
  signal.addEventListener('abort', leave, { once: true });
  // What it still comes to after that is for the next look.
  return Promise.race([asked, aborted]).finally(() => signal.removeEventListener('abort', leave));
}
