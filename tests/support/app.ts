import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Actor } from '../../api/domain/actor.ts';
import { defaultPolicy, type Policy } from '../../api/domain/policy.ts';
import type { EngineSettings } from '../../api/ledger/engine-parts.ts';
import type { EngineObserver } from '../../api/ledger/observer.ts';
import type { Payments } from '../../api/payments/payment-provider.ts';
import { connect, disconnect } from '../../api/persistence/connection.ts';
import type { Database } from '../../api/persistence/database.ts';
import { countProgramme } from '../../api/persistence/count-programme.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import type { App } from '../../api/services/app.ts';
import type { Seals } from '../../api/secrets/seals.ts';
import type { Caller } from '../../api/services/caller.ts';
import { createWallet } from '../../api/services/create-wallet.ts';
import { openApp } from '../../api/services/open-app.ts';
import { saveCustomer } from '../../api/services/save-customer.ts';
import { TestClock } from './clock.ts';

/** What people may do alone where a test is not about that: as much as they like, but for what staff never may. */
const wide = { each: 10n ** 12n, day: 10n ** 12n };
const free = {
  ...{ addCredits: wide, refundCredits: wide, bulkAddCredits: wide, creditReview: wide, refundReview: wide },
  ...{ refundTopUp: wide, settleReceivable: wide, writeOffReceivable: wide },
};
export const testPolicy: Policy = {
  ...defaultPolicy,
  approvals: {
    ...defaultPolicy.approvals,
    limits: { STAFF: { ...free, addCredits: { each: 0n, day: 0n } }, ADMIN: free },
  },
};

export interface TestApp extends App {
  readonly clock: TestClock;
  readonly database: Database;
  /** Finishes what was accepted and disconnects. */
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly policy?: Partial<Policy>;
  readonly engine?: Partial<EngineSettings>;
  readonly observer?: EngineObserver;
  readonly start?: string;
  /** A clock that several applications go by. */
  readonly clock?: TestClock;
  readonly payments?: Payments;
  /** What several applications make codes from. */
  readonly seals?: Seals;
}

/** The whole application behind its doors, on a real database, with a clock that tests move. */
export async function openTestApp(
  at: { uri: string; name: string },
  options: TestAppOptions = {},
): Promise<TestApp> {
  const database = await connect(at.uri, at.name);
  await setUp(database);
  const policy = { ...testPolicy, ...options.policy };
  await countProgramme(database, policy);
  const clock = options.clock ?? new TestClock(options.start ?? '2026-03-10T09:30:00+05:30');
  const app = openApp({
    database,
    policy,
    now: clock.now,
    elapsed: () => performance.now(),
    randomBytes,
    // Tests share a busy machine: only those about deadlines want one that can be missed.
    engine: { deadlineMs: 120_000, ...options.engine },
    ...(options.observer && { observer: options.observer }),
    ...(options.payments && { payments: options.payments }),
    ...(options.seals && { seals: options.seals }),
    gifts: { url: () => 'https://wallet.example' },
  });
  const close = async () => {
    await app.engine.stop();
    await disconnect(database);
  };
  return { ...app, clock, database, close };
}

let keys = 0;

/** A new idempotency key that says what it was for. */
export function freshKey(purpose = 'test'): string {
  keys += 1;
  return `${purpose}-${keys.toString().padStart(8, '0')}-${process.pid}`.padEnd(16, '0');
}

/** Somebody who asks. */
export function callerOf(role: Actor['role'], id: string = role.toLowerCase()): Caller {
  return { actor: { id, role, channel: 'API' }, requestId: `req-${role.toLowerCase()}` };
}

/** A customer whom the shop knows, with an open wallet. */
export async function openWallet(app: App, customerId: string, name = 'Asha Rao'): Promise<string> {
  const unknown = { email: null, phone: null, language: null };
  await saveCustomer(app, callerOf('STAFF'), { id: customerId, name, ...unknown });
  const outcome = await createWallet(app, callerOf('ADMIN'), {
    customerId,
    idempotencyKey: freshKey('open'),
  });
  if ('refused' in outcome)
    throw new Error(`The wallet of ${customerId} was not opened: ${outcome.refused.code}.`);
  return customerId;
}
