import { isEnumType } from 'graphql';
import { contractSchema } from '../../api/server/contract.ts';
import type { ErrorCode } from '../../schema/user-error/error-code.enum.ts';
import { localId } from '../../api/resolvers/global-id.ts';
import { settleTopUp } from '../../api/services/settle-top-up.ts';
import { openTestApi, type Payload } from '../support/api.ts';
import { freshKey, testPolicy } from '../support/app.ts';
import { mockPayments } from '../support/payments.ts';
import { unknownPaymentId } from '../support/reviews.ts';
import { stopCard } from '../support/stop-card.ts';

const { STAFF, ADMIN } = testPolicy.approvals.limits;
const bulkAddCredits = { each: 1_000_000n, day: 1_000_000n };
const payments = mockPayments();
const api = openTestApi({
  payments,
  policy: {
    ...{ maxOpenLots: 3, maxBalance: 300_000n, maxRefundsPerDebit: 3 },
    holds: { maxOpen: 2, defaultHours: 24, maxDays: 30 },
    approvals: { ...testPolicy.approvals, limits: { STAFF, ADMIN: { ...ADMIN, bulkAddCredits } } },
  },
});

const DETAILS = [
  ...(['available', 'shortBy', 'min', 'max', 'refundable', 'required', 'largest', 'held'] as const),
  ...(['since', 'firstUsedAt', 'retryAfterSeconds'] as const),
];
type Detail = (typeof DETAILS)[number];

const GIFT = { amount: { amount: '100' }, toEmail: 'bala@mail.example', fromName: 'Asha', method: 'UPI' };
/** The id of a gift that nobody has paid yet. */
async function giftOf(id: string): Promise<string> {
  const { gift } = await api.customer(id).act<{ gift: { id: string } }>('sendGift', GIFT, 'gift { id }');
  return gift.id;
}

interface Provocation {
  /** Does what the code forbids, on a wallet of its own that is open and holds ₹100. */
  readonly by: (customerId: string) => Promise<Payload>;
  /** What a client is told to act on, besides code, message and field. */
  readonly tells?: readonly Detail[];
}

const NEVER = 'made-up-0000000000';
const rupees = (amount: string) => ({ amount });

const freeze = (customerId: string, status: string) =>
  api.admin.act('setWalletStatus', { customerId, status, reason: 'Card lost' }, 'replayed');
const claim = async (customerId: string, more: object = {}) =>
  api.customer(customerId).act('claimReward', { rewardId: await api.makeReward(more) });
const apply = (customerId: string, code: string) => api.customer(customerId).act('applyReferral', { code });

const redeem = (customerId: string, code: string) => api.customer(customerId).act('redeemVoucher', { code });

const askFor = (customerId: string) =>
  api.staff.act('addCredits', { customerId, amount: rupees('10'), reason: 'Goodwill' }, 'approval { id }');
const decide = (input: object) =>
  api.admin.act('decideApproval', { verdict: 'APPROVE', ...input }, 'replayed');

/** Credits that are set aside. */
async function hold(customerId: string, amount: string): Promise<string> {
  const input = { amount: rupees(amount), orderId: freshKey('order') };
  const placed = await api.customer(customerId).act('placeHold', input, 'transaction { hold { id } }');
  return (placed as unknown as { transaction: { hold: { id: string } } }).transaction.hold.id;
}

/** An order of which credits pay what they can. */
async function checkout(customerId: string, amount: string): Promise<Payload & { checkout: { id: string } }> {
  const input = { orderId: customerId, total: rupees(amount), credits: 'ALL', method: 'UPI' };
  return api.customer(customerId).act('startCheckout', input, 'checkout { id }');
}

/** Something that waits for another person. */
async function waiting(customerId: string): Promise<string> {
  const { approval } = (await askFor(customerId)) as unknown as { approval: { id: string } };
  return approval.id;
}

async function codeOf(customerId: string): Promise<string> {
  const { viewer } = await api
    .customer(customerId)
    .read<{ viewer: { wallet: { referral: { code: string } } } }>(
      '{ viewer { wallet { referral { code } } } }',
    );
  return viewer.wallet.referral.code;
}

async function friendOf(customerId: string): Promise<string> {
  return api.openWallet(`friend-of-${customerId}`);
}

async function claimedTwice(customerId: string): Promise<Payload> {
  const rewardId = await api.makeReward();
  await api.customer(customerId).act('claimReward', { rewardId }, 'replayed');
  return api.customer(customerId).act('claimReward', { rewardId });
}

