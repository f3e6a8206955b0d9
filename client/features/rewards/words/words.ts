import { wordsOf } from '../../../words/use-words.ts';
import type { RewardsWords } from './en.ts';

/** The screen of rewards. */
export const rewardsWords = wordsOf<RewardsWords>('rewards');
