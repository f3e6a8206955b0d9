import type { Instant } from '../domain/calendar.ts';
import type { Policy } from '../domain/policy.ts';
import type { Shop } from '../domain/shop.ts';
import type { Trust } from '../ledger/clock.ts';
import type { Engine } from '../ledger/engine.ts';
import type { Payments } from '../payments/payment-provider.ts';
import type { Stores } from '../persistence/stores/stores.ts';
import type { Seals } from '../secrets/seals.ts';
import type { CodeAttempts } from './code-attempts.ts';
import type { ReadLog } from './read-log.ts';

export type { Patience } from '../persistence/patience.ts';

/** What services work with. The composition root makes it; clock and ids come in here and nowhere else. */
export interface App {
  readonly engine: Engine;
  readonly stores: Stores;
  readonly policy: Policy;
  readonly shop: Shop;
  readonly now: () => Instant;
  /** What may be done at that time. */
  readonly trust: () => Trust;
  readonly ids: Ids;
  readonly payments: Payments;
  /** What codes are known by, so that the database holds none. */
  readonly seals: Seals;
  /** How gifts are sent; null where they are not, because there is no post or nobody knows where the app is served. */
  readonly gifts: GiftTerms | null;
  /** Whether links to pay an order lead anywhere: they do not where people sign in elsewhere. */
  readonly opensPayLinks: boolean;
  /** Who tried codes that do not exist. */
  readonly codeAttempts: CodeAttempts;
  /** Who looked at whom. */
  readonly reads: ReadLog;
}

export interface GiftTerms {
  /** Where the app is served, without a slash at its end. */
  readonly url: () => string;
}

export interface Ids {
  /** Eight characters without look-alikes: 40 bits. */
  readonly referralCode: () => string;
  /** What the references to a wallet's entries may begin with, the most welcome first. */
  readonly shortCodes: () => readonly string[];
  /** Never twice: 128 bits in base64url. */
  readonly unique: () => string;
}
