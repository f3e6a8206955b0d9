import { dashboardWords as dashboard } from '../../../features/dashboard/words/en.ts';
import { offlineWords as offline } from '../../../offline/words/en.ts';
import { walletWords as wallet } from '../../../wallet/words/en.ts';

/** What the first screen of somebody who is signed in says, beside the words of the door, in English, and the shape of it in every other language. */
export const words = {
  dashboard,
  offline,
  wallet,
};

export type InsideWords = typeof words;
