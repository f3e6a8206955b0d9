import { wordsOf } from '../../../words/use-words.ts';
import type { AccountWords } from './en.ts';

/** Settings, devices, and the page of people who work for the shop. */
export const accountWords = wordsOf<AccountWords>('account');