async function lastUseTaken(customerId: string): Promise<Payload> {
  const rewardId = await api.makeReward({ maxUses: 1 });
  const friend = await friendOf(customerId);
  await api.customer(friend).act('claimReward', { rewardId }, 'replayed');
  return api.customer(customerId).act('claimReward', { rewardId });
}

/** Said of rows of a bulk credit only, where a test of theirs provokes them. */
type OfRows = 'TRY_AGAIN' | 'OUTCOME_UNKNOWN';

/** A table from each code to a call that is answered with it. The compiler asks for a row for each. */
const provocations: { readonly [C in Exclude<ErrorCode, OfRows>]: Provocation } = {
  CUSTOMER_NOT_FOUND: { by: () => api.admin.act('createWallet', { customerId: NEVER }) },
  WALLET_NOT_FOUND: { by: () => api.grant(NEVER, '10') },
  WALLET_EXISTS: { by: (id) => api.customer(id).act('createWallet', {}), tells: ['since'] },
  WALLET_FROZEN: {
    by: async (id) => {
      await freeze(id, 'FROZEN');
      return api.spend(id, '10');
    },
    tells: ['since'],
  },
  WALLET_SUSPENDED: {
    by: async (id) => {
      await freeze(id, 'SUSPENDED');
      return api.spend(id, '10');
    },
    tells: ['since'],
  },
  INSUFFICIENT_FUNDS: { by: (id) => api.spend(id, '101'), tells: ['available', 'shortBy'] },
  AMOUNT_OUT_OF_RANGE: { by: (id) => api.spend(id, '0.99'), tells: ['min', 'max'] },
  WALLET_LIMIT_EXCEEDED: {
    by: async (id) => {
      await api.grant(id, '900');
      return api.grant(id, '2001');
    },
    tells: ['available', 'max'],
  },
  TOO_MANY_LOTS: {
    by: async (id) => {
      await api.grant(id, '1');
      await api.grant(id, '1');
      return api.grant(id, '1');
    },
  },
  EXPIRES_IN_PAST: { by: (id) => api.grant(id, '10', { expiresAt: '2026-03-09T12:00:00+05:30' }) },
  ORDER_ALREADY_PAID: {
    by: async (id) => {
      await api.spend(id, '10', { orderId: 'twice' });
      return api.spend(id, '10', { orderId: 'twice', onlyOnce: true });
    },
  },
  DEBIT_NOT_FOUND: { by: () => api.staff.act('refundCredits', { debitId: NEVER, reason: 'Returned' }) },
  REFUND_EXCEEDS_DEBIT: {
    by: async (id) => {
      const { transaction } = await api.spend(id, '10');
      const refund = { debitId: transaction.id, amount: rupees('11'), reason: 'Returned' };
      return api.staff.act('refundCredits', refund);
    },
    tells: ['refundable'],
  },
  TOO_MANY_REFUNDS: {
    by: async (id) => {
      const { transaction } = await api.spend(id, '10');
      const refund = { debitId: transaction.id, amount: rupees('1'), reason: 'Returned' };
      for (let n = 1; n < 3; n += 1) await api.staff.act('refundCredits', refund, 'replayed');
      return api.staff.act('refundCredits', refund);
    },
    tells: ['refundable'],
  },
  CREDIT_NOT_FOUND: { by: () => api.admin.act('reverseCredit', { creditId: NEVER, reason: 'Mistaken' }) },
  CREDIT_USED_UP: {
    by: async (id) => {
      const { transaction } = await api.grant(id, '10', { expiresAt: '2026-03-10T12:00:00+05:30' });
      await api.spend(id, '10');
      return api.admin.act('reverseCredit', { creditId: transaction.id, reason: 'Mistaken' });
    },
  },
  HOLD_NOT_FOUND: { by: () => api.staff.act('captureHold', { holdId: NEVER }) },
  HOLD_ENDED: {
    by: async (id) => {
      const holdId = await hold(id, '10');
      await api.staff.act('releaseHold', { holdId, reason: 'Out of stock' }, 'replayed');
      return api.staff.act('captureHold', { holdId });
    },
    tells: ['since'],
  },
  HOLD_EXPIRED: {
    by: async (id) => {
      const holdId = await hold(id, '10');
      api.app.clock.set(new Date(api.app.now() + 24 * 3_600_000).toISOString());
      return api.staff.act('captureHold', { holdId });
    },
    tells: ['since', 'available'],
  },
  HOLD_EXCEEDED: {
    by: async (id) => {
      const holdId = await hold(id, '10');
      return api.staff.act('captureHold', { holdId, amount: rupees('10.01') });
    },
    tells: ['held'],
  },
  TOO_MANY_HOLDS: {
    by: async (id) => {
      await hold(id, '10');
      await hold(id, '10');
      return api.customer(id).act('placeHold', { amount: rupees('10'), orderId: 'third' });
    },
  },
  CHECKOUT_NOT_FOUND: { by: () => api.staff.act('cancelCheckout', { checkoutId: NEVER }) },
  CHECKOUT_OPEN: {
    by: async (id) => {
      await checkout(id, '101');
      return checkout(id, '101');
    },
    tells: ['since'],
  },
  CHECKOUT_ENDED: {
    by: async (id) => {
      await checkout(id, '10');
      return checkout(id, '10');
    },
    tells: ['since'],
  },
  PAYMENT_CONFIRMING: {
    by: async (id) => {
      const { checkout: begun } = await checkout(id, '101');
      const due = await api.app.stores.topUps.findDue(api.app.now() + 3_600_000, 100);
      const payment = due.find(({ walletId }) => walletId === id);
      if (!payment) throw new Error('No payment was begun.');
      await settleTopUp(api.app, payment, {
        reports: [{ kind: 'PROCESSING' }],
        providerIds: [],
        requestId: 'r',
      });
      return api.staff.act('cancelCheckout', { checkoutId: begun.id });
    },
  },
  SESSION_NOT_FOUND: { by: (id) => api.customer(id).act('endSession', { sessionId: NEVER }) },
  REWARD_NOT_FOUND: { by: (id) => api.customer(id).act('claimReward', { rewardId: NEVER }) },
  REWARD_NOT_ACTIVE: { by: (id) => claim(id, { status: 'INACTIVE' }) },
  REWARD_NOT_YET_VALID: {
    by: (id) => claim(id, { validFrom: '2026-04-01T00:00:00+05:30' }),
    tells: ['since'],
  },
  REWARD_EXPIRED: { by: (id) => claim(id, { validUntil: '2026-03-02T00:00:00+05:30' }), tells: ['since'] },
  REWARD_EXHAUSTED: { by: lastUseTaken },
  REWARD_CHANGED: {
    by: async () =>
      api.admin.act('updateReward', { rewardId: await api.makeReward(), expectedRevision: 'another' }),
    tells: ['since'],
  },
  REWARD_ALREADY_CLAIMED: { by: claimedTwice, tells: ['since'] },
  MINIMUM_PURCHASE_NOT_MET: {
    by: (id) => claim(id, { minPurchaseAmount: rupees('500') }),
    tells: ['required', 'largest'],
  },
  CODE_NOT_USABLE: { by: (id) => redeem(id, 'NOBODY7') },
  TOO_MANY_ATTEMPTS: {
    by: async (id) => {
      for (let n = 0; n < 5; n += 1) await redeem(id, `NOBODY${n}`);
      return redeem(id, 'NOBODY6');
    },
    tells: ['retryAfterSeconds'],
  },
  CAMPAIGN_NOT_FOUND: {
    by: () => api.admin.act('setCampaignStatus', { campaignId: NEVER, step: 'START' }, 'campaign { id }'),
  },
  CAMPAIGN_NOT_RUNNING: {
    by: async (id) => {
      await api.makeCampaign({ sharedCode: 'EARLYBIRD', startsAt: '2026-04-01T00:00:00+05:30' });
      return redeem(id, 'earlybird');
    },
    tells: ['since'],
  },
  CAMPAIGN_ENDED: {
    by: async (id) => {
      await api.makeCampaign({ sharedCode: 'ENDED', endsAt: '2026-03-11T00:00:00+05:30' });
      api.app.clock.advance({ days: 2 });
      return redeem(id, 'ENDED');
    },
    tells: ['since'],
  },
  CAMPAIGN_OWN: {
    by: async () => {
      const campaignId = await api.makeCampaign({ sharedCode: 'LARGE1', maxUses: 1_000 });
      for (const step of ['PAUSE', 'START']) {
        const steer = { campaignId, step };
        const answer = await api.admin.act('setCampaignStatus', steer, 'campaign { id }');
        if (step === 'START') return answer;
      }
      throw new Error('It was started.');
    },
  },
  CAMPAIGN_CHANGED: {
    by: async () => {
      const campaignId = await api.makeCampaign({ sharedCode: 'CHANGED' });
      const change = { campaignId, version: 1, maxUses: 90 };
      await api.admin.act('updateCampaign', change, 'campaign { id }');
      return api.admin.act('updateCampaign', change, 'campaign { id }');
    },
  },
  GIFT_CARD_NOT_FOUND: {
    by: () => api.admin.act('cancelGiftCard', { giftCardId: NEVER, reason: 'Lost' }),
  },
  GIFT_CARD_ENDED: {
    by: async (id) => {
      const { code } = await api.makeCard('100');
      await api.customer(id).act('claimGiftCard', { code });
      return api.customer(id).act('claimGiftCard', { code });
    },
    tells: ['since'],
  },
  GIFT_NOT_FOUND: { by: (id) => api.customer(id).act('recallGift', { giftId: NEVER }) },
  GIFT_ENDED: {
    by: async (id) => {
      const giftId = await giftOf(id);
      await api.customer(id).act('recallGift', { giftId }, 'replayed');
      return api.customer(id).act('recallGift', { giftId });
    },
    tells: ['since'],
  },
  GIFTS_UNAVAILABLE: {
    by: async (id) => {
      const { gifts } = api.app;
      (api.app as { gifts: unknown }).gifts = null;
      const refused = await api.customer(id).act('sendGift', GIFT);
      (api.app as { gifts: unknown }).gifts = gifts;
      return refused;
    },
  },
  BUYING_LIMIT_REACHED: {
    by: async (id) => {
      const input = { amount: rupees('10000'), method: 'UPI' };
      for (let n = 0; n < 5; n += 1) await api.customer(id).act('buyGiftCard', input, 'replayed');
      return api.customer(id).act('buyGiftCard', input);
    },
    tells: ['available'],
  },
  GIFT_CARD_STOPPED: {
    by: async (customerId) => {
      const card = await api.makeCard('100');
      await stopCard(api.app, localId('GiftCard', card.id) ?? '');
      return api.admin.act('claimGiftCard', { code: card.code, customerId });
    },
  },
  GIFT_CARD_HELD: {
    by: async (id) => {
      const { code } = await api.makeCard('100');
      const order = { orderId: id, total: rupees('500'), credits: 'NONE', giftCardCodes: [code] };
      await api.customer(id).act('startCheckout', order, 'replayed');
      return api.customer(id).act('claimGiftCard', { code });
    },
    tells: ['held'],
  },
  LIMIT_REACHED: {
    by: () =>
      api.admin.act('issueGiftCards', { count: 2, amount: rupees('6000'), reason: 'Prize' }, 'replayed'),
    tells: ['max', 'available'],
  },
  VOUCHER_USED: {
    by: async (id) => {
      await api.makeCampaign({ sharedCode: 'ONCE1' });
      await redeem(id, 'ONCE1');
      return redeem(id, 'ONCE1');
    },
    tells: ['since'],
  },
  VOUCHER_NOT_FOR_YOU: {
    by: async (id) => {
      await api.makeCampaign({ sharedCode: 'GOLDEN', tiers: ['GOLD'] });
      return redeem(id, 'GOLDEN');
    },
  },
  REFERRAL_CODE_UNKNOWN: { by: (id) => apply(id, 'AAAA2222') },
  REFERRAL_SELF: { by: async (id) => apply(id, await codeOf(id)) },
  REFERRAL_LOOP: {
    by: async (id) => {
      const friend = await friendOf(id);
      await apply(friend, await codeOf(id));
      return apply(id, await codeOf(friend));
    },
  },
  REFERRAL_ALREADY_APPLIED: {
    by: async (id) => {
      const code = await codeOf(await friendOf(id));
      await apply(id, code);
      return apply(id, code);
    },
    tells: ['since'],
  },
  REFERRAL_WINDOW_CLOSED: {
    by: async (id) => {
      const code = await codeOf(await friendOf(id));
      api.app.clock.advance({ days: 30 });
      return apply(id, code);
    },
    tells: ['since'],
  },
  REFERRAL_LIMIT_REACHED: {
    by: async (id) => {
      const friend = await friendOf(id);
      const code = await codeOf(friend);
      for (let n = 0; n < 20; n += 1) {
        await api.openWallet(`${id}-${n}`);
        await apply(`${id}-${n}`, code);
        await api.spend(friend, '100', { orderId: `${n}` });
      }
      return apply(id, code);
    },
  },
  // No payment provider is set up here.
  PAYMENT_UNAVAILABLE: {
    by: async (id) => {
      payments.provider.isDown = true;
      const refused = await api.customer(id).act('startTopUp', { amount: rupees('100'), method: 'UPI' });
      payments.provider.isDown = false;
      return refused;
    },
  },
  REVIEW_NOT_FOUND: { by: () => api.staff.act('takeReview', { reviewId: NEVER }) },
  REVIEW_ENDED: {
    by: async () => {
      const reviewId = await unknownPaymentId(api.app);
      await api.staff.act('dismissReview', { reviewId, reason: 'Not ours' }, 'replayed');
      return api.staff.act('takeReview', { reviewId });
    },
    tells: ['since'],
  },
  REVIEW_TAKEN: {
    by: async () => {
      const reviewId = await unknownPaymentId(api.app);
      await api.as('STAFF', 'sita').act('takeReview', { reviewId }, 'replayed');
      return api.staff.act('takeReview', { reviewId });
    },
    tells: ['since'],
  },
  // No payment provider is set up here.
  NOT_REFUNDABLE: {
    by: async () => {
      const reviewId = await unknownPaymentId(api.app, 500_00n, 'INR', 'ANOTHER');
      return api.staff.act('refundReview', { reviewId });
    },
  },
  APPROVAL_PENDING: {
    by: async (id) => {
      await waiting(id);
      return askFor(id);
    },
    tells: ['since'],
  },
  JOB_NOT_FOUND: { by: () => api.admin.act('stopJob', { jobId: NEVER }) },
  JOB_ENDED: {
    by: async () => {
      const file = { fileName: 'a.csv', fileHash: 'a'.repeat(64), rows: 1 };
      const columns = ['customer_id', 'amount', 'reason'];
      const { job } = await api.admin.act<{ job: { id: string } }>(
        'startBulkCredit',
        { ...file, columns },
        'job { id }',
      );
      await api.admin.act('stopJob', { jobId: job.id }, 'replayed');
      return api.admin.act('pauseJob', { jobId: job.id });
    },
    tells: ['since'],
  },
  APPROVAL_NOT_FOUND: { by: () => decide({ approvalId: NEVER }) },
  APPROVAL_ENDED: {
    by: async (id) => {
      const approvalId = await waiting(id);
      await api.staff.act('withdrawApproval', { approvalId }, 'replayed');
      return decide({ approvalId });
    },
    tells: ['since'],
  },
  APPROVAL_OWN: {
    by: async (id) => {
      const approvalId = await waiting(id);
      return api.as('ADMIN', 'ravi').act('decideApproval', { approvalId, verdict: 'APPROVE' });
    },
  },
  APPROVAL_NOT_YOURS: {
    by: async (id) =>
      api.as('STAFF', 'sita').act('withdrawApproval', { approvalId: await waiting(id) }, 'replayed'),
  },
  APPROVAL_CHANGED: {
    by: async (id) => decide({ approvalId: await waiting(id), expectedSeq: 0 }),
  },
  APPROVAL_ASKER_GONE: {
    by: async (id) => {
      const approvalId = await waiting(id);
      const left = { id: 'ravi', email: 'ravi@shop.example', name: 'Ravi', role: 'CUSTOMER' } as const;
      await api.app.stores.accounts.save({ ...left, passwordHash: 'none' }, api.app.now());
      return decide({ approvalId });
    },
  },
  QUOTE_CHANGED: { by: (id) => api.grant(id, '10', { expectedSeq: 1 }) },
  IDEMPOTENCY_CONFLICT: {
    by: async (id) => {
      const idempotencyKey = freshKey('conflict');
      await api.spend(id, '10', { idempotencyKey });
      return api.spend(id, '11', { idempotencyKey });
    },
    tells: ['firstUsedAt'],
  },
  INVALID_INPUT: { by: (id) => api.grant(id, '10', { reason: ' ' }) },
};

describe('error codes', () => {
  it('are all in the table', () => {
    const type = contractSchema().getType('ErrorCode');
    const codes = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];

    const ofRows: OfRows[] = ['TRY_AGAIN', 'OUTCOME_UNKNOWN'];
    expect([...Object.keys(provocations), ...ofRows].sort()).toEqual(codes.sort());
  });

  it.each(Object.entries(provocations))(
    '%s is answered, and says what to act on',
    async (code, { by, tells = [] }) => {
      api.app.clock.set('2026-03-10T09:30:00+05:30');
      const customerId = await api.fundedWallet(code.toLowerCase(), '100');

      const { userErrors } = await by(customerId);

      expect(userErrors).toMatchObject([{ code, message: expect.stringMatching(/^[A-Z].+\.$/) as string }]);
      const told = DETAILS.filter((detail) => userErrors[0]?.[detail] !== null);
      expect(told.sort()).toEqual([...tells].sort());
    },
  );
});
