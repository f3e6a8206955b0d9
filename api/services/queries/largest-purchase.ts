import type { Instant } from '../../domain/calendar.ts';
import {
  largestOf,
  REMEMBERED_ORDERS,
  withOrders,
  type CountedOrder,
  type LargestOrders,
} from '../../domain/largest-orders.ts';
import type { Paise } from '../../domain/money.ts';
import { worthOf, type OrderPayments, type Purchase } from '../../domain/purchase.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { lastEntryBefore } from './position.ts';

/** How a count is remembered. Its answers are the same with any numbers here. */
export interface Counting {
  /** Orders that are remembered one by one. */
  readonly remembered: number;
  /** Entries or reports that are counted anew as quickly as they would be remembered. */
  readonly few: number;
  /** Entries that are counted at a time. */
  readonly step: number;
}

const USUAL: Counting = { remembered: REMEMBERED_ORDERS, few: 100, step: 5_000 };

/** How long the commit of a report may take after the time that it bears: more than the database lets a transaction live. */
export const REPORT_DELAY_MS = 120_000;

/** A look at more reports than a day brings would be as long as a count. */
const REPORTS_READ_AGAIN_MS = 86_400_000;
const LOOKED_UP_AT_ONCE = 500;
const NOTHING = { paid: 0n, refunded: 0n };

/**
 * What the largest order of a wallet since an instant counts with, in paise; 0 when there was none. A refund that comes between
 * this reading and a decision comes as if after that, which it might have done as well. What was counted once is remembered, and
 * only what came since is read.
 */
export async function largestPurchaseSince(
  app: App,
  wallet: Wallet,
  since: Instant,
  counting: Counting = USUAL,
): Promise<Paise> {
  const known = await app.stores.largestOrders.find(wallet.id, since);
  const largest = known && largestOf(await caughtUp(app, wallet, known, counting));
  return largest ?? countAnew(app, wallet, since, counting);
}

/** Looks at ten times as many where those that count with most may be others: large ones that were given back. */
async function countAnew(app: App, wallet: Wallet, since: Instant, counting: Counting): Promise<Paise> {
  for (let most = counting.remembered; ; most *= 10) {
    const largest = largestOf(await countAll(app, wallet, since, { ...counting, most }));
    if (largest !== null) return largest;
  }
}

/** With what came to the journal and to the reports since. */
async function caughtUp(
  app: App,
  wallet: Wallet,
  known: LargestOrders,
  counting: Counting,
): Promise<LargestOrders> {
  let orders = known;
  do {
    orders = await withNextStep(app, wallet, orders, counting);
    const isMore = orders.upToSeq - known.upToSeq >= counting.few;
    const isLater = orders.reportsUpTo - known.reportsUpTo >= REPORTS_READ_AGAIN_MS;
    if (isMore || isLater) await app.stores.largestOrders.save(orders);
  } while (orders.upToSeq < wallet.seq);
  return orders;
}

async function withNextStep(
  app: App,
  wallet: Wallet,
  known: LargestOrders,
  { remembered, step }: Counting,
): Promise<LargestOrders> {
  const { walletId, since, upToSeq: after } = known;
  const upTo = Math.max(after, Math.min(wallet.seq, after + step));
  const reportsUpTo = app.now();
  const [payments, reported] = await Promise.all([
    app.stores.journal.paidBetween(walletId, { since, after, upTo }),
    app.stores.purchases.reportedLately(walletId, since, known.reportsUpTo - REPORT_DELAY_MS),
  ]);
  const moved = known.orders.map((order) => moveOn(order, payments, reported));
  const isKnown = new Set(known.orders.map(({ orderId }) => orderId));
  // Of those that are not remembered, refunds lower what they count with, and so need no look.
  const grown = [...payments].filter(([, { paid }]) => paid > 0n).map(([orderId]) => orderId);
  const others = [...new Set([...grown, ...reported.keys()])].filter((orderId) => !isKnown.has(orderId));
  const changed = [...moved, ...(await ordersOf(app, others, { walletId, since, upTo }))];
  return withOrders({ ...known, upToSeq: upTo, reportsUpTo }, changed, remembered);
}

