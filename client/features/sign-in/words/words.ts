import { wordsOf } from '../../../words/use-words.ts';
import type { SignInWords } from './en.ts';

/** The door. */
export const signInWords = wordsOf<SignInWords>('signIn');
