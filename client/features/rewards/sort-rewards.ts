import type { RewardCard_RewardFragment } from '../../graphql/graphql.ts';
import type { Offer } from './available-card.tsx';

export interface SortedRewards {
  /** Neither claimed by this customer before nor gone, those that can be claimed first. */
  open: Offer[];
  /** Claimed by as many as the shop allowed. */
  gone: Offer[];
}

/**
 * Puts each reward that the shop offers where the customer looks for it. What is claimed has a list of its own; what was asked about on
 * this visit stays in its place as well, or all that is below it would move.
 */
export function sortRewards(offers: readonly Offer[], asked: ReadonlySet<string>): SortedRewards {
  const why = ({ notClaimable }: Offer) => notClaimable?.code ?? null;
  const isClaimed = (offer: Offer) => why(offer) === 'REWARD_ALREADY_CLAIMED';
  const isFirst = (offer: Offer) => offer.canClaim || isClaimed(offer);
  const open = offers.filter(
    (offer) => why(offer) !== 'REWARD_EXHAUSTED' && (!isClaimed(offer) || asked.has(offer.reward.id)),
  );
  return {
    open: open.toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one))),
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
