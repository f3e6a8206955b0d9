import { wordsOf } from '../../../words/use-words.ts';
import type { AccountWords } from './en.ts';

/** Settings, devices, and what somebody finds at an address of the console who is not of the shop. */
export const accountWords = wordsOf<AccountWords>('account');
