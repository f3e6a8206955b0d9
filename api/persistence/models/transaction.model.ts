import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { Actor } from '../../domain/actor.ts';
import {
  ENDS_OF_OWING,
  type EndOfOwing,
  SHOWN_REASONS,
  type CountedBefore,
  type CreditOrigin,
  type EntryKind,
  type ShownReason,
} from '../../domain/wallet/entries.ts';
import {
  HOLD_PURPOSES,
  RELEASE_CAUSES,
  type HoldPurpose,
  type ReleaseCause,
} from '../../domain/wallet/holds.ts';
import type { WalletStatus } from '../../domain/wallet/wallet.ts';
import { count, date, listOf, nullable, oneOf, paise, record, text } from '../json-schema.ts';
import { actorSchema } from './actor.schema.ts';
import {
  drawsSchema,
  lotFactsSchema,
  runningSchema,
  type DrawDocument,
  type LotFactsDocument,
  type RunningDocument,
} from './lot.schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** The condition that a person of the shop made an entry. */
export const BY_STAFF = { 'actor.role': { $in: ['STAFF', 'ADMIN'] } } as const;

/**
 * And that it is no spending and no order: those are what a checkout books all day, as staff. They are found by who made them, and
 * in the history of their wallet.
 */
export const BY_STAFF_AT_DESK = {
  ...BY_STAFF,
  kind: { $in: ['OPEN', 'CREDIT', 'REFUND', 'EXPIRY', 'REVERSAL', 'STATUS', 'EXTENSION', 'SETTLEMENT'] },
} as const;

/**
 * A journal entry. `_id` is made of the wallet and its idempotency key, so the same key can never act twice.
 * Entries are inserted and read, never updated or deleted. Every index is paid for on every write, so there are
 * only those that a query needs, partial where few entries have the field.
 */
@modelOptions({
  schemaOptions: { collection: 'wallet_transactions', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ walletId: 1, seq: 1 }, { name: 'walletId_seq', unique: true })
@index(
  { walletId: 1, 'draws.lot.creditSeq': 1 },
  { name: 'walletId_drawnCredit', partialFilterExpression: { draws: { $exists: true } } },
)
// Whoever asks about an order may not know whose it is, so the order comes first.
@index(
  { orderId: 1, walletId: 1 },
  { name: 'orderId_walletId', partialFilterExpression: { orderId: { $type: 'string' } } },
)
// Among millions of debits these are few, and a history or a staff list may ask for them alone.
@index(
  { walletId: 1, kind: 1, seq: 1 },
  {
    name: 'walletId_rareKind_seq',
    partialFilterExpression: { kind: { $in: ['REFUND', 'EXPIRY', 'REVERSAL', 'STATUS'] } },
  },
)
// What people of the shop did, for the audit log. Customers' entries are in none of these, and what a checkout books in one, at
// its end.
@index({ at: 1, _id: 1 }, { name: 'atDesk_at_id', partialFilterExpression: BY_STAFF_AT_DESK })
@index({ 'actor.id': 1, at: 1, _id: 1 }, { name: 'staff_actor_at_id', partialFilterExpression: BY_STAFF })
@index(
  { walletId: 1, at: 1, _id: 1 },
  { name: 'atDesk_walletId_at_id', partialFilterExpression: BY_STAFF_AT_DESK },
)
// The holds of a wallet, and what became of each. No plain debit is in any of these.
@index(
  { walletId: 1, kind: 1, seq: 1 },
  { name: 'walletId_holds_seq', partialFilterExpression: { kind: { $in: ['HOLD', 'RELEASE'] } } },
)
@index({ holdId: 1 }, { name: 'holdId', partialFilterExpression: { holdId: { $type: 'string' } } })
@index({ debitId: 1 }, { name: 'debitId', partialFilterExpression: { debitId: { $type: 'string' } } })
export class TransactionModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  walletId!: string;

  @prop({ type: () => Number, required: true })
  seq!: number;

  @prop({ type: () => String, required: true })
  kind!: EntryKind;

  @prop({ type: () => Date, required: true })
  at!: Date;

  @prop({ type: () => BigInt })
  amount?: bigint;

  @prop({ type: () => BigInt, required: true })
  balanceAfter!: bigint;

  @prop({ type: () => BigInt })
  heldAfter?: bigint;

  @prop({ type: () => Mixed, required: true })
  running!: RunningDocument;

  @prop({ type: () => Mixed, required: true })
  actor!: Actor;

  @prop({ type: () => String, required: true })
  requestId!: string;

  @prop({ type: () => String, default: null })
  intent!: string | null;

  @prop({ type: () => String, default: null })
  reason!: string | null;

  @prop({ type: () => Mixed })
  lot?: LotFactsDocument;

  @prop({ type: () => String })
  orderId?: string | null;

  @prop({ type: () => [Mixed], default: undefined })
  draws?: DrawDocument[];

  @prop({ type: () => [Mixed], default: undefined })
  restores?: { drawnFrom: string; lot: LotFactsDocument; amount: bigint }[];

  @prop({ type: () => String })
  debitId?: string;

  @prop({ type: () => Date })
  expiredAt?: Date;

  @prop({ type: () => Date })
  bookedAt?: Date | null;

  @prop({ type: () => String })
  status?: WalletStatus;

  @prop({ type: () => String })
  previous?: WalletStatus;

  @prop({ type: () => String })
  shownReason?: ShownReason;

  @prop({ type: () => String })
  referralCode?: string;

  @prop({ type: () => String })
  shortCode?: string;

  @prop({ type: () => Mixed })
  origin?: CreditOrigin | null;

  @prop({ type: () => String })
  creditId?: string;

  @prop({ type: () => BigInt })
  notRecovered?: bigint;

  @prop({ type: () => BigInt })
  receivable?: bigint;

  @prop({ type: () => BigInt })
  settled?: bigint;

  @prop({ type: () => String })
  how?: EndOfOwing;

  @prop({ type: () => [Mixed], default: undefined })
  extended?: { lot: string; from: Date; to: Date }[];

  @prop({ type: () => BigInt })
  counted?: bigint;

  @prop({ type: () => Boolean })
  isOpen?: true;

  @prop({ type: () => Mixed })
  countedBefore?: CountedBefore;

  @prop({ type: () => String })
  debitMonth?: string;

  @prop({ type: () => String })
  holdId?: string;

  @prop({ type: () => String })
  purpose?: HoldPurpose;

  @prop({ type: () => Date })
  deadline?: Date | null;

  @prop({ type: () => String })
  cause?: ReleaseCause;

  @prop({ type: () => Number })
  releasedBy?: number;

  @prop({ type: () => BigInt })
  stillHeld?: bigint;
}

