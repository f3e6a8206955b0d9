import 'reflect-metadata';
import { MODELS } from '../../api/persistence/collections.ts';
import { collectionsOfAPerson, NOTHING_OF_A_PERSON } from '../../api/persistence/stores/person.store.ts';
import { PERSONAL_TEXTS, textPathsOf, type PersonalText } from '../../api/persistence/personal-texts.ts';

/** Texts that say nothing of a person but its id: ids, codes, fingerprints, and what this code or the shop says of itself. */
const NOT_PERSONAL: Readonly<Record<string, readonly string[]>> = {
  customers: ['_id'],
  customer_wallets: [
    ...['_id', 'lots.id', 'monthlySpend.month', 'openOrders.orderId', 'openOrders.month'],
    ...['referralCode', 'shortCode', 'referrals.month', 'referredBy', 'extensions.lot'],
    ...['holds.id', 'holds.orderId', 'holds.draws.lot.id'],
  ],
  wallet_transactions: [
    ...['_id', 'walletId', 'actor.id', 'requestId', 'intent', 'lot.id', 'orderId', 'draws.lot.id'],
    ...['restores.drawnFrom', 'restores.lot.id', 'debitId', 'referralCode', 'shortCode'],
    ...['origin.rewardId', 'origin.otherId', 'origin.topUpId', 'origin.bulkId', 'creditId', 'extended.lot'],
    ...[
      'countedBefore.month',
      'debitMonth',
      'origin.reviewId',
      'origin.campaignId',
      'origin.giftCardId',
      'origin.checkoutId',
      'holdId',
    ],
  ],
  loyalty_rewards: ['_id', 'name', 'description', 'metadata.key', 'metadata.value', 'intent'],
  campaigns: ['_id', 'termsBy', 'sharedCode', 'name', 'tiers', 'createdBy.id', 'intent'],
  voucher_codes: ['_id', 'campaignId', 'keyId', 'usedBy'],
  voucher_uses: ['_id', 'campaignId', 'customerId', 'codeId', 'entryId'],
  gift_cards: [
    ...['_id', 'codeId', 'lastFour', 'keyId', 'claimedBy', 'bought.by', 'bought.paymentId'],
    ...['holds.id', 'holds.customerId', 'holds.checkoutId'],
  ],
  gift_card_entries: [
    ...[
      '_id',
      'cardId',
      'actor.id',
      'requestId',
      'intent',
      'codeId',
      'lastFour',
      'keyId',
      'customerId',
      'entryId',
      'bought.by',
      'bought.paymentId',
      'checkoutId',
      'orderId',
      'holdId',
    ],
  ],
  gift_codes: ['_id', 'cardId'],
  gifts: ['_id', 'senderId', 'cardId', 'keys.key', 'keys.intent'],
  reward_claims: ['_id', 'rewardId', 'customerId', 'entryId'],
  referrals: ['_id', 'referrerId'],
  purchases: ['_id', 'customerId'],
  largest_orders: ['_id', 'walletId', 'orders.orderId'],
  bulk_credits: [
    ...['_id', 'intent', 'refusals.code', 'refusals.customerId', 'refusals.field', 'refusals.problem'],
    ...['actor.id', 'requestId'],
  ],
  checkouts: [
    ...[
      '_id',
      'walletId',
      'orderId',
      'parts.holdId',
      'parts.cardId',
      'parts.lastFour',
      'paymentId',
      'startedBy.id',
      'ending.by.id',
    ],
    ...['returnUrl', 'intent', 'keys.key', 'keys.intent', 'link.knownBy', 'link.keyId'],
    ...['refunds.by.id', 'refunds.key', 'refunds.intent', 'refunds.toCards.cardId'],
  ],
  checkout_orders: ['_id', 'checkoutId'],
  top_ups: [
    ...['_id', 'walletId', 'reference', 'provider', 'providerIds', 'payments.id', 'payments.entryId'],
    ...['doubts.paymentId', 'doubts.currency', 'intent', 'refunds.paymentId', 'refunds.creditId'],
    ...['refunds.holdId', 'refunds.receipt', 'refunds.refundId', 'refunds.by.id'],
    ...['checkout.id', 'checkout.orderId', 'checkout.giftCardIds', 'giftCard.id'],
  ],
  unique_values: ['_id', 'holder'],
  payment_events: [
    ...['_id', 'provider', 'eventId', 'name', 'report.paymentId', 'report.currency', 'providerIds'],
    ...['reference', 'topUpId', 'claim.id', 'claim.paymentId', 'claim.currency', 'claim.receipt'],
  ],
  payment_reviews: [
    ...['_id', 'provider', 'paymentId', 'providerReference', 'currency', 'topUpId', 'walletId', 'entryId'],
    ...['problem', 'assignment.actor.id', 'refund.receipt', 'refund.refundId', 'refund.by.id'],
    'claim.hold.id',
    ...['ending.by.id', 'keys.key', 'keys.intent'],
  ],
  approvals: [
    ...['_id', 'act', 'walletId', 'subject.kind', 'subject.id', 'input', 'intent', 'preview'],
    ...['requestedBy.id', 'requestId', 'ending.by.id', 'keys.key', 'keys.intent'],
    ...['rows.customerId', 'rows.source', 'rows.entryId', 'rows.intent'],
  ],
  jobs: [
    ...['_id', 'fileName', 'fileHash', 'columns', 'approvalId', 'startedBy.id', 'requestId'],
    ...['keys.key', 'keys.intent', 'campaignId'],
  ],
  job_parts: [
    ...['_id', 'jobId', 'intent', 'rows.customerId', 'rows.problem.column', 'rows.problem.code'],
    'rows.problem.problem',
  ],
  approval_slots: ['_id', 'approvalId'],
  limit_uses: ['_id'],
  saved_views: ['_id', 'views.name', 'views.address'],
  programme_figures: ['_id', 'sheet'],
  programme_stays: ['_id', 'last', 'next'],
  credit_expiry_logs: ['_id', 'customerId', 'reason'],
  acts: [
    ...['_id', 'actor.id', 'act', 'subject.kind', 'subject.id', 'customerId', 'about'],
    ...['before.key', 'after.key', 'requestId'],
  ],
  audit_runs: [
    ...['_id', 'findings.invariant', 'findings.rule', 'findings.record', 'findings.entry'],
    ...['findings.problem', 'notices', 'cohorts.month'],
  ],
  accounts: ['_id'],
  sessions: ['_id', 'accountId', 'tokenHash', 'previousTokenHash', 'chainKey'],
  sign_in_codes: ['_id', 'codeHash', 'browserHash'],
  schema_versions: ['name', 'date', 'shapes'],
  leases: ['_id', 'holder'],
  api_processes: ['_id', 'host', 'startedAt', 'sessions'],
};

function nameOfCollection(model: object): string {
  const options = Reflect.getMetadata('typegoose:options', model) as {
    schemaOptions: { collection: string };
  };
  return options.schemaOptions.collection;
}

describe('a collection', () => {
  it('is looked through when a customer is exported, or holds nothing of a person', () => {
    // A new one gets a line in `placesOf`, in `PersonStore`, or stands among those that hold nothing.
    const names = MODELS.map(({ model }) => nameOfCollection(model));
    expect([...collectionsOfAPerson(), ...NOTHING_OF_A_PERSON].sort()).toEqual(names.sort());
  });
});

describe('a text that is stored', () => {
  it.each(MODELS.map(({ model, schema }) => [nameOfCollection(model), schema] as const))(
    'in %s is blanked when its customer is erased, or says nothing of a person',
    (name, schema) => {
      const personal: readonly PersonalText[] = PERSONAL_TEXTS[name as keyof typeof PERSONAL_TEXTS] ?? [];
      const decided = [...personal.map(({ path }) => path), ...(NOT_PERSONAL[name] ?? [])];

      // A new text goes to `PERSONAL_TEXTS` if people may write in it about a customer, else to the list above.
      expect(textPathsOf(schema).sort()).toEqual(decided.sort());
    },
  );
});
