import { drawShortCodes } from '../domain/reference.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Policy } from '../domain/policy.ts';
import { plainShop, type Shop } from '../domain/shop.ts';
import type { Trust } from '../ledger/clock.ts';
import type { EngineSettings } from '../ledger/engine-parts.ts';
import { Engine } from '../ledger/engine.ts';
import type { EngineObserver } from '../ledger/observer.ts';
import { noPayments, type Payments } from '../payments/payment-provider.ts';
import type { Database } from '../persistence/database.ts';
import { openStores } from '../persistence/stores/stores.ts';
import { KEY_BYTES, Seals } from '../secrets/seals.ts';
import type { App, GiftTerms } from './app.ts';
import { CodeAttempts, codeTerms } from './code-attempts.ts';
import { ReadLog } from './read-log.ts';
import { referralCode } from './referral-code.ts';

export interface AppParts {
  readonly database: Database;
  readonly policy: Policy;
  readonly now: () => Instant;
  /** What may be done at that time; everything where it is left out. */
  readonly trust?: () => Trust;
  /** Milliseconds on a clock that only moves forward. */
  readonly elapsed: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly engine?: Partial<EngineSettings>;
  readonly observer?: EngineObserver;
  /** Left out, no payments are taken. */
  readonly payments?: Payments;
  /** Left out, it has told nothing but its name. */
  readonly shop?: Shop;
  /** Left out, codes are worth something to this application only, as long as it lives. */
  readonly seals?: Seals;
  /** Left out, no gifts are sent. */
  readonly gifts?: GiftTerms | null;
  /** Whether this server takes the links by which somebody pays an order; left out, it does. */
  readonly opensPayLinks?: boolean;
}

/** Puts the application together on an open database. Time and chance are handed in, so that tests and sample data can move them. */
export function openApp({
  database,
  policy,
  now,
  trust = () => 'FULL',
  elapsed,
  randomBytes,
  engine: settings,
  observer,
  payments = noPayments,
  shop = plainShop,
  gifts = null,
  opensPayLinks = true,
  seals = new Seals([Buffer.from(randomBytes(KEY_BYTES))]),
}: AppParts): App {
  const writer = Buffer.from(randomBytes(6)).toString('base64url');
  const stores = openStores(database, policy, writer);
  const random = () => (randomBytes(1)[0] ?? 0) / 256;
  const engine = new Engine({
    database,
    stores,
    policy,
    now,
    trust,
    elapsed,
    random,
    ...(settings && { settings }),
    ...(observer && { observer }),
  });
  const ids = {
    referralCode: () => referralCode(randomBytes),
    shortCodes: () => drawShortCodes(randomBytes),
    unique: () => Buffer.from(randomBytes(16)).toString('base64url'),
  };
  const reads = new ReadLog(stores.acts, now);
  const codeAttempts = new CodeAttempts(codeTerms, now);
  return {
    ...{ engine, stores, policy, shop, now, trust, ids, payments, seals, gifts, opensPayLinks },
    ...{ codeAttempts, reads },
  };
}
