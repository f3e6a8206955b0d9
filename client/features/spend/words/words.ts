import { wordsOf } from '../../../words/use-words.ts';
import type { SpendWords } from './en.ts';

/** Paying an order with credits. */
export const spendWords = wordsOf<SpendWords>('spend');
