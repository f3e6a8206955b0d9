import { addDays, startOfDay, type Instant } from '../domain/calendar.ts';
import { parseRupees, type Paise } from '../domain/money.ts';
import type { Actor } from '../domain/actor.ts';
import { addCredits } from '../services/add-credits.ts';
import type { App } from '../services/app.ts';
import type { Caller } from '../services/caller.ts';
import { createWallet } from '../services/create-wallet.ts';
import { deductCredits } from '../services/deduct-credits.ts';
import { expireCredits } from '../services/expire-credits.ts';
import { keyedEntryId } from '../services/idempotency.ts';
import type { Outcome } from '../services/outcome.ts';
import { refundCredits } from '../services/refund-credits.ts';
import { saveCustomer } from '../services/save-customer.ts';
import { setWalletStatus } from '../services/set-wallet-status.ts';
import { SAMPLE_CUSTOMERS } from './sample-data/customers.ts';
import type { SampleEvent } from './sample-data/event.ts';
import { sampleStories } from './sample-data/stories.ts';

const PAYMENTS: Actor = { id: 'payments', role: 'SYSTEM', channel: 'PAYMENT' };
const STAFF: Actor = { id: 'staff_ravi', role: 'STAFF', channel: 'CONSOLE' };
const ADMIN: Actor = { id: 'admin_meera', role: 'ADMIN', channel: 'CONSOLE' };

/**
 * Fills an empty database with the sample shop, through the same services and rules as everybody: only the clock moves by
 * itself. `appAt` opens the application on a given clock. Every step has a fixed key, so a seed that was interrupted is
 * completed by running it again. Returns the number of steps; 0 when the sample shop is there already.
 */
export async function seed(appAt: (now: () => Instant) => App, today: Instant): Promise<number> {
  let clock = addDays(startOfDay(today), -430);
  const app = appAt(() => clock);
  const events = sampleStories().map((event, index) => ({
    event,
    key: keyOf(event, index),
    at: instantOf(event, today),
  }));
  const steps = events.filter(({ at }) => at <= today).sort((a, b) => a.at - b.at);
  // The last customer is saved last: who is there says that all was told.
  const known = await app.stores.customers.load(SAMPLE_CUSTOMERS.map(({ id }) => id));
  if (known.size === SAMPLE_CUSTOMERS.length) return 0;
  for (const customer of SAMPLE_CUSTOMERS.slice(0, -1)) await saveCustomer(app, customer);
  for (const [at, together] of groupedByInstant(steps)) {
    // What fell due since: the nightly job would have booked it.
    if (startOfDay(at) > startOfDay(clock)) await expireCredits(app, 'sample-data');
    clock = at;
    await Promise.all(together.map(({ event, key }) => tell(app, event, key, today)));
  }
  clock = today;
  await expireCredits(app, 'sample-data');
  for (const customer of SAMPLE_CUSTOMERS.slice(-1)) await saveCustomer(app, customer);
  await app.engine.stop();
  return steps.length;
}

function groupedByInstant<S extends { readonly at: Instant }>(steps: readonly S[]): Map<Instant, S[]> {
  const groups = new Map<Instant, S[]>();
  for (const step of steps) groups.set(step.at, [...(groups.get(step.at) ?? []), step]);
  return groups;
}

async function tell(app: App, event: SampleEvent, key: string, today: Instant): Promise<void> {
  const outcome = await happen(app, event, key, today);
  if (!('refused' in outcome)) return;
  if (outcome.refused.code === 'IDEMPOTENCY_CONFLICT') {
    throw new Error(
      'The sample shop was begun on another day or by another version. Start over: npm run demo:reset',
    );
  }
  throw new Error(`The sample step ${key} was refused: ${outcome.refused.code}.`);
}

function happen(
  app: App,
  { customer: customerId, act }: SampleEvent,
  idempotencyKey: string,
  today: Instant,
): Promise<Outcome> {
  const common = { customerId, idempotencyKey };
  switch (act.kind) {
    case 'OPEN':
      return createWallet(app, by(ADMIN), common);
    case 'CREDIT': {
      const { source, reason, expiresInDays } = act;
      const expiresAt = expiresInDays === undefined ? null : addDays(today, expiresInDays);
      const caller = by(source === 'PURCHASE' ? PAYMENTS : ADMIN);
      return addCredits(app, caller, {
        ...common,
        amount: paise(act.rupees),
        source,
        reason,
        expiresAt,
        orderId: null,
      });
    }
    case 'DEBIT': {
      const caller = by({ id: customerId, role: 'CUSTOMER', channel: 'WEB' });
      return deductCredits(app, caller, {
        ...common,
        amount: paise(act.rupees),
        orderId: act.order,
        reason: null,
      });
    }
    case 'REFUND': {
      const debitId = keyedEntryId(customerId, orderKey(customerId, act.order));
      const amount = act.rupees === undefined ? null : paise(act.rupees);
      return refundCredits(app, by(STAFF), { debitId, amount, reason: act.reason, idempotencyKey });
    }
    case 'STATUS':
      return setWalletStatus(app, by(ADMIN), { ...common, status: act.status, reason: act.reason });
  }
}

function by(actor: Actor): Caller {
  return { actor, requestId: 'sample-data' };
}

function paise(rupees: string): Paise {
  const amount = parseRupees(rupees);
  if (amount === null) throw new Error(`The sample amount ${rupees} is no amount.`);
  return amount;
}

function keyOf({ customer, act }: SampleEvent, index: number): string {
  return act.kind === 'DEBIT'
    ? orderKey(customer, act.order)
    : `sample-${customer}-${index.toString().padStart(6, '0')}`;
}

function orderKey(customer: string, order: string): string {
  return `sample-${customer}-order-${order}`;
}

function instantOf({ daysAgo, time }: SampleEvent, today: Instant): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return addDays(startOfDay(today), -daysAgo) + (hours * 60 + minutes) * 60_000;
}
