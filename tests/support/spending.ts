import { addCredits } from '../../api/services/add-credits.ts';
import type { App } from '../../api/services/app.ts';
import { deductCredits } from '../../api/services/deduct-credits.ts';
import type { Outcome } from '../../api/services/outcome.ts';
import type { Priority } from '../../api/ledger/queue.ts';
import { callerOf, freshKey, openWallet } from './app.ts';

const admin = callerOf('ADMIN');

/** Adds a credit (in paise) that never expires before its tier says so. */
export function grant(
  app: App,
  customerId: string,
  amount: bigint,
  { idempotencyKey = freshKey('grant'), reason = 'Welcome', priority = 'INTERACTIVE' as Priority } = {},
) {
  const input = { customerId, amount, reason, idempotencyKey };
  return addCredits(app, admin, { ...input, source: 'MANUAL', expiresAt: null, orderId: null }, priority);
}

/** Spends an amount (in paise) on an order. */
export function spend(app: App, customerId: string, amount: bigint, idempotencyKey = freshKey('spend')) {
  const input = { customerId, amount, orderId: 'order-1', reason: null, idempotencyKey };
  return deductCredits(app, admin, input);
}

/** As many customers are saved at once as a pool of connections serves well within its time, on a busy machine too. */
const AT_ONCE = 40;

/** Customers with an open wallet that holds one credit. */
export async function openFunded(app: App, customerIds: readonly string[], amount: bigint): Promise<void> {
  for (let start = 0; start < customerIds.length; start += AT_ONCE) {
    await Promise.all(customerIds.slice(start, start + AT_ONCE).map((id) => openWallet(app, id)));
  }
  await Promise.all(customerIds.map((id) => grant(app, id, amount)));
}

/** How often each answer was given: DONE, REPLAYED, or the code of the refusal. */
export function codesOf(outcomes: readonly Outcome[]): Record<string, number> {
  const codes: Record<string, number> = {};
  for (const outcome of outcomes) {
    const code = 'refused' in outcome ? outcome.refused.code : outcome.replayed ? 'REPLAYED' : 'DONE';
    codes[code] = (codes[code] ?? 0) + 1;
  }
  return codes;
}
