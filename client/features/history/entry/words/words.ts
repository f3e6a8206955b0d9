import { wordsOf } from '../../../../words/use-words.ts';
import type { EntryWords } from './en.ts';

/** The page of one entry. */
export const entryWords = wordsOf<EntryWords>('entry');
