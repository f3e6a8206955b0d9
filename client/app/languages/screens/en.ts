import { accountWords as account } from '../../../features/account/words/en.ts';
import { checkoutWords as checkout } from '../../../features/checkout/words/en.ts';
import { entryWords as entry } from '../../../features/history/entry/words/en.ts';
import { giftWords as gift } from '../../../features/gift/words/en.ts';
import { giftCardsWords as giftCards } from '../../../features/gift-cards/words/en.ts';
import { buyingWords as buying } from '../../../features/gift-cards/buy/words/en.ts';
import { sendingWords as sending } from '../../../features/gift-cards/send/words/en.ts';
import { helpWords as help } from '../../../features/help/words/en.ts';
import { historyWords as history } from '../../../features/history/words/en.ts';
import { referralWords as referral } from '../../../features/referral/words/en.ts';
import { rewardsWords as rewards } from '../../../features/rewards/words/en.ts';
import { spendWords as spend } from '../../../features/spend/words/en.ts';
import { statementWords as statement } from '../../../features/statement/words/en.ts';
import { tierWords as tier } from '../../../features/tier/words/en.ts';
import { topUpWords as topUp } from '../../../features/top-up/words/en.ts';
import { giftArtWords as giftArt } from '../../../wallet/gift/words/en.ts';
import { paymentWords as payment } from '../../../wallet/payment/words/en.ts';

/** What the screens say that come when they are asked for, in English, and the shape of it in every other language. */
export const words = {
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

export type ScreenWords = typeof words;
