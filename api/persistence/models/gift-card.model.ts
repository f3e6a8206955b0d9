import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { Bought } from '../../domain/gift-card/bought-card.ts';
import { CARD_STATES, type CardState } from '../../domain/gift-card/gift-card.ts';
import { MOST_HOLDS_OF_CARD } from '../../domain/gift-card/spend-card.ts';
import type { Funding } from '../../domain/wallet/lots.ts';
import { count, date, flag, listOf, nullable, oneOf, paise, record, text } from '../json-schema.ts';
import { boughtSchema } from './bought.schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** The fold of the journal of a gift card. `version` counts its entries and guards every write. */
@modelOptions({
  schemaOptions: { collection: 'gift_cards', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ createdAt: 1, _id: 1 }, { name: 'createdAt_id' })
@index({ state: 1, createdAt: 1, _id: 1 }, { name: 'state_createdAt_id' })
@index({ lastFour: 1, createdAt: 1, _id: 1 }, { name: 'lastFour_createdAt_id' })
// Of the cards that hold money: which is due next, and what they hold in all.
@index(
  { dueAt: 1, funding: 1, remaining: 1 },
  { name: 'dueAt_funding_remaining', partialFilterExpression: { dueAt: { $type: 'date' } } },
)
// Of the cards of which orders hold something: what they hold in all.
@index({ held: 1 }, { name: 'held', partialFilterExpression: { held: { $type: 'long' } } })
// Of the cards of a buyer: those that hold money.
@index(
  { 'bought.by': 1, dueAt: 1, held: 1 },
  { name: 'buyer_dueAt_held', partialFilterExpression: { 'bought.by': { $type: 'string' } } },
)
@index(
  { claimedBy: 1, endedAt: 1 },
  { name: 'claimedBy_endedAt', partialFilterExpression: { claimedBy: { $type: 'string' } } },
)
export class GiftCardModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, required: true })
  state!: CardState;

  @prop({ type: () => BigInt, required: true })
  initial!: bigint;

  @prop({ type: () => BigInt, required: true })
  remaining!: bigint;

  @prop({ type: () => String, required: true })
  funding!: Funding;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;

  /** What orders hold of it, and all of that together; missing where they hold nothing. */
  @prop({ type: () => [Mixed], default: undefined })
  holds?: { id: string; amount: bigint; customerId: string; checkoutId: string }[];

  @prop({ type: () => BigInt })
  held?: bigint;

  /** The same while there is something left on the card; null once it has ended, and while all of it is held. */
  @prop({ type: () => Date, default: null })
  dueAt!: Date | null;

  @prop({ type: () => String, required: true })
  codeId!: string;

  @prop({ type: () => String, required: true })
  lastFour!: string;

  @prop({ type: () => String, required: true })
  keyId!: string;

  @prop({ type: () => String, default: null })
  claimedBy!: string | null;

  /** Missing where the shop issued it. */
  @prop({ type: () => Mixed, default: undefined })
  bought?: Bought;

  /** True while its payment is disputed; missing otherwise. */
  @prop({ type: () => Boolean })
  isStopped?: true;

  @prop({ type: () => Date, default: null })
  endedAt!: Date | null;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;
}

export const giftCardSchema = record(
  {
    _id: text,
    version: { ...count, minimum: 1 },
    state: oneOf(CARD_STATES),
    initial: paise,
    remaining: paise,
    holds: listOf(
      record({ id: text, amount: { ...paise, minimum: 1n }, customerId: text, checkoutId: text }),
      MOST_HOLDS_OF_CARD,
    ),
    held: { ...paise, minimum: 1n },
    funding: oneOf(['PURCHASED', 'GRANTED']),
    expiresAt: date,
    dueAt: nullable(date),
    codeId: text,
    lastFour: text,
    keyId: text,
    claimedBy: nullable(text),
    endedAt: nullable(date),
    createdAt: date,
    updatedAt: date,
    bought: boughtSchema,
    isStopped: flag,
  },
  ['holds', 'held', 'bought', 'isStopped'],
);
