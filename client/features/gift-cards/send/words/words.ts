import { wordsOf } from '../../../../words/use-words.ts';
import type { SendingWords } from './en.ts';

/** Sending gifts. */
export const sendingWords = wordsOf<SendingWords>('sending');
