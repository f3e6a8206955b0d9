import type { Instant } from './calendar.ts';
import type { Paise } from './money.ts';
import { worthOf, type OrderPayments } from './purchase.ts';

/** An order with what came to it since an instant, in paise. */
export interface CountedOrder extends OrderPayments {
  readonly orderId: string;
  /** What it came to by the report of the shop; 0 where there is none since that instant. */
  readonly reported: Paise;
}

/** The largest orders of a wallet since an instant, as they were counted up to a point. */
export interface LargestOrders {
  readonly walletId: string;
  readonly since: Instant;
  /** The last position of the journal that is counted. */
  readonly upToSeq: number;
  /** When reports were last looked for. */
  readonly reportsUpTo: Instant;
  readonly orders: readonly CountedOrder[];
  /** No other order counts with more than this, in paise. Refunds alone move those, and only lower them. */
  readonly others: Paise;
}

/** How many orders are remembered one by one. As many of them have to be refunded before all must be counted anew. */
export const REMEMBERED_ORDERS = 100;

/** What the largest order counts with, in paise, 0 when there is none; null where one that is not remembered may be larger. */
export function largestOf({ orders, others }: LargestOrders): Paise | null {
  const largest = orders.reduce((most, order) => larger(most, worth(order)), 0n);
  return largest < others ? null : largest;
}

/** With these orders as they are now, remembered before or not. Of all, the `most` largest are remembered. */
export function withOrders(
  known: LargestOrders,
  changed: readonly CountedOrder[],
  most = REMEMBERED_ORDERS,
): LargestOrders {
  const byId = new Map([...known.orders, ...changed].map((order) => [order.orderId, order]));
  const sorted = [...byId.values()].sort((a, b) => (worth(a) < worth(b) ? 1 : -1));
  const others = sorted.slice(most).reduce((bound, order) => larger(bound, worth(order)), known.others);
  return { ...known, orders: sorted.slice(0, most), others };
}

function worth(order: CountedOrder): Paise {
  return worthOf(order.reported, order);
}

function larger(a: Paise, b: Paise): Paise {
  return a > b ? a : b;
}
