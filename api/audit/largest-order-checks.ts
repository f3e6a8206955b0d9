import type { CountedOrder, LargestOrders } from '../domain/largest-orders.ts';
import { worthOf, type Purchase } from '../domain/purchase.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import { REPORT_DELAY_MS } from '../services/queries/largest-purchase.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

const NOTHING = { paid: 0n, refunded: 0n };

/** I33: what is remembered of the largest orders beside the journal and the reports as they were when it was counted. */
export async function checkLargestOrders(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.largestOrders()) {
    findings.shapes(page);
    findings.checked('I33', page.length);
    for (const { id: record, value } of page) {
      const problems = value ? await faultsOf(value, snapshot) : [];
      for (const problem of problems) findings.violated('I33', { record }, problem);
    }
  }
}

async function faultsOf(kept: LargestOrders, snapshot: AuditSnapshot): Promise<string[]> {
  const purchases = await snapshot.reportsBeside(kept);
  const remembered = new Map(kept.orders.map((order) => [order.orderId, order]));
  const ids = new Set([...remembered.keys(), ...purchases.keys()]);
  const payments = await snapshot.paymentsBeside(kept, [...ids]);
  const faults: string[] = [];
  for (const orderId of new Set([...ids, ...payments.keys()])) {
    const purchase = purchases.get(orderId);
    const counted = { orderId, ...(payments.get(orderId) ?? NOTHING), reported: purchase?.amount ?? 0n };
    const order = remembered.get(orderId);
    const fault = order
      ? differenceOf(order, counted, isOnItsWay(purchase, kept))
      : beyondFault(counted, kept, isOnItsWay(purchase, kept));
    if (fault) faults.push(`order ${orderId} ${fault}`);
  }
  return faults;
}

function differenceOf(order: CountedOrder, counted: CountedOrder, mayBeUnknown: boolean): string | null {
  for (const part of ['paid', 'refunded', 'reported'] as const) {
    if (order[part] === counted[part] || (part === 'reported' && mayBeUnknown && order[part] === 0n))
      continue;
    return `is kept as ${part} with ${rupees(order[part])}, it was ${rupees(counted[part])}`;
  }
  return null;
}

function beyondFault(counted: CountedOrder, { others }: LargestOrders, mayBeUnknown: boolean): string | null {
  const worth = worthOf(mayBeUnknown ? 0n : counted.reported, counted);
  return worth > others ? `counts with ${rupees(worth)} and is not among the largest` : null;
}

/** A report that was recorded so late that it may not have been seen. */
function isOnItsWay(purchase: Purchase | undefined, { reportsUpTo }: LargestOrders): boolean {
  return purchase !== undefined && purchase.recordedAt >= reportsUpTo - REPORT_DELAY_MS;
}
