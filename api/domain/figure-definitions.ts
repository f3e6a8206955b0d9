/** What each figure of the programme means, in the words that are printed beside it and in exported files. */
export const FIGURE_DEFINITIONS = {
  adoption: 'Active wallets ÷ customers. Active is a wallet with an entry today or in the 90 days before.',
  averageBalance: 'What active wallets hold together ÷ active wallets, rounded half up to a paisa.',
  medianBalance: 'The balance in the middle: half of the active wallets hold as much or less.',
  prepaidRevenue: 'Credits that customers paid for, by the month in which they were booked.',
  giftCards: 'Gift cards that hold money, which is owed besides what wallets hold.',
  liability: 'What all wallets hold together, by the month in which it expires and by who paid for it.',
  tierDistribution: 'Wallets that hold a tier now ÷ all wallets.',
  referralUsage: 'Wallets whose code has brought at least one customer ÷ all wallets.',
  rewardClaimRate: 'Wallets that have claimed at least one reward ÷ wallets in use.',
  movement:
    'Opening + purchased + granted + refunded − spent − expired − reversed = closing, of all wallets together, by the month in which it was booked.',
  cohorts:
    'Customers by the month of their first debit, and how many of them spent in each month since. Counted every night from all journals.',
  breakage: 'What expired ÷ what was purchased and granted, both in the period.',
} as const;
