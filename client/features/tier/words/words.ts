import { wordsOf } from '../../../words/use-words.ts';
import type { TierWords } from './en.ts';

/** The page of tiers and their benefits. */
export const tierWords = wordsOf<TierWords>('tier');
