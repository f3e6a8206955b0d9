import { wordsOf } from '../../../words/use-words.ts';
import type { DashboardWords } from './en.ts';

/** The dashboard and its cards. */
export const dashboardWords = wordsOf<DashboardWords>('dashboard');
