import { wordsOf } from '../../../words/use-words.ts';
import type { ReferralWords } from './en.ts';

/** Refer a friend. */
export const referralWords = wordsOf<ReferralWords>('referral');
