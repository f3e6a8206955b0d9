import { accountWords as account } from '../../features/account/words/hi.ts';
import { appWords as app } from '../words/hi.ts';
import { dashboardWords as dashboard } from '../../features/dashboard/words/hi.ts';
import { entryWords as entry } from '../../features/history/entry/words/hi.ts';
import { factorWords as factor } from '../../second-factor/words/hi.ts';
import { helpWords as help } from '../../features/help/words/hi.ts';
import { historyWords as history } from '../../features/history/words/hi.ts';
import { offlineWords as offline } from '../../offline/words/hi.ts';
import { referralWords as referral } from '../../features/referral/words/hi.ts';
import { rewardsWords as rewards } from '../../features/rewards/words/hi.ts';
import { sharedWords as shared } from '../../words/hi.ts';
import { signInWords as signIn } from '../../features/sign-in/words/hi.ts';
import { spendWords as spend } from '../../features/spend/words/hi.ts';
import { statementWords as statement } from '../../features/statement/words/hi.ts';
import { tierWords as tier } from '../../features/tier/words/hi.ts';
import { topUpWords as topUp } from '../../features/top-up/words/hi.ts';
import { walletWords as wallet } from '../../wallet/words/hi.ts';
import type { AllWords } from './en.ts';

/** All words in Hindi. */
export const words: AllWords = {
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
