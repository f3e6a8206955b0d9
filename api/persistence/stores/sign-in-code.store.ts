import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { SignInCodeModel } from '../models/sign-in-code.model.ts';
import { failureOf } from '../transaction.ts';

export interface NewSignInCode {
  /** A fingerprint of the address. */
  readonly id: string;
  readonly codeHash: string;
  readonly browserHash: string;
  /** Whether it was asked for on a device that the account knows. */
  readonly isOfKnownDevice: boolean;
  readonly triesLeft: number;
  readonly expiresAt: Instant;
}

/** No code has this hash. */
const USED = 'used';

/** `sign_in_codes`: one code at most for an address. Does the same work whether or not somebody has the address. */
export class SignInCodeStore {
  readonly #collection: mongoose.mongo.Collection<SignInCodeModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<SignInCodeModel>(database, SignInCodeModel);
  }

  /** Puts the code in the place of an earlier one. False when that lives and was asked for on a known device, and this was not. */
  async put({ id, expiresAt, ...code }: NewSignInCode, now: Instant): Promise<boolean> {
    const over = {
      $or: [{ isOfKnownDevice: false }, { expiresAt: { $lte: new Date(now) } }, { triesLeft: 0 }],
    };
    try {
      await this.#collection.replaceOne(
        { _id: id, ...(!code.isOfKnownDevice && over) },
        { ...code, expiresAt: new Date(expiresAt) },
        { upsert: true },
      );
      return true;
    } catch (error) {
      // Of two who ask at once one is first, too.
      if (failureOf(error) === 'DUPLICATE_KEY') return false;
      throw error;
    }
  }

  /** Uses up a try at the code that was asked for in this browser, and answers its hash. Null when there is none to try. */
  async try(id: string, browserHash: string, now: Instant): Promise<string | null> {
    const found = await this.#collection.findOneAndUpdate(
      { _id: id, browserHash, triesLeft: { $gt: 0 }, expiresAt: { $gt: new Date(now) } },
      { $inc: { triesLeft: -1 } },
    );
    return found?.codeHash ?? null;
  }

  /** Uses the code up. Of several who use it at once one succeeds. */
  async use(id: string, codeHash: string): Promise<boolean> {
    const { modifiedCount } = await this.#collection.updateOne(
      { _id: id, codeHash },
      { $set: { codeHash: USED, triesLeft: 0 } },
    );
    return modifiedCount === 1;
  }
}
