import { InMemoryCache } from '@apollo/client/cache';
import fragmentMatcher from '../graphql/possible-types.ts';
import { growingList } from './growing-list.ts';

/** Entities are found by their type and id. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: withNewcomers(fragmentMatcher.possibleTypes),
    typePolicies: {
      Money: { keyFields: false },
      // One person acts through several channels; the id alone does not name this object.
      TransactionActor: { keyFields: false },
      Tier: { keyFields: ['level'] },
      Wallet: { fields: { transactions: growingList } },
      // Several fragments read parts of one standing; one part must not throw the others away.
      TierStanding: { merge: true },
      ReferralStanding: { merge: true },
    },
  });
}

/**
 * A tab may stay open while the shop learns a new kind of entry. The pattern lets the cache take such an entry for the
 * transaction that it is, and the history shows it as a plain row instead of losing its fields.
 */
function withNewcomers(known: Record<string, string[]>): Record<string, string[]> {
  return { ...known, Transaction: [...(known['Transaction'] ?? []), '[A-Z]\\w*Transaction'] };
}
