import { wordsOf } from '../../../words/use-words.ts';
import type { GiftCardsWords } from './en.ts';

/** Gift cards. */
export const giftCardsWords = wordsOf<GiftCardsWords>('giftCards');
