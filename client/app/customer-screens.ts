import type { ComponentType } from 'react';
import { lazyPart } from '../ui/lazy-part.ts';
import type { LazyPart } from '../ui/lazy-part.ts';
import type { SpokenStore } from '../words/spoken.ts';
import { lookAhead } from './ahead.ts';
import { withWords } from './with-words.ts';

/** The dashboard is part of the first download; every other screen comes when it is asked for, and its words beside it. */
export function customerScreens(spoken: SpokenStore) {
  const screen = <Props>(bring: () => Promise<ComponentType<Props>>): LazyPart<Props> =>
    lazyPart(withWords(spoken, 'screens', bring));
  const screens = {
    HistoryScreen: screen(() =>
      import('../features/history/history-screen.tsx').then((module) => module.HistoryScreen),
    ),
    TransactionDetail: screen(() =>
      import('../features/history/entry/entry.tsx').then((module) => module.TransactionDetail),
    ),
    LoyaltyRewards: screen(() =>
      import('../features/rewards/rewards.tsx').then((module) => module.LoyaltyRewards),
    ),
    ReferralScreen: screen(() =>
      import('../features/referral/referral.tsx').then((module) => module.ReferralScreen),
    ),
    TierScreen: screen(() => import('../features/tier/tier.tsx').then((module) => module.TierScreen)),
    SpendScreen: screen(() => import('../features/spend/spend.tsx').then((module) => module.SpendScreen)),
    PaymentReceipt: screen(() =>
      import('../features/spend/receipt.tsx').then((module) => module.PaymentReceipt),
    ),
    AddCredits: screen(() => import('../features/top-up/top-up.tsx').then((module) => module.AddCredits)),
    AccountScreen: screen(() =>
      import('../features/account/account.tsx').then((module) => module.AccountScreen),
    ),
    StatementScreen: screen(() =>
      import('../features/statement/statement.tsx').then((module) => module.StatementScreen),
    ),
    StatementPrint: screen(() =>
      import('../features/statement/statement-print.tsx').then((module) => module.StatementPrint),
    ),
    HelpScreen: screen(() => import('../features/help/help.tsx').then((module) => module.HelpScreen)),
    ReportScreen: screen(() =>
      import('../features/help/report/report.tsx').then((module) => module.ReportScreen),
    ),
    NoConsole: screen(() => import('./no-console.tsx').then((module) => module.NoConsole)),
    NotFound: screen(() => import('./not-found.tsx').then((module) => module.NotFound)),
  };
  const ahead = lookAhead([
    [/^\/add(\/|$)/, screens.AddCredits.ahead],
    [/^\/history(\/|$)/, screens.HistoryScreen.ahead],
    [/^\/history\/./, screens.TransactionDetail.ahead],
    [/^\/rewards$/, screens.LoyaltyRewards.ahead],
    [/^\/refer$/, screens.ReferralScreen.ahead],
    [/^\/tier$/, screens.TierScreen.ahead],
    [/^\/use$/, screens.SpendScreen.ahead],
    [/^\/statement$/, screens.StatementScreen.ahead],
    [/^\/help$/, screens.HelpScreen.ahead],
    [/^\/help\/report$/, screens.ReportScreen.ahead],
    [/^\/settings$/, screens.AccountScreen.ahead],
  ]);
  return { ...screens, ahead };
}
