import type { StaffReward_RewardFragment } from '../../../graphql/graphql.ts';

type Reward = Pick<StaffReward_RewardFragment, 'name' | 'totalUses' | 'validUntil'>;

/** By what a list can be sorted that is on one page whole; the shop sorts by when they were made alone. */
export const BY_NAME = ['NAME_A_TO_Z', 'NAME_Z_TO_A'] as const;
export const BY_CLAIMS = ['MOST_CLAIMED_FIRST', 'LEAST_CLAIMED_FIRST'] as const;
export const BY_END = ['ENDS_SOONEST_FIRST', 'ENDS_LATEST_FIRST'] as const;

export const OF_WHOLE_LIST = [...BY_NAME, ...BY_CLAIMS, ...BY_END] as const;
type Order = (typeof OF_WHOLE_LIST)[number];

const names = new Intl.Collator('en-IN', { numeric: true, sensitivity: 'base' });

/** The rewards in an order; those that are equal stay as the shop sent them. */
export function inOrderOf<Row extends Reward>(order: Order, rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => compare(order, one, other));
}

function compare(order: Order, one: Reward, other: Reward): number {
  switch (order) {
    case 'NAME_A_TO_Z':
      return names.compare(one.name, other.name);
    case 'NAME_Z_TO_A':
      return names.compare(other.name, one.name);
    case 'MOST_CLAIMED_FIRST':
      return other.totalUses - one.totalUses;
    case 'LEAST_CLAIMED_FIRST':
      return one.totalUses - other.totalUses;
    case 'ENDS_SOONEST_FIRST':
      return compareEnds(one, other);
    case 'ENDS_LATEST_FIRST':
      return compareEnds(other, one);
  }
}

/** What never ends comes after everything that does. */
function compareEnds({ validUntil: one }: Reward, { validUntil: other }: Reward): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return Date.parse(one) - Date.parse(other);
}
