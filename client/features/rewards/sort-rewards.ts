import type { RewardCard_RewardFragment } from '../../graphql/graphql.ts';
import type { Offer } from './available-card.tsx';

export interface SortedRewards {
  /** Neither claimed by this customer nor gone, those that can be claimed first. */
  open: Offer[];
  /** Claimed by as many as the shop allowed. */
  gone: Offer[];
}

/** Puts each reward that the shop offers where the customer looks for it; what is claimed has a list of its own. */
export function sortRewards(offers: readonly Offer[]): SortedRewards {
  const why = ({ notClaimable }: Offer) => notClaimable?.code ?? null;
  const open = offers.filter(
    (offer) => why(offer) !== 'REWARD_ALREADY_CLAIMED' && why(offer) !== 'REWARD_EXHAUSTED',
  );
  return {
    open: open.toSorted((one, other) => Number(other.canClaim) - Number(one.canClaim)),
    gone: offers.filter((offer) => why(offer) === 'REWARD_EXHAUSTED'),
  };
}

/** Those of the newest rewards whose time is over, the last to end first, without those that this customer claimed. */
export function endedOf(
  newest: readonly RewardCard_RewardFragment[],
  claimed: ReadonlySet<string>,
  now: number,
): RewardCard_RewardFragment[] {
  const endOf = ({ validUntil }: RewardCard_RewardFragment) =>
    validUntil === null ? Infinity : Date.parse(validUntil);
  return newest
    .filter((reward) => endOf(reward) < now && !claimed.has(reward.id))
    .toSorted((one, other) => endOf(other) - endOf(one));
}
