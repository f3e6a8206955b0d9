import { addWords } from './en/add.ts';
import { appWords } from './en/app.ts';
import { detailWords } from './en/detail.ts';
import { referWords } from './en/refer.ts';
import { rewardWords } from './en/rewards.ts';
import { tierWords } from './en/tiers.ts';
import { useWords } from './en/use.ts';
import { historyWords } from './en/history.ts';
import { signInWords } from './en/sign-in.ts';
import { walletWords } from './en/wallet.ts';

/** English, and the shape every other language takes. Functions stand where a sentence has something to fill in. */
export const en = {
  ...addWords,
  ...appWords,
  ...signInWords,
  ...walletWords,
  ...historyWords,
  ...detailWords,
  ...rewardWords,
  ...referWords,
  ...tierWords,
  ...useWords,
};

export type Messages = typeof en;
