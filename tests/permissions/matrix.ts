/** What a call may come to: answered, answered as if nothing were there, or refused with a code. */
export type Verdict = 'answered' | 'null' | 'FORBIDDEN' | 'UNAUTHENTICATED';

export interface Row {
  readonly field: string;
  /** What of the field this row is about, where one row is not enough. */
  readonly about?: string;
  /** The call, on the wallet of this customer. */
  call(target: Target): string;
  readonly customerOnOwn: Verdict;
  readonly customerOnOthers: Verdict;
  readonly staff: Verdict;
  readonly admin: Verdict;
  /** What nobody in particular is answered; left out, to sign in first. */
  readonly anonymous?: Verdict;
}

export interface Target {
  readonly customerId: string;
  readonly creditId: string;
  readonly debitId: string;
  readonly rewardId: string;
  readonly topUpId: string;
  readonly holdId: string;
  readonly checkoutId: string;
  readonly purchaseId: string;
  readonly reference: string;
  readonly key: string;
}

const everybody = {
  customerOnOwn: 'answered',
  customerOnOthers: 'answered',
  staff: 'answered',
  admin: 'answered',
} as const;
const lookUp = { ...everybody, customerOnOthers: 'null' } as const;
const staffOnly = { ...everybody, customerOnOwn: 'FORBIDDEN', customerOnOthers: 'FORBIDDEN' } as const;
const adminOnly = { ...staffOnly, staff: 'FORBIDDEN' } as const;
const customersOnly = { ...everybody, staff: 'FORBIDDEN', admin: 'FORBIDDEN' } as const;
const ownOnly = { ...everybody, customerOnOthers: 'FORBIDDEN' } as const;

