import { wordsOf } from '../../words/use-words.ts';
import type { FactorWords } from './en.ts';

/** Codes, and setting up what shows them. */
export const factorWords = wordsOf<FactorWords>('factor');
