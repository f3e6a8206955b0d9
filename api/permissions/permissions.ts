import {
  actsForThemselves,
  isAdmin,
  isSignedIn,
  isCustomer,
  isStaff,
  mayReadTopUp,
  mayReadTransaction,
  mayReadWallet,
  setsStatusOfStaff,
} from './rules.ts';
import { and, deny, or, type Permissions } from './shield.ts';

/** The whole policy: who may call what. A root field that has no line here is refused to everybody. */
export const permissions: Permissions = {
  Query: {
    '*': deny,
    viewer: isSignedIn,
    tiers: isSignedIn,
    walletPolicy: isSignedIn,
    shop: isSignedIn,
    wallet: mayReadWallet,
    transaction: mayReadTransaction,
    // Whose it is nobody knows before the reference was looked up: the resolver says that.
    transactionByReference: isSignedIn,
    topUp: mayReadTopUp,
    customer: isStaff,
    customers: isStaff,
    search: isStaff,
    wallets: isStaff,
    programmeStatistics: isAdmin,
    integrity: isAdmin,
    paymentHealth: isAdmin,
    auditLog: isAdmin,
    paymentReviews: isStaff,
    approvals: isStaff,
    approval: isStaff,
    reward: isSignedIn,
    rewards: isSignedIn,
    walletStatusHistory: isStaff,
  },
  Mutation: {
    '*': deny,
    createWallet: or(isAdmin, actsForThemselves),
    // Above the limit of whoever asks, it waits for another person: all of what staff ask for, unless they were given one.
    addCredits: isStaff,
    deductCredits: or(isStaff, actsForThemselves),
    refundCredits: isStaff,
    startTopUp: isCustomer,
    setWalletStatus: or(isAdmin, and(isStaff, setsStatusOfStaff)),
    saveCustomer: isStaff,
    addWalletNote: isStaff,
    recordPurchase: isStaff,
    claimReward: or(isAdmin, actsForThemselves),
    applyReferral: or(isAdmin, actsForThemselves),
    createReward: isAdmin,
    updateReward: isAdmin,
    setRewardStatus: isAdmin,
    bulkAddCredits: isAdmin,
    decideApproval: isAdmin,
    withdrawApproval: isStaff,
    takeReview: isStaff,
    creditReview: isStaff,
    refundReview: isStaff,
    dismissReview: isStaff,
    reverseCredit: isAdmin,
    extendExpiry: isAdmin,
    endSession: isSignedIn,
  },
};

/** Look-ups that answer "not yours" exactly like "does not exist", so that nobody learns which ids do. */
export const answeredAsMissing: ReadonlySet<string> = new Set([
  'wallet',
  'transaction',
  'transactionByReference',
  'topUp',
]);
