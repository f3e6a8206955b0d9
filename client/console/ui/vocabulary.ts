import type { ReviewKind, WalletStatus } from '../../graphql/graphql.ts';

/** What acts are called, by the name of the mutation. The shop may learn an act that this page does not know yet: it then goes by that name. */
const ACTS: Readonly<Record<string, string>> = {
  addCredits: 'Add credits',
  deductCredits: 'Deduct credits',
  refundCredits: 'Refund an order',
  refundTopUp: 'Send a top-up back',
  refundCheckout: 'Give an order back',
  settleReceivable: 'Note a receivable as paid',
  writeOffReceivable: 'Write a receivable off',
  reverseCredit: 'Reverse a credit',
  extendExpiry: 'Extend an expiry',
  setWalletStatus: 'Change the status',
  addWalletNote: 'Note',
  bulkAddCredits: 'Bulk credits',
  startBulkCredit: 'Take up a file of credits',
  importCustomers: 'Take up a file of customers',
  resumeJob: 'Have a file begin or go on',
  pauseJob: 'Pause a file',
  stopJob: 'Stop a file',
  exportFailedRows: 'Export the failed rows of a file',
  creditReview: 'Credit a payment',
  refundReview: 'Give a payment back',
  dismissReview: 'Close a review',
  takeReview: 'Take a review',
  createWallet: 'Create a wallet',
  saveCustomer: 'Save a customer',
  createReward: 'Create a reward',
  updateReward: 'Change a reward',
  setRewardStatus: 'Start or pause a reward',
  createCampaign: 'Create a campaign',
  updateCampaign: 'Change a campaign',
  setCampaignStatus: 'Start, pause or end a campaign',
  makeVoucherCodes: 'Make voucher codes',
  exportVoucherCodes: 'Export voucher codes',
  issueGiftCards: 'Issue gift cards',
  startGiftCardBatch: 'Write down a batch of gift cards',
  cancelGiftCard: 'Cancel a gift card',
  reissueGiftCard: 'Give a gift card another code',
  claimReward: 'Claim a reward',
  applyReferral: 'Apply a referral',
  recordPurchase: 'Record a purchase',
  decideApproval: 'Decide an approval',
  withdrawApproval: 'Withdraw an approval',
  askForApproval: 'Ask for an approval',
  readCustomer: 'Look at a customer',
  readHistory: 'Look at a history',
  exportHistory: 'Export a history',
  exportCustomer: 'Export all of a customer',
  eraseCustomer: 'Erase a customer',
  signIn: 'Sign in',
};

/** Those that have a name here, in the order of the alphabet. */
export const ACT_NAMES: readonly string[] = Object.keys(ACTS).toSorted((one, other) =>
  (ACTS[one] ?? '').localeCompare(ACTS[other] ?? ''),
);

export function actName(act: string): string {
  return ACTS[act] ?? act;
}

export const REVIEW_KINDS: Readonly<Record<ReviewKind, string>> = {
  AMOUNT_MISMATCH: 'Another amount was paid',
  CHECKOUT_ENDED: 'Paid after the checkout had ended',
  CURRENCY_MISMATCH: 'Paid in another currency',
  DISPUTE: 'The payer disputes it',
  LATE_PAYMENT: 'Late payment',
  PROVIDER_REFUND: 'Refund we did not ask for',
  UNKNOWN_ORDER: 'Payment without a match',
};

export const STATUSES: Readonly<Record<WalletStatus, string>> = {
  ACTIVE: 'Active',
  FROZEN: 'Frozen',
  SUSPENDED: 'Suspended',
};
