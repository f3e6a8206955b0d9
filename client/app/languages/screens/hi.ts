import { accountWords as account } from '../../../features/account/words/hi.ts';
import { checkoutWords as checkout } from '../../../features/checkout/words/hi.ts';
import { entryWords as entry } from '../../../features/history/entry/words/hi.ts';
import { giftWords as gift } from '../../../features/gift/words/hi.ts';
import { giftCardsWords as giftCards } from '../../../features/gift-cards/words/hi.ts';
import { buyingWords as buying } from '../../../features/gift-cards/buy/words/hi.ts';
import { sendingWords as sending } from '../../../features/gift-cards/send/words/hi.ts';
import { helpWords as help } from '../../../features/help/words/hi.ts';
import { historyWords as history } from '../../../features/history/words/hi.ts';
import { referralWords as referral } from '../../../features/referral/words/hi.ts';
import { rewardsWords as rewards } from '../../../features/rewards/words/hi.ts';
import { spendWords as spend } from '../../../features/spend/words/hi.ts';
import { statementWords as statement } from '../../../features/statement/words/hi.ts';
import { tierWords as tier } from '../../../features/tier/words/hi.ts';
import { topUpWords as topUp } from '../../../features/top-up/words/hi.ts';
import { giftArtWords as giftArt } from '../../../wallet/gift/words/hi.ts';
import { paymentWords as payment } from '../../../wallet/payment/words/hi.ts';
import type { ScreenWords } from './en.ts';

/** What the screens say that come when they are asked for, in Hindi. */
export const words: ScreenWords = {
  account,
  buying,
  checkout,
  entry,
  gift,
  giftArt,
  giftCards,
  help,
  history,
  payment,
  referral,
  rewards,
  sending,
  spend,
  statement,
  tier,
  topUp,
};
