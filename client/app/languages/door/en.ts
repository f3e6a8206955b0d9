import { appWords as app } from '../../words/en.ts';
import { factorWords as factor } from '../../../second-factor/words/en.ts';
import { sharedWords as shared } from '../../../words/en.ts';
import { signInWords as signIn } from '../../../features/sign-in/words/en.ts';

/** What is said before somebody is signed in, in English, and the shape of it in every other language. */
export const words = {
  app,
  factor,
  shared,
  signIn,
};

export type DoorWords = typeof words;
