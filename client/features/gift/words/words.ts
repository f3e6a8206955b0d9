import { wordsOf } from '../../../words/use-words.ts';
import type { GiftWords } from './en.ts';

/** A gift that somebody was sent. */
export const giftWords = wordsOf<GiftWords>('gift');
