import { wordsOf } from './use-words.ts';
import type { SharedWords } from './en.ts';

/** What stands around every screen, and what any of them may say. */
export const sharedWords = wordsOf<SharedWords>('shared');
