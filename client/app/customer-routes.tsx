import { lazy, Suspense } from 'react';
import { Outlet, Route, Routes } from 'react-router';
import { CustomerWallet } from '../screens/customer-wallet.tsx';
import { WalletDashboard } from '../screens/wallet-dashboard.tsx';
import type { Account } from '../session/auth-api.ts';

/** The dashboard is part of the first download; every other screen comes when it is asked for. */
const TransactionHistory = lazy(() =>
  import('../screens/transaction-history.tsx').then((module) => ({ default: module.TransactionHistory })),
);
const TransactionDetail = lazy(() =>
  import('../screens/transaction-detail.tsx').then((module) => ({ default: module.TransactionDetail })),
);
const LoyaltyRewards = lazy(() =>
  import('../screens/loyalty-rewards.tsx').then((module) => ({ default: module.LoyaltyRewards })),
);
const ReferFriend = lazy(() =>
  import('../screens/refer-friend.tsx').then((module) => ({ default: module.ReferFriend })),
);
const TierBenefits = lazy(() =>
  import('../screens/tier-benefits.tsx').then((module) => ({ default: module.TierBenefits })),
);
const UseCredits = lazy(() =>
  import('../screens/use-credits.tsx').then((module) => ({ default: module.UseCredits })),
);
const AddCredits = lazy(() =>
  import('../screens/add-credits.tsx').then((module) => ({ default: module.AddCredits })),
);
const SettingsScreen = lazy(() =>
  import('../screens/settings-screen.tsx').then((module) => ({ default: module.SettingsScreen })),
);
const NotFound = lazy(() =>
  import('../screens/not-found.tsx').then((module) => ({ default: module.NotFound })),
);

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
        <Route path="refer" element={<ReferFriend />} />
        <Route path="tier" element={<TierBenefits />} />
        <Route path="use" element={<UseCredits />} />
        <Route path="settings" element={<SettingsScreen account={account} />} />
        <Route path="*" element={<NotFound />} />
      </Route>
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
