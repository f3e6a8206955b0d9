import type { ComponentType } from 'react';
import type { Asks, Question } from '../apollo/asked-ahead.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import type { LazyPart } from '../ui/lazy-part.ts';
import { lookAhead } from './ahead.ts';
import type { Ahead } from './ahead.ts';
import type { AppServices } from './services.ts';
import { withWords } from './with-words.ts';

type Screen<Props> = LazyPart<Props> & Ahead;

interface Brought<Props> {
  Screen: ComponentType<Props>;
  asks?: Asks;
}

/** The dashboard is part of the first download; every other screen comes when it is asked for, and its words beside it. */
export function customerScreens({ spoken, now }: AppServices, askAhead: (question: Question) => void) {
  const screen = <Props>(bring: () => Promise<Brought<Props>>): Screen<Props> => {
    const part = lazyPart(withWords(spoken, 'screens', async () => (await bring()).Screen));
    const ask = async (address: URL): Promise<void> => {
      const question = (await bring()).asks?.(address, now());
      if (question && navigator.onLine) askAhead(question);
    };
    return Object.assign(part, { ask: (address: URL) => void ask(address).catch(() => undefined) });
  };
  const screens = {
    HistoryScreen: screen(() =>
      import('../features/history/history-screen.tsx').then(({ HistoryScreen, asks }) => ({
        Screen: HistoryScreen,
        asks,
      })),
    ),
    TransactionDetail: screen(() =>
      import('../features/history/entry/entry.tsx').then(({ TransactionDetail, asks }) => ({
        Screen: TransactionDetail,
        asks,
      })),
    ),
    LoyaltyRewards: screen(() =>
      import('../features/rewards/rewards.tsx').then(({ LoyaltyRewards, asks }) => ({
        Screen: LoyaltyRewards,
        asks,
      })),
    ),
    GiftCardsScreen: screen(() =>
      import('../features/gift-cards/gift-cards.tsx').then(({ GiftCardsScreen, asks }) => ({
        Screen: GiftCardsScreen,
        asks,
      })),
    ),
    BuyCardScreen: screen(() =>
      import('../features/gift-cards/buy/buy-card.tsx').then(({ BuyCardScreen, asks }) => ({
        Screen: BuyCardScreen,
        asks,
      })),
    ),
    BoughtCardScreen: screen(() =>
      import('../features/gift-cards/buy/bought-card.tsx').then(({ BoughtCardScreen }) => ({
        Screen: BoughtCardScreen,
      })),
    ),
    GiftScreen: screen(() =>
      import('../features/gift/gift.tsx').then(({ GiftScreen }) => ({ Screen: GiftScreen })),
    ),
    SendGiftScreen: screen(() =>
      import('../features/gift-cards/send/send-gift.tsx').then(({ SendGiftScreen, asks }) => ({
        Screen: SendGiftScreen,
        asks,
      })),
    ),
    SentGiftScreen: screen(() =>
      import('../features/gift-cards/send/sent-gift.tsx').then(({ SentGiftScreen }) => ({
        Screen: SentGiftScreen,
      })),
    ),
    ReferralScreen: screen(() =>
      import('../features/referral/referral.tsx').then(({ ReferralScreen, asks }) => ({
        Screen: ReferralScreen,
        asks,
      })),
    ),
    TierScreen: screen(() =>
      import('../features/tier/tier.tsx').then(({ TierScreen, asks }) => ({ Screen: TierScreen, asks })),
    ),
    SpendScreen: screen(() =>
      import('../features/spend/spend.tsx').then(({ SpendScreen, asks }) => ({ Screen: SpendScreen, asks })),
    ),
    PaymentReceipt: screen(() =>
      import('../features/spend/receipt.tsx').then(({ PaymentReceipt }) => ({ Screen: PaymentReceipt })),
    ),
    AddCredits: screen(() =>
      import('../features/top-up/top-up.tsx').then(({ AddCredits, asks }) => ({ Screen: AddCredits, asks })),
    ),
    CheckoutScreen: screen(() =>
      import('../features/checkout/checkout.tsx').then(({ CheckoutScreen }) => ({ Screen: CheckoutScreen })),
    ),
    AccountScreen: screen(() =>
      import('../features/account/account.tsx').then(({ AccountScreen, asks }) => ({
        Screen: AccountScreen,
        asks,
      })),
    ),
    StatementScreen: screen(() =>
      import('../features/statement/statement.tsx').then(({ StatementScreen, asks }) => ({
        Screen: StatementScreen,
        asks,
      })),
    ),
    StatementPrint: screen(() =>
      import('../features/statement/statement-print.tsx').then(({ StatementPrint }) => ({
        Screen: StatementPrint,
      })),
    ),
    HelpScreen: screen(() =>
      import('../features/help/help.tsx').then(({ HelpScreen, asks }) => ({ Screen: HelpScreen, asks })),
    ),
    ReportScreen: screen(() =>
      import('../features/help/report/report.tsx').then(({ ReportScreen }) => ({ Screen: ReportScreen })),
    ),
    NoConsole: screen(() => import('./no-console.tsx').then(({ NoConsole }) => ({ Screen: NoConsole }))),
    NotFound: screen(() => import('./not-found.tsx').then(({ NotFound }) => ({ Screen: NotFound }))),
  };
  const ahead = lookAhead([
    [/^\/add(\/|$)/, screens.AddCredits],
    [/^\/history(\/|$)/, screens.HistoryScreen],
    [/^\/history\/./, screens.TransactionDetail],
    [/^\/rewards$/, screens.LoyaltyRewards],
    [/^\/gift-cards$/, screens.GiftCardsScreen],
    [/^\/gift-cards\/buy$/, screens.BuyCardScreen],
    [/^\/gifts\/send$/, screens.SendGiftScreen],
    [/^\/refer$/, screens.ReferralScreen],
    [/^\/tier$/, screens.TierScreen],
    [/^\/use$/, screens.SpendScreen],
    [/^\/statement$/, screens.StatementScreen],
    [/^\/help$/, screens.HelpScreen],
    [/^\/help\/report$/, screens.ReportScreen],
    [/^\/settings$/, screens.AccountScreen],
  ]);
  return { ...screens, ahead };
}
