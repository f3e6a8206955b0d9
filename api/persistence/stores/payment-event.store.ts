import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import type { PaymentEvent, PaymentEventStatus } from '../../domain/payment-event.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { PaymentEventModel } from '../models/payment-event.model.ts';
import { failureOf } from '../transaction.ts';
import { toDate, toInstant } from './codec.ts';
import { StaleRead, type Change, type DocumentStore, type Session } from './document-store.ts';

/** `payment_events`: kept when they arrive, changed once when they have been looked at. */
export class PaymentEventStore implements DocumentStore<PaymentEvent> {
  readonly name = 'payment_events';
  readonly #collection: mongoose.mongo.Collection<PaymentEventModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<PaymentEventModel>(database, PaymentEventModel);
  }

  async load(ids: readonly string[]): Promise<Map<string, PaymentEvent>> {
    const found = await this.#collection.find({ _id: { $in: [...ids] } }).toArray();
    return new Map(found.map((document) => [document._id, paymentEventFromDocument(document)]));
  }

  async save(changes: readonly Change<PaymentEvent>[], session: Session): Promise<void> {
    const writes = changes.map(({ id, before, after }) => {
      const { _id, ...replacement } = toDocument(after);
      return { replaceOne: { filter: { _id: id, version: before?.version ?? 0 }, replacement } };
    });
    const { matchedCount } = await this.#collection.bulkWrite(writes, { session, ordered: false });
    if (matchedCount !== writes.length) throw new StaleRead(this.name);
  }

  /** Keeps a notification that has just arrived, durably; false when it was there already. */
  async receive(event: PaymentEvent): Promise<boolean> {
    try {
      await this.#collection.insertOne(toDocument(event));
      return true;
    } catch (error) {
      if (failureOf(error) === 'DUPLICATE_KEY') return false;
      throw error;
    }
  }

  /** Those that wait to be looked at and whose time has come, longest due first, at most `limit` of them. */
  async findDue(now: Instant, limit: number): Promise<PaymentEvent[]> {
    // What older releases stored says nothing of when, and is due.
    const filter = { status: 'RECEIVED' as const, nextLookAt: { $not: { $gt: new Date(now) } } };
    const options = { sort: { nextLookAt: 1 }, limit, hint: 'received_nextLookAt' } as const;
    return (await this.#collection.find(filter, options).toArray()).map(paymentEventFromDocument);
  }

  /** How many wait to be looked at, at most `limit`, and since when the oldest of those that arrived until an instant does. */
  async waiting(
    until: Instant,
    limit: number,
  ): Promise<{ readonly count: number; readonly since: Instant | null }> {
    const filter = { status: 'RECEIVED' as const, receivedAt: { $lte: new Date(until) } };
    const [count, oldest] = await Promise.all([
      this.#collection.countDocuments(filter, { limit }),
      this.#collection.findOne(filter, { sort: { receivedAt: 1 }, projection: { receivedAt: 1 } }),
    ]);
    return { count, since: toInstant(oldest?.receivedAt ?? null) };
  }

  /** Those with a status that arrived until an instant, oldest first, at most `limit` of them. */
  async withStatus(status: PaymentEventStatus, until: Instant, limit: number): Promise<PaymentEvent[]> {
    const filter = { status, receivedAt: { $lte: new Date(until) } };
    const found = await this.#collection.find(filter, { sort: { receivedAt: 1 }, limit }).toArray();
    return found.map(paymentEventFromDocument);
  }
}

function toDocument({ id, receivedAt, processedAt, nextLookAt, ...same }: PaymentEvent): PaymentEventModel {
  return {
    _id: id,
    ...same,
    providerIds: [...same.providerIds],
    receivedAt: toDate(receivedAt),
    processedAt: toDate(processedAt),
    ...(nextLookAt !== undefined && { nextLookAt: toDate(nextLookAt) }),
  };
}

/** The notification that a sound document of the collection holds. */
export function paymentEventFromDocument(document: PaymentEventModel): PaymentEvent {
  const { _id, receivedAt, processedAt, nextLookAt, ...same } = document;
  return {
    id: _id,
    ...same,
    receivedAt: toInstant(receivedAt),
    processedAt: toInstant(processedAt),
    ...(nextLookAt !== undefined && { nextLookAt: toInstant(nextLookAt) }),
  };
}
