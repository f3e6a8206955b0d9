import { index, modelOptions, prop } from '@typegoose/typegoose';
import { count, date, flag, record, text } from '../json-schema.ts';

/**
 * A code that was asked for to sign in by e-mail, and may have been sent. `_id` is a fingerprint of the address, whoever it is of,
 * so there is one at most for each. Only fingerprints are kept. It holds no money, so it may be deleted by time.
 */
@modelOptions({ schemaOptions: { collection: 'sign_in_codes', versionKey: false } })
@index({ expiresAt: 1 }, { name: 'expiresAt', expireAfterSeconds: 0 })
export class SignInCodeModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  codeHash!: string;

  /** Of what the browser keeps in which it was asked for. */
  @prop({ type: () => String, required: true })
  browserHash!: string;

  @prop({ type: () => Boolean, required: true })
  isOfKnownDevice!: boolean;

  @prop({ type: () => Number, required: true })
  triesLeft!: number;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;
}

export const signInCodeSchema = record({
  _id: text,
  codeHash: text,
  browserHash: text,
  isOfKnownDevice: flag,
  triesLeft: count,
  expiresAt: date,
});
