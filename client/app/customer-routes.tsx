import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { Outlet, Route, Routes } from 'react-router';
import type { Question } from '../apollo/asked-ahead.ts';
import { WalletDashboard } from '../features/dashboard/dashboard.tsx';
import type { Account } from '../session/auth-api.ts';
import { customerScreens } from './customer-screens.ts';
import { CustomerWallet } from './customer-wallet.tsx';
import { ScreenBoundary } from './error-boundary.tsx';
import type { AppServices } from './services.ts';

export interface CustomerRoutesProps {
  account: Account;
  services: AppServices;
  askAhead: (question: Question) => void;
}

export function CustomerRoutes({ account, services, askAhead }: CustomerRoutesProps) {
  const [screens] = useState(() => customerScreens(services, askAhead));
  return (
    <Routes>
      <Route element={<CustomerWallet account={account} ahead={screens.ahead} />}>
        <Route element={<Screen />}>
          <Route path="/" element={<WalletDashboard customerName={account.name} />} />
          <Route path="add" element={<screens.AddCredits />} />
          <Route path="add/:id" element={<screens.AddCredits />} />
          <Route path="history/:id?" element={<screens.HistoryScreen />} />
          <Route path="rewards" element={<screens.LoyaltyRewards />} />
          <Route path="gift-cards" element={<screens.GiftCardsScreen />} />
          <Route path="gift-cards/buy" element={<screens.BuyCardScreen />} />
          <Route path="gift-cards/bought/:id" element={<screens.BoughtCardScreen />} />
          <Route path="gift/:token" element={<screens.GiftScreen />} />
          <Route path="gifts/send" element={<screens.SendGiftScreen account={account} />} />
          <Route path="gifts/:id" element={<screens.SentGiftScreen />} />
          <Route path="refer" element={<screens.ReferralScreen />} />
          <Route path="tier" element={<screens.TierScreen />} />
          <Route path="use" element={<screens.SpendScreen />} />
          <Route path="use/paid/:id" element={<screens.PaymentReceipt />} />
          <Route path="pay/:id" element={<screens.CheckoutScreen />} />
          <Route path="statement" element={<screens.StatementScreen />} />
          <Route path="help" element={<screens.HelpScreen />} />
          <Route path="help/report" element={<screens.ReportScreen account={account} />} />
          <Route path="settings" element={<screens.AccountScreen account={account} />} />
          <Route path="admin/*" element={<screens.NoConsole />} />
          <Route path="*" element={<screens.NotFound />} />
        </Route>
      </Route>
      <Route
        path="statement/print"
        element={
          <Sheet>
            <screens.StatementPrint />
          </Sheet>
        }
      />
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
function Sheet({ children }: { children: ReactNode }) {
  return (
    <ScreenBoundary>
      <Suspense fallback={null}>{children}</Suspense>
    </ScreenBoundary>
  );
}
