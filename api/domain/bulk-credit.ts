import type { Actor } from './actor.ts';
import type { Instant } from './calendar.ts';
import type { Paise } from './money.ts';
import type { Refusal } from './refusal.ts';

/** What happens to the other rows when one is refused: nothing is written at all, or the valid rows are. */
export type BulkMode = 'ALL_OR_NOTHING' | 'VALID_ROWS';

/**
 * A bulk credit as the one act it is: what was asked for under its key, and how far it has come. Rows are decided in their
 * order, some at a time, and each of them once: a row that was refused stays refused under this key.
 */
export interface BulkCredit {
  /** Made of the idempotency key alone. */
  readonly id: string;
  readonly version: number;
  /** Fingerprint of the mode and all rows in their order; a repeat of the key must ask for the same. */
  readonly intent: string;
  readonly mode: BulkMode;
  readonly rowCount: number;
  /** So many rows, from the first on, have their outcome. A repeat goes on with the next. */
  readonly decided: number;
  /** Those among them that were refused, in order. All others were credited. */
  readonly refusals: readonly RefusedRow[];
  /** What the credited rows come to, in paise. */
  readonly total: Paise;
  /** What counts against the day of who asked, in paise: all rows as they were asked for. Null where that needed no limit, or another person. */
  readonly counted: Paise | null;
  /** Who asked first; whoever completes it is named on the entries that they make. */
  readonly actor: Actor;
  readonly requestId: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface RefusedRow {
  /** Its place among all rows, counted from 0. */
  readonly row: number;
  readonly refusal: Refusal;
}

/** What became of a row that was just decided: what was credited, in paise, or why nothing was. */
export type RowDecision = Paise | Refusal;

type Asked = Pick<BulkCredit, 'id' | 'intent' | 'mode' | 'rowCount' | 'actor' | 'requestId'>;

/** A bulk credit of which no row is decided yet. */
export function opened(asked: Asked, now: Instant): BulkCredit {
  const { id, intent, mode, rowCount, actor, requestId } = asked;
  const nothing = { version: 0, decided: 0, refusals: [], total: 0n, counted: null };
  return { id, intent, mode, rowCount, actor, requestId, ...nothing, createdAt: now, updatedAt: now };
}

/** The bulk credit once the next rows in their order are decided. */
export function advancedBy(bulk: BulkCredit, decisions: readonly RowDecision[], now: Instant): BulkCredit {
  let { total } = bulk;
  const refusals = [...bulk.refusals];
  for (const [index, decision] of decisions.entries()) {
    if (typeof decision === 'bigint') total += decision;
    else refusals.push({ row: bulk.decided + index, refusal: decision });
  }
  const decided = bulk.decided + decisions.length;
  return { ...bulk, version: bulk.version + 1, decided, refusals, total, updatedAt: now };
}

/** Why a row that has its outcome was refused; null when it was credited. */
export function refusalOf({ refusals }: BulkCredit, row: number): Refusal | null {
  return refusals.find((refused) => refused.row === row)?.refusal ?? null;
}
