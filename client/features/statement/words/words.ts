import { wordsOf } from '../../../words/use-words.ts';
import type { StatementWords } from './en.ts';

/** Statements, on the screen and on paper. */
export const statementWords = wordsOf<StatementWords>('statement');
