import type { Instant } from '../../domain/calendar.ts';
import type { Paise } from '../../domain/money.ts';
import { MONEY_ENTRY_KINDS, type MoneyEntryKind } from '../../domain/wallet/entries.ts';
import type { CreditSource } from '../../domain/wallet/lots.ts';
import { creditMovement, movementOf, type Movement } from '../../domain/wallet/running-totals.ts';
import type { EntryFilter } from '../../persistence/stores/journal.store.ts';

/** Where a transaction came from, as the API says it: the source of a credit, or REFUND. */
export type TransactionSource = CreditSource | 'REFUND';

export interface HistoryFilter {
  readonly kinds?: readonly MoneyEntryKind[];
  readonly sources?: readonly TransactionSource[];
  /** Included. */
  readonly from?: Instant;
  /** Not included. */
  readonly to?: Instant;
  readonly orderId?: string;
  /** As a person typed it: one of the two. */
  readonly orderOrReference?: string;
  /** The one at this position of the journal. */
  readonly seq?: number;
  /** In paise, whatever the direction; included. */
  readonly minAmount?: Paise;
  /** In paise, whatever the direction; included. */
  readonly maxAmount?: Paise;
}

export const SOURCES: readonly CreditSource[] = ['PURCHASE', 'REFERRAL', 'PROMOTION', 'LOYALTY', 'MANUAL'];

interface Matching extends Pick<EntryFilter, 'sources' | 'orderId' | 'minAmount' | 'maxAmount'> {
  readonly kinds: readonly MoneyEntryKind[];
}

/** What the journal is asked for; from when to when is said in positions. */
export function matching({ kinds, sources, orderId, minAmount, maxAmount }: HistoryFilter): Matching {
  const asked = kinds && kinds.length > 0 ? kinds : MONEY_ENTRY_KINDS;
  const rest = {
    ...(orderId !== undefined && { orderId }),
    ...(minAmount !== undefined && { minAmount }),
    ...(maxAmount !== undefined && { maxAmount }),
  };
  if (!sources || sources.length === 0) return { kinds: asked, ...rest };
  const withSource = asked.filter(
    (kind) => kind === 'CREDIT' || (kind === 'REFUND' && sources.includes('REFUND')),
  );
  return { kinds: withSource, sources: SOURCES.filter((source) => sources.includes(source)), ...rest };
}

/**
 * The movements that a filter lets through: kinds and sources divide them without overlap. Null when it looks at single
 * entries, by order, reference or amount, which no running total can tell apart.
 */
export function movementsOf(filter: HistoryFilter): Movement[] | null {
  const { kinds, sources, orderId, minAmount, maxAmount } = matching(filter);
  const single = [orderId, minAmount, maxAmount, filter.seq, filter.orderOrReference];
  if (single.some((asked) => asked !== undefined)) return null;
  const credits = (sources ?? SOURCES).map(creditMovement);
  return kinds.flatMap((kind) => (kind === 'CREDIT' ? credits : [movementOf({ kind })]));
}

/** Whether the filter narrows nothing but the period, so that what it lets through adds up to the change of the balance. */
export function isWholePeriod({ kinds, sources, ...filter }: HistoryFilter): boolean {
  return !kinds?.length && !sources?.length && movementsOf(filter) !== null;
}
