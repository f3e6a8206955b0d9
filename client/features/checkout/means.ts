import { isZero } from '../../format/proportion.ts';
import type { Checkout_StateFragment } from '../../graphql/graphql.ts';

/** What is set aside for an order beside its payment. */
export type Means = 'credits' | 'cards' | 'both';

/** Null where nothing is. */
export function meansOf({ fromWallet, fromGiftCards }: Checkout_StateFragment): Means | null {
  const [byCredits, byCards] = [!isZero(fromWallet), fromGiftCards.length > 0];
  if (byCredits) return byCards ? 'both' : 'credits';
  return byCards ? 'cards' : null;
}
