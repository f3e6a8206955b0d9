import { index, modelOptions, mongoose, prop, Severity } from '@typegoose/typegoose';
import { count, date, listOf, oneOf, record, text } from '../json-schema.ts';

export const ACCOUNT_ROLES = ['CUSTOMER', 'STAFF', 'ADMIN'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

export const ACCOUNT_PURPOSES = ['DEMO'] as const;
export type AccountPurpose = (typeof ACCOUNT_PURPOSES)[number];

const { Mixed } = mongoose.Schema.Types;

/** Somebody who signs in with a password. The id of a customer's account is the customer's id. */
@modelOptions({
  schemaOptions: { collection: 'accounts', versionKey: false },
  options: { allowMixed: Severity.ALLOW },
})
@index({ email: 1 }, { name: 'email', unique: true })
@index({ madeFor: 1 }, { name: 'madeFor', partialFilterExpression: { madeFor: 'DEMO' } })
@index({ sessionsEndedAt: 1 }, { name: 'sessionsEndedAt' })
export class AccountModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  email!: string;

  @prop({ type: () => String, required: true })
  name!: string;

  @prop({ type: () => String, required: true })
  role!: AccountRole;

  @prop({ type: () => String, required: true })
  passwordHash!: string;

  /** Goes up when all sessions end at once; access tokens name the version they were issued under. */
  @prop({ type: () => Number, required: true })
  sessionVersion!: number;

  @prop({ type: () => Date, required: true })
  sessionsEndedAt!: Date;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  /** Of a demo's people, whose passwords anyone can read. Those who really sign in have none. */
  @prop({ type: () => String })
  madeFor?: AccountPurpose;

  /** What devices on which the account was signed in prove themselves by. */
  @prop({ type: () => String })
  deviceKey?: string;

  @prop({ type: () => Date })
  disabledAt?: Date;

  /** The hash of what is in the link through which its owner may choose a password, once and until then. */
  @prop({ type: () => String })
  linkHash?: string;

  @prop({ type: () => Date })
  linkExpiresAt?: Date;

  /** By what the second step of a sign-in is proved; there is none without it. */
  @prop({ type: () => Mixed })
  secondFactor?: SecondFactorDocument;

  /** One that is being set up, whose owner has yet to prove to have it. */
  @prop({ type: () => Mixed })
  pendingFactor?: { sealedSecret: string; expiresAt: Date };
}

export interface SecondFactorDocument {
  /** The secret of the authenticator app, which only the server's own key opens. */
  sealedSecret: string;
  since: Date;
  lastStep: number;
  recoveryHashes: string[];
}

/** That so many recovery codes are handed out is said in the room of the sign-in. */
const MOST_RECOVERY_CODES = 20;

export const accountSchema = record(
  {
    _id: text,
    email: text,
    name: text,
    role: oneOf(ACCOUNT_ROLES),
    passwordHash: text,
    sessionVersion: count,
    sessionsEndedAt: date,
    createdAt: date,
    madeFor: oneOf(ACCOUNT_PURPOSES),
    deviceKey: text,
    disabledAt: date,
    linkHash: text,
    linkExpiresAt: date,
    secondFactor: record({
      sealedSecret: text,
      since: date,
      lastStep: count,
      recoveryHashes: listOf(text, MOST_RECOVERY_CODES),
    }),
    pendingFactor: record({ sealedSecret: text, expiresAt: date }),
  },
  [
    ...['madeFor', 'deviceKey', 'disabledAt', 'linkHash', 'linkExpiresAt'],
    ...['secondFactor', 'pendingFactor'],
  ],
);
