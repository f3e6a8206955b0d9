import { defaultPolicy } from '../../domain/policy.ts';
import { choice, flag, integer, rupees } from './setting.ts';

const { operation, topUp, referral, tiers, approvals } = defaultPolicy;
const { STAFF, ADMIN } = approvals.limits;

/** How writes are made durable. */
export const engineSettings = {
  ENGINE_QUEUE: integer({
    min: 1,
    max: 1_000_000,
    default: 10_000,
    description: 'Commands that may wait; one more is answered TRY_AGAIN.',
  }),
  ENGINE_BATCH: integer({
    min: 1,
    max: 1_000,
    default: 128,
    description: 'Commands that share one database transaction at most.',
  }),
  ENGINE_BATCHES_IN_FLIGHT: integer({
    min: 1,
    max: 16,
    default: 2,
    description: 'Transactions under way at once.',
  }),
  ENGINE_DEADLINE_MS: integer({
    min: 500,
    max: 60_000,
    default: 8_000,
    description:
      'How long after its arrival a command is still tried; background work, after its turn has come.',
  }),
  ENGINE_BACKGROUND_WAIT_MS: integer({
    min: 1_000,
    max: 3_600_000,
    default: 120_000,
    description: 'How long background work (expiry, bulk) may wait for its turn.',
  }),
  ENGINE_ATTEMPTS: integer({
    min: 1,
    max: 100,
    default: 12,
    description: 'How often a batch is decided anew before it is split or given up.',
  }),
  EXPIRY_INTERVAL_SECONDS: integer({
    min: 1,
    max: 86_400,
    default: 300,
    description:
      'How often credits that have expired are booked. They cannot be spent from their last instant on, booked or not.',
  }),
  AUDIT_NIGHTLY: flag({
    default: true,
    description: 'Whether the server looks through all money once a day, gently, beside its customers.',
  }),
  AUDIT_HOUR: integer({
    min: 0,
    max: 23,
    default: 3,
    description: "From which hour of the day on it does so, in the shop's time zone.",
  }),
} as const;

/** How far the clock of this machine may be from the time of the database, which is what counts. */
export const clockSettings = {
  CLOCK_SKEW_EXPIRY_SECONDS: integer({
    min: 1,
    max: 60,
    default: 2,
    description:
      'With clocks further apart than this no credit is booked as expired, and a wallet that holds one that is due is answered TRY_AGAIN.',
  }),
  CLOCK_SKEW_WRITES_SECONDS: integer({
    min: 1,
    max: 300,
    default: 5,
    description:
      'With clocks further apart than this nothing is written: every change is answered TRY_AGAIN, and /readyz says why.',
  }),
} as const;

/** The rules of the wallets. Amounts are rupees. */
export const policySettings = {
  TIER_BASIS: choice(['BALANCE', 'LIFETIME_CREDITS', 'ROLLING_SPEND'], {
    default: defaultPolicy.tierBasis,
    description: 'What a tier is measured by.',
  }),
  TIER_SILVER_FROM: rupees({
    default: thresholdOf('SILVER'),
    description: 'From which amount on a wallet is Silver.',
  }),
  TIER_GOLD_FROM: rupees({
    default: thresholdOf('GOLD'),
    description: 'From which amount on a wallet is Gold.',
  }),
  TIER_PLATINUM_FROM: rupees({
    default: thresholdOf('PLATINUM'),
    description: 'From which amount on a wallet is Platinum.',
  }),
  OPERATION_MIN: rupees({ default: operation.min, description: 'The smallest amount of one operation.' }),
  OPERATION_MAX: rupees({ default: operation.max, description: 'The largest amount of one operation.' }),
  TOP_UP_MIN: rupees({ default: topUp.min, description: 'The smallest top-up.' }),
  TOP_UP_MAX: rupees({ default: topUp.max, description: 'The largest top-up.' }),
  WALLET_MAX_BALANCE: rupees({ default: defaultPolicy.maxBalance, description: 'What a wallet can hold.' }),
  WALLET_MAX_OPEN_LOTS: integer({
    min: 1,
    max: 1_000,
    default: defaultPolicy.maxOpenLots,
    description: 'Credits with something left that a wallet can hold.',
  }),
  HOLD_MAX_OPEN: integer({
    min: 1,
    max: 1_000,
    default: defaultPolicy.holds.maxOpen,
    description: 'Holds that a wallet can have open at once.',
  }),
  HOLD_DEFAULT_HOURS: integer({
    min: 1,
    max: 720,
    default: defaultPolicy.holds.defaultHours,
    description: 'How long a hold lasts for which no other end is named.',
  }),
  HOLD_MAX_DAYS: integer({
    min: 1,
    max: 30,
    default: defaultPolicy.holds.maxDays,
    description: 'How long a hold can last.',
  }),
  CHECKOUT_MAX: rupees({
    default: defaultPolicy.checkouts.max,
    description: 'What an order can come to that is paid by a checkout.',
  }),
  CHECKOUT_MIN_PAYMENT: rupees({
    default: defaultPolicy.checkouts.minPayment,
    description: 'The least that a checkout leaves to a payment, where it leaves any.',
  }),
  CHECKOUT_MINUTES: integer({
    min: 1,
    max: 1_440,
    default: defaultPolicy.checkouts.minutes,
    description: 'How long a checkout is open, and its credits are held. What is paid later is not lost.',
  }),
  REFUND_GRACE_DAYS: integer({
    min: 1,
    max: 365,
    default: defaultPolicy.refundGraceDays,
    description: 'How long a refund lives whose credit has expired meanwhile.',
  }),
  MAX_REFUNDS_PER_DEBIT: integer({
    min: 1,
    max: 1_000,
    default: defaultPolicy.maxRefundsPerDebit,
    description: 'How often one debit can be refunded. The last refund must give all that is left of it.',
  }),
  REFERRER_BONUS: rupees({
    default: referral.referrerBonus,
    description: 'What a customer gets for bringing another.',
  }),
  REFERRED_BONUS: rupees({ default: referral.referredBonus, description: 'What the new customer gets.' }),
  REFERRAL_VALIDITY_DAYS: integer({
    min: 1,
    max: 3_650,
    default: referral.validityDays,
    description: 'How long referral credits live.',
  }),
  REFERRAL_WINDOW_DAYS: integer({
    min: 1,
    max: 365,
    default: referral.windowDays,
    description: 'How long after its creation a wallet can name who brought it.',
  }),
  REFERRAL_MONTHLY_LIMIT: integer({
    min: 1,
    max: 1_000,
    default: referral.monthlyLimit,
    description: 'How many referrals a customer is rewarded for in a month.',
  }),
} as const;

