import type { SearchHit } from '../../../schema/search/search-hit.type.ts';
import type { SearchHit as Found, SearchMatch } from '../../services/queries/search.ts';

/** What is found and whose it is stay what they are named by until somebody asks. */
export interface SearchHitView extends SearchHit {
  readonly found: Found;
}

const WORDS: Readonly<Record<SearchMatch, string>> = {
  TRANSACTION_REFERENCE: 'The reference of a transaction',
  TOP_UP_REFERENCE: 'The reference of a top-up',
  PROVIDER_REFERENCE: 'What the payment provider calls a payment',
  ORDER: 'The number of an order',
  REFERRAL_CODE: 'The referral code',
  CUSTOMER_ID: 'The customer id',
  PHONE: 'The phone number',
  EMAIL: 'The email address',
  NAME: 'The name, or a word of it,',
};

export function presentHit(found: Found): SearchHitView {
  const { match, isExact } = found;
  const what = match === 'NAME' && isExact ? 'The name' : WORDS[match];
  return { match, isExact, why: `${what} ${isExact ? 'is exactly this' : 'begins with this'}.`, found };
}
