import { mongoose } from '@typegoose/typegoose';
import type { Act, ActName, ActSubject } from '../../domain/act.ts';
import type { Instant } from '../../domain/calendar.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { beyondIn, sortBy, type Order, type Place } from '../keyset.ts';
import { ActModel } from '../models/act.model.ts';
import { toDate, toInstant } from './codec.ts';
import type { Session } from './document-store.ts';
import { InsertOnlyStore } from './insert-only.store.ts';

const { MongoBulkWriteError } = mongoose.mongo;
const DUPLICATE_KEY = 11_000;

/** When something was done; either end may be open. */
export interface ActPeriod {
  /** Included. */
  readonly from: Instant | null;
  /** Not included. */
  readonly to: Instant | null;
}

/** A stretch of what was done. */
export interface ActStretch extends ActPeriod {
  /** Left out, newest first. */
  readonly order?: Order;
  /** Not included. */
  readonly beyond: Place | null;
  readonly limit: number;
}

/**
 * By what acts are looked for: the narrowest that is given, each an index. One act alone of those about something is asked for
 * only where there is little else.
 */
export type ActsBy =
  | { readonly about: ActSubject; readonly act?: ActName }
  | { readonly actorId: string }
  | { readonly act: string }
  | null;

/** `acts`: adds and reads. Only erasing a person blanks what an act says of them, and that is not done here. */
export class ActStore extends InsertOnlyStore<ActModel, Act> {
  constructor(database: Database) {
    super(collectionOf<ActModel>(database, ActModel), { toDocument, fromDocument: actFromDocument });
  }

  /** Adds acts in somebody's transaction; an id that is there already aborts it. */
  async append(acts: readonly Act[], session: Session): Promise<void> {
    await this.save(
      acts.map((after) => ({ id: after.id, before: undefined, after })),
      session,
    );
  }

  /** Adds acts that stand alone, durably; what is there already stays as it is. */
  async note(acts: readonly Act[]): Promise<void> {
    if (acts.length === 0) return;
    try {
      await this.collection.insertMany(acts.map(toDocument), { ordered: false });
    } catch (error) {
      if (!isRepeat(error)) throw error;
    }
  }

  /** The acts of a stretch, by one index and no further than its limit. */
  async stretch(by: ActsBy, { order = 'NEWEST_FIRST', beyond, from, to, limit }: ActStretch): Promise<Act[]> {
    const [hint, filter] = lookUp(by);
    const found = await this.collection
      .find(
        { $and: [filter, within(from, to), beyond ? beyondIn('at', beyond, order) : {}] },
        { hint, sort: sortBy('at', order), limit, batchSize: limit + 1 },
      )
      .toArray();
    return found.map(actFromDocument);
  }

  /** How many there are; counts at most `limit`, by one index. */
  async count(by: ActsBy, { from, to }: ActPeriod, limit: number): Promise<number> {
    const [hint, filter] = lookUp(by);
    return this.collection.countDocuments({ $and: [filter, within(from, to)] }, { hint, limit });
  }
}

function lookUp(by: ActsBy): [hint: string, filter: mongoose.mongo.Filter<ActModel>] {
  if (by === null) return ['at_id', {}];
  if ('about' in by) return ['about_at_id', { about: nameOf(by.about), ...(by.act && { act: by.act }) }];
  return 'act' in by
    ? ['act_at_id', { act: by.act as ActModel['act'] }]
    : ['actor_at_id', { 'actor.id': by.actorId }];
}

/** The condition that something lies in a period, of which either end may be open. */
export function within(from: Instant | null, to: Instant | null) {
  const bounds = { ...(from !== null && { $gte: toDate(from) }), ...(to !== null && { $lt: toDate(to) }) };
  return from === null && to === null ? {} : { at: bounds };
}

function toDocument({ id, at, before, after, ...same }: Act): ActModel {
  const { subject, customerId } = same;
  const about = new Set([
    ...(subject ? [nameOf(subject)] : []),
    ...(customerId === null ? [] : [aboutCustomer(customerId)]),
  ]);
  return { _id: id, ...same, at: toDate(at), about: [...about], before: [...before], after: [...after] };
}

/** The act that a sound document of the collection holds. */
export function actFromDocument({ _id, at, about: _, ...same }: ActModel): Act {
  return { id: _id, ...same, at: toInstant(at) };
}

/** Under what the acts about a customer are found. */
export function aboutCustomer(customerId: string): string {
  return nameOf({ kind: 'CUSTOMER', id: customerId });
}

function nameOf({ kind, id }: ActSubject): string {
  return `${kind}:${id}`;
}

function isRepeat(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false;
  const failed = [error.writeErrors].flat();
  return failed.length > 0 && failed.every(({ code }) => code === DUPLICATE_KEY);
}