/** What people of the shop may do without another. Amounts are rupees; a limit of 0 has every such act approved. */
export const approvalSettings = {
  LIMIT_STAFF_GRANT: rupees({
    default: STAFF.addCredits.each,
    description: 'What a member of staff adds by hand at once without an admin.',
  }),
  LIMIT_STAFF_GRANT_DAY: rupees({
    default: STAFF.addCredits.day,
    description: 'What a member of staff adds by hand in a day without an admin.',
  }),
  LIMIT_STAFF_REFUND: rupees({
    default: STAFF.refundCredits.each,
    description:
      'What a member of staff refunds at once without an admin: of a debit, or of a top-up to where it was paid from. As much they note as paid of what a customer owes.',
  }),
  LIMIT_STAFF_REFUND_DAY: rupees({
    default: STAFF.refundCredits.day,
    description:
      'What a member of staff refunds in a day without an admin; debits, top-ups and what is noted as paid count by themselves.',
  }),
  LIMIT_ADMIN_GRANT: rupees({
    default: ADMIN.addCredits.each,
    description: 'What an admin adds by hand at once without another, or writes off of what a customer owes.',
  }),
  LIMIT_ADMIN_GRANT_DAY: rupees({
    default: ADMIN.addCredits.day,
    description: 'What an admin adds by hand in a day without another; what is written off counts by itself.',
  }),
  LIMIT_ADMIN_REFUND: rupees({
    default: ADMIN.refundCredits.each,
    description:
      'What an admin refunds at once without another: of a debit, or of a top-up to where it was paid from. As much they note as paid of what a customer owes.',
  }),
  LIMIT_ADMIN_REFUND_DAY: rupees({
    default: ADMIN.refundCredits.day,
    description:
      'What an admin refunds in a day without another; debits, top-ups and what is noted as paid count by themselves.',
  }),
  LIMIT_ADMIN_BULK: rupees({
    default: ADMIN.bulkAddCredits.each,
    description: 'What a bulk credit of an admin may come to, with all its rows, without another.',
  }),
  LIMIT_ADMIN_BULK_DAY: rupees({
    default: ADMIN.bulkAddCredits.day,
    description: 'What the bulk credits of an admin may come to in a day without another.',
  }),
  LIMIT_STAFF_REVIEW: rupees({
    default: STAFF.creditReview.each,
    description:
      'The largest payment that a member of staff credits, or has refunded, out of the reviews without an admin.',
  }),
  LIMIT_STAFF_REVIEW_DAY: rupees({
    default: STAFF.creditReview.day,
    description:
      'What a member of staff credits, and has refunded, so in a day without an admin; each counts by itself.',
  }),
  LIMIT_ADMIN_REVIEW: rupees({
    default: ADMIN.creditReview.each,
    description:
      'The largest payment that an admin credits, or has refunded, out of the reviews without another.',
  }),
  LIMIT_ADMIN_REVIEW_DAY: rupees({
    default: ADMIN.creditReview.day,
    description:
      'What an admin credits, and has refunded, so in a day without another; each counts by itself.',
  }),
  JOB_MAX_ROWS: integer({
    min: 1,
    max: 1_000_000,
    default: defaultPolicy.maxJobRows,
    description: 'Rows of a file of credits or customers that the server works through.',
  }),
  CAMPAIGN_MAX_BUDGET: rupees({
    default: defaultPolicy.maxCampaignBudget,
    description:
      'What a campaign of vouchers may come to in all. Above LIMIT_ADMIN_BULK it takes two admins: who wrote its terms does not start it.',
  }),
  GIFT_CARD_MIN: rupees({
    default: defaultPolicy.giftCards.amount.min,
    description: 'Smallest amount of a gift card.',
  }),
  GIFT_CARD_MAX: rupees({
    default: defaultPolicy.giftCards.amount.max,
    description: 'Largest amount of a gift card.',
  }),
  GIFT_CARD_DAYS: integer({
    min: 1,
    max: 3_650,
    default: defaultPolicy.giftCards.days,
    description: 'How long a gift card lasts of which nobody says until when.',
  }),
  GIFT_CARD_BUYER_DAY: rupees({
    default: defaultPolicy.giftCards.buyerDay,
    description:
      'What one customer may begin to buy in gift cards and gifts on one day in India, paid or not.',
  }),
  APPROVAL_DAYS: integer({
    min: 1,
    max: 90,
    default: approvals.days,
    description: 'How long something that needs another person waits for one.',
  }),
} as const;

function thresholdOf(level: string): bigint {
  return tiers.find((tier) => tier.level === level)?.threshold ?? 0n;
}
