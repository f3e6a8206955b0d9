import { wordsOf } from '../../../words/use-words.ts';
import type { TopUpWords } from './en.ts';

/** Buying credits. */
export const topUpWords = wordsOf<TopUpWords>('topUp');
