import { accountWords as account } from '../../features/account/words/en.ts';
import { appWords as app } from '../words/en.ts';
import { dashboardWords as dashboard } from '../../features/dashboard/words/en.ts';
import { entryWords as entry } from '../../features/history/entry/words/en.ts';
import { factorWords as factor } from '../../second-factor/words/en.ts';
import { helpWords as help } from '../../features/help/words/en.ts';
import { historyWords as history } from '../../features/history/words/en.ts';
import { offlineWords as offline } from '../../offline/words/en.ts';
import { referralWords as referral } from '../../features/referral/words/en.ts';
import { rewardsWords as rewards } from '../../features/rewards/words/en.ts';
import { sharedWords as shared } from '../../words/en.ts';
import { signInWords as signIn } from '../../features/sign-in/words/en.ts';
import { spendWords as spend } from '../../features/spend/words/en.ts';
import { statementWords as statement } from '../../features/statement/words/en.ts';
import { tierWords as tier } from '../../features/tier/words/en.ts';
import { topUpWords as topUp } from '../../features/top-up/words/en.ts';
import { walletWords as wallet } from '../../wallet/words/en.ts';

/** All words in English, and the shape of every other language. */
export const words = {
  account,
  app,
  dashboard,
  entry,
  factor,
  help,
  history,
  offline,
  referral,
  rewards,
  shared,
  signIn,
  spend,
  statement,
  tier,
  topUp,
  wallet,
};

export type AllWords = typeof words;
