import type { RewardClaim } from '../../../schema/reward/reward-claim.type.ts';
import type { RewardClaim as KnownClaim } from '../../domain/reward.ts';
import { globalId } from '../global-id.ts';

/** A claim that knows what it is of, for the fields that cost a query. */
export type ClaimView = RewardClaim & { readonly known: KnownClaim };

export function presentClaim(known: KnownClaim): ClaimView {
  return { known, id: globalId('RewardClaim', known.id), claimedAt: known.claimedAt };
}
