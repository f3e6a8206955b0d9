import { wordsOf } from '../../../words/use-words.ts';
import type { CheckoutWords } from './en.ts';

/** Paying an order of the shop with credits and a payment for the rest. */
export const checkoutWords = wordsOf<CheckoutWords>('checkout');
