/** Each endpoint of the specification this product began with, and where what it did is found now. */
export const originalEndpoints: readonly {
  readonly endpoint: string;
  readonly here: string;
  /** Ready-made documents that do it. */
  readonly documents: readonly string[];
}[] = [
  {
    endpoint: 'POST /create',
    here: '`createWallet`',
    documents: ['customer/create-wallet', 'admin/create-wallet'],
  },
  {
    endpoint: 'POST /{id}/add-credits',
    here: '`addCredits` by an admin; customers pay with `startTopUp`',
    documents: ['admin/add-credits', 'customer/start-top-up'],
  },
  {
    endpoint: 'POST /{id}/deduct-credits',
    here: '`deductCredits`, always for an order',
    documents: ['customer/spend-credits', 'staff/deduct-credits'],
  },
  {
    endpoint: 'POST /{id}/refund',
    here: '`refundCredits`, always of a named debit',
    documents: ['staff/refund-credits'],
  },
  {
    endpoint: 'POST /rewards/create',
    here: '`createReward`, `updateReward`, `setRewardStatus`',
    documents: ['admin/create-reward', 'admin/update-reward', 'admin/set-reward-status'],
  },
  {
    endpoint: 'POST /{id}/rewards/apply',
    here: '`claimReward`',
    documents: ['customer/claim-reward', 'admin/claim-reward'],
  },
  { endpoint: 'POST /referral/apply', here: '`applyReferral`', documents: ['customer/apply-referral'] },
  {
    endpoint: 'POST /bulk/add-credits',
    here: '`bulkAddCredits`, with `dryRun`',
    documents: ['admin/bulk-add-credits', 'admin/bulk-add-credits-dry-run'],
  },
  {
    endpoint: 'GET /{id}',
    here: '`viewer.wallet`, `wallet(customerId)`',
    documents: ['customer/my-wallet', 'staff/wallet'],
  },
  { endpoint: 'GET /{id}/balance', here: '`Wallet.balance` and beside it', documents: ['customer/balance'] },
  {
    endpoint: 'GET /{id}/transactions',
    here: '`Wallet.transactions(first, after, filter)`',
    documents: ['customer/history'],
  },
  {
    endpoint: 'GET /{id}/transaction-summary',
    here: '`Wallet.transactionSummary(from, to)`',
    documents: ['customer/transaction-summary'],
  },
  {
    endpoint: 'GET /{id}/rewards/available',
    here: '`Wallet.availableRewards`, with the reason when one cannot be claimed',
    documents: ['customer/available-rewards'],
  },
  {
    endpoint: 'GET /{id}/expiring',
    here: '`Wallet.expiringCredits(withinDays)`',
    documents: ['customer/expiring-credits'],
  },
  {
    endpoint: 'GET /{id}/expiry-history',
    here: '`Wallet.expiryHistory(first, after)`',
    documents: ['customer/expiry-history'],
  },
  {
    endpoint: 'GET /{id}/referral-code',
    here: '`Wallet.referral`',
    documents: ['customer/refer-a-friend'],
  },
  {
    endpoint: 'GET /{id}/tier-benefits',
    here: '`Wallet.tier`, `tiers`',
    documents: ['customer/tier-and-benefits'],
  },
  { endpoint: 'GET /{id}/statistics', here: '`Wallet.statistics`', documents: ['customer/statistics'] },
];
