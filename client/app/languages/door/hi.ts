import { appWords as app } from '../../words/hi.ts';
import { factorWords as factor } from '../../../second-factor/words/hi.ts';
import { sharedWords as shared } from '../../../words/hi.ts';
import { signInWords as signIn } from '../../../features/sign-in/words/hi.ts';
import type { DoorWords } from './en.ts';

/** What is said before somebody is signed in, in Hindi. */
export const words: DoorWords = {
  app,
  factor,
  shared,
  signIn,
};
