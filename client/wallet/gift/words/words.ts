import { wordsOf } from '../../../words/use-words.ts';
import type { GiftArtWords } from './en.ts';

/** How a gift looks, and one that waits. */
export const giftArtWords = wordsOf<GiftArtWords>('giftArt');
