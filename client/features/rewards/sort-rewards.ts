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
