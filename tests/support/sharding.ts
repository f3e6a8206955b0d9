/**
 * How each collection is spread over shards (docs/scaling.md): by which field, or, for a small one, not at all. Each field is
 * the id of a customer, except where something is looked up by a name of its own.
 */
export const SHARD_KEYS: Readonly<Record<string, string | null>> = {
  customers: '_id',
  customer_wallets: '_id',
  wallet_transactions: 'walletId',
  credit_expiry_logs: 'customerId',
  top_ups: 'walletId',
  checkouts: '_id',
  checkout_orders: '_id',
  reward_claims: 'customerId',
  voucher_uses: 'customerId',
  voucher_codes: '_id',
  gift_cards: '_id',
  gift_card_entries: 'cardId',
  gift_codes: '_id',
  gifts: '_id',
  referrals: '_id',
  purchases: '_id',
  largest_orders: '_id',
  payment_events: '_id',
  bulk_credits: '_id',
  acts: '_id',
  payment_reviews: '_id',
  approvals: '_id',
  approval_slots: '_id',
  limit_uses: '_id',
  saved_views: '_id',
  unique_values: '_id',
  sessions: '_id',
  // As many as a shop makes by hand, with rows that go once they are done, a few for each pair of months, those who sign in here with a password, and a handful.
  jobs: null,
  job_parts: null,
  loyalty_rewards: null,
  campaigns: null,
  programme_figures: null,
  programme_stays: null,
  accounts: null,
  sign_in_codes: null,
  schema_versions: null,
  leases: null,
  api_processes: null,
  audit_runs: null,
};

/** What asks every shard, by collection, command and the fields it asks about, and why it may. Nothing else does. */
export const SCATTERED: Readonly<Record<string, string>> = {
  'customer_wallets find: nextExpiryAt':
    'The expiry job looks for what is due: a range of an index, a page at a time.',
  'customer_wallets aggregate: nextExpiryAt':
    'How many wallets wait for the expiry job, for admins: a range of an index, up to a limit.',
  'gift_cards find: dueAt':
    'The expiry job looks for gift cards whose time has come: a range of an index, a page at a time.',
  'gift_cards aggregate: dueAt, held':
    'What is on gift cards and what orders hold of them, for admins: a range of an index for each.',
  'gift_cards aggregate: dueAt': 'How many gift cards hold money: a range of an index.',
  'gift_cards find: claimedBy':
    'The gift cards that a customer has claimed, on one screen: an index, at most a hundred.',
  'gifts find: senderId': 'The gifts that a customer sends, on one screen: an index, at most a hundred.',
  'gifts find: mailAt': 'The post looks for gifts whose time has come: an index, a page.',
  'payment_events find: receivedAt, status':
    'The poller takes up notifications that a process left: an index, a page.',
  'payment_events find: nextLookAt, status':
    'Those that could not be dealt with, once it is their time again: the same.',
  'payment_events aggregate: receivedAt, status':
    'How many wait and for how long, for whoever watches: a range of an index.',
  'payment_reviews find: nextTryAt':
    'The poller goes on with refunds and claims whose time has come: an index, a page.',
  'payment_reviews find: paymentId, provider':
    'What the provider claims of a payment that is being credited: an index, and few payments have any.',
  'payment_reviews find: status':
    'Since when the oldest open one waits, for whoever watches: an index, one document.',
  'payment_reviews aggregate: status': 'How many are open, up to a limit: a range of an index.',
  'payment_reviews find: ': 'Staff look through all of them: an index, a page.',
  'payment_reviews aggregate: ': 'How many there are, for the head of that list, up to a limit.',
  'checkouts find: dueAt': 'The poller ends those whose time is over: an index, a page.',
  'top_ups find: nextPollAt': 'The poller looks for payments that nobody told of: an index, a page.',
  'top_ups find: nextRefundAt': 'The poller goes on with what is sent back to its source: an index, a page.',
  'approvals find: expiresAt, status': 'What waits for another person: an index, a page.',
  'approvals aggregate: expiresAt, status': 'How many that are, for the head of the list, up to a limit.',
  'unique_values find: _id': 'Staff search for a referral code of which they know the beginning.',
  'customers find: searchKeys': 'Staff search for customers: an index, a page.',
  'voucher_uses find: campaignId': 'Staff look at who used a campaign: an index, a page.',
  'acts find: at': 'An admin looks at what was done: an index, a page.',
  'acts aggregate: at': 'How many there are, for the head of that log, up to a limit.',
  'wallet_transactions aggregate: actor.id, actor.role, at':
    'The same, of what staff made in journals: a range of an index for each of them, up to a limit.',
  'wallet_transactions find: actor.id, actor.role':
    'The same, of what staff made in journals: who there is, from each to the next of an index.',
  'wallet_transactions find: actor.id, actor.role, at':
    'And then theirs, together in one order: as many ranges of an index, a page.',
  'wallet_transactions find: kind, orderId': 'Staff search for an order: a range of an index, a page.',
  'acts find: about, act': 'The notes on a wallet, on the same screen: the same.',
  'acts aggregate: about, act': 'How many those are, up to a limit.',
  'acts find: about': 'What was done about a customer, on one screen of staff: an index, a page.',
  'customers aggregate: searchKeys': 'Staff see how many customers a search finds, up to a limit.',
  'customer_wallets aggregate: balance, band, updatedAt': 'The median balance, for admins.',
  'customers aggregate: createdAt': 'How many customers there are, for admins: those since yesterday.',
  'purchases find: at, customerId, recordedAt':
    'The same, of those that were reported since it was asked last.',
  'purchases find: at, customerId':
    'The largest order, for a reward that asks for one; an index, one document from each shard.',
  'referrals find: referrerId': 'Whom a customer has brought: an index, a page, on one screen.',
};
