import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { TierLevel } from '../../domain/policy.ts';
import type { WalletStatus } from '../../domain/wallet/wallet.ts';
import {
  count,
  currency,
  date,
  listOf,
  nullable,
  oneOf,
  paise,
  record,
  signedPaise,
  text,
} from '../json-schema.ts';
import {
  holdSchema,
  lotSchema,
  runningSchema,
  type HoldDocument,
  type LotFactsDocument,
  type RunningDocument,
} from './lot.schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** The fold of a journal. `_id` is the customer's id: one wallet each, and the key it can be sharded by. */
@modelOptions({
  schemaOptions: { collection: 'customer_wallets', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index(
  { nextExpiryAt: 1 },
  { name: 'nextExpiryAt', partialFilterExpression: { nextExpiryAt: { $type: 'date' } } },
)
// For the balance in the middle of all.
@index({ band: 1 }, { name: 'band' })
@index({ tier: 1 }, { name: 'tier' })
@index({ status: 1 }, { name: 'status' })
@index({ createdAt: 1, _id: 1 }, { name: 'createdAt_id' })
export class WalletModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  currency!: 'INR';

  /** The number of entries in the journal, and the version that guards every write. */
  @prop({ type: () => Number, required: true })
  seq!: number;

  @prop({ type: () => String, required: true })
  status!: WalletStatus;

  @prop({ type: () => String, default: null })
  statusReason!: string | null;

  @prop({ type: () => Date, required: true })
  statusSince!: Date;

  @prop({ type: () => BigInt, required: true })
  balance!: bigint;

  /** The stretch of balances in which it lies: few changes of a balance leave it, so its index is seldom written. */
  @prop({ type: () => Number })
  band?: number;

  @prop({ type: () => [Mixed], required: true })
  lots!: (LotFactsDocument & { remaining: bigint })[];

  /** Missing in a wallet that was last written before there were holds. */
  @prop({ type: () => [Mixed], default: undefined })
  holds?: HoldDocument[];

  @prop({ type: () => Mixed, required: true })
  running!: RunningDocument;

  @prop({ type: () => [Mixed], required: true })
  monthlySpend!: { month: string; amount: bigint }[];

  /** Missing in a wallet that was last written before it was kept. */
  @prop({ type: () => [Mixed], default: undefined })
  openOrders?: { orderId: string; month: string; rest: bigint }[];

  /** As of the last entry; kept for finding wallets, never for deciding. */
  @prop({ type: () => String, required: true })
  tier!: TierLevel;

  @prop({ type: () => BigInt, default: null })
  largestDebit!: bigint | null;

  @prop({ type: () => Number, required: true })
  rewardsClaimed!: number;

  @prop({ type: () => String, required: true })
  referralCode!: string;

  /** Missing in a wallet that a version made which knew none, until it is given one. */
  @prop({ type: () => String })
  shortCode?: string;

  @prop({ type: () => Mixed, required: true })
  referrals!: { count: number; earned: bigint; month: string | null; inMonth: number };

  @prop({ type: () => String, default: null })
  referredBy!: string | null;

  @prop({ type: () => [Mixed], required: true })
  extensions!: { lot: string; expiresAt: Date }[];

  /** Missing while it is nothing. */
  @prop({ type: () => BigInt })
  receivable?: bigint;

  /** When the first open lot falls due, or the first open hold meets its deadline; null when neither ever does. */
  @prop({ type: () => Date, default: null })
  nextExpiryAt!: Date | null;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;

  @prop({ type: () => Date, default: null })
  lastTransactionAt!: Date | null;
}

export const walletSchema = record(
  {
    _id: text,
    currency,
    seq: { ...count, minimum: 1 },
    status: oneOf(['ACTIVE', 'FROZEN', 'SUSPENDED']),
    statusReason: nullable(text),
    statusSince: date,
    balance: paise,
    band: count,
    lots: { ...listOf(lotSchema, 100_000) },
    holds: listOf(holdSchema, 1_000),
    running: runningSchema,
    monthlySpend: listOf(record({ month: text, amount: signedPaise }), 12),
    openOrders: listOf(record({ orderId: text, month: text, rest: paise }), 100),
    tier: oneOf(['BRONZE', 'SILVER', 'GOLD', 'PLATINUM']),
    largestDebit: nullable(paise),
    rewardsClaimed: count,
    referralCode: text,
    shortCode: text,
    referrals: record({ count, earned: paise, month: nullable(text), inMonth: count }),
    referredBy: nullable(text),
    extensions: listOf(record({ lot: text, expiresAt: date }), 100_000),
    receivable: paise,
    nextExpiryAt: nullable(date),
    createdAt: date,
    updatedAt: date,
    lastTransactionAt: nullable(date),
  },
  ['openOrders', 'holds', 'band', 'receivable', 'shortCode'],
);
