import { wordsOf } from '../../../words/use-words.ts';
import type { HistoryWords } from './en.ts';

/** The screen that lists entries. */
export const historyWords = wordsOf<HistoryWords>('history');
