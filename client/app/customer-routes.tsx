import { Suspense } from 'react';
import { Outlet, Route, Routes } from 'react-router';
import { WalletDashboard } from '../features/dashboard/dashboard.tsx';
import type { Account } from '../session/auth-api.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { lookAhead } from './ahead.ts';
import { CustomerWallet } from './customer-wallet.tsx';
import { ScreenBoundary } from './error-boundary.tsx';

/** The dashboard is part of the first download; every other screen comes when it is asked for. */
const HistoryScreen = lazyPart(() =>
  import('../features/history/history-screen.tsx').then((module) => module.HistoryScreen),
);
const TransactionDetail = lazyPart(() =>
  import('../features/history/entry/entry.tsx').then((module) => module.TransactionDetail),
);
const LoyaltyRewards = lazyPart(() =>
  import('../features/rewards/rewards.tsx').then((module) => module.LoyaltyRewards),
);
const ReferralScreen = lazyPart(() =>
  import('../features/referral/referral.tsx').then((module) => module.ReferralScreen),
);
const TierScreen = lazyPart(() => import('../features/tier/tier.tsx').then((module) => module.TierScreen));
const SpendScreen = lazyPart(() =>
  import('../features/spend/spend.tsx').then((module) => module.SpendScreen),
);
const PaymentReceipt = lazyPart(() =>
  import('../features/spend/receipt.tsx').then((module) => module.PaymentReceipt),
);
const AddCredits = lazyPart(() =>
  import('../features/top-up/top-up.tsx').then((module) => module.AddCredits),
);
const AccountScreen = lazyPart(() =>
  import('../features/account/account.tsx').then((module) => module.AccountScreen),
);
const StatementScreen = lazyPart(() =>
  import('../features/statement/statement.tsx').then((module) => module.StatementScreen),
);
const StatementPrint = lazyPart(() =>
  import('../features/statement/statement-print.tsx').then((module) => module.StatementPrint),
);
const HelpScreen = lazyPart(() => import('../features/help/help.tsx').then((module) => module.HelpScreen));
const ReportScreen = lazyPart(() =>
  import('../features/help/report/report.tsx').then((module) => module.ReportScreen),
);
const NoConsole = lazyPart(() => import('./no-console.tsx').then((module) => module.NoConsole));
const NotFound = lazyPart(() => import('./not-found.tsx').then((module) => module.NotFound));

const ahead = lookAhead([
  [/^\/add(\/|$)/, AddCredits.ahead],
  [/^\/history(\/|$)/, HistoryScreen.ahead],
  [/^\/history\/./, TransactionDetail.ahead],
  [/^\/rewards$/, LoyaltyRewards.ahead],
  [/^\/refer$/, ReferralScreen.ahead],
  [/^\/tier$/, TierScreen.ahead],
  [/^\/use$/, SpendScreen.ahead],
  [/^\/statement$/, StatementScreen.ahead],
  [/^\/help$/, HelpScreen.ahead],
  [/^\/help\/report$/, ReportScreen.ahead],
  [/^\/settings$/, AccountScreen.ahead],
]);

export function CustomerRoutes({ account }: { account: Account }) {
  return (
    <Routes>
      <Route element={<CustomerWallet account={account} ahead={ahead} />}>
        <Route element={<Screen />}>
          <Route path="/" element={<WalletDashboard customerName={account.name} />} />
          <Route path="add" element={<AddCredits />} />
          <Route path="add/:id" element={<AddCredits />} />
          <Route path="history/:id?" element={<HistoryScreen />} />
          <Route path="rewards" element={<LoyaltyRewards />} />
          <Route path="refer" element={<ReferralScreen />} />
          <Route path="tier" element={<TierScreen />} />
          <Route path="use" element={<SpendScreen />} />
          <Route path="use/paid/:id" element={<PaymentReceipt />} />
          <Route path="statement" element={<StatementScreen />} />
          <Route path="help" element={<HelpScreen />} />
          <Route path="help/report" element={<ReportScreen account={account} />} />
          <Route path="settings" element={<AccountScreen account={account} />} />
          <Route path="admin/*" element={<NoConsole />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Route>
      <Route path="statement/print" element={<Sheet />} />
    </Routes>
  );
}

/** Whatever breaks on one screen leaves the way to all others. */
function Screen() {
  return (
    <ScreenBoundary>
      <Outlet />
    </ScreenBoundary>
  );
}

/** Paper has no rail and no bar. */
function Sheet() {
  return (
    <ScreenBoundary>
      <Suspense fallback={null}>
        <StatementPrint />
      </Suspense>
    </ScreenBoundary>
  );
}