function moveOn(
  { orderId, paid, refunded, reported }: CountedOrder,
  payments: ReadonlyMap<string, OrderPayments>,
  reports: ReadonlyMap<string, Paise>,
): CountedOrder {
  const since = payments.get(orderId) ?? NOTHING;
  return {
    orderId,
    paid: paid + since.paid,
    refunded: refunded + since.refunded,
    reported: reports.get(orderId) ?? reported,
  };
}

/** From all entries and reports since the instant: the orders for which most was paid, and those that were reported with most. */
async function countAll(
  app: App,
  wallet: Wallet,
  since: Instant,
  { remembered, few, most }: Counting & { readonly most: number },
): Promise<LargestOrders> {
  const reportsUpTo = app.now();
  const after = (await lastEntryBefore(app, wallet, since))?.seq ?? 0;
  const [walletId, upTo] = [wallet.id, wallet.seq];
  const [payments, reported] = await Promise.all([
    app.stores.journal.mostPaid(walletId, { since, after, upTo }, most),
    app.stores.purchases.largestReported(walletId, since, most),
  ]);
  const ids = [...new Set([...payments.keys(), ...reported.keys()])];
  const isAll = payments.size < most && reported.size < most;
  const orders = isAll
    ? ids.map((orderId) => ({
        orderId,
        ...(payments.get(orderId) ?? NOTHING),
        ...reportOf(orderId, reported),
      }))
    : await ordersOf(app, ids, { walletId, since, upTo });
  const others = isAll ? 0n : largestBeyond(payments, reported, most);
  const none = { walletId, since, upToSeq: upTo, reportsUpTo, orders: [], others };
  const counted = withOrders(none, orders, remembered);
  if (upTo - after >= few || !isAll) await app.stores.largestOrders.save(counted);
  return counted;
}

/** Whatever is in neither list was paid and reported with no more than the last of each. */
function largestBeyond(
  payments: ReadonlyMap<string, OrderPayments>,
  reported: ReadonlyMap<string, Paise>,
  most: number,
): Paise {
  const lastPaid = payments.size < most ? null : [...payments.values()].at(-1);
  const lastReported = reported.size < most ? null : [...reported.values()].at(-1);
  return worthOf(lastReported ?? 0n, {
    paid: lastPaid ? lastPaid.paid - lastPaid.refunded : 0n,
    refunded: 0n,
  });
}

/** These orders as they are by all that came to them since an instant. */
async function ordersOf(
  app: App,
  orderIds: readonly string[],
  { walletId, since, upTo }: { walletId: string; since: Instant; upTo: number },
): Promise<CountedOrder[]> {
  const counted: CountedOrder[] = [];
  for (let next = 0; next < orderIds.length; next += LOOKED_UP_AT_ONCE) {
    const ids = orderIds.slice(next, next + LOOKED_UP_AT_ONCE);
    const [payments, purchases] = await Promise.all([
      app.stores.journal.paidFor(walletId, ids, { since, after: 0, upTo }),
      app.stores.purchases.load(ids),
    ]);
    const isReport = (purchase: Purchase) => purchase.customerId === walletId && purchase.at >= since;
    const reports = new Map(
      [...purchases].filter(([, purchase]) => isReport(purchase)).map(([id, { amount }]) => [id, amount]),
    );
    for (const orderId of ids) {
      counted.push({ orderId, ...(payments.get(orderId) ?? NOTHING), ...reportOf(orderId, reports) });
    }
  }
  return counted;
}

function reportOf(orderId: string, reports: ReadonlyMap<string, Paise>): { reported: Paise } {
  return { reported: reports.get(orderId) ?? 0n };
}
