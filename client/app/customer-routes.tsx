import { lazy, Suspense } from 'react';
import { Outlet, Route, Routes } from 'react-router';
import { WalletDashboard } from '../features/dashboard/dashboard.tsx';
import type { Account } from '../session/auth-api.ts';
import { CustomerWallet } from './customer-wallet.tsx';

/** The dashboard is part of the first download; every other screen comes when it is asked for. */
const TransactionHistory = lazy(() =>
  import('../features/history/history.tsx').then((module) => ({ default: module.TransactionHistory })),
);
const TransactionDetail = lazy(() =>
  import('../features/history/entry/entry.tsx').then((module) => ({ default: module.TransactionDetail })),
);
const LoyaltyRewards = lazy(() =>
  import('../features/rewards/rewards.tsx').then((module) => ({ default: module.LoyaltyRewards })),
);
const ReferralScreen = lazy(() =>
  import('../features/referral/referral.tsx').then((module) => ({ default: module.ReferralScreen })),
);
const TierScreen = lazy(() =>
  import('../features/tier/tier.tsx').then((module) => ({ default: module.TierScreen })),
);
const SpendScreen = lazy(() =>
  import('../features/spend/spend.tsx').then((module) => ({ default: module.SpendScreen })),
);
const PaymentReceipt = lazy(() =>
  import('../features/spend/receipt.tsx').then((module) => ({ default: module.PaymentReceipt })),
);
const AddCredits = lazy(() =>
  import('../features/top-up/top-up.tsx').then((module) => ({ default: module.AddCredits })),
);
const AccountScreen = lazy(() =>
  import('../features/account/account.tsx').then((module) => ({ default: module.AccountScreen })),
);
const StatementScreen = lazy(() =>
  import('../features/statement/statement.tsx').then((module) => ({ default: module.StatementScreen })),
);
const StatementPrint = lazy(() =>
  import('../features/statement/statement-print.tsx').then((module) => ({ default: module.StatementPrint })),
);
const HelpScreen = lazy(() =>
  import('../features/help/help.tsx').then((module) => ({ default: module.HelpScreen })),
);
const NotFound = lazy(() => import('./not-found.tsx').then((module) => ({ default: module.NotFound })));

export function CustomerRoutes({ account }: { account: Account }) {
  return (
    <Routes>
      <Route element={<CustomerWallet account={account} />}>
        <Route path="/" element={<Home customerName={account.name} />}>
          <Route index element={null} />
          <Route path="add" element={<AddCredits />} />
          <Route path="add/:id" element={<AddCredits />} />
        </Route>
        <Route path="history" element={<TransactionHistory />} />
        <Route path="history/:id" element={<TransactionDetail />} />
        <Route path="rewards" element={<LoyaltyRewards />} />
        <Route path="refer" element={<ReferralScreen />} />
        <Route path="tier" element={<TierScreen />} />
        <Route path="use" element={<SpendScreen />} />
        <Route path="use/paid/:id" element={<PaymentReceipt />} />
        <Route path="statement" element={<StatementScreen />} />
        <Route path="help" element={<HelpScreen />} />
        <Route path="settings" element={<AccountScreen account={account} />} />
        <Route path="*" element={<NotFound />} />
      </Route>
      <Route path="statement/print" element={<Sheet />} />
    </Routes>
  );
}

/** Adding credits opens over the dashboard, which stays as it is behind the dialog. */
function Home({ customerName }: { customerName: string }) {
  return (
    <>
      <WalletDashboard customerName={customerName} />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}

/** Paper has no rail and no bar. */
function Sheet() {
  return (
    <Suspense fallback={null}>
      <StatementPrint />
    </Suspense>
  );
}
