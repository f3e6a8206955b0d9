import { index, modelOptions, prop } from '@typegoose/typegoose';
import { count, date, flag, nullable, oneOf, record, text } from '../json-schema.ts';

/** Why a session is over before its time: left here, ended from elsewhere, or given away by a token that was used again. */
export const SESSION_ENDS = ['LEFT', 'ENDED', 'REUSED'] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

/**
 * A sign-in that is kept alive by refresh tokens, of which only hashes are stored. One that has ended stays until its time
 * would have been over, so that whoever comes back to it can be told why. It holds no money, so it may be deleted by time.
 */
@modelOptions({ schemaOptions: { collection: 'sessions', versionKey: false } })
@index({ accountId: 1 }, { name: 'accountId' })
@index({ expiresAt: 1 }, { name: 'expiresAt', expireAfterSeconds: 0 })
@index({ endedAt: 1 }, { name: 'endedAt', partialFilterExpression: { endedAt: { $type: 'date' } } })
export class SessionModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  accountId!: string;

  @prop({ type: () => String, required: true })
  tokenHash!: string;

  @prop({ type: () => String, default: null })
  previousTokenHash!: string | null;

  /** When the present token was last handed out. */
  @prop({ type: () => Date, required: true })
  rotatedAt!: Date;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;

  /** Each token is made from the one before it with this. Sessions of older releases get it when they are next refreshed. */
  @prop({ type: () => String })
  chainKey?: string;

  /** How often the token was replaced. Access tokens name it. */
  @prop({ type: () => Number })
  generation?: number;

  /** Whether what was handed out with the present token has been used, and so has arrived. */
  @prop({ type: () => Boolean })
  hasArrived?: boolean;

  /** What it was signed in with, in words such as `Chrome on Android`. */
  @prop({ type: () => String })
  device?: string;

  @prop({ type: () => Date })
  endedAt?: Date;

  @prop({ type: () => String })
  endedBecause?: SessionEnd;
}

export const sessionSchema = record(
  {
    _id: text,
    accountId: text,
    tokenHash: text,
    previousTokenHash: nullable(text),
    rotatedAt: date,
    createdAt: date,
    expiresAt: date,
    chainKey: text,
    generation: count,
    hasArrived: flag,
    device: text,
    endedAt: date,
    endedBecause: oneOf(SESSION_ENDS),
  },
  ['chainKey', 'generation', 'hasArrived', 'device', 'endedAt', 'endedBecause'],
);
