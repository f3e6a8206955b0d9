import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { Actor } from '../../domain/actor.ts';
import type { Bought } from '../../domain/gift-card/bought-card.ts';
import { CARD_ENTRY_KINDS, type CardEntryKind } from '../../domain/gift-card/card-entries.ts';
import type { Funding } from '../../domain/wallet/lots.ts';
import { count, date, nullable, oneOf, paise, record, text } from '../json-schema.ts';
import { actorSchema } from './actor.schema.ts';
import { boughtSchema } from './bought.schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** An entry of the journal of a gift card: inserted and read, never changed. `_id` begins with the card. */
@modelOptions({
  schemaOptions: { collection: 'gift_card_entries', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ cardId: 1, seq: 1 }, { name: 'cardId_seq', unique: true })
export class GiftCardEntryModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  kind!: CardEntryKind;

  @prop({ type: () => String, required: true })
  cardId!: string;

  @prop({ type: () => Number, required: true })
  seq!: number;

  @prop({ type: () => Date, required: true })
  at!: Date;

  @prop({ type: () => BigInt, required: true })
  remainingAfter!: bigint;

  @prop({ type: () => Mixed, required: true })
  actor!: Actor;

  @prop({ type: () => String, required: true })
  requestId!: string;

  @prop({ type: () => String, default: null })
  intent!: string | null;

  @prop({ type: () => String, default: null })
  reason!: string | null;

  @prop({ type: () => BigInt })
  amount?: bigint;

  @prop({ type: () => String })
  funding?: Funding;

  @prop({ type: () => Date })
  expiresAt?: Date;

  @prop({ type: () => String })
  codeId?: string;

  @prop({ type: () => String })
  lastFour?: string;

  @prop({ type: () => String })
  keyId?: string;

  @prop({ type: () => BigInt })
  counted?: bigint;

  @prop({ type: () => Mixed, default: undefined })
  bought?: Bought;

  @prop({ type: () => String })
  customerId?: string;

  @prop({ type: () => String })
  entryId?: string;

  @prop({ type: () => Date })
  bookedAt?: Date;

  @prop({ type: () => String })
  checkoutId?: string;

  @prop({ type: () => String })
  orderId?: string;

  @prop({ type: () => String })
  holdId?: string;
}

/** What only some kinds have. */
const particular = {
  amount: { ...paise, minimum: 1n },
  funding: oneOf(['PURCHASED', 'GRANTED']),
  expiresAt: date,
  codeId: text,
  lastFour: text,
  keyId: text,
  counted: paise,
  bought: boughtSchema,
  customerId: text,
  entryId: text,
  bookedAt: date,
  checkoutId: text,
  orderId: text,
  holdId: text,
};

export const giftCardEntrySchema = record(
  {
    _id: text,
    kind: oneOf(CARD_ENTRY_KINDS),
    cardId: text,
    seq: { ...count, minimum: 1 },
    at: date,
    remainingAfter: paise,
    actor: actorSchema,
    requestId: text,
    intent: nullable(text),
    reason: nullable(text),
    ...particular,
  },
  Object.keys(particular),
);
