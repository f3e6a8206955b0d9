import { wordsOf } from '../../../words/use-words.ts';
import type { PaymentWords } from './en.ts';

/** Paying with a bank's help, whatever it is for. */
export const paymentWords = wordsOf<PaymentWords>('payment');