const amount = { ...paise, minimum: 1n };
const status = oneOf(['ACTIVE', 'FROZEN', 'SUSPENDED']);

/** What only some kinds have. */
const particular = {
  amount: paise,
  lot: lotFactsSchema,
  orderId: nullable(text),
  draws: drawsSchema,
  restores: listOf(record({ drawnFrom: text, lot: lotFactsSchema, amount }), 100_000),
  debitId: text,
  expiredAt: date,
  bookedAt: nullable(date),
  status,
  previous: status,
  shownReason: oneOf(SHOWN_REASONS),
  referralCode: text,
  shortCode: text,
  origin: nullable(
    record(
      {
        kind: oneOf(['REWARD', 'REFERRAL', 'TOP_UP', 'REVIEW', 'BULK', 'VOUCHER', 'GIFT_CARD']),
        rewardId: text,
        side: oneOf(['REFERRER', 'REFERRED']),
        otherId: text,
        topUpId: text,
        reviewId: text,
        giftCardId: text,
        checkoutId: text,
        reference: nullable(text),
        bulkId: text,
        row: count,
        campaignId: text,
        termsVersion: { ...count, minimum: 1 },
        use: { ...count, minimum: 1 },
      },
      [
        ...(['rewardId', 'side', 'otherId', 'topUpId', 'reviewId', 'reference', 'bulkId', 'row'] as const),
        ...(['campaignId', 'termsVersion', 'use', 'giftCardId', 'checkoutId'] as const),
      ],
    ),
  ),
  creditId: text,
  notRecovered: paise,
  receivable: amount,
  extended: listOf(record({ lot: text, from: date, to: date }), 100_000),
  counted: paise,
  isOpen: { enum: [true] },
  countedBefore: record({ month: text, amount }),
  debitMonth: text,
  heldAfter: amount,
  holdId: text,
  purpose: oneOf(HOLD_PURPOSES),
  deadline: nullable(date),
  cause: oneOf(RELEASE_CAUSES),
  releasedBy: count,
  stillHeld: amount,
  settled: amount,
  how: oneOf(ENDS_OF_OWING),
};

const fields = record(
  {
    _id: text,
    walletId: text,
    seq: { ...count, minimum: 1 },
    kind: oneOf([
      'OPEN',
      'CREDIT',
      'DEBIT',
      'REFUND',
      'EXPIRY',
      'REVERSAL',
      'STATUS',
      'EXTENSION',
      'SETTLEMENT',
      'PURCHASE',
      'HOLD',
      'RELEASE',
    ]),
    at: date,
    balanceAfter: paise,
    running: runningSchema,
    actor: actorSchema,
    requestId: text,
    intent: nullable(text),
    reason: nullable(text),
    ...particular,
  },
  Object.keys(particular),
);

/** Only a reversal may move nothing: of what had been spent already it notes a receivable. */
export const transactionSchema = {
  ...fields,
  anyOf: [{ properties: { amount } }, { properties: { kind: oneOf(['REVERSAL']) } }],
};
