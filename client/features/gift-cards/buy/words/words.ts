import { wordsOf } from '../../../../words/use-words.ts';
import type { BuyingWords } from './en.ts';

/** Buying gift cards. */
export const buyingWords = wordsOf<BuyingWords>('buying');