/** The table "who may call what" of the contract, one row per root field and case. Anonymous callers may call nothing. */
export const matrix: readonly Row[] = [
  { field: 'viewer', ...everybody, call: () => 'viewer { id role wallet { id } }' },
  { field: 'tiers', ...everybody, call: () => 'tiers { level }' },
  { field: 'shop', ...everybody, call: () => 'shop { name }' },
  { field: 'walletPolicy', ...everybody, call: () => 'walletPolicy { timeZone }' },
  {
    field: 'wallet',
    ...lookUp,
    call: ({ customerId }) => `wallet(customerId: "${customerId}") { balance { amount } }`,
  },
  { field: 'topUp', ...lookUp, call: ({ topUpId }) => `topUp(id: "${topUpId}") { status }` },
  {
    field: 'checkout',
    ...lookUp,
    call: ({ checkoutId }) => `checkout(id: "${checkoutId}") { status }`,
  },
  { field: 'transaction', ...lookUp, call: ({ creditId }) => `transaction(id: "${creditId}") { id }` },
  {
    field: 'transactionByReference',
    ...lookUp,
    call: ({ reference }) => `transactionByReference(reference: "${reference}") { id }`,
  },
  { field: 'customer', ...staffOnly, call: ({ customerId }) => `customer(id: "${customerId}") { name }` },
  {
    field: 'customers',
    ...staffOnly,
    call: ({ customerId }) => `customers(search: "${customerId}") { totalCount nodes { name } }`,
  },
  {
    field: 'wallets',
    ...staffOnly,
    call: ({ customerId }) => `wallets(filter: { search: "${customerId}" }) { totalCount nodes { id } }`,
  },
  { field: 'savedViews', ...staffOnly, call: () => 'savedViews { name }' },
  {
    field: 'saveView',
    ...staffOnly,
    call: () => 'saveView(input: { name: "Frozen", address: "/wallets" }) { views { name } }',
  },
  {
    field: 'removeView',
    ...staffOnly,
    call: () => 'removeView(input: { name: "Frozen" }) { views { name } }',
  },
  {
    field: 'search',
    ...staffOnly,
    call: ({ customerId }) => `search(text: "${customerId}") { hits { match customer { name } } }`,
  },
  {
    field: 'explainBalance',
    ...staffOnly,
    call: ({ customerId }) => `explainBalance(customerId: "${customerId}") { answer }`,
  },
  {
    field: 'explainReward',
    ...staffOnly,
    call: ({ customerId, rewardId }) =>
      `explainReward(customerId: "${customerId}", rewardId: "${rewardId}") { code }`,
  },
  {
    field: 'explainRefusal',
    ...staffOnly,
    call: ({ customerId }) =>
      `explainRefusal(customerId: "${customerId}", attempt: { act: ADD_CREDITS, amount: { amount: "5" } }) { code }`,
  },
  { field: 'programmeStatistics', ...adminOnly, call: () => 'programmeStatistics { walletCount }' },
  { field: 'integrity', ...adminOnly, call: () => 'integrity { lastAudit { violations } }' },
  {
    field: 'paymentReview',
    ...{ ...staffOnly, staff: 'null', admin: 'null' },
    call: () => 'paymentReview(id: "made-up") { id }',
  },
  { field: 'paymentReviews', ...staffOnly, call: () => 'paymentReviews { totalCount nodes { id } }' },
  ...['takeReview', 'refundReview', 'creditReview', 'dismissReview'].map((field) => ({
    field,
    ...staffOnly,
    call: ({ customerId, key }: Target) => {
      const more =
        { creditReview: `customerId: "${customerId}",`, dismissReview: 'reason: "Test",' }[field] ?? '';
      return `${field}(input: { reviewId: "made-up", ${more} idempotencyKey: "${key}" }) { replayed }`;
    },
  })),
  { field: 'approvals', ...staffOnly, call: () => 'approvals { totalCount nodes { id } }' },
  {
    field: 'approval',
    ...{ ...staffOnly, staff: 'null', admin: 'null' },
    call: () => 'approval(id: "made-up") { id }',
  },
  {
    field: 'decideApproval',
    ...adminOnly,
    call: ({ key }) =>
      `decideApproval(input: { approvalId: "made-up", verdict: APPROVE, idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'withdrawApproval',
    ...staffOnly,
    call: ({ key }) =>
      `withdrawApproval(input: { approvalId: "made-up", idempotencyKey: "${key}" }) { replayed }`,
  },
  { field: 'paymentHealth', ...adminOnly, call: () => 'paymentHealth { isWorking }' },
  { field: 'auditLog', ...adminOnly, call: () => 'auditLog { nodes { act } }' },
  { field: 'reward', ...everybody, call: ({ rewardId }) => `reward(id: "${rewardId}") { name }` },
  { field: 'rewards', ...everybody, call: () => 'rewards { totalCount }' },
  {
    field: 'walletStatusHistory',
    ...staffOnly,
    call: ({ customerId }) => `walletStatusHistory(customerId: "${customerId}") { to }`,
  },
  {
    field: 'createWallet',
    ...ownOnly,
    staff: 'FORBIDDEN',
    call: ({ customerId, key }) =>
      `createWallet(input: { customerId: "${customerId}", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'addCredits',
    ...staffOnly,
    call: ({ customerId, key }) =>
      `addCredits(input: { customerId: "${customerId}", amount: { amount: "5" }, reason: "Gift", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'deductCredits',
    ...ownOnly,
    call: ({ customerId, key }) =>
      `deductCredits(input: { customerId: "${customerId}", amount: { amount: "1" }, orderId: "o", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'refundCredits',
    ...staffOnly,
    call: ({ debitId, key }) =>
      `refundCredits(input: { debitId: "${debitId}", amount: { amount: "1" }, reason: "Returned", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'refundTopUp',
    ...staffOnly,
    call: ({ topUpId, key }) =>
      `refundTopUp(input: { topUpId: "${topUpId}", amount: { amount: "1" }, reason: "Returned", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'placeHold',
    ...ownOnly,
    call: ({ customerId, key }) =>
      `placeHold(input: { customerId: "${customerId}", amount: { amount: "1" }, orderId: "o", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'startCheckout',
    ...ownOnly,
    call: ({ customerId, key }) =>
      `startCheckout(input: { customerId: "${customerId}", orderId: "${key}", total: { amount: "1" }, credits: ALL, idempotencyKey: "${key}" }) { replayed }`,
  },
  ...Object.entries({
    payCheckout: 'method: UPI, ',
    addGiftCardToCheckout: 'giftCardCode: "NOBODYS", ',
    cancelCheckout: '',
  }).map(([field, more]) => ({
    field,
    ...everybody,
    call: ({ key }: Target) =>
      `${field}(input: { checkoutId: "made-up", ${more}idempotencyKey: "${key}" }) { replayed }`,
  })),
  {
    field: 'makeCheckoutLink',
    ...staffOnly,
    call: ({ key }) =>
      `makeCheckoutLink(input: { checkoutId: "made-up", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'refundCheckout',
    ...staffOnly,
    call: ({ key }) =>
      `refundCheckout(input: { checkoutId: "made-up", reason: "Returned", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'captureHold',
    ...staffOnly,
    call: ({ holdId, key }) =>
      `captureHold(input: { holdId: "${holdId}", amount: { amount: "1" }, isFinal: false, idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'releaseHold',
    ...staffOnly,
    call: ({ holdId, key }) =>
      `releaseHold(input: { holdId: "${holdId}", reason: "Out of stock", idempotencyKey: "${key}" }) { replayed }`,
  },
  ...(['FROZEN', 'ACTIVE', 'SUSPENDED'] as const).map((status) => ({
    field: 'setWalletStatus',
    about: status,
    ...(status === 'SUSPENDED' ? adminOnly : staffOnly),
    call: ({ customerId, key }: Target) =>
      `setWalletStatus(input: { customerId: "${customerId}", status: ${status}, reason: "Test", idempotencyKey: "${key}" }) { replayed }`,
  })),
  {
    field: 'startTopUp',
    ...customersOnly,
    call: ({ key }) =>
      `startTopUp(input: { amount: { amount: "100" }, method: UPI, idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'saveCustomer',
    ...staffOnly,
    call: ({ customerId }) =>
      `saveCustomer(input: { customerId: "${customerId}", name: "Changed" }) { customer { id } }`,
  },
  {
    field: 'addWalletNote',
    ...staffOnly,
    call: ({ customerId, key }) =>
      `addWalletNote(input: { customerId: "${customerId}", text: "Called", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'recordPurchase',
    ...staffOnly,
    call: ({ customerId, key }) =>
      `recordPurchase(input: { customerId: "${customerId}", orderId: "${key}", amount: { amount: "10" }, purchasedAt: "2026-03-01T10:00:00Z" }) { replayed }`,
  },
  {
    field: 'claimReward',
    ...ownOnly,
    staff: 'FORBIDDEN',
    call: ({ customerId, rewardId, key }) =>
      `claimReward(input: { customerId: "${customerId}", rewardId: "${rewardId}", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'applyReferral',
    ...ownOnly,
    staff: 'FORBIDDEN',
    call: ({ customerId, key }) =>
      `applyReferral(input: { customerId: "${customerId}", code: "NOBODYS", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'endSession',
    ...everybody,
    call: () => 'endSession(input: { sessionId: "nobodys" }) { userErrors { code } }',
  },
  {
    field: 'redeemVoucher',
    ...ownOnly,
    staff: 'FORBIDDEN',
    call: ({ customerId, key }) =>
      `redeemVoucher(input: { customerId: "${customerId}", code: "NOBODYS", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'campaign',
    ...staffOnly,
    admin: 'null',
    staff: 'null',
    call: () => 'campaign(id: "made-up") { id }',
  },
  { field: 'campaignRules', ...staffOnly, call: () => 'campaignRules { aloneUpTo { amount } }' },
  { field: 'campaigns', ...staffOnly, call: () => 'campaigns { totalCount nodes { id } }' },
  {
    field: 'claimGiftCard',
    ...ownOnly,
    staff: 'FORBIDDEN',
    call: ({ customerId, key }) =>
      `claimGiftCard(input: { customerId: "${customerId}", code: "NOBODYS", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'buyGiftCard',
    ...customersOnly,
    call: ({ key }) =>
      `buyGiftCard(input: { amount: { amount: "100" }, method: UPI, idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'showGiftCardCode',
    ...customersOnly,
    call: () => 'showGiftCardCode(input: { giftCardId: "made-up" }) { codeWithheld }',
  },
  {
    field: 'giftCardPurchase',
    ...lookUp,
    call: ({ purchaseId }) => `giftCardPurchase(id: "${purchaseId}") { id }`,
  },
  {
    field: 'gift',
    ...{ customerOnOwn: 'null', customerOnOthers: 'null', staff: 'null', admin: 'null', anonymous: 'null' },
    call: () => 'gift(token: "made-up") { status }',
  },
  {
    field: 'sentGift',
    ...{ customerOnOwn: 'null', customerOnOthers: 'null', staff: 'null', admin: 'null' },
    call: () => 'sentGift(id: "made-up") { id }',
  },
  {
    field: 'sendGift',
    ...customersOnly,
    call: ({ key }) =>
      `sendGift(input: { amount: { amount: "100" }, toEmail: "a@b.example", fromName: "Asha", method: UPI, idempotencyKey: "${key}" }) { replayed }`,
  },
  ...['changeGift', 'recallGift', 'returnGift'].map((field) => ({
    field,
    ...customersOnly,
    call: ({ key }: Target) =>
      `${field}(input: { giftId: "made-up", idempotencyKey: "${key}" }) { replayed }`,
  })),
  {
    field: 'claimGift',
    ...customersOnly,
    call: ({ key }) => `claimGift(input: { token: "made-up", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'giftCardLook',
    ...everybody,
    call: () => 'giftCardLook(input: { code: "NOBODYS" }) { look { status } }',
  },
  {
    field: 'giftCard',
    ...staffOnly,
    admin: 'null',
    staff: 'null',
    call: () => 'giftCard(id: "made-up") { id }',
  },
  { field: 'giftCards', ...staffOnly, call: () => 'giftCards { totalCount nodes { id } }' },
  {
    field: 'issueGiftCards',
    ...adminOnly,
    call: ({ key }) =>
      `issueGiftCards(input: { count: 1, amount: { amount: "100" }, reason: "Prize", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'startGiftCardBatch',
    ...adminOnly,
    call: ({ key }) =>
      `startGiftCardBatch(input: { count: 1, amount: { amount: "100" }, reason: "Prize", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'cancelGiftCard',
    ...adminOnly,
    call: ({ key }) =>
      `cancelGiftCard(input: { giftCardId: "made-up", reason: "Lost", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'reissueGiftCard',
    ...adminOnly,
    call: ({ key }) =>
      `reissueGiftCard(input: { giftCardId: "made-up", reason: "Lost", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'createCampaign',
    ...adminOnly,
    call: ({ key }) =>
      `createCampaign(input: { name: "Gift", value: { amount: "5" }, codes: UNIQUE, maxUses: 5, startsAt: "2026-03-01T10:00:00Z", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'updateCampaign',
    ...adminOnly,
    call: () =>
      'updateCampaign(input: { campaignId: "made-up", version: 1, name: "Changed" }) { campaign { id } }',
  },
  {
    field: 'setCampaignStatus',
    ...adminOnly,
    call: () => 'setCampaignStatus(input: { campaignId: "made-up", step: START }) { campaign { id } }',
  },
  {
    field: 'makeVoucherCodes',
    ...adminOnly,
    call: ({ key }) =>
      `makeVoucherCodes(input: { campaignId: "made-up", count: 1, idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'createReward',
    ...adminOnly,
    call: ({ key }) =>
      `createReward(input: { name: "Gift", description: "A gift", creditAmount: { amount: "5" }, validFrom: "2026-03-01T10:00:00Z", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'updateReward',
    ...adminOnly,
    call: ({ rewardId }) =>
      `updateReward(input: { rewardId: "${rewardId}", name: "Changed" }) { reward { id } }`,
  },
  {
    field: 'setRewardStatus',
    ...adminOnly,
    call: ({ rewardId }) =>
      `setRewardStatus(input: { rewardId: "${rewardId}", status: ACTIVE }) { reward { id } }`,
  },
  {
    field: 'bulkAddCredits',
    ...adminOnly,
    call: ({ customerId, key }) =>
      `bulkAddCredits(input: { rows: [{ customerId: "${customerId}", amount: { amount: "5" }, reason: "Gift" }], mode: VALID_ROWS, idempotencyKey: "${key}" }) { credited }`,
  },
  { field: 'jobs', ...adminOnly, call: () => 'jobs { totalCount nodes { id } }' },
  { field: 'job', ...adminOnly, admin: 'null', call: () => 'job(id: "made-up") { id }' },
  {
    field: 'startBulkCredit',
    ...adminOnly,
    call: ({ key }) =>
      `startBulkCredit(input: { fileName: "a.csv", fileHash: "${'a'.repeat(64)}", columns: ["customer_id", "amount", "reason"], rows: 1, idempotencyKey: "${key}" }) { job { id } }`,
  },
  {
    field: 'importCustomers',
    ...adminOnly,
    call: ({ key }) =>
      `importCustomers(input: { fileName: "a.csv", fileHash: "${'b'.repeat(64)}", columns: ["customer_id", "name"], rows: 1, idempotencyKey: "${key}" }) { job { id } }`,
  },
  {
    field: 'addJobRows',
    ...adminOnly,
    call: () => 'addJobRows(input: { jobId: "made-up", from: 0, rows: [["a"]] }) { replayed }',
  },
  ...(['resumeJob', 'pauseJob', 'stopJob'] as const).map((field) => ({
    field,
    ...adminOnly,
    call: ({ key }: Target) => `${field}(input: { jobId: "made-up", idempotencyKey: "${key}" }) { replayed }`,
  })),
  {
    field: 'reverseCredit',
    ...adminOnly,
    call: ({ creditId, key }) =>
      `reverseCredit(input: { creditId: "${creditId}", reason: "Mistaken", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'settleReceivable',
    ...staffOnly,
    call: ({ customerId, key }) =>
      `settleReceivable(input: { customerId: "${customerId}", amount: { amount: "1" }, reason: "Cash", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'writeOffReceivable',
    ...adminOnly,
    call: ({ customerId, key }) =>
      `writeOffReceivable(input: { customerId: "${customerId}", amount: { amount: "1" }, reason: "Gone", idempotencyKey: "${key}" }) { replayed }`,
  },
  {
    field: 'extendExpiry',
    ...adminOnly,
    call: ({ creditId, key }) =>
      `extendExpiry(input: { creditId: "${creditId}", expiresAt: "2030-01-01T10:00:00Z", reason: "Sorry", idempotencyKey: "${key}" }) { replayed }`,
  },
];
