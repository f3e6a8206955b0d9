import { index, modelOptions, prop } from '@typegoose/typegoose';
import { date, nullable, record, text } from '../json-schema.ts';

/** A sign-in that is kept alive by refresh tokens, of which only hashes are stored. It holds no money, so it may be deleted by time. */
@modelOptions({ schemaOptions: { collection: 'sessions', versionKey: false } })
@index({ accountId: 1 }, { name: 'accountId' })
@index({ expiresAt: 1 }, { name: 'expiresAt', expireAfterSeconds: 0 })
export class SessionModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  accountId!: string;

  @prop({ type: () => String, required: true })
  tokenHash!: string;

  @prop({ type: () => String, default: null })
  previousTokenHash!: string | null;

  @prop({ type: () => Date, required: true })
  rotatedAt!: Date;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;
}

export const sessionSchema = record({
  _id: text,
  accountId: text,
  tokenHash: text,
  previousTokenHash: nullable(text),
  rotatedAt: date,
  createdAt: date,
  expiresAt: date,
});
