import { wordsOf } from '../../words/use-words.ts';
import type { OfflineWords } from './en.ts';

/** What is said while the shop is out of reach. */
export const offlineWords = wordsOf<OfflineWords>('offline');
