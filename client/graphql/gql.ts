/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  'query ConsoleHome($isAdmin: Boolean!) {\n  approvals(filter: {status: [PENDING, CHANGED]}, first: 20) {\n    totalCount\n    nodes {\n      id\n      act\n      status\n      amount {\n        amount\n        currencyCode\n      }\n      reason\n      requestedBy {\n        id\n      }\n      requestedAt\n      expiresAt\n      mayDecide\n      wallet {\n        id\n        customer {\n          id\n          name\n        }\n      }\n    }\n  }\n  paymentReviews(filter: {status: [OPEN]}, first: 20) {\n    totalCount\n    nodes {\n      id\n      kind\n      collected {\n        amount\n        currencyCode\n      }\n      openedAt\n      providerReference\n      assignee {\n        id\n      }\n      wallet {\n        id\n        customer {\n          id\n          name\n        }\n      }\n    }\n  }\n  customers(first: 5) {\n    nodes {\n      id\n      customerId\n      name\n      wallet {\n        id\n        balance {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n  integrity @include(if: $isAdmin) {\n    lastAudit {\n      finishedAt\n      wallets\n      entries\n      violations\n    }\n  }\n  paymentHealth @include(if: $isAdmin) {\n    provider\n    isWorking\n    lastAnswerAt\n    notificationsWaiting\n  }\n}\n\nquery ConsoleFigures($from: DateTime!) {\n  programmeStatistics(from: $from) {\n    asOf\n    walletCount\n    totalBalance {\n      amount\n      currencyCode\n    }\n    movement {\n      month\n      purchased {\n        amount\n        currencyCode\n      }\n      granted {\n        amount\n        currencyCode\n      }\n      spent {\n        amount\n        currencyCode\n      }\n      refunded {\n        amount\n        currencyCode\n      }\n      expired {\n        amount\n        currencyCode\n      }\n    }\n  }\n}': typeof types.ConsoleHomeDocument;
  'query ConsoleSearch($text: String!) {\n  customers(search: $text, first: 20) {\n    totalCount\n    nodes {\n      id\n      customerId\n      name\n      phone\n      email\n      wallet {\n        id\n        status\n        balance {\n          amount\n          currencyCode\n        }\n        tier {\n          tier {\n            level\n            name\n          }\n        }\n      }\n    }\n  }\n  transactionByReference(reference: $text) {\n    id\n    kind\n    reference\n    createdAt\n    signedAmount {\n      amount\n      currencyCode\n    }\n    orderId\n    wallet {\n      id\n      customer {\n        id\n        customerId\n        name\n      }\n    }\n  }\n}': typeof types.ConsoleSearchDocument;
  'query ConsoleWallets($filter: WalletFilter, $first: Int, $after: String, $last: Int, $before: String) {\n  wallets(\n    filter: $filter\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n    nodes {\n      id\n      status\n      balance {\n        amount\n        currencyCode\n      }\n      lastTransactionAt\n      tier {\n        tier {\n          level\n          name\n        }\n      }\n      expiringCredits(withinDays: 30) {\n        nextExpiryAt\n        total {\n          amount\n          currencyCode\n        }\n      }\n      customer {\n        id\n        customerId\n        name\n        phone\n        email\n      }\n    }\n  }\n}': typeof types.ConsoleWalletsDocument;
  'query ConsoleFrame($isAdmin: Boolean!) {\n  approvals(filter: {status: [PENDING, CHANGED]}, first: 1) {\n    totalCount\n  }\n  paymentReviews(filter: {status: [OPEN]}, first: 1) {\n    totalCount\n  }\n  integrity @include(if: $isAdmin) {\n    lastAudit {\n      finishedAt\n      violations\n    }\n  }\n}': typeof types.ConsoleFrameDocument;
  'mutation EndSession($input: EndSessionInput!) {\n  endSession(input: $input) {\n    viewer {\n      id\n      ...SessionList_viewer\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}': typeof types.EndSessionDocument;
  'query MyData($after: String, $topUpsAfter: String, $first: Boolean!) {\n  viewer {\n    id\n    ... @include(if: $first) {\n      role\n      customer {\n        id\n        customerId\n        name\n        email\n        phone\n        language\n        createdAt\n      }\n      sessions {\n        id\n        device\n        createdAt\n        lastUsedAt\n      }\n    }\n    wallet {\n      id\n      status\n      statusSince\n      shownReason\n      balance {\n        amount\n        currencyCode\n      }\n      receivable {\n        amount\n        currencyCode\n      }\n      transactionCount\n      createdAt\n      updatedAt\n      ... @include(if: $first) {\n        tier {\n          tier {\n            level\n          }\n        }\n        lots {\n          source\n          original {\n            amount\n            currencyCode\n          }\n          remaining {\n            amount\n            currencyCode\n          }\n          expiresAt\n        }\n        claims {\n          id\n          claimedAt\n          reward {\n            id\n            name\n          }\n        }\n        referral {\n          code\n          count\n          earned {\n            amount\n            currencyCode\n          }\n          people {\n            displayName\n            joinedAt\n          }\n        }\n      }\n      topUps(first: 100, after: $topUpsAfter) {\n        nodes {\n          id\n          reference\n          method\n          status\n          amount {\n            amount\n            currencyCode\n          }\n          note\n          failureReason\n          createdAt\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      transactions(first: 100, after: $after) {\n        nodes {\n          id\n          reference\n          kind\n          source\n          signedAmount {\n            amount\n            currencyCode\n          }\n          balanceAfter {\n            amount\n            currencyCode\n          }\n          reason\n          orderId\n          createdAt\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n}': typeof types.MyDataDocument;
  'query SessionList {\n  viewer {\n    id\n    ...SessionList_viewer\n  }\n}\n\nfragment SessionList_viewer on Viewer {\n  id\n  sessions {\n    id\n    device\n    createdAt\n    lastUsedAt\n    isCurrent\n  }\n}': typeof types.SessionListDocument;
  'fragment BalanceCard_wallet on Wallet {\n  id\n  status\n  transactionCount\n  balance {\n    amount\n    currencyCode\n  }\n  purchasedBalance {\n    amount\n    currencyCode\n  }\n  grantedBalance {\n    amount\n    currencyCode\n  }\n  tier {\n    tier {\n      level\n      name\n    }\n  }\n}': typeof types.BalanceCard_WalletFragmentDoc;
  'query BalanceOverTime {\n  viewer {\n    id\n    wallet {\n      id\n      balance {\n        amount\n        currencyCode\n      }\n      balanceHistory(days: 90) {\n        day\n        closingBalance {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n}': typeof types.BalanceOverTimeDocument;
  'query WalletDashboard($monthStart: DateTime!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...BalanceCard_wallet\n      status\n      transactionCount\n      balance {\n        amount\n        currencyCode\n      }\n      ...StatusBanner_wallet\n      ...ExpiringBanner_wallet\n      ...RecentActivity_wallet\n      transactions(first: 5) {\n        nodes {\n          id\n          reference\n        }\n      }\n      ...TierCard_wallet\n      ...WalletTotals_wallet\n      ...ReferralCard_wallet\n      ...Starters_wallet\n      ...PendingTopUps_wallet\n    }\n  }\n  shop {\n    name\n    ...TalkToShop_shop\n  }\n  tiers {\n    ...TierCard_tier\n    ...NewWallet_tier\n  }\n  walletPolicy {\n    ...Starters_policy\n    ...FirstSteps_policy\n    ...ReferralCard_policy\n  }\n}': typeof types.WalletDashboardDocument;
  'fragment ExpiringBanner_wallet on Wallet {\n  id\n  status\n  expiringCredits(withinDays: 30) {\n    total {\n      amount\n      currencyCode\n    }\n    nextExpiryAt\n    lots {\n      ...LotList_lot\n    }\n  }\n}': typeof types.ExpiringBanner_WalletFragmentDoc;
  'fragment FirstSteps_policy on WalletPolicy {\n  minTopUp {\n    amount\n    currencyCode\n  }\n  maxTopUp {\n    amount\n    currencyCode\n  }\n}': typeof types.FirstSteps_PolicyFragmentDoc;
  'fragment LotList_lot on CreditLot {\n  credit {\n    id\n    reason\n  }\n  source\n  remaining {\n    amount\n    currencyCode\n  }\n  expiresAt\n  daysLeft\n}': typeof types.LotList_LotFragmentDoc;
  'fragment NewWallet_tier on Tier {\n  level\n  name\n  threshold {\n    amount\n    currencyCode\n  }\n  creditLifetimeDays\n}': typeof types.NewWallet_TierFragmentDoc;
  'fragment PendingTopUps_wallet on Wallet {\n  id\n  topUps(first: 5) {\n    nodes {\n      id\n      ...TopUp_state\n    }\n  }\n}': typeof types.PendingTopUps_WalletFragmentDoc;
  'fragment RecentActivity_wallet on Wallet {\n  id\n  transactions(first: 5) {\n    nodes {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n}': typeof types.RecentActivity_WalletFragmentDoc;
  'fragment Starters_wallet on Wallet {\n  id\n  createdAt\n  referral {\n    canApplyCode\n    referredBonus {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment Starters_policy on WalletPolicy {\n  referralWindowDays\n}': typeof types.Starters_WalletFragmentDoc;
  'fragment WalletTotals_wallet on Wallet {\n  id\n  totalEarned {\n    amount\n    currencyCode\n  }\n  totalSpent {\n    amount\n    currencyCode\n  }\n  totalRefunded {\n    amount\n    currencyCode\n  }\n  transactionCount\n  transactionSummary(from: $monthStart) {\n    count\n    byKind {\n      kind\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n}': typeof types.WalletTotals_WalletFragmentDoc;
  'fragment Answers_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n    }\n    next {\n      level\n      name\n    }\n    toNext {\n      amount\n      currencyCode\n    }\n  }\n  latest: transactions(first: 1) {\n    nodes {\n      id\n      balanceAfter {\n        amount\n        currencyCode\n      }\n      ...TransactionRow_transaction\n    }\n  }\n  refunds: transactions(first: 1, filter: {kinds: [REFUND]}) {\n    nodes {\n      id\n      createdAt\n      amount {\n        amount\n        currencyCode\n      }\n      orderId\n    }\n  }\n  expiringCredits(withinDays: 3650) {\n    lots {\n      remaining {\n        amount\n        currencyCode\n      }\n      expiresAt\n    }\n  }\n  topUps(first: 1) {\n    nodes {\n      id\n      status\n      createdAt\n      amount {\n        amount\n        currencyCode\n      }\n    }\n  }\n}': typeof types.Answers_WalletFragmentDoc;
  'query Help {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n      ...Answers_wallet\n    }\n  }\n  shop {\n    ...TalkToShop_shop\n  }\n}': typeof types.HelpDocument;
  'query HelpReport($entry: ID!, $about: Boolean!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n    }\n  }\n  transaction(id: $entry) @include(if: $about) {\n    id\n    ...ReportedEntry_transaction\n  }\n  shop {\n    phone\n    email\n    hours\n  }\n}': typeof types.HelpReportDocument;
  'fragment ReportedEntry_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n}': typeof types.ReportedEntry_TransactionFragmentDoc;
  'fragment EntryFacts_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    expiresAt\n  }\n}': typeof types.EntryFacts_TransactionFragmentDoc;
  'fragment EntryHero_transaction on Transaction {\n  id\n  kind\n  status\n  amount {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    funding\n  }\n  ... on DebitTransaction {\n    refunds {\n      id\n      amount {\n        amount\n        currencyCode\n      }\n    }\n  }\n}': typeof types.EntryHero_TransactionFragmentDoc;
  'fragment EntryReceipt_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n}': typeof types.EntryReceipt_TransactionFragmentDoc;
  'fragment EntryTrace_transaction on Transaction {\n  id\n  amount {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    remaining {\n      amount\n      currencyCode\n    }\n    expiresAt\n    usedBy {\n      amount {\n        amount\n        currencyCode\n      }\n      transaction {\n        id\n        kind\n        source\n        reason\n        orderId\n        createdAt\n      }\n    }\n  }\n  ... on DebitTransaction {\n    draws {\n      ...DrawList_draw\n    }\n    refunds {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ... on RefundTransaction {\n    debit {\n      id\n      ...TransactionRow_transaction\n    }\n    restores {\n      ...DrawList_draw\n    }\n  }\n  ... on ExpiryTransaction {\n    credit {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ... on ReversalTransaction {\n    notRecovered {\n      amount\n      currencyCode\n    }\n    credit {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n}': typeof types.EntryTrace_TransactionFragmentDoc;
  'query TransactionDetail($id: ID!) {\n  transaction(id: $id) {\n    id\n    ...TransactionRow_transaction\n    ...EntryFacts_transaction\n    ...EntryHero_transaction\n    ...EntryReceipt_transaction\n    ...EntryTrace_transaction\n  }\n}': typeof types.TransactionDetailDocument;
  'query HistoryCount($filter: TransactionFilter) {\n  viewer {\n    id\n    wallet {\n      id\n      transactions(filter: $filter, first: 1) {\n        totalCount\n      }\n    }\n  }\n}': typeof types.HistoryCountDocument;
  'query TransactionHistory($filter: TransactionFilter, $first: Int, $after: String) {\n  viewer {\n    id\n    wallet {\n      id\n      transactionCount\n      ...MemberLine_wallet\n      transactions(filter: $filter, first: $first, after: $after) {\n        totalCount\n        ...MonthSums_transactions\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            ...TransactionRow_transaction\n          }\n        }\n      }\n    }\n  }\n}': typeof types.TransactionHistoryDocument;
  'fragment MonthSums_transactions on TransactionConnection {\n  months {\n    month\n    added {\n      amount\n      currencyCode\n    }\n    taken {\n      amount\n      currencyCode\n    }\n  }\n}': typeof types.MonthSums_TransactionsFragmentDoc;
  'mutation ApplyReferral($input: ApplyReferralInput!, $monthStart: DateTime!) {\n  applyReferral(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n      ...EnterCode_wallet\n    }\n    transaction {\n      id\n      amount {\n        amount\n        currencyCode\n      }\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}': typeof types.ApplyReferralDocument;
  'fragment EnterCode_wallet on Wallet {\n  id\n  createdAt\n  referral {\n    canApplyCode\n    referredBy\n  }\n}': typeof types.EnterCode_WalletFragmentDoc;
  'query ReferFriend {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...ReferralCard_wallet\n      ...ReferredPeople_wallet\n      ...EnterCode_wallet\n    }\n  }\n  walletPolicy {\n    referralValidityDays\n    referralWindowDays\n  }\n}': typeof types.ReferFriendDocument;
  'fragment ReferredPeople_wallet on Wallet {\n  id\n  referral {\n    count\n    earned {\n      amount\n      currencyCode\n    }\n    people {\n      displayName\n      joinedAt\n      bonus {\n        amount\n        currencyCode\n      }\n    }\n  }\n}': typeof types.ReferredPeople_WalletFragmentDoc;
  'mutation ClaimReward($input: ClaimRewardInput!, $monthStart: DateTime!) {\n  claimReward(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n      ...RewardLists_wallet\n    }\n    transaction {\n      id\n      expiresAt\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}': typeof types.ClaimRewardDocument;
  'fragment RewardCard_reward on Reward {\n  id\n  name\n  description\n  creditAmount {\n    amount\n    currencyCode\n  }\n  minPurchaseAmount {\n    amount\n    currencyCode\n  }\n  maxUses\n  totalUses\n  usesLeft\n  validFrom\n  validUntil\n}': typeof types.RewardCard_RewardFragmentDoc;
  'fragment RewardLists_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n      creditLifetimeDays\n    }\n  }\n  availableRewards {\n    canClaim\n    notClaimable {\n      code\n      ...Refusal_error\n    }\n    largestPurchase {\n      amount\n      currencyCode\n    }\n    reward {\n      id\n      ...RewardCard_reward\n    }\n  }\n  claims {\n    id\n    claimedAt\n    reward {\n      id\n      ...RewardCard_reward\n    }\n    transaction {\n      id\n      expiresAt\n    }\n  }\n}': typeof types.RewardLists_WalletFragmentDoc;
  'query LoyaltyRewards {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...RewardLists_wallet\n    }\n  }\n}': typeof types.LoyaltyRewardsDocument;
  'mutation DeductCredits($input: DeductCreditsInput!, $monthStart: DateTime!) {\n  deductCredits(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n    }\n    transaction {\n      id\n      ...Receipt_debit\n    }\n    userErrors {\n      ...Refusal_error\n      transaction {\n        ...EarlierDebit_debit\n      }\n    }\n  }\n}\n\nfragment EarlierDebit_debit on DebitTransaction {\n  id\n  createdAt\n  amount {\n    amount\n    currencyCode\n  }\n}': typeof types.DeductCreditsDocument;
  'query SpendPreview($amount: MoneyInput!, $orderId: ID!) {\n  viewer {\n    id\n    wallet {\n      id\n      spendPreview(amount: $amount, orderId: $orderId) {\n        ...SpendPreview_preview\n      }\n    }\n  }\n}\n\nfragment SpendPreview_preview on SpendPreview {\n  amount {\n    amount\n    currencyCode\n  }\n  canSpend\n  earlierDebit {\n    ...EarlierDebit_debit\n  }\n  refusal {\n    ...Refusal_error\n  }\n  shortBy {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  tierAfter {\n    level\n    name\n    creditLifetimeDays\n    threshold {\n      amount\n      currencyCode\n    }\n  }\n  draws {\n    ...DrawList_draw\n  }\n}': typeof types.SpendPreviewDocument;
  'query PaymentReceipt($id: ID!) {\n  transaction(id: $id) {\n    id\n    ...Receipt_debit\n  }\n}\n\nfragment Receipt_debit on DebitTransaction {\n  id\n  reference\n  amount {\n    amount\n    currencyCode\n  }\n  orderId\n  createdAt\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  draws {\n    ...DrawList_draw\n  }\n}': typeof types.PaymentReceiptDocument;
  'query UseCredits($orderId: ID!, $named: Boolean!) {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      balance {\n        amount\n        currencyCode\n      }\n      spendPreview(amount: {amount: "1.00", currencyCode: INR}, orderId: $orderId) @include(if: $named) {\n        earlierDebit {\n          ...EarlierDebit_debit\n        }\n      }\n      ...MemberLine_wallet\n      ...StatusBanner_wallet\n      tier {\n        basis\n        tier {\n          level\n          name\n          creditLifetimeDays\n          threshold {\n            amount\n            currencyCode\n          }\n        }\n      }\n    }\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}': typeof types.UseCreditsDocument;
  'fragment StatementFigures_statement on Statement {\n  from\n  to\n  count\n  openingBalance {\n    amount\n    currencyCode\n  }\n  closingBalance {\n    amount\n    currencyCode\n  }\n  byKind {\n    kind\n    count\n    total {\n      amount\n      currencyCode\n    }\n  }\n}': typeof types.StatementFigures_StatementFragmentDoc;
  'fragment StatementLine_transaction on Transaction {\n  id\n  reference\n  kind\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  source\n  reason\n  orderId\n  createdAt\n}': typeof types.StatementLine_TransactionFragmentDoc;
  'query StatementPages($from: String!, $to: String!, $after: String) {\n  viewer {\n    id\n    customer {\n      id\n      name\n    }\n    wallet {\n      id\n      tier {\n        tier {\n          level\n          name\n        }\n      }\n      statement(from: $from, to: $to) {\n        ...StatementFigures_statement\n        transactions(first: 100, after: $after) {\n          nodes {\n            id\n            ...StatementLine_transaction\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n  shop {\n    name\n    phone\n    email\n  }\n}': typeof types.StatementPagesDocument;
  'query WalletStatement($from: String!, $to: String!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n      statement(from: $from, to: $to) {\n        ...StatementFigures_statement\n        transactions(first: 50) {\n          nodes {\n            id\n            ...TransactionRow_transaction\n          }\n        }\n      }\n    }\n  }\n}': typeof types.WalletStatementDocument;
  'fragment TierCards_tier on Tier {\n  level\n  name\n  threshold {\n    amount\n    currencyCode\n  }\n  creditLifetimeDays\n  benefits\n}': typeof types.TierCards_TierFragmentDoc;
  'query TierBenefits {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...TierCard_wallet\n    }\n  }\n  tiers {\n    ...TierCard_tier\n    ...TierCards_tier\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}': typeof types.TierBenefitsDocument;
  'query TopUp($id: ID!, $monthStart: DateTime!) {\n  topUp(id: $id) {\n    ...TopUp_state\n    checkoutUrl\n    upiIntent\n    failureReason\n    expiresAt\n    transaction {\n      id\n      reference\n      createdAt\n      expiresAt\n      balanceAfter {\n        amount\n        currencyCode\n      }\n      wallet {\n        id\n        ...WalletChange_wallet\n      }\n    }\n  }\n  tiers {\n    level\n    name\n    threshold {\n      amount\n      currencyCode\n    }\n    creditLifetimeDays\n  }\n}': typeof types.TopUpDocument;
  'mutation StartTopUp($input: StartTopUpInput!) {\n  startTopUp(input: $input) {\n    topUp {\n      ...TopUp_state\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}': typeof types.StartTopUpDocument;
  'query AddCredits {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...StatusBanner_wallet\n      balance {\n        amount\n        currencyCode\n      }\n      tier {\n        basis\n        qualifyingAmount {\n          amount\n          currencyCode\n        }\n        tier {\n          level\n          name\n          creditLifetimeDays\n        }\n      }\n      topUps(first: 5) {\n        nodes {\n          id\n          ...TopUp_state\n        }\n      }\n    }\n  }\n  tiers {\n    level\n    name\n    threshold {\n      amount\n      currencyCode\n    }\n    creditLifetimeDays\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}': typeof types.AddCreditsDocument;
  'mutation CreateWallet($input: CreateWalletInput!) {\n  createWallet(input: $input) {\n    wallet {\n      id\n      status\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}': typeof types.CreateWalletDocument;
  'fragment DrawList_draw on Draw {\n  amount {\n    amount\n    currencyCode\n  }\n  credit {\n    id\n    kind\n    source\n    reason\n    orderId\n    funding\n    expiresAt\n    createdAt\n    remaining {\n      amount\n      currencyCode\n    }\n  }\n}': typeof types.DrawList_DrawFragmentDoc;
  'fragment TransactionRow_transaction on Transaction {\n  id\n  kind\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  source\n  reason\n  orderId\n  createdAt\n}': typeof types.TransactionRow_TransactionFragmentDoc;
  'fragment ReferralCard_wallet on Wallet {\n  id\n  referral {\n    code\n    shareText\n    referrerBonus {\n      amount\n      currencyCode\n    }\n    referredBonus {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment ReferralCard_policy on WalletPolicy {\n  referralValidityDays\n}': typeof types.ReferralCard_WalletFragmentDoc;
  'fragment Refusal_error on UserError {\n  code\n  message\n  min {\n    amount\n    currencyCode\n  }\n  max {\n    amount\n    currencyCode\n  }\n  available {\n    amount\n    currencyCode\n  }\n  shortBy {\n    amount\n    currencyCode\n  }\n  required {\n    amount\n    currencyCode\n  }\n  largest {\n    amount\n    currencyCode\n  }\n  since\n}': typeof types.Refusal_ErrorFragmentDoc;
  'fragment TalkToShop_shop on Shop {\n  name\n  phone\n  email\n  hours\n}': typeof types.TalkToShop_ShopFragmentDoc;
  'fragment StatusBanner_wallet on Wallet {\n  id\n  status\n  statusSince\n  shownReason\n}': typeof types.StatusBanner_WalletFragmentDoc;
  'fragment MemberLine_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n    }\n  }\n}\n\nquery MemberLine {\n  viewer {\n    id\n    wallet {\n      ...MemberLine_wallet\n    }\n  }\n}': typeof types.MemberLine_WalletFragmentDoc;
  'fragment TierCard_wallet on Wallet {\n  id\n  tier {\n    basis\n    tier {\n      level\n      name\n      threshold {\n        amount\n        currencyCode\n      }\n      creditLifetimeDays\n    }\n    qualifyingAmount {\n      amount\n      currencyCode\n    }\n    next {\n      level\n      name\n      threshold {\n        amount\n        currencyCode\n      }\n      creditLifetimeDays\n    }\n    toNext {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment TierCard_tier on Tier {\n  level\n  name\n}': typeof types.TierCard_WalletFragmentDoc;
  'fragment TopUp_state on TopUp {\n  id\n  amount {\n    amount\n    currencyCode\n  }\n  method\n  status\n  reference\n  createdAt\n}': typeof types.TopUp_StateFragmentDoc;
  'fragment WalletChange_wallet on Wallet {\n  id\n  status\n  transactionCount\n  balance {\n    amount\n    currencyCode\n  }\n  purchasedBalance {\n    amount\n    currencyCode\n  }\n  grantedBalance {\n    amount\n    currencyCode\n  }\n  totalEarned {\n    amount\n    currencyCode\n  }\n  totalSpent {\n    amount\n    currencyCode\n  }\n  totalRefunded {\n    amount\n    currencyCode\n  }\n  transactionSummary(from: $monthStart) {\n    count\n    byKind {\n      kind\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n  expiringCredits(withinDays: 30) {\n    total {\n      amount\n      currencyCode\n    }\n    nextExpiryAt\n    lots {\n      credit {\n        id\n        reason\n      }\n      source\n      remaining {\n        amount\n        currencyCode\n      }\n      expiresAt\n      daysLeft\n    }\n  }\n  transactions(first: 5) {\n    nodes {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ...StatusBanner_wallet\n  ...TierCard_wallet\n}': typeof types.WalletChange_WalletFragmentDoc;
};
const documents: Documents = {
  'query ConsoleHome($isAdmin: Boolean!) {\n  approvals(filter: {status: [PENDING, CHANGED]}, first: 20) {\n    totalCount\n    nodes {\n      id\n      act\n      status\n      amount {\n        amount\n        currencyCode\n      }\n      reason\n      requestedBy {\n        id\n      }\n      requestedAt\n      expiresAt\n      mayDecide\n      wallet {\n        id\n        customer {\n          id\n          name\n        }\n      }\n    }\n  }\n  paymentReviews(filter: {status: [OPEN]}, first: 20) {\n    totalCount\n    nodes {\n      id\n      kind\n      collected {\n        amount\n        currencyCode\n      }\n      openedAt\n      providerReference\n      assignee {\n        id\n      }\n      wallet {\n        id\n        customer {\n          id\n          name\n        }\n      }\n    }\n  }\n  customers(first: 5) {\n    nodes {\n      id\n      customerId\n      name\n      wallet {\n        id\n        balance {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n  integrity @include(if: $isAdmin) {\n    lastAudit {\n      finishedAt\n      wallets\n      entries\n      violations\n    }\n  }\n  paymentHealth @include(if: $isAdmin) {\n    provider\n    isWorking\n    lastAnswerAt\n    notificationsWaiting\n  }\n}\n\nquery ConsoleFigures($from: DateTime!) {\n  programmeStatistics(from: $from) {\n    asOf\n    walletCount\n    totalBalance {\n      amount\n      currencyCode\n    }\n    movement {\n      month\n      purchased {\n        amount\n        currencyCode\n      }\n      granted {\n        amount\n        currencyCode\n      }\n      spent {\n        amount\n        currencyCode\n      }\n      refunded {\n        amount\n        currencyCode\n      }\n      expired {\n        amount\n        currencyCode\n      }\n    }\n  }\n}':
    types.ConsoleHomeDocument,
  'query ConsoleSearch($text: String!) {\n  customers(search: $text, first: 20) {\n    totalCount\n    nodes {\n      id\n      customerId\n      name\n      phone\n      email\n      wallet {\n        id\n        status\n        balance {\n          amount\n          currencyCode\n        }\n        tier {\n          tier {\n            level\n            name\n          }\n        }\n      }\n    }\n  }\n  transactionByReference(reference: $text) {\n    id\n    kind\n    reference\n    createdAt\n    signedAmount {\n      amount\n      currencyCode\n    }\n    orderId\n    wallet {\n      id\n      customer {\n        id\n        customerId\n        name\n      }\n    }\n  }\n}':
    types.ConsoleSearchDocument,
  'query ConsoleWallets($filter: WalletFilter, $first: Int, $after: String, $last: Int, $before: String) {\n  wallets(\n    filter: $filter\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n    nodes {\n      id\n      status\n      balance {\n        amount\n        currencyCode\n      }\n      lastTransactionAt\n      tier {\n        tier {\n          level\n          name\n        }\n      }\n      expiringCredits(withinDays: 30) {\n        nextExpiryAt\n        total {\n          amount\n          currencyCode\n        }\n      }\n      customer {\n        id\n        customerId\n        name\n        phone\n        email\n      }\n    }\n  }\n}':
    types.ConsoleWalletsDocument,
  'query ConsoleFrame($isAdmin: Boolean!) {\n  approvals(filter: {status: [PENDING, CHANGED]}, first: 1) {\n    totalCount\n  }\n  paymentReviews(filter: {status: [OPEN]}, first: 1) {\n    totalCount\n  }\n  integrity @include(if: $isAdmin) {\n    lastAudit {\n      finishedAt\n      violations\n    }\n  }\n}':
    types.ConsoleFrameDocument,
  'mutation EndSession($input: EndSessionInput!) {\n  endSession(input: $input) {\n    viewer {\n      id\n      ...SessionList_viewer\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}':
    types.EndSessionDocument,
  'query MyData($after: String, $topUpsAfter: String, $first: Boolean!) {\n  viewer {\n    id\n    ... @include(if: $first) {\n      role\n      customer {\n        id\n        customerId\n        name\n        email\n        phone\n        language\n        createdAt\n      }\n      sessions {\n        id\n        device\n        createdAt\n        lastUsedAt\n      }\n    }\n    wallet {\n      id\n      status\n      statusSince\n      shownReason\n      balance {\n        amount\n        currencyCode\n      }\n      receivable {\n        amount\n        currencyCode\n      }\n      transactionCount\n      createdAt\n      updatedAt\n      ... @include(if: $first) {\n        tier {\n          tier {\n            level\n          }\n        }\n        lots {\n          source\n          original {\n            amount\n            currencyCode\n          }\n          remaining {\n            amount\n            currencyCode\n          }\n          expiresAt\n        }\n        claims {\n          id\n          claimedAt\n          reward {\n            id\n            name\n          }\n        }\n        referral {\n          code\n          count\n          earned {\n            amount\n            currencyCode\n          }\n          people {\n            displayName\n            joinedAt\n          }\n        }\n      }\n      topUps(first: 100, after: $topUpsAfter) {\n        nodes {\n          id\n          reference\n          method\n          status\n          amount {\n            amount\n            currencyCode\n          }\n          note\n          failureReason\n          createdAt\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      transactions(first: 100, after: $after) {\n        nodes {\n          id\n          reference\n          kind\n          source\n          signedAmount {\n            amount\n            currencyCode\n          }\n          balanceAfter {\n            amount\n            currencyCode\n          }\n          reason\n          orderId\n          createdAt\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n}':
    types.MyDataDocument,
  'query SessionList {\n  viewer {\n    id\n    ...SessionList_viewer\n  }\n}\n\nfragment SessionList_viewer on Viewer {\n  id\n  sessions {\n    id\n    device\n    createdAt\n    lastUsedAt\n    isCurrent\n  }\n}':
    types.SessionListDocument,
  'fragment BalanceCard_wallet on Wallet {\n  id\n  status\n  transactionCount\n  balance {\n    amount\n    currencyCode\n  }\n  purchasedBalance {\n    amount\n    currencyCode\n  }\n  grantedBalance {\n    amount\n    currencyCode\n  }\n  tier {\n    tier {\n      level\n      name\n    }\n  }\n}':
    types.BalanceCard_WalletFragmentDoc,
  'query BalanceOverTime {\n  viewer {\n    id\n    wallet {\n      id\n      balance {\n        amount\n        currencyCode\n      }\n      balanceHistory(days: 90) {\n        day\n        closingBalance {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n}':
    types.BalanceOverTimeDocument,
  'query WalletDashboard($monthStart: DateTime!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...BalanceCard_wallet\n      status\n      transactionCount\n      balance {\n        amount\n        currencyCode\n      }\n      ...StatusBanner_wallet\n      ...ExpiringBanner_wallet\n      ...RecentActivity_wallet\n      transactions(first: 5) {\n        nodes {\n          id\n          reference\n        }\n      }\n      ...TierCard_wallet\n      ...WalletTotals_wallet\n      ...ReferralCard_wallet\n      ...Starters_wallet\n      ...PendingTopUps_wallet\n    }\n  }\n  shop {\n    name\n    ...TalkToShop_shop\n  }\n  tiers {\n    ...TierCard_tier\n    ...NewWallet_tier\n  }\n  walletPolicy {\n    ...Starters_policy\n    ...FirstSteps_policy\n    ...ReferralCard_policy\n  }\n}':
    types.WalletDashboardDocument,
  'fragment ExpiringBanner_wallet on Wallet {\n  id\n  status\n  expiringCredits(withinDays: 30) {\n    total {\n      amount\n      currencyCode\n    }\n    nextExpiryAt\n    lots {\n      ...LotList_lot\n    }\n  }\n}':
    types.ExpiringBanner_WalletFragmentDoc,
  'fragment FirstSteps_policy on WalletPolicy {\n  minTopUp {\n    amount\n    currencyCode\n  }\n  maxTopUp {\n    amount\n    currencyCode\n  }\n}':
    types.FirstSteps_PolicyFragmentDoc,
  'fragment LotList_lot on CreditLot {\n  credit {\n    id\n    reason\n  }\n  source\n  remaining {\n    amount\n    currencyCode\n  }\n  expiresAt\n  daysLeft\n}':
    types.LotList_LotFragmentDoc,
  'fragment NewWallet_tier on Tier {\n  level\n  name\n  threshold {\n    amount\n    currencyCode\n  }\n  creditLifetimeDays\n}':
    types.NewWallet_TierFragmentDoc,
  'fragment PendingTopUps_wallet on Wallet {\n  id\n  topUps(first: 5) {\n    nodes {\n      id\n      ...TopUp_state\n    }\n  }\n}':
    types.PendingTopUps_WalletFragmentDoc,
  'fragment RecentActivity_wallet on Wallet {\n  id\n  transactions(first: 5) {\n    nodes {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n}':
    types.RecentActivity_WalletFragmentDoc,
  'fragment Starters_wallet on Wallet {\n  id\n  createdAt\n  referral {\n    canApplyCode\n    referredBonus {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment Starters_policy on WalletPolicy {\n  referralWindowDays\n}':
    types.Starters_WalletFragmentDoc,
  'fragment WalletTotals_wallet on Wallet {\n  id\n  totalEarned {\n    amount\n    currencyCode\n  }\n  totalSpent {\n    amount\n    currencyCode\n  }\n  totalRefunded {\n    amount\n    currencyCode\n  }\n  transactionCount\n  transactionSummary(from: $monthStart) {\n    count\n    byKind {\n      kind\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n}':
    types.WalletTotals_WalletFragmentDoc,
  'fragment Answers_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n    }\n    next {\n      level\n      name\n    }\n    toNext {\n      amount\n      currencyCode\n    }\n  }\n  latest: transactions(first: 1) {\n    nodes {\n      id\n      balanceAfter {\n        amount\n        currencyCode\n      }\n      ...TransactionRow_transaction\n    }\n  }\n  refunds: transactions(first: 1, filter: {kinds: [REFUND]}) {\n    nodes {\n      id\n      createdAt\n      amount {\n        amount\n        currencyCode\n      }\n      orderId\n    }\n  }\n  expiringCredits(withinDays: 3650) {\n    lots {\n      remaining {\n        amount\n        currencyCode\n      }\n      expiresAt\n    }\n  }\n  topUps(first: 1) {\n    nodes {\n      id\n      status\n      createdAt\n      amount {\n        amount\n        currencyCode\n      }\n    }\n  }\n}':
    types.Answers_WalletFragmentDoc,
  'query Help {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n      ...Answers_wallet\n    }\n  }\n  shop {\n    ...TalkToShop_shop\n  }\n}':
    types.HelpDocument,
  'query HelpReport($entry: ID!, $about: Boolean!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n    }\n  }\n  transaction(id: $entry) @include(if: $about) {\n    id\n    ...ReportedEntry_transaction\n  }\n  shop {\n    phone\n    email\n    hours\n  }\n}':
    types.HelpReportDocument,
  'fragment ReportedEntry_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n}':
    types.ReportedEntry_TransactionFragmentDoc,
  'fragment EntryFacts_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    expiresAt\n  }\n}':
    types.EntryFacts_TransactionFragmentDoc,
  'fragment EntryHero_transaction on Transaction {\n  id\n  kind\n  status\n  amount {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    funding\n  }\n  ... on DebitTransaction {\n    refunds {\n      id\n      amount {\n        amount\n        currencyCode\n      }\n    }\n  }\n}':
    types.EntryHero_TransactionFragmentDoc,
  'fragment EntryReceipt_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n}':
    types.EntryReceipt_TransactionFragmentDoc,
  'fragment EntryTrace_transaction on Transaction {\n  id\n  amount {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    remaining {\n      amount\n      currencyCode\n    }\n    expiresAt\n    usedBy {\n      amount {\n        amount\n        currencyCode\n      }\n      transaction {\n        id\n        kind\n        source\n        reason\n        orderId\n        createdAt\n      }\n    }\n  }\n  ... on DebitTransaction {\n    draws {\n      ...DrawList_draw\n    }\n    refunds {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ... on RefundTransaction {\n    debit {\n      id\n      ...TransactionRow_transaction\n    }\n    restores {\n      ...DrawList_draw\n    }\n  }\n  ... on ExpiryTransaction {\n    credit {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ... on ReversalTransaction {\n    notRecovered {\n      amount\n      currencyCode\n    }\n    credit {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n}':
    types.EntryTrace_TransactionFragmentDoc,
  'query TransactionDetail($id: ID!) {\n  transaction(id: $id) {\n    id\n    ...TransactionRow_transaction\n    ...EntryFacts_transaction\n    ...EntryHero_transaction\n    ...EntryReceipt_transaction\n    ...EntryTrace_transaction\n  }\n}':
    types.TransactionDetailDocument,
  'query HistoryCount($filter: TransactionFilter) {\n  viewer {\n    id\n    wallet {\n      id\n      transactions(filter: $filter, first: 1) {\n        totalCount\n      }\n    }\n  }\n}':
    types.HistoryCountDocument,
  'query TransactionHistory($filter: TransactionFilter, $first: Int, $after: String) {\n  viewer {\n    id\n    wallet {\n      id\n      transactionCount\n      ...MemberLine_wallet\n      transactions(filter: $filter, first: $first, after: $after) {\n        totalCount\n        ...MonthSums_transactions\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            ...TransactionRow_transaction\n          }\n        }\n      }\n    }\n  }\n}':
    types.TransactionHistoryDocument,
  'fragment MonthSums_transactions on TransactionConnection {\n  months {\n    month\n    added {\n      amount\n      currencyCode\n    }\n    taken {\n      amount\n      currencyCode\n    }\n  }\n}':
    types.MonthSums_TransactionsFragmentDoc,
  'mutation ApplyReferral($input: ApplyReferralInput!, $monthStart: DateTime!) {\n  applyReferral(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n      ...EnterCode_wallet\n    }\n    transaction {\n      id\n      amount {\n        amount\n        currencyCode\n      }\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}':
    types.ApplyReferralDocument,
  'fragment EnterCode_wallet on Wallet {\n  id\n  createdAt\n  referral {\n    canApplyCode\n    referredBy\n  }\n}':
    types.EnterCode_WalletFragmentDoc,
  'query ReferFriend {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...ReferralCard_wallet\n      ...ReferredPeople_wallet\n      ...EnterCode_wallet\n    }\n  }\n  walletPolicy {\n    referralValidityDays\n    referralWindowDays\n  }\n}':
    types.ReferFriendDocument,
  'fragment ReferredPeople_wallet on Wallet {\n  id\n  referral {\n    count\n    earned {\n      amount\n      currencyCode\n    }\n    people {\n      displayName\n      joinedAt\n      bonus {\n        amount\n        currencyCode\n      }\n    }\n  }\n}':
    types.ReferredPeople_WalletFragmentDoc,
  'mutation ClaimReward($input: ClaimRewardInput!, $monthStart: DateTime!) {\n  claimReward(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n      ...RewardLists_wallet\n    }\n    transaction {\n      id\n      expiresAt\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}':
    types.ClaimRewardDocument,
  'fragment RewardCard_reward on Reward {\n  id\n  name\n  description\n  creditAmount {\n    amount\n    currencyCode\n  }\n  minPurchaseAmount {\n    amount\n    currencyCode\n  }\n  maxUses\n  totalUses\n  usesLeft\n  validFrom\n  validUntil\n}':
    types.RewardCard_RewardFragmentDoc,
  'fragment RewardLists_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n      creditLifetimeDays\n    }\n  }\n  availableRewards {\n    canClaim\n    notClaimable {\n      code\n      ...Refusal_error\n    }\n    largestPurchase {\n      amount\n      currencyCode\n    }\n    reward {\n      id\n      ...RewardCard_reward\n    }\n  }\n  claims {\n    id\n    claimedAt\n    reward {\n      id\n      ...RewardCard_reward\n    }\n    transaction {\n      id\n      expiresAt\n    }\n  }\n}':
    types.RewardLists_WalletFragmentDoc,
  'query LoyaltyRewards {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...RewardLists_wallet\n    }\n  }\n}':
    types.LoyaltyRewardsDocument,
  'mutation DeductCredits($input: DeductCreditsInput!, $monthStart: DateTime!) {\n  deductCredits(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n    }\n    transaction {\n      id\n      ...Receipt_debit\n    }\n    userErrors {\n      ...Refusal_error\n      transaction {\n        ...EarlierDebit_debit\n      }\n    }\n  }\n}\n\nfragment EarlierDebit_debit on DebitTransaction {\n  id\n  createdAt\n  amount {\n    amount\n    currencyCode\n  }\n}':
    types.DeductCreditsDocument,
  'query SpendPreview($amount: MoneyInput!, $orderId: ID!) {\n  viewer {\n    id\n    wallet {\n      id\n      spendPreview(amount: $amount, orderId: $orderId) {\n        ...SpendPreview_preview\n      }\n    }\n  }\n}\n\nfragment SpendPreview_preview on SpendPreview {\n  amount {\n    amount\n    currencyCode\n  }\n  canSpend\n  earlierDebit {\n    ...EarlierDebit_debit\n  }\n  refusal {\n    ...Refusal_error\n  }\n  shortBy {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  tierAfter {\n    level\n    name\n    creditLifetimeDays\n    threshold {\n      amount\n      currencyCode\n    }\n  }\n  draws {\n    ...DrawList_draw\n  }\n}':
    types.SpendPreviewDocument,
  'query PaymentReceipt($id: ID!) {\n  transaction(id: $id) {\n    id\n    ...Receipt_debit\n  }\n}\n\nfragment Receipt_debit on DebitTransaction {\n  id\n  reference\n  amount {\n    amount\n    currencyCode\n  }\n  orderId\n  createdAt\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  draws {\n    ...DrawList_draw\n  }\n}':
    types.PaymentReceiptDocument,
  'query UseCredits($orderId: ID!, $named: Boolean!) {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      balance {\n        amount\n        currencyCode\n      }\n      spendPreview(amount: {amount: "1.00", currencyCode: INR}, orderId: $orderId) @include(if: $named) {\n        earlierDebit {\n          ...EarlierDebit_debit\n        }\n      }\n      ...MemberLine_wallet\n      ...StatusBanner_wallet\n      tier {\n        basis\n        tier {\n          level\n          name\n          creditLifetimeDays\n          threshold {\n            amount\n            currencyCode\n          }\n        }\n      }\n    }\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}':
    types.UseCreditsDocument,
  'fragment StatementFigures_statement on Statement {\n  from\n  to\n  count\n  openingBalance {\n    amount\n    currencyCode\n  }\n  closingBalance {\n    amount\n    currencyCode\n  }\n  byKind {\n    kind\n    count\n    total {\n      amount\n      currencyCode\n    }\n  }\n}':
    types.StatementFigures_StatementFragmentDoc,
  'fragment StatementLine_transaction on Transaction {\n  id\n  reference\n  kind\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  source\n  reason\n  orderId\n  createdAt\n}':
    types.StatementLine_TransactionFragmentDoc,
  'query StatementPages($from: String!, $to: String!, $after: String) {\n  viewer {\n    id\n    customer {\n      id\n      name\n    }\n    wallet {\n      id\n      tier {\n        tier {\n          level\n          name\n        }\n      }\n      statement(from: $from, to: $to) {\n        ...StatementFigures_statement\n        transactions(first: 100, after: $after) {\n          nodes {\n            id\n            ...StatementLine_transaction\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n  shop {\n    name\n    phone\n    email\n  }\n}':
    types.StatementPagesDocument,
  'query WalletStatement($from: String!, $to: String!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n      statement(from: $from, to: $to) {\n        ...StatementFigures_statement\n        transactions(first: 50) {\n          nodes {\n            id\n            ...TransactionRow_transaction\n          }\n        }\n      }\n    }\n  }\n}':
    types.WalletStatementDocument,
  'fragment TierCards_tier on Tier {\n  level\n  name\n  threshold {\n    amount\n    currencyCode\n  }\n  creditLifetimeDays\n  benefits\n}':
    types.TierCards_TierFragmentDoc,
  'query TierBenefits {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...TierCard_wallet\n    }\n  }\n  tiers {\n    ...TierCard_tier\n    ...TierCards_tier\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}':
    types.TierBenefitsDocument,
  'query TopUp($id: ID!, $monthStart: DateTime!) {\n  topUp(id: $id) {\n    ...TopUp_state\n    checkoutUrl\n    upiIntent\n    failureReason\n    expiresAt\n    transaction {\n      id\n      reference\n      createdAt\n      expiresAt\n      balanceAfter {\n        amount\n        currencyCode\n      }\n      wallet {\n        id\n        ...WalletChange_wallet\n      }\n    }\n  }\n  tiers {\n    level\n    name\n    threshold {\n      amount\n      currencyCode\n    }\n    creditLifetimeDays\n  }\n}':
    types.TopUpDocument,
  'mutation StartTopUp($input: StartTopUpInput!) {\n  startTopUp(input: $input) {\n    topUp {\n      ...TopUp_state\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}':
    types.StartTopUpDocument,
  'query AddCredits {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...StatusBanner_wallet\n      balance {\n        amount\n        currencyCode\n      }\n      tier {\n        basis\n        qualifyingAmount {\n          amount\n          currencyCode\n        }\n        tier {\n          level\n          name\n          creditLifetimeDays\n        }\n      }\n      topUps(first: 5) {\n        nodes {\n          id\n          ...TopUp_state\n        }\n      }\n    }\n  }\n  tiers {\n    level\n    name\n    threshold {\n      amount\n      currencyCode\n    }\n    creditLifetimeDays\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}':
    types.AddCreditsDocument,
  'mutation CreateWallet($input: CreateWalletInput!) {\n  createWallet(input: $input) {\n    wallet {\n      id\n      status\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}':
    types.CreateWalletDocument,
  'fragment DrawList_draw on Draw {\n  amount {\n    amount\n    currencyCode\n  }\n  credit {\n    id\n    kind\n    source\n    reason\n    orderId\n    funding\n    expiresAt\n    createdAt\n    remaining {\n      amount\n      currencyCode\n    }\n  }\n}':
    types.DrawList_DrawFragmentDoc,
  'fragment TransactionRow_transaction on Transaction {\n  id\n  kind\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  source\n  reason\n  orderId\n  createdAt\n}':
    types.TransactionRow_TransactionFragmentDoc,
  'fragment ReferralCard_wallet on Wallet {\n  id\n  referral {\n    code\n    shareText\n    referrerBonus {\n      amount\n      currencyCode\n    }\n    referredBonus {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment ReferralCard_policy on WalletPolicy {\n  referralValidityDays\n}':
    types.ReferralCard_WalletFragmentDoc,
  'fragment Refusal_error on UserError {\n  code\n  message\n  min {\n    amount\n    currencyCode\n  }\n  max {\n    amount\n    currencyCode\n  }\n  available {\n    amount\n    currencyCode\n  }\n  shortBy {\n    amount\n    currencyCode\n  }\n  required {\n    amount\n    currencyCode\n  }\n  largest {\n    amount\n    currencyCode\n  }\n  since\n}':
    types.Refusal_ErrorFragmentDoc,
  'fragment TalkToShop_shop on Shop {\n  name\n  phone\n  email\n  hours\n}':
    types.TalkToShop_ShopFragmentDoc,
  'fragment StatusBanner_wallet on Wallet {\n  id\n  status\n  statusSince\n  shownReason\n}':
    types.StatusBanner_WalletFragmentDoc,
  'fragment MemberLine_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n    }\n  }\n}\n\nquery MemberLine {\n  viewer {\n    id\n    wallet {\n      ...MemberLine_wallet\n    }\n  }\n}':
    types.MemberLine_WalletFragmentDoc,
  'fragment TierCard_wallet on Wallet {\n  id\n  tier {\n    basis\n    tier {\n      level\n      name\n      threshold {\n        amount\n        currencyCode\n      }\n      creditLifetimeDays\n    }\n    qualifyingAmount {\n      amount\n      currencyCode\n    }\n    next {\n      level\n      name\n      threshold {\n        amount\n        currencyCode\n      }\n      creditLifetimeDays\n    }\n    toNext {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment TierCard_tier on Tier {\n  level\n  name\n}':
    types.TierCard_WalletFragmentDoc,
  'fragment TopUp_state on TopUp {\n  id\n  amount {\n    amount\n    currencyCode\n  }\n  method\n  status\n  reference\n  createdAt\n}':
    types.TopUp_StateFragmentDoc,
  'fragment WalletChange_wallet on Wallet {\n  id\n  status\n  transactionCount\n  balance {\n    amount\n    currencyCode\n  }\n  purchasedBalance {\n    amount\n    currencyCode\n  }\n  grantedBalance {\n    amount\n    currencyCode\n  }\n  totalEarned {\n    amount\n    currencyCode\n  }\n  totalSpent {\n    amount\n    currencyCode\n  }\n  totalRefunded {\n    amount\n    currencyCode\n  }\n  transactionSummary(from: $monthStart) {\n    count\n    byKind {\n      kind\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n  expiringCredits(withinDays: 30) {\n    total {\n      amount\n      currencyCode\n    }\n    nextExpiryAt\n    lots {\n      credit {\n        id\n        reason\n      }\n      source\n      remaining {\n        amount\n        currencyCode\n      }\n      expiresAt\n      daysLeft\n    }\n  }\n  transactions(first: 5) {\n    nodes {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ...StatusBanner_wallet\n  ...TierCard_wallet\n}':
    types.WalletChange_WalletFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query ConsoleHome($isAdmin: Boolean!) {\n  approvals(filter: {status: [PENDING, CHANGED]}, first: 20) {\n    totalCount\n    nodes {\n      id\n      act\n      status\n      amount {\n        amount\n        currencyCode\n      }\n      reason\n      requestedBy {\n        id\n      }\n      requestedAt\n      expiresAt\n      mayDecide\n      wallet {\n        id\n        customer {\n          id\n          name\n        }\n      }\n    }\n  }\n  paymentReviews(filter: {status: [OPEN]}, first: 20) {\n    totalCount\n    nodes {\n      id\n      kind\n      collected {\n        amount\n        currencyCode\n      }\n      openedAt\n      providerReference\n      assignee {\n        id\n      }\n      wallet {\n        id\n        customer {\n          id\n          name\n        }\n      }\n    }\n  }\n  customers(first: 5) {\n    nodes {\n      id\n      customerId\n      name\n      wallet {\n        id\n        balance {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n  integrity @include(if: $isAdmin) {\n    lastAudit {\n      finishedAt\n      wallets\n      entries\n      violations\n    }\n  }\n  paymentHealth @include(if: $isAdmin) {\n    provider\n    isWorking\n    lastAnswerAt\n    notificationsWaiting\n  }\n}\n\nquery ConsoleFigures($from: DateTime!) {\n  programmeStatistics(from: $from) {\n    asOf\n    walletCount\n    totalBalance {\n      amount\n      currencyCode\n    }\n    movement {\n      month\n      purchased {\n        amount\n        currencyCode\n      }\n      granted {\n        amount\n        currencyCode\n      }\n      spent {\n        amount\n        currencyCode\n      }\n      refunded {\n        amount\n        currencyCode\n      }\n      expired {\n        amount\n        currencyCode\n      }\n    }\n  }\n}',
): (typeof documents)['query ConsoleHome($isAdmin: Boolean!) {\n  approvals(filter: {status: [PENDING, CHANGED]}, first: 20) {\n    totalCount\n    nodes {\n      id\n      act\n      status\n      amount {\n        amount\n        currencyCode\n      }\n      reason\n      requestedBy {\n        id\n      }\n      requestedAt\n      expiresAt\n      mayDecide\n      wallet {\n        id\n        customer {\n          id\n          name\n        }\n      }\n    }\n  }\n  paymentReviews(filter: {status: [OPEN]}, first: 20) {\n    totalCount\n    nodes {\n      id\n      kind\n      collected {\n        amount\n        currencyCode\n      }\n      openedAt\n      providerReference\n      assignee {\n        id\n      }\n      wallet {\n        id\n        customer {\n          id\n          name\n        }\n      }\n    }\n  }\n  customers(first: 5) {\n    nodes {\n      id\n      customerId\n      name\n      wallet {\n        id\n        balance {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n  integrity @include(if: $isAdmin) {\n    lastAudit {\n      finishedAt\n      wallets\n      entries\n      violations\n    }\n  }\n  paymentHealth @include(if: $isAdmin) {\n    provider\n    isWorking\n    lastAnswerAt\n    notificationsWaiting\n  }\n}\n\nquery ConsoleFigures($from: DateTime!) {\n  programmeStatistics(from: $from) {\n    asOf\n    walletCount\n    totalBalance {\n      amount\n      currencyCode\n    }\n    movement {\n      month\n      purchased {\n        amount\n        currencyCode\n      }\n      granted {\n        amount\n        currencyCode\n      }\n      spent {\n        amount\n        currencyCode\n      }\n      refunded {\n        amount\n        currencyCode\n      }\n      expired {\n        amount\n        currencyCode\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query ConsoleSearch($text: String!) {\n  customers(search: $text, first: 20) {\n    totalCount\n    nodes {\n      id\n      customerId\n      name\n      phone\n      email\n      wallet {\n        id\n        status\n        balance {\n          amount\n          currencyCode\n        }\n        tier {\n          tier {\n            level\n            name\n          }\n        }\n      }\n    }\n  }\n  transactionByReference(reference: $text) {\n    id\n    kind\n    reference\n    createdAt\n    signedAmount {\n      amount\n      currencyCode\n    }\n    orderId\n    wallet {\n      id\n      customer {\n        id\n        customerId\n        name\n      }\n    }\n  }\n}',
): (typeof documents)['query ConsoleSearch($text: String!) {\n  customers(search: $text, first: 20) {\n    totalCount\n    nodes {\n      id\n      customerId\n      name\n      phone\n      email\n      wallet {\n        id\n        status\n        balance {\n          amount\n          currencyCode\n        }\n        tier {\n          tier {\n            level\n            name\n          }\n        }\n      }\n    }\n  }\n  transactionByReference(reference: $text) {\n    id\n    kind\n    reference\n    createdAt\n    signedAmount {\n      amount\n      currencyCode\n    }\n    orderId\n    wallet {\n      id\n      customer {\n        id\n        customerId\n        name\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query ConsoleWallets($filter: WalletFilter, $first: Int, $after: String, $last: Int, $before: String) {\n  wallets(\n    filter: $filter\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n    nodes {\n      id\n      status\n      balance {\n        amount\n        currencyCode\n      }\n      lastTransactionAt\n      tier {\n        tier {\n          level\n          name\n        }\n      }\n      expiringCredits(withinDays: 30) {\n        nextExpiryAt\n        total {\n          amount\n          currencyCode\n        }\n      }\n      customer {\n        id\n        customerId\n        name\n        phone\n        email\n      }\n    }\n  }\n}',
): (typeof documents)['query ConsoleWallets($filter: WalletFilter, $first: Int, $after: String, $last: Int, $before: String) {\n  wallets(\n    filter: $filter\n    first: $first\n    after: $after\n    last: $last\n    before: $before\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n    nodes {\n      id\n      status\n      balance {\n        amount\n        currencyCode\n      }\n      lastTransactionAt\n      tier {\n        tier {\n          level\n          name\n        }\n      }\n      expiringCredits(withinDays: 30) {\n        nextExpiryAt\n        total {\n          amount\n          currencyCode\n        }\n      }\n      customer {\n        id\n        customerId\n        name\n        phone\n        email\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query ConsoleFrame($isAdmin: Boolean!) {\n  approvals(filter: {status: [PENDING, CHANGED]}, first: 1) {\n    totalCount\n  }\n  paymentReviews(filter: {status: [OPEN]}, first: 1) {\n    totalCount\n  }\n  integrity @include(if: $isAdmin) {\n    lastAudit {\n      finishedAt\n      violations\n    }\n  }\n}',
): (typeof documents)['query ConsoleFrame($isAdmin: Boolean!) {\n  approvals(filter: {status: [PENDING, CHANGED]}, first: 1) {\n    totalCount\n  }\n  paymentReviews(filter: {status: [OPEN]}, first: 1) {\n    totalCount\n  }\n  integrity @include(if: $isAdmin) {\n    lastAudit {\n      finishedAt\n      violations\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'mutation EndSession($input: EndSessionInput!) {\n  endSession(input: $input) {\n    viewer {\n      id\n      ...SessionList_viewer\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}',
): (typeof documents)['mutation EndSession($input: EndSessionInput!) {\n  endSession(input: $input) {\n    viewer {\n      id\n      ...SessionList_viewer\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query MyData($after: String, $topUpsAfter: String, $first: Boolean!) {\n  viewer {\n    id\n    ... @include(if: $first) {\n      role\n      customer {\n        id\n        customerId\n        name\n        email\n        phone\n        language\n        createdAt\n      }\n      sessions {\n        id\n        device\n        createdAt\n        lastUsedAt\n      }\n    }\n    wallet {\n      id\n      status\n      statusSince\n      shownReason\n      balance {\n        amount\n        currencyCode\n      }\n      receivable {\n        amount\n        currencyCode\n      }\n      transactionCount\n      createdAt\n      updatedAt\n      ... @include(if: $first) {\n        tier {\n          tier {\n            level\n          }\n        }\n        lots {\n          source\n          original {\n            amount\n            currencyCode\n          }\n          remaining {\n            amount\n            currencyCode\n          }\n          expiresAt\n        }\n        claims {\n          id\n          claimedAt\n          reward {\n            id\n            name\n          }\n        }\n        referral {\n          code\n          count\n          earned {\n            amount\n            currencyCode\n          }\n          people {\n            displayName\n            joinedAt\n          }\n        }\n      }\n      topUps(first: 100, after: $topUpsAfter) {\n        nodes {\n          id\n          reference\n          method\n          status\n          amount {\n            amount\n            currencyCode\n          }\n          note\n          failureReason\n          createdAt\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      transactions(first: 100, after: $after) {\n        nodes {\n          id\n          reference\n          kind\n          source\n          signedAmount {\n            amount\n            currencyCode\n          }\n          balanceAfter {\n            amount\n            currencyCode\n          }\n          reason\n          orderId\n          createdAt\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n}',
): (typeof documents)['query MyData($after: String, $topUpsAfter: String, $first: Boolean!) {\n  viewer {\n    id\n    ... @include(if: $first) {\n      role\n      customer {\n        id\n        customerId\n        name\n        email\n        phone\n        language\n        createdAt\n      }\n      sessions {\n        id\n        device\n        createdAt\n        lastUsedAt\n      }\n    }\n    wallet {\n      id\n      status\n      statusSince\n      shownReason\n      balance {\n        amount\n        currencyCode\n      }\n      receivable {\n        amount\n        currencyCode\n      }\n      transactionCount\n      createdAt\n      updatedAt\n      ... @include(if: $first) {\n        tier {\n          tier {\n            level\n          }\n        }\n        lots {\n          source\n          original {\n            amount\n            currencyCode\n          }\n          remaining {\n            amount\n            currencyCode\n          }\n          expiresAt\n        }\n        claims {\n          id\n          claimedAt\n          reward {\n            id\n            name\n          }\n        }\n        referral {\n          code\n          count\n          earned {\n            amount\n            currencyCode\n          }\n          people {\n            displayName\n            joinedAt\n          }\n        }\n      }\n      topUps(first: 100, after: $topUpsAfter) {\n        nodes {\n          id\n          reference\n          method\n          status\n          amount {\n            amount\n            currencyCode\n          }\n          note\n          failureReason\n          createdAt\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      transactions(first: 100, after: $after) {\n        nodes {\n          id\n          reference\n          kind\n          source\n          signedAmount {\n            amount\n            currencyCode\n          }\n          balanceAfter {\n            amount\n            currencyCode\n          }\n          reason\n          orderId\n          createdAt\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query SessionList {\n  viewer {\n    id\n    ...SessionList_viewer\n  }\n}\n\nfragment SessionList_viewer on Viewer {\n  id\n  sessions {\n    id\n    device\n    createdAt\n    lastUsedAt\n    isCurrent\n  }\n}',
): (typeof documents)['query SessionList {\n  viewer {\n    id\n    ...SessionList_viewer\n  }\n}\n\nfragment SessionList_viewer on Viewer {\n  id\n  sessions {\n    id\n    device\n    createdAt\n    lastUsedAt\n    isCurrent\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment BalanceCard_wallet on Wallet {\n  id\n  status\n  transactionCount\n  balance {\n    amount\n    currencyCode\n  }\n  purchasedBalance {\n    amount\n    currencyCode\n  }\n  grantedBalance {\n    amount\n    currencyCode\n  }\n  tier {\n    tier {\n      level\n      name\n    }\n  }\n}',
): (typeof documents)['fragment BalanceCard_wallet on Wallet {\n  id\n  status\n  transactionCount\n  balance {\n    amount\n    currencyCode\n  }\n  purchasedBalance {\n    amount\n    currencyCode\n  }\n  grantedBalance {\n    amount\n    currencyCode\n  }\n  tier {\n    tier {\n      level\n      name\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query BalanceOverTime {\n  viewer {\n    id\n    wallet {\n      id\n      balance {\n        amount\n        currencyCode\n      }\n      balanceHistory(days: 90) {\n        day\n        closingBalance {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n}',
): (typeof documents)['query BalanceOverTime {\n  viewer {\n    id\n    wallet {\n      id\n      balance {\n        amount\n        currencyCode\n      }\n      balanceHistory(days: 90) {\n        day\n        closingBalance {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query WalletDashboard($monthStart: DateTime!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...BalanceCard_wallet\n      status\n      transactionCount\n      balance {\n        amount\n        currencyCode\n      }\n      ...StatusBanner_wallet\n      ...ExpiringBanner_wallet\n      ...RecentActivity_wallet\n      transactions(first: 5) {\n        nodes {\n          id\n          reference\n        }\n      }\n      ...TierCard_wallet\n      ...WalletTotals_wallet\n      ...ReferralCard_wallet\n      ...Starters_wallet\n      ...PendingTopUps_wallet\n    }\n  }\n  shop {\n    name\n    ...TalkToShop_shop\n  }\n  tiers {\n    ...TierCard_tier\n    ...NewWallet_tier\n  }\n  walletPolicy {\n    ...Starters_policy\n    ...FirstSteps_policy\n    ...ReferralCard_policy\n  }\n}',
): (typeof documents)['query WalletDashboard($monthStart: DateTime!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...BalanceCard_wallet\n      status\n      transactionCount\n      balance {\n        amount\n        currencyCode\n      }\n      ...StatusBanner_wallet\n      ...ExpiringBanner_wallet\n      ...RecentActivity_wallet\n      transactions(first: 5) {\n        nodes {\n          id\n          reference\n        }\n      }\n      ...TierCard_wallet\n      ...WalletTotals_wallet\n      ...ReferralCard_wallet\n      ...Starters_wallet\n      ...PendingTopUps_wallet\n    }\n  }\n  shop {\n    name\n    ...TalkToShop_shop\n  }\n  tiers {\n    ...TierCard_tier\n    ...NewWallet_tier\n  }\n  walletPolicy {\n    ...Starters_policy\n    ...FirstSteps_policy\n    ...ReferralCard_policy\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment ExpiringBanner_wallet on Wallet {\n  id\n  status\n  expiringCredits(withinDays: 30) {\n    total {\n      amount\n      currencyCode\n    }\n    nextExpiryAt\n    lots {\n      ...LotList_lot\n    }\n  }\n}',
): (typeof documents)['fragment ExpiringBanner_wallet on Wallet {\n  id\n  status\n  expiringCredits(withinDays: 30) {\n    total {\n      amount\n      currencyCode\n    }\n    nextExpiryAt\n    lots {\n      ...LotList_lot\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment FirstSteps_policy on WalletPolicy {\n  minTopUp {\n    amount\n    currencyCode\n  }\n  maxTopUp {\n    amount\n    currencyCode\n  }\n}',
): (typeof documents)['fragment FirstSteps_policy on WalletPolicy {\n  minTopUp {\n    amount\n    currencyCode\n  }\n  maxTopUp {\n    amount\n    currencyCode\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment LotList_lot on CreditLot {\n  credit {\n    id\n    reason\n  }\n  source\n  remaining {\n    amount\n    currencyCode\n  }\n  expiresAt\n  daysLeft\n}',
): (typeof documents)['fragment LotList_lot on CreditLot {\n  credit {\n    id\n    reason\n  }\n  source\n  remaining {\n    amount\n    currencyCode\n  }\n  expiresAt\n  daysLeft\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment NewWallet_tier on Tier {\n  level\n  name\n  threshold {\n    amount\n    currencyCode\n  }\n  creditLifetimeDays\n}',
): (typeof documents)['fragment NewWallet_tier on Tier {\n  level\n  name\n  threshold {\n    amount\n    currencyCode\n  }\n  creditLifetimeDays\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment PendingTopUps_wallet on Wallet {\n  id\n  topUps(first: 5) {\n    nodes {\n      id\n      ...TopUp_state\n    }\n  }\n}',
): (typeof documents)['fragment PendingTopUps_wallet on Wallet {\n  id\n  topUps(first: 5) {\n    nodes {\n      id\n      ...TopUp_state\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment RecentActivity_wallet on Wallet {\n  id\n  transactions(first: 5) {\n    nodes {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n}',
): (typeof documents)['fragment RecentActivity_wallet on Wallet {\n  id\n  transactions(first: 5) {\n    nodes {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment Starters_wallet on Wallet {\n  id\n  createdAt\n  referral {\n    canApplyCode\n    referredBonus {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment Starters_policy on WalletPolicy {\n  referralWindowDays\n}',
): (typeof documents)['fragment Starters_wallet on Wallet {\n  id\n  createdAt\n  referral {\n    canApplyCode\n    referredBonus {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment Starters_policy on WalletPolicy {\n  referralWindowDays\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment WalletTotals_wallet on Wallet {\n  id\n  totalEarned {\n    amount\n    currencyCode\n  }\n  totalSpent {\n    amount\n    currencyCode\n  }\n  totalRefunded {\n    amount\n    currencyCode\n  }\n  transactionCount\n  transactionSummary(from: $monthStart) {\n    count\n    byKind {\n      kind\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n}',
): (typeof documents)['fragment WalletTotals_wallet on Wallet {\n  id\n  totalEarned {\n    amount\n    currencyCode\n  }\n  totalSpent {\n    amount\n    currencyCode\n  }\n  totalRefunded {\n    amount\n    currencyCode\n  }\n  transactionCount\n  transactionSummary(from: $monthStart) {\n    count\n    byKind {\n      kind\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment Answers_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n    }\n    next {\n      level\n      name\n    }\n    toNext {\n      amount\n      currencyCode\n    }\n  }\n  latest: transactions(first: 1) {\n    nodes {\n      id\n      balanceAfter {\n        amount\n        currencyCode\n      }\n      ...TransactionRow_transaction\n    }\n  }\n  refunds: transactions(first: 1, filter: {kinds: [REFUND]}) {\n    nodes {\n      id\n      createdAt\n      amount {\n        amount\n        currencyCode\n      }\n      orderId\n    }\n  }\n  expiringCredits(withinDays: 3650) {\n    lots {\n      remaining {\n        amount\n        currencyCode\n      }\n      expiresAt\n    }\n  }\n  topUps(first: 1) {\n    nodes {\n      id\n      status\n      createdAt\n      amount {\n        amount\n        currencyCode\n      }\n    }\n  }\n}',
): (typeof documents)['fragment Answers_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n    }\n    next {\n      level\n      name\n    }\n    toNext {\n      amount\n      currencyCode\n    }\n  }\n  latest: transactions(first: 1) {\n    nodes {\n      id\n      balanceAfter {\n        amount\n        currencyCode\n      }\n      ...TransactionRow_transaction\n    }\n  }\n  refunds: transactions(first: 1, filter: {kinds: [REFUND]}) {\n    nodes {\n      id\n      createdAt\n      amount {\n        amount\n        currencyCode\n      }\n      orderId\n    }\n  }\n  expiringCredits(withinDays: 3650) {\n    lots {\n      remaining {\n        amount\n        currencyCode\n      }\n      expiresAt\n    }\n  }\n  topUps(first: 1) {\n    nodes {\n      id\n      status\n      createdAt\n      amount {\n        amount\n        currencyCode\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query Help {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n      ...Answers_wallet\n    }\n  }\n  shop {\n    ...TalkToShop_shop\n  }\n}',
): (typeof documents)['query Help {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n      ...Answers_wallet\n    }\n  }\n  shop {\n    ...TalkToShop_shop\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query HelpReport($entry: ID!, $about: Boolean!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n    }\n  }\n  transaction(id: $entry) @include(if: $about) {\n    id\n    ...ReportedEntry_transaction\n  }\n  shop {\n    phone\n    email\n    hours\n  }\n}',
): (typeof documents)['query HelpReport($entry: ID!, $about: Boolean!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n    }\n  }\n  transaction(id: $entry) @include(if: $about) {\n    id\n    ...ReportedEntry_transaction\n  }\n  shop {\n    phone\n    email\n    hours\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment ReportedEntry_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n}',
): (typeof documents)['fragment ReportedEntry_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment EntryFacts_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    expiresAt\n  }\n}',
): (typeof documents)['fragment EntryFacts_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    expiresAt\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment EntryHero_transaction on Transaction {\n  id\n  kind\n  status\n  amount {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    funding\n  }\n  ... on DebitTransaction {\n    refunds {\n      id\n      amount {\n        amount\n        currencyCode\n      }\n    }\n  }\n}',
): (typeof documents)['fragment EntryHero_transaction on Transaction {\n  id\n  kind\n  status\n  amount {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    funding\n  }\n  ... on DebitTransaction {\n    refunds {\n      id\n      amount {\n        amount\n        currencyCode\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment EntryReceipt_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n}',
): (typeof documents)['fragment EntryReceipt_transaction on Transaction {\n  id\n  reference\n  kind\n  source\n  reason\n  orderId\n  createdAt\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment EntryTrace_transaction on Transaction {\n  id\n  amount {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    remaining {\n      amount\n      currencyCode\n    }\n    expiresAt\n    usedBy {\n      amount {\n        amount\n        currencyCode\n      }\n      transaction {\n        id\n        kind\n        source\n        reason\n        orderId\n        createdAt\n      }\n    }\n  }\n  ... on DebitTransaction {\n    draws {\n      ...DrawList_draw\n    }\n    refunds {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ... on RefundTransaction {\n    debit {\n      id\n      ...TransactionRow_transaction\n    }\n    restores {\n      ...DrawList_draw\n    }\n  }\n  ... on ExpiryTransaction {\n    credit {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ... on ReversalTransaction {\n    notRecovered {\n      amount\n      currencyCode\n    }\n    credit {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n}',
): (typeof documents)['fragment EntryTrace_transaction on Transaction {\n  id\n  amount {\n    amount\n    currencyCode\n  }\n  ... on CreditTransaction {\n    remaining {\n      amount\n      currencyCode\n    }\n    expiresAt\n    usedBy {\n      amount {\n        amount\n        currencyCode\n      }\n      transaction {\n        id\n        kind\n        source\n        reason\n        orderId\n        createdAt\n      }\n    }\n  }\n  ... on DebitTransaction {\n    draws {\n      ...DrawList_draw\n    }\n    refunds {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ... on RefundTransaction {\n    debit {\n      id\n      ...TransactionRow_transaction\n    }\n    restores {\n      ...DrawList_draw\n    }\n  }\n  ... on ExpiryTransaction {\n    credit {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ... on ReversalTransaction {\n    notRecovered {\n      amount\n      currencyCode\n    }\n    credit {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query TransactionDetail($id: ID!) {\n  transaction(id: $id) {\n    id\n    ...TransactionRow_transaction\n    ...EntryFacts_transaction\n    ...EntryHero_transaction\n    ...EntryReceipt_transaction\n    ...EntryTrace_transaction\n  }\n}',
): (typeof documents)['query TransactionDetail($id: ID!) {\n  transaction(id: $id) {\n    id\n    ...TransactionRow_transaction\n    ...EntryFacts_transaction\n    ...EntryHero_transaction\n    ...EntryReceipt_transaction\n    ...EntryTrace_transaction\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query HistoryCount($filter: TransactionFilter) {\n  viewer {\n    id\n    wallet {\n      id\n      transactions(filter: $filter, first: 1) {\n        totalCount\n      }\n    }\n  }\n}',
): (typeof documents)['query HistoryCount($filter: TransactionFilter) {\n  viewer {\n    id\n    wallet {\n      id\n      transactions(filter: $filter, first: 1) {\n        totalCount\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query TransactionHistory($filter: TransactionFilter, $first: Int, $after: String) {\n  viewer {\n    id\n    wallet {\n      id\n      transactionCount\n      ...MemberLine_wallet\n      transactions(filter: $filter, first: $first, after: $after) {\n        totalCount\n        ...MonthSums_transactions\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            ...TransactionRow_transaction\n          }\n        }\n      }\n    }\n  }\n}',
): (typeof documents)['query TransactionHistory($filter: TransactionFilter, $first: Int, $after: String) {\n  viewer {\n    id\n    wallet {\n      id\n      transactionCount\n      ...MemberLine_wallet\n      transactions(filter: $filter, first: $first, after: $after) {\n        totalCount\n        ...MonthSums_transactions\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            ...TransactionRow_transaction\n          }\n        }\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment MonthSums_transactions on TransactionConnection {\n  months {\n    month\n    added {\n      amount\n      currencyCode\n    }\n    taken {\n      amount\n      currencyCode\n    }\n  }\n}',
): (typeof documents)['fragment MonthSums_transactions on TransactionConnection {\n  months {\n    month\n    added {\n      amount\n      currencyCode\n    }\n    taken {\n      amount\n      currencyCode\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'mutation ApplyReferral($input: ApplyReferralInput!, $monthStart: DateTime!) {\n  applyReferral(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n      ...EnterCode_wallet\n    }\n    transaction {\n      id\n      amount {\n        amount\n        currencyCode\n      }\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}',
): (typeof documents)['mutation ApplyReferral($input: ApplyReferralInput!, $monthStart: DateTime!) {\n  applyReferral(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n      ...EnterCode_wallet\n    }\n    transaction {\n      id\n      amount {\n        amount\n        currencyCode\n      }\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment EnterCode_wallet on Wallet {\n  id\n  createdAt\n  referral {\n    canApplyCode\n    referredBy\n  }\n}',
): (typeof documents)['fragment EnterCode_wallet on Wallet {\n  id\n  createdAt\n  referral {\n    canApplyCode\n    referredBy\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query ReferFriend {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...ReferralCard_wallet\n      ...ReferredPeople_wallet\n      ...EnterCode_wallet\n    }\n  }\n  walletPolicy {\n    referralValidityDays\n    referralWindowDays\n  }\n}',
): (typeof documents)['query ReferFriend {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...ReferralCard_wallet\n      ...ReferredPeople_wallet\n      ...EnterCode_wallet\n    }\n  }\n  walletPolicy {\n    referralValidityDays\n    referralWindowDays\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment ReferredPeople_wallet on Wallet {\n  id\n  referral {\n    count\n    earned {\n      amount\n      currencyCode\n    }\n    people {\n      displayName\n      joinedAt\n      bonus {\n        amount\n        currencyCode\n      }\n    }\n  }\n}',
): (typeof documents)['fragment ReferredPeople_wallet on Wallet {\n  id\n  referral {\n    count\n    earned {\n      amount\n      currencyCode\n    }\n    people {\n      displayName\n      joinedAt\n      bonus {\n        amount\n        currencyCode\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'mutation ClaimReward($input: ClaimRewardInput!, $monthStart: DateTime!) {\n  claimReward(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n      ...RewardLists_wallet\n    }\n    transaction {\n      id\n      expiresAt\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}',
): (typeof documents)['mutation ClaimReward($input: ClaimRewardInput!, $monthStart: DateTime!) {\n  claimReward(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n      ...RewardLists_wallet\n    }\n    transaction {\n      id\n      expiresAt\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment RewardCard_reward on Reward {\n  id\n  name\n  description\n  creditAmount {\n    amount\n    currencyCode\n  }\n  minPurchaseAmount {\n    amount\n    currencyCode\n  }\n  maxUses\n  totalUses\n  usesLeft\n  validFrom\n  validUntil\n}',
): (typeof documents)['fragment RewardCard_reward on Reward {\n  id\n  name\n  description\n  creditAmount {\n    amount\n    currencyCode\n  }\n  minPurchaseAmount {\n    amount\n    currencyCode\n  }\n  maxUses\n  totalUses\n  usesLeft\n  validFrom\n  validUntil\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment RewardLists_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n      creditLifetimeDays\n    }\n  }\n  availableRewards {\n    canClaim\n    notClaimable {\n      code\n      ...Refusal_error\n    }\n    largestPurchase {\n      amount\n      currencyCode\n    }\n    reward {\n      id\n      ...RewardCard_reward\n    }\n  }\n  claims {\n    id\n    claimedAt\n    reward {\n      id\n      ...RewardCard_reward\n    }\n    transaction {\n      id\n      expiresAt\n    }\n  }\n}',
): (typeof documents)['fragment RewardLists_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n      creditLifetimeDays\n    }\n  }\n  availableRewards {\n    canClaim\n    notClaimable {\n      code\n      ...Refusal_error\n    }\n    largestPurchase {\n      amount\n      currencyCode\n    }\n    reward {\n      id\n      ...RewardCard_reward\n    }\n  }\n  claims {\n    id\n    claimedAt\n    reward {\n      id\n      ...RewardCard_reward\n    }\n    transaction {\n      id\n      expiresAt\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query LoyaltyRewards {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...RewardLists_wallet\n    }\n  }\n}',
): (typeof documents)['query LoyaltyRewards {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...RewardLists_wallet\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'mutation DeductCredits($input: DeductCreditsInput!, $monthStart: DateTime!) {\n  deductCredits(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n    }\n    transaction {\n      id\n      ...Receipt_debit\n    }\n    userErrors {\n      ...Refusal_error\n      transaction {\n        ...EarlierDebit_debit\n      }\n    }\n  }\n}\n\nfragment EarlierDebit_debit on DebitTransaction {\n  id\n  createdAt\n  amount {\n    amount\n    currencyCode\n  }\n}',
): (typeof documents)['mutation DeductCredits($input: DeductCreditsInput!, $monthStart: DateTime!) {\n  deductCredits(input: $input) {\n    wallet {\n      id\n      ...WalletChange_wallet\n    }\n    transaction {\n      id\n      ...Receipt_debit\n    }\n    userErrors {\n      ...Refusal_error\n      transaction {\n        ...EarlierDebit_debit\n      }\n    }\n  }\n}\n\nfragment EarlierDebit_debit on DebitTransaction {\n  id\n  createdAt\n  amount {\n    amount\n    currencyCode\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query SpendPreview($amount: MoneyInput!, $orderId: ID!) {\n  viewer {\n    id\n    wallet {\n      id\n      spendPreview(amount: $amount, orderId: $orderId) {\n        ...SpendPreview_preview\n      }\n    }\n  }\n}\n\nfragment SpendPreview_preview on SpendPreview {\n  amount {\n    amount\n    currencyCode\n  }\n  canSpend\n  earlierDebit {\n    ...EarlierDebit_debit\n  }\n  refusal {\n    ...Refusal_error\n  }\n  shortBy {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  tierAfter {\n    level\n    name\n    creditLifetimeDays\n    threshold {\n      amount\n      currencyCode\n    }\n  }\n  draws {\n    ...DrawList_draw\n  }\n}',
): (typeof documents)['query SpendPreview($amount: MoneyInput!, $orderId: ID!) {\n  viewer {\n    id\n    wallet {\n      id\n      spendPreview(amount: $amount, orderId: $orderId) {\n        ...SpendPreview_preview\n      }\n    }\n  }\n}\n\nfragment SpendPreview_preview on SpendPreview {\n  amount {\n    amount\n    currencyCode\n  }\n  canSpend\n  earlierDebit {\n    ...EarlierDebit_debit\n  }\n  refusal {\n    ...Refusal_error\n  }\n  shortBy {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  tierAfter {\n    level\n    name\n    creditLifetimeDays\n    threshold {\n      amount\n      currencyCode\n    }\n  }\n  draws {\n    ...DrawList_draw\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query PaymentReceipt($id: ID!) {\n  transaction(id: $id) {\n    id\n    ...Receipt_debit\n  }\n}\n\nfragment Receipt_debit on DebitTransaction {\n  id\n  reference\n  amount {\n    amount\n    currencyCode\n  }\n  orderId\n  createdAt\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  draws {\n    ...DrawList_draw\n  }\n}',
): (typeof documents)['query PaymentReceipt($id: ID!) {\n  transaction(id: $id) {\n    id\n    ...Receipt_debit\n  }\n}\n\nfragment Receipt_debit on DebitTransaction {\n  id\n  reference\n  amount {\n    amount\n    currencyCode\n  }\n  orderId\n  createdAt\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  draws {\n    ...DrawList_draw\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query UseCredits($orderId: ID!, $named: Boolean!) {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      balance {\n        amount\n        currencyCode\n      }\n      spendPreview(amount: {amount: "1.00", currencyCode: INR}, orderId: $orderId) @include(if: $named) {\n        earlierDebit {\n          ...EarlierDebit_debit\n        }\n      }\n      ...MemberLine_wallet\n      ...StatusBanner_wallet\n      tier {\n        basis\n        tier {\n          level\n          name\n          creditLifetimeDays\n          threshold {\n            amount\n            currencyCode\n          }\n        }\n      }\n    }\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}',
): (typeof documents)['query UseCredits($orderId: ID!, $named: Boolean!) {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      balance {\n        amount\n        currencyCode\n      }\n      spendPreview(amount: {amount: "1.00", currencyCode: INR}, orderId: $orderId) @include(if: $named) {\n        earlierDebit {\n          ...EarlierDebit_debit\n        }\n      }\n      ...MemberLine_wallet\n      ...StatusBanner_wallet\n      tier {\n        basis\n        tier {\n          level\n          name\n          creditLifetimeDays\n          threshold {\n            amount\n            currencyCode\n          }\n        }\n      }\n    }\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment StatementFigures_statement on Statement {\n  from\n  to\n  count\n  openingBalance {\n    amount\n    currencyCode\n  }\n  closingBalance {\n    amount\n    currencyCode\n  }\n  byKind {\n    kind\n    count\n    total {\n      amount\n      currencyCode\n    }\n  }\n}',
): (typeof documents)['fragment StatementFigures_statement on Statement {\n  from\n  to\n  count\n  openingBalance {\n    amount\n    currencyCode\n  }\n  closingBalance {\n    amount\n    currencyCode\n  }\n  byKind {\n    kind\n    count\n    total {\n      amount\n      currencyCode\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment StatementLine_transaction on Transaction {\n  id\n  reference\n  kind\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  source\n  reason\n  orderId\n  createdAt\n}',
): (typeof documents)['fragment StatementLine_transaction on Transaction {\n  id\n  reference\n  kind\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  source\n  reason\n  orderId\n  createdAt\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query StatementPages($from: String!, $to: String!, $after: String) {\n  viewer {\n    id\n    customer {\n      id\n      name\n    }\n    wallet {\n      id\n      tier {\n        tier {\n          level\n          name\n        }\n      }\n      statement(from: $from, to: $to) {\n        ...StatementFigures_statement\n        transactions(first: 100, after: $after) {\n          nodes {\n            id\n            ...StatementLine_transaction\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n  shop {\n    name\n    phone\n    email\n  }\n}',
): (typeof documents)['query StatementPages($from: String!, $to: String!, $after: String) {\n  viewer {\n    id\n    customer {\n      id\n      name\n    }\n    wallet {\n      id\n      tier {\n        tier {\n          level\n          name\n        }\n      }\n      statement(from: $from, to: $to) {\n        ...StatementFigures_statement\n        transactions(first: 100, after: $after) {\n          nodes {\n            id\n            ...StatementLine_transaction\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n  shop {\n    name\n    phone\n    email\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query WalletStatement($from: String!, $to: String!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n      statement(from: $from, to: $to) {\n        ...StatementFigures_statement\n        transactions(first: 50) {\n          nodes {\n            id\n            ...TransactionRow_transaction\n          }\n        }\n      }\n    }\n  }\n}',
): (typeof documents)['query WalletStatement($from: String!, $to: String!) {\n  viewer {\n    id\n    wallet {\n      id\n      ...MemberLine_wallet\n      statement(from: $from, to: $to) {\n        ...StatementFigures_statement\n        transactions(first: 50) {\n          nodes {\n            id\n            ...TransactionRow_transaction\n          }\n        }\n      }\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment TierCards_tier on Tier {\n  level\n  name\n  threshold {\n    amount\n    currencyCode\n  }\n  creditLifetimeDays\n  benefits\n}',
): (typeof documents)['fragment TierCards_tier on Tier {\n  level\n  name\n  threshold {\n    amount\n    currencyCode\n  }\n  creditLifetimeDays\n  benefits\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query TierBenefits {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...TierCard_wallet\n    }\n  }\n  tiers {\n    ...TierCard_tier\n    ...TierCards_tier\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}',
): (typeof documents)['query TierBenefits {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...MemberLine_wallet\n      ...TierCard_wallet\n    }\n  }\n  tiers {\n    ...TierCard_tier\n    ...TierCards_tier\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query TopUp($id: ID!, $monthStart: DateTime!) {\n  topUp(id: $id) {\n    ...TopUp_state\n    checkoutUrl\n    upiIntent\n    failureReason\n    expiresAt\n    transaction {\n      id\n      reference\n      createdAt\n      expiresAt\n      balanceAfter {\n        amount\n        currencyCode\n      }\n      wallet {\n        id\n        ...WalletChange_wallet\n      }\n    }\n  }\n  tiers {\n    level\n    name\n    threshold {\n      amount\n      currencyCode\n    }\n    creditLifetimeDays\n  }\n}',
): (typeof documents)['query TopUp($id: ID!, $monthStart: DateTime!) {\n  topUp(id: $id) {\n    ...TopUp_state\n    checkoutUrl\n    upiIntent\n    failureReason\n    expiresAt\n    transaction {\n      id\n      reference\n      createdAt\n      expiresAt\n      balanceAfter {\n        amount\n        currencyCode\n      }\n      wallet {\n        id\n        ...WalletChange_wallet\n      }\n    }\n  }\n  tiers {\n    level\n    name\n    threshold {\n      amount\n      currencyCode\n    }\n    creditLifetimeDays\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'mutation StartTopUp($input: StartTopUpInput!) {\n  startTopUp(input: $input) {\n    topUp {\n      ...TopUp_state\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}',
): (typeof documents)['mutation StartTopUp($input: StartTopUpInput!) {\n  startTopUp(input: $input) {\n    topUp {\n      ...TopUp_state\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'query AddCredits {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...StatusBanner_wallet\n      balance {\n        amount\n        currencyCode\n      }\n      tier {\n        basis\n        qualifyingAmount {\n          amount\n          currencyCode\n        }\n        tier {\n          level\n          name\n          creditLifetimeDays\n        }\n      }\n      topUps(first: 5) {\n        nodes {\n          id\n          ...TopUp_state\n        }\n      }\n    }\n  }\n  tiers {\n    level\n    name\n    threshold {\n      amount\n      currencyCode\n    }\n    creditLifetimeDays\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}',
): (typeof documents)['query AddCredits {\n  viewer {\n    id\n    wallet {\n      id\n      status\n      ...StatusBanner_wallet\n      balance {\n        amount\n        currencyCode\n      }\n      tier {\n        basis\n        qualifyingAmount {\n          amount\n          currencyCode\n        }\n        tier {\n          level\n          name\n          creditLifetimeDays\n        }\n      }\n      topUps(first: 5) {\n        nodes {\n          id\n          ...TopUp_state\n        }\n      }\n    }\n  }\n  tiers {\n    level\n    name\n    threshold {\n      amount\n      currencyCode\n    }\n    creditLifetimeDays\n  }\n  walletPolicy {\n    minTopUp {\n      amount\n      currencyCode\n    }\n    maxTopUp {\n      amount\n      currencyCode\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'mutation CreateWallet($input: CreateWalletInput!) {\n  createWallet(input: $input) {\n    wallet {\n      id\n      status\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}',
): (typeof documents)['mutation CreateWallet($input: CreateWalletInput!) {\n  createWallet(input: $input) {\n    wallet {\n      id\n      status\n    }\n    userErrors {\n      ...Refusal_error\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment DrawList_draw on Draw {\n  amount {\n    amount\n    currencyCode\n  }\n  credit {\n    id\n    kind\n    source\n    reason\n    orderId\n    funding\n    expiresAt\n    createdAt\n    remaining {\n      amount\n      currencyCode\n    }\n  }\n}',
): (typeof documents)['fragment DrawList_draw on Draw {\n  amount {\n    amount\n    currencyCode\n  }\n  credit {\n    id\n    kind\n    source\n    reason\n    orderId\n    funding\n    expiresAt\n    createdAt\n    remaining {\n      amount\n      currencyCode\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment TransactionRow_transaction on Transaction {\n  id\n  kind\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  source\n  reason\n  orderId\n  createdAt\n}',
): (typeof documents)['fragment TransactionRow_transaction on Transaction {\n  id\n  kind\n  signedAmount {\n    amount\n    currencyCode\n  }\n  balanceAfter {\n    amount\n    currencyCode\n  }\n  source\n  reason\n  orderId\n  createdAt\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment ReferralCard_wallet on Wallet {\n  id\n  referral {\n    code\n    shareText\n    referrerBonus {\n      amount\n      currencyCode\n    }\n    referredBonus {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment ReferralCard_policy on WalletPolicy {\n  referralValidityDays\n}',
): (typeof documents)['fragment ReferralCard_wallet on Wallet {\n  id\n  referral {\n    code\n    shareText\n    referrerBonus {\n      amount\n      currencyCode\n    }\n    referredBonus {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment ReferralCard_policy on WalletPolicy {\n  referralValidityDays\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment Refusal_error on UserError {\n  code\n  message\n  min {\n    amount\n    currencyCode\n  }\n  max {\n    amount\n    currencyCode\n  }\n  available {\n    amount\n    currencyCode\n  }\n  shortBy {\n    amount\n    currencyCode\n  }\n  required {\n    amount\n    currencyCode\n  }\n  largest {\n    amount\n    currencyCode\n  }\n  since\n}',
): (typeof documents)['fragment Refusal_error on UserError {\n  code\n  message\n  min {\n    amount\n    currencyCode\n  }\n  max {\n    amount\n    currencyCode\n  }\n  available {\n    amount\n    currencyCode\n  }\n  shortBy {\n    amount\n    currencyCode\n  }\n  required {\n    amount\n    currencyCode\n  }\n  largest {\n    amount\n    currencyCode\n  }\n  since\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment TalkToShop_shop on Shop {\n  name\n  phone\n  email\n  hours\n}',
): (typeof documents)['fragment TalkToShop_shop on Shop {\n  name\n  phone\n  email\n  hours\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment StatusBanner_wallet on Wallet {\n  id\n  status\n  statusSince\n  shownReason\n}',
): (typeof documents)['fragment StatusBanner_wallet on Wallet {\n  id\n  status\n  statusSince\n  shownReason\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment MemberLine_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n    }\n  }\n}\n\nquery MemberLine {\n  viewer {\n    id\n    wallet {\n      ...MemberLine_wallet\n    }\n  }\n}',
): (typeof documents)['fragment MemberLine_wallet on Wallet {\n  id\n  tier {\n    tier {\n      level\n      name\n    }\n  }\n}\n\nquery MemberLine {\n  viewer {\n    id\n    wallet {\n      ...MemberLine_wallet\n    }\n  }\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment TierCard_wallet on Wallet {\n  id\n  tier {\n    basis\n    tier {\n      level\n      name\n      threshold {\n        amount\n        currencyCode\n      }\n      creditLifetimeDays\n    }\n    qualifyingAmount {\n      amount\n      currencyCode\n    }\n    next {\n      level\n      name\n      threshold {\n        amount\n        currencyCode\n      }\n      creditLifetimeDays\n    }\n    toNext {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment TierCard_tier on Tier {\n  level\n  name\n}',
): (typeof documents)['fragment TierCard_wallet on Wallet {\n  id\n  tier {\n    basis\n    tier {\n      level\n      name\n      threshold {\n        amount\n        currencyCode\n      }\n      creditLifetimeDays\n    }\n    qualifyingAmount {\n      amount\n      currencyCode\n    }\n    next {\n      level\n      name\n      threshold {\n        amount\n        currencyCode\n      }\n      creditLifetimeDays\n    }\n    toNext {\n      amount\n      currencyCode\n    }\n  }\n}\n\nfragment TierCard_tier on Tier {\n  level\n  name\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment TopUp_state on TopUp {\n  id\n  amount {\n    amount\n    currencyCode\n  }\n  method\n  status\n  reference\n  createdAt\n}',
): (typeof documents)['fragment TopUp_state on TopUp {\n  id\n  amount {\n    amount\n    currencyCode\n  }\n  method\n  status\n  reference\n  createdAt\n}'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: 'fragment WalletChange_wallet on Wallet {\n  id\n  status\n  transactionCount\n  balance {\n    amount\n    currencyCode\n  }\n  purchasedBalance {\n    amount\n    currencyCode\n  }\n  grantedBalance {\n    amount\n    currencyCode\n  }\n  totalEarned {\n    amount\n    currencyCode\n  }\n  totalSpent {\n    amount\n    currencyCode\n  }\n  totalRefunded {\n    amount\n    currencyCode\n  }\n  transactionSummary(from: $monthStart) {\n    count\n    byKind {\n      kind\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n  expiringCredits(withinDays: 30) {\n    total {\n      amount\n      currencyCode\n    }\n    nextExpiryAt\n    lots {\n      credit {\n        id\n        reason\n      }\n      source\n      remaining {\n        amount\n        currencyCode\n      }\n      expiresAt\n      daysLeft\n    }\n  }\n  transactions(first: 5) {\n    nodes {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ...StatusBanner_wallet\n  ...TierCard_wallet\n}',
): (typeof documents)['fragment WalletChange_wallet on Wallet {\n  id\n  status\n  transactionCount\n  balance {\n    amount\n    currencyCode\n  }\n  purchasedBalance {\n    amount\n    currencyCode\n  }\n  grantedBalance {\n    amount\n    currencyCode\n  }\n  totalEarned {\n    amount\n    currencyCode\n  }\n  totalSpent {\n    amount\n    currencyCode\n  }\n  totalRefunded {\n    amount\n    currencyCode\n  }\n  transactionSummary(from: $monthStart) {\n    count\n    byKind {\n      kind\n      total {\n        amount\n        currencyCode\n      }\n    }\n  }\n  expiringCredits(withinDays: 30) {\n    total {\n      amount\n      currencyCode\n    }\n    nextExpiryAt\n    lots {\n      credit {\n        id\n        reason\n      }\n      source\n      remaining {\n        amount\n        currencyCode\n      }\n      expiresAt\n      daysLeft\n    }\n  }\n  transactions(first: 5) {\n    nodes {\n      id\n      ...TransactionRow_transaction\n    }\n  }\n  ...StatusBanner_wallet\n  ...TierCard_wallet\n}'];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> =
  TDocumentNode extends DocumentNode<infer TType, any> ? TType : never;
