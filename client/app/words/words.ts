import { wordsOf } from '../../words/use-words.ts';
import type { AppWords } from './en.ts';

/** What is said where a screen is missing or broken. */
export const appWords = wordsOf<AppWords>('app');
