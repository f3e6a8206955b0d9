import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { Actor } from '../../domain/actor.ts';
import { CHECKOUT_STATUSES, type CheckoutStatus } from '../../domain/checkout-status.ts';
import {
  MOST_CARDS_OF_CHECKOUT,
  MOST_KEYS_OF_CHECKOUT,
  MOST_REFUNDS_OF_CHECKOUT,
  type BackOfCard,
  type CardPart,
  type CheckoutLink,
  type CheckoutRefund,
  type WalletPart,
} from '../../domain/checkout.ts';
import { count, date, listOf, nullable, oneOf, paise, record, text } from '../json-schema.ts';
import { actorSchema } from './actor.schema.ts';

const { Mixed } = mongoose.Schema.Types;

/**
 * An order that is paid with several means. `_id` begins with the wallet, so the same key can never start two. `version` guards
 * every write; `dueAt` is there while it is open and says when it ends by itself.
 */
@modelOptions({
  schemaOptions: { collection: 'checkouts', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ walletId: 1, createdAt: -1, _id: -1 }, { name: 'walletId_createdAt' })
@index({ dueAt: 1 }, { name: 'dueAt', partialFilterExpression: { dueAt: { $type: 'date' } } })
export class CheckoutModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  walletId!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, required: true })
  orderId!: string;

  @prop({ type: () => String, required: true })
  status!: CheckoutStatus;

  @prop({ type: () => BigInt, required: true })
  total!: bigint;

  @prop({ type: () => [Mixed], required: true })
  parts!: (WalletPart | CardPart)[];

  @prop({ type: () => BigInt, required: true })
  toPay!: bigint;

  @prop({ type: () => String, default: null })
  paymentId!: string | null;

  @prop({ type: () => Number, required: true })
  payments!: number;

  @prop({ type: () => Mixed, required: true })
  startedBy!: Actor;

  @prop({ type: () => String, default: null })
  returnUrl!: string | null;

  @prop({ type: () => Mixed, default: null })
  ending!: { by: Actor; at: Date; reason: string | null } | null;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;

  @prop({ type: () => Date, default: null })
  dueAt!: Date | null;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;

  @prop({ type: () => String, required: true })
  intent!: string;

  @prop({ type: () => [Mixed], required: true })
  keys!: { key: string; intent: string; at: Date }[];

  /** Missing while there was none. */
  @prop({ type: () => Mixed, default: undefined })
  link?: Omit<CheckoutLink, 'usedAt'> & { usedAt: Date | null };

  /** Missing while nothing was given back. */
  @prop({ type: () => [Mixed], default: undefined })
  refunds?: (Omit<CheckoutRefund, 'at' | 'toCards'> & { toCards: BackOfCard[]; at: Date })[];
}

const refunds = listOf(
  record({
    amount: { ...paise, minimum: 1n },
    toSource: paise,
    toCards: listOf(
      record({ cardId: text, amount: { ...paise, minimum: 1n }, into: oneOf(['CARD', 'WALLET']) }),
      MOST_CARDS_OF_CHECKOUT,
    ),
    toWallet: paise,
    ...{ reason: text, by: actorSchema, at: date, key: text, intent: text },
  }),
  MOST_REFUNDS_OF_CHECKOUT,
);

export const checkoutSchema = record(
  {
    _id: text,
    walletId: text,
    version: { ...count, minimum: 1 },
    orderId: text,
    status: oneOf(CHECKOUT_STATUSES),
    total: { ...paise, minimum: 1n },
    parts: listOf(
      record(
        {
          kind: oneOf(['WALLET', 'GIFT_CARD']),
          amount: { ...paise, minimum: 1n },
          holdId: text,
          cardId: text,
          lastFour: text,
        },
        ['cardId', 'lastFour'],
      ),
      10,
    ),
    toPay: paise,
    paymentId: nullable(text),
    payments: count,
    startedBy: actorSchema,
    returnUrl: nullable(text),
    ending: nullable(record({ by: actorSchema, at: date, reason: nullable(text) })),
    expiresAt: date,
    dueAt: nullable(date),
    createdAt: date,
    updatedAt: date,
    intent: text,
    keys: listOf(record({ key: text, intent: text, at: date }), MOST_KEYS_OF_CHECKOUT),
    link: record({ n: { ...count, minimum: 1 }, knownBy: text, keyId: text, usedAt: nullable(date) }),
    refunds,
  },
  ['link', 'refunds'],
);
