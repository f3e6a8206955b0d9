import { wordsOf } from '../../../words/use-words.ts';
import type { HelpWords } from './en.ts';

/** How to reach the shop, and answers from the wallet itself. */
export const helpWords = wordsOf<HelpWords>('help');
