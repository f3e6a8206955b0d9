import { Navigate, Outlet, Route, Routes } from 'react-router';
import { ConsoleFrame } from '../console/frame/console-frame.tsx';
import { SignOutButton } from '../features/account/sign-out.tsx';
import type { Account } from '../session/auth-api.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { ScreenBoundary } from './error-boundary.tsx';

/** Every page of the console comes when it is asked for. */
const HomePage = lazyPart(() =>
  import('../console/features/home/home.tsx').then((module) => module.HomePage),
);
const WalletsPage = lazyPart(() =>
  import('../console/features/wallets/wallets.tsx').then((module) => module.WalletsPage),
);
const CustomerPage = lazyPart(() =>
  import('../console/features/customer/customer.tsx').then((module) => module.CustomerPage),
);
const ApprovalInbox = lazyPart(() =>
  import('../console/features/approvals/approvals.tsx').then((module) => module.ApprovalInbox),
);
const ApprovalDetail = lazyPart(() =>
  import('../console/features/approvals/approval.tsx').then((module) => module.ApprovalDetail),
);
const ReviewInbox = lazyPart(() =>
  import('../console/features/reviews/reviews.tsx').then((module) => module.ReviewInbox),
);
const ReviewDetail = lazyPart(() =>
  import('../console/features/reviews/review.tsx').then((module) => module.ReviewDetail),
);
const JobList = lazyPart(() =>
  import('../console/features/jobs/job-list.tsx').then((module) => module.JobList),
);
const NewJob = lazyPart(() => import('../console/features/jobs/new-job.tsx').then((module) => module.NewJob));
const JobDetail = lazyPart(() =>
  import('../console/features/jobs/job.tsx').then((module) => module.JobDetail),
);
const RewardsPage = lazyPart(() =>
  import('../console/features/rewards/rewards.tsx').then((module) => module.RewardsPage),
);
const NewReward = lazyPart(() =>
  import('../console/features/rewards/new-reward.tsx').then((module) => module.NewReward),
);
const RewardPage = lazyPart(() =>
  import('../console/features/rewards/reward.tsx').then((module) => module.RewardPage),
);
const CampaignsPage = lazyPart(() =>
  import('../console/features/campaigns/campaigns.tsx').then((module) => module.CampaignsPage),
);
const NewCampaign = lazyPart(() =>
  import('../console/features/campaigns/new-campaign.tsx').then((module) => module.NewCampaign),
);
const CampaignPage = lazyPart(() =>
  import('../console/features/campaigns/campaign.tsx').then((module) => module.CampaignPage),
);
const EditCampaign = lazyPart(() =>
  import('../console/features/campaigns/edit-campaign.tsx').then((module) => module.EditCampaign),
);
const GiftCardsPage = lazyPart(() =>
  import('../console/features/gift-cards/gift-cards.tsx').then((module) => module.GiftCardsPage),
);
const IssueGiftCards = lazyPart(() =>
  import('../console/features/gift-cards/issue-cards.tsx').then((module) => module.IssueGiftCards),
);
const GiftCardPage = lazyPart(() =>
  import('../console/features/gift-cards/gift-card.tsx').then((module) => module.GiftCardPage),
);
const ReferralsPage = lazyPart(() =>
  import('../console/features/referrals/referrals.tsx').then((module) => module.ReferralsPage),
);
const SettingsPage = lazyPart(() =>
  import('../console/features/settings/settings.tsx').then((module) => module.SettingsPage),
);
const AuditPage = lazyPart(() =>
  import('../console/features/audit/audit.tsx').then((module) => module.AuditPage),
);
const AnalyticsPage = lazyPart(() =>
  import('../console/features/analytics/analytics.tsx').then((module) => module.AnalyticsPage),
);
const IntegrityPage = lazyPart(() =>
  import('../console/features/integrity/integrity.tsx').then((module) => module.IntegrityPage),
);
const AccountPage = lazyPart(() => import('./console-account.tsx').then((module) => module.ConsoleAccount));
const MissingPage = lazyPart(() =>
  import('../console/frame/missing-page.tsx').then((module) => module.MissingPage),
);

/** The console, for those who work for the shop. A page has its line here, and its place in the rail in console/frame/places.ts. */
export function ConsoleRoutes({ account }: { account: Account }) {
  return (
    <Routes>
      <Route
        path="admin"
        element={<ConsoleFrame account={account} signOut={<SignOutButton look="icon" />} />}
      >
        <Route element={<Screen />}>
          <Route index element={<HomePage account={account} />} />
          <Route path="wallets" element={<WalletsPage />} />
          <Route path="wallets/:customerId" element={<CustomerPage account={account} />} />
          <Route path="approvals" element={<ApprovalInbox />} />
          <Route path="approvals/:id" element={<ApprovalDetail />} />
          <Route path="reviews" element={<ReviewInbox />} />
          <Route path="reviews/:id" element={<ReviewDetail />} />
          <Route path="bulk" element={<JobList />} />
          <Route path="bulk/credits" element={<NewJob key="credits" kind="BULK_CREDIT" />} />
          <Route path="bulk/customers" element={<NewJob key="customers" kind="CUSTOMER_IMPORT" />} />
          <Route path="bulk/:id" element={<JobDetail />} />
          <Route path="rewards" element={<RewardsPage />} />
          <Route path="rewards/new" element={<NewReward />} />
          <Route path="rewards/:id" element={<RewardPage />} />
          <Route path="campaigns" element={<CampaignsPage />} />
          <Route path="campaigns/new" element={<NewCampaign />} />
          <Route path="campaigns/:id" element={<CampaignPage />} />
          <Route path="campaigns/:id/edit" element={<EditCampaign />} />
          <Route path="gift-cards" element={<GiftCardsPage />} />
          <Route path="gift-cards/new" element={<IssueGiftCards />} />
          <Route path="gift-cards/:id" element={<GiftCardPage />} />
          <Route path="referrals" element={<ReferralsPage />} />
          <Route path="settings" element={<SettingsPage />} />
          <Route path="analytics" element={<AnalyticsPage />} />
          <Route path="audit" element={<AuditPage />} />
          <Route path="integrity" element={<IntegrityPage />} />
          <Route path="account" element={<AccountPage account={account} />} />
          <Route path="*" element={<MissingPage />} />
        </Route>
      </Route>
      <Route path="*" element={<Navigate to="/admin" replace />} />
    </Routes>
  );
}

/** Whatever breaks on one page leaves the way to all others. */
function Screen() {
  return (
    <ScreenBoundary>
      <Outlet />
    </ScreenBoundary>
  );
}
