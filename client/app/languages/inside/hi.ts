import { dashboardWords as dashboard } from '../../../features/dashboard/words/hi.ts';
import { offlineWords as offline } from '../../../offline/words/hi.ts';
import { walletWords as wallet } from '../../../wallet/words/hi.ts';
import type { InsideWords } from './en.ts';

/** What the first screen of somebody who is signed in says, beside the words of the door, in Hindi. */
export const words: InsideWords = {
  dashboard,
  offline,
  wallet,
};
