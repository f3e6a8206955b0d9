import { MODELS, type Collection } from '../collections.ts';
import type { Database } from '../connection.ts';
import { beginProgramme } from './begin-programme.ts';
import { fillBands } from './fill-bands.ts';
import { fillSearchKeys } from './fill-search-keys.ts';
import { openReviews } from './open-reviews.ts';
import { holdUniqueValues } from './hold-unique-values.ts';

/** One step forward of what the database looks like. */
export interface SchemaVersion {
  /** One more than the one before. */
  readonly number: number;
  readonly name: string;
  /** The day on which it was written, as `2026-11-27`. */
  readonly date: string;
  /** The oldest version whose processes may still run, and start, beside it. Zero is what was there before versions were. */
  readonly oldest: number;
  /**
   * Moves what is stored forward, after validators were widened and indexes built. It may be cut off anywhere and run
   * again, and processes of the versions before may be writing meanwhile. Left out when there is nothing to move.
   */
  readonly step?: (database: Database) => Promise<void>;
  /**
   * Runs the step at every start too, for what processes of older versions have written since. Only for a step that finds
   * out by an index, in one round trip, that nothing is left for it.
   */
  readonly catchesUp?: true;
}

/** The collections as this code wants them, and the steps that led there. */
export interface Schema {
  readonly collections: readonly Collection[];
  readonly versions: readonly SchemaVersion[];
}

/**
 * Every change of a validator, of an index or of stored data is a version here, and set-up does the rest: it lets one process
 * at a time widen the validators, build the indexes and run the steps, and keeps older processes from undoing them.
 *
 * - A collection: its line in `MODELS`, and a version without a step.
 * - A field: optional in its validator, at the top level of its document, and a version. What older releases wrote before is
 *   filled by its step. Required it becomes in a later release, whose `oldest` is the version that began to write it.
 * - An index: a name of its own, and a version. A unique one is partial until its step has made all values. Another
 *   definition is another name; the old index is dropped by the step of a later version that no older one needs it beside.
 */
export const VERSIONS: readonly SchemaVersion[] = [
  {
    number: 1,
    name: 'programme-stays',
    date: '2026-11-27',
    oldest: 0,
    step: beginProgramme,
    catchesUp: true,
  },
  {
    number: 2,
    name: 'search-keys',
    date: '2026-11-27',
    oldest: 0,
    step: fillSearchKeys,
    catchesUp: true,
  },
  {
    number: 3,
    name: 'unique-values',
    date: '2026-11-27',
    oldest: 0,
    step: holdUniqueValues,
    catchesUp: true,
  },
  { number: 4, name: 'api-processes', date: '2026-11-27', oldest: 0 },
  // Their first count needs the policy and comes after the versions: `countProgramme`.
  { number: 5, name: 'programme-figures', date: '2026-11-27', oldest: 0 },
  { number: 6, name: 'audit-runs', date: '2026-11-27', oldest: 0 },
  {
    number: 7,
    name: 'wallet-bands',
    date: '2026-11-27',
    oldest: 0,
    step: fillBands,
    catchesUp: true,
  },
  { number: 8, name: 'acts', date: '2026-11-27', oldest: 0 },
  { number: 9, name: 'payments-looked-after', date: '2026-11-27', oldest: 0 },
  { number: 10, name: 'sessions-that-end', date: '2026-11-27', oldest: 0 },
  { number: 11, name: 'accounts-of-demos', date: '2026-11-27', oldest: 0 },
  { number: 12, name: 'known-devices', date: '2026-11-27', oldest: 0 },
  { number: 13, name: 'accounts-by-link', date: '2026-11-27', oldest: 0 },
  { number: 14, name: 'payment-reviews', date: '2026-11-27', oldest: 0, step: openReviews },
  { number: 15, name: 'largest-orders', date: '2026-11-28', oldest: 0 },
  { number: 16, name: 'second-factors', date: '2026-11-28', oldest: 0 },
  { number: 17, name: 'sign-in-codes', date: '2026-11-28', oldest: 0 },
  // Wallets from before get their codes while processes serve: `ShortCodeJob`.
  { number: 18, name: 'short-codes', date: '2026-11-28', oldest: 0 },
  { number: 19, name: 'shown-reasons', date: '2026-11-28', oldest: 0 },
  { number: 20, name: 'approvals', date: '2026-11-28', oldest: 0 },
  // Orders are found whosever they are. Databases from before keep `walletId_orderId`, which older processes ask for by name.
  { number: 21, name: 'orders-of-anybody', date: '2026-11-28', oldest: 0 },
  { number: 22, name: 'bulk-approvals', date: '2026-11-28', oldest: 0 },
  { number: 23, name: 'jobs', date: '2026-11-28', oldest: 0 },
  { number: 24, name: 'saved-views', date: '2026-11-28', oldest: 0 },
  // Processes of the versions before know no holds: they would keep no deadline, and forget what is held on the entries they make.
  { number: 25, name: 'holds', date: '2026-11-28', oldest: 25 },
  { number: 26, name: 'campaigns', date: '2026-11-28', oldest: 25 },
  { number: 27, name: 'uses-of-campaigns', date: '2026-11-28', oldest: 25 },
  // Processes of the versions before would end what is held without a deadline, and give back what is disputed.
  { number: 28, name: 'disputes-hold', date: '2026-11-28', oldest: 28 },
  { number: 29, name: 'gift-cards', date: '2026-11-28', oldest: 28 },
  { number: 30, name: 'top-up-refunds', date: '2026-11-28', oldest: 28 },
  { number: 31, name: 'cohorts', date: '2026-11-28', oldest: 28 },
  // Processes of the versions before know no checkouts: they would credit what was paid for one.
  { number: 32, name: 'checkouts', date: '2026-11-28', oldest: 32 },
  // Processes of the versions before would look for the rows of a batch, and end it without a card.
  { number: 33, name: 'gift-card-batches', date: '2026-11-28', oldest: 33 },
  { number: 34, name: 'gift-cards-looked-for', date: '2026-11-28', oldest: 33 },
  // Processes of the versions before would credit to a wallet what was paid for a gift card.
  { number: 35, name: 'bought-gift-cards', date: '2026-11-29', oldest: 35 },
  // Processes of the versions before would take what is held of a card for what is on no card, and end its checkout without it.
  { number: 36, name: 'cards-in-checkouts', date: '2026-11-29', oldest: 36 },
  // Processes of the versions before know no settlements: they could not read the journals that have one. Databases from before
  // keep `desk_at_id` and `desk_walletId_at_id`, which hold no settlement and which nothing asks for any more.
  { number: 37, name: 'settled-receivables', date: '2026-11-29', oldest: 37 },
  // Processes of the versions before would make a card with a code of what was paid for a gift, and tell nobody of it.
  { number: 38, name: 'gifts', date: '2026-11-29', oldest: 38 },
  // Processes of the versions before would let a card be used whose payment is disputed.
  { number: 39, name: 'stopped-gift-cards', date: '2026-11-29', oldest: 39 },
  // Processes of the versions before would take what is back on a card for damage, and know no refund of what paid an order.
  { number: 40, name: 'checkout-refunds', date: '2026-11-29', oldest: 40 },
  // What processes of the version before do not know of, a link to pay and an index, they leave as it is.
  { number: 41, name: 'links-to-pay', date: '2026-11-29', oldest: 40 },
  // Processes of the versions before cannot show or decide on an approval that is about an order.
  { number: 42, name: 'approvals-of-orders', date: '2026-11-29', oldest: 42 },
];

export const SCHEMA: Schema = { collections: MODELS, versions: VERSIONS };
