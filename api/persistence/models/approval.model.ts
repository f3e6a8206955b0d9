import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import type { ActSubject } from '../../domain/act.ts';
import type { Actor } from '../../domain/actor.ts';
import {
  MOST_KEYS_OF_APPROVAL,
  type Approval,
  type ApprovalAct,
  type DecidedKey,
  type KeptRow,
} from '../../domain/approval.ts';
import {
  count,
  date,
  flag,
  listOf,
  nullable,
  oneOf,
  paise,
  record,
  signedPaise,
  text,
} from '../json-schema.ts';
import { actorSchema } from './actor.schema.ts';

const { Mixed } = mongoose.Schema.Types;

export type KeptRowDocument = Omit<KeptRow, 'expiresAt'> & { expiresAt: Date | null };

/** An act that waits for another person. `_id` is the id of the entry that it makes; `version` guards every write. */
@modelOptions({
  schemaOptions: { collection: 'approvals', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ createdAt: 1, _id: 1 }, { name: 'createdAt_id' })
@index({ status: 1, createdAt: 1, _id: 1 }, { name: 'status_createdAt_id' })
@index({ walletId: 1, createdAt: 1, _id: 1 }, { name: 'walletId_createdAt_id' })
@index({ 'requestedBy.id': 1, createdAt: 1, _id: 1 }, { name: 'requestedBy_createdAt_id' })
export class ApprovalModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, required: true })
  act!: ApprovalAct;

  @prop({ type: () => String, required: true })
  status!: Approval['status'];

  @prop({ type: () => String, default: null })
  walletId!: string | null;

  @prop({ type: () => Mixed, required: true })
  subject!: ActSubject;

  /** What was asked for, as text: only the act itself reads it. */
  @prop({ type: () => String, required: true })
  input!: string;

  @prop({ type: () => String, required: true })
  intent!: string;

  @prop({ type: () => BigInt, required: true })
  amount!: bigint;

  @prop({ type: () => String, required: true })
  reason!: string;

  /** What was shown, as text: it is never asked about and never summed. */
  @prop({ type: () => String, required: true })
  preview!: string;

  /** Of a bulk credit that waits; missing otherwise. */
  @prop({ type: () => [Mixed] })
  rows?: KeptRowDocument[];

  @prop({ type: () => Mixed, required: true })
  requestedBy!: Actor;

  @prop({ type: () => String, required: true })
  requestId!: string;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;

  @prop({ type: () => Mixed, default: null })
  ending!: { by: Actor; at: Date; note: string | null } | null;

  @prop({ type: () => [Mixed], required: true })
  keys!: (Omit<DecidedKey, 'at'> & { at: Date })[];
}

/** A wallet has up to a thousand lots, and all of them may change. */
const writtenOut = { bsonType: 'string', minLength: 1, maxLength: 1_000_000 };

/** A list waits as it was sent: what is wrong with a row, the act itself says. */
const said = { bsonType: 'string', maxLength: 400 };
const keptRow = record({
  customerId: text,
  amount: signedPaise,
  source: text,
  reason: said,
  expiresAt: nullable(date),
  reference: nullable(said),
  entryId: text,
  intent: text,
});

export const approvalSchema = record(
  {
    _id: text,
    version: { ...count, minimum: 1 },
    act: text,
    status: oneOf(['PENDING', 'CHANGED', 'APPROVED', 'REFUSED', 'WITHDRAWN']),
    walletId: nullable(text),
    subject: record({ kind: text, id: text }),
    input: writtenOut,
    intent: text,
    amount: { ...paise, minimum: 1n },
    reason: text,
    preview: writtenOut,
    rows: listOf(keptRow, 1_000),
    requestedBy: actorSchema,
    requestId: text,
    createdAt: date,
    expiresAt: date,
    ending: nullable(record({ by: actorSchema, at: date, note: nullable(text) })),
    keys: listOf(record({ key: text, intent: text, at: date, foundChanged: flag }), MOST_KEYS_OF_APPROVAL),
  },
  ['rows'],
);
