import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { AccountModel } from '../models/account.model.ts';
import type { Session } from './document-store.ts';

/** What an account's second step is proved by. */
export interface NewFactor {
  readonly sealedSecret: string;
  readonly since: Instant;
  /** The step of time whose code was used last. None of it or of one before it is good any more. */
  readonly lastStep: number;
  readonly recoveryHashes: readonly string[];
}

/** The second factors of `accounts`. Every change is guarded, so of several who try the same at once one succeeds. */
export class SecondFactorStore {
  readonly #collection: mongoose.mongo.Collection<AccountModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<AccountModel>(database, AccountModel);
  }

  /** Keeps a secret that its owner has yet to prove to have taken over. An earlier such one is forgotten. */
  async begin(id: string, sealedSecret: string, expiresAt: Instant): Promise<void> {
    const pendingFactor = { sealedSecret, expiresAt: new Date(expiresAt) };
    await this.#collection.updateOne({ _id: id }, { $set: { pendingFactor } });
  }

  /** Makes what was begun the factor of the account, instead of the one it had. False when it was not this one. */
  async confirm(id: string, { since, recoveryHashes, ...factor }: NewFactor, session: Session) {
    const secondFactor = { ...factor, since: new Date(since), recoveryHashes: [...recoveryHashes] };
    const { modifiedCount } = await this.#collection.updateOne(
      { _id: id, 'pendingFactor.sealedSecret': factor.sealedSecret },
      { $set: { secondFactor }, $unset: { pendingFactor: '' } },
      { session },
    );
    return modifiedCount === 1;
  }

  /** Uses up the code of a step. False when this one, or a later one, was used before. */
  async useStep(id: string, sealedSecret: string, step: number): Promise<boolean> {
    const { modifiedCount } = await this.#collection.updateOne(
      {
        _id: id,
        'secondFactor.sealedSecret': sealedSecret,
        'secondFactor.lastStep': { $lt: step },
      },
      { $set: { 'secondFactor.lastStep': step } },
    );
    return modifiedCount === 1;
  }

  /** Uses up a recovery code. False when there is none such. */
  async useRecoveryCode(id: string, hash: string, session: Session): Promise<boolean> {
    const { modifiedCount } = await this.#collection.updateOne(
      { _id: id, 'secondFactor.recoveryHashes': hash },
      { $pull: { 'secondFactor.recoveryHashes': hash } },
      { session },
    );
    return modifiedCount === 1;
  }

  /** Takes the factor away. False when there is none. */
  async remove(id: string, session: Session): Promise<boolean> {
    const { modifiedCount } = await this.#collection.updateOne(
      { _id: id, secondFactor: { $exists: true } },
      { $unset: { secondFactor: '', pendingFactor: '' } },
      { session },
    );
    return modifiedCount === 1;
  }
}
