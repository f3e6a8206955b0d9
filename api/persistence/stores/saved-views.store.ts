import type { mongoose } from '@typegoose/typegoose';
import type { SavedView } from '../../domain/saved-view.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { SavedViewsModel } from '../models/saved-views.model.ts';

const DUPLICATE_KEY = 11_000;

/** The views of one account, and what guards a write of them. */
export interface KeptViews {
  /** 0 before there are any. */
  readonly version: number;
  readonly views: readonly SavedView[];
}

/** `saved_views`: one document for each account that keeps any. */
export class SavedViewStore {
  readonly #collection: mongoose.mongo.Collection<SavedViewsModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<SavedViewsModel>(database, SavedViewsModel);
  }

  async of(accountId: string): Promise<KeptViews> {
    const found = await this.#collection.findOne({ _id: accountId });
    const views = found?.views.map(({ savedAt, ...same }) => ({ ...same, savedAt: savedAt.getTime() }));
    return { version: found?.version ?? 0, views: views ?? [] };
  }

  /** Writes all of them in the place of those that were read. False where they are others by now. */
  async replace(accountId: string, { version }: KeptViews, views: readonly SavedView[]): Promise<boolean> {
    const stored = views.map(({ savedAt, ...same }) => ({ ...same, savedAt: new Date(savedAt) }));
    const $set = { views: stored, version: version + 1 };
    try {
      const { matchedCount, upsertedCount } = await this.#collection.updateOne(
        { _id: accountId, version },
        { $set },
        { upsert: version === 0 },
      );
      return matchedCount + upsertedCount === 1;
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
      throw error;
    }
  }
}
