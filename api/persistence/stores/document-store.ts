import type { mongoose } from '@typegoose/typegoose';

export type Session = mongoose.mongo.ClientSession;

/**
 * How a read goes into the snapshot of a session, of which all see the same moment; without a session it sees the present. The
 * driver takes a moment only where a read asks for it by itself: what the connection says of reads would win over the session.
 */
export function inSnapshot(session?: Session) {
  return session ? ({ session, readConcern: { level: 'snapshot' } } as const) : {};
}

/** A document before and after a batch; `before` is undefined for one that did not exist. */
export interface Change<T> {
  readonly id: string;
  readonly before: T | undefined;
  readonly after: T;
}

/** What the engine needs of a collection whose documents are changed under the guard of their version. */
export interface DocumentStore<T> {
  readonly name: string;
  /** The documents with these ids, in one read; those that do not exist are missing from the map. */
  load(ids: readonly string[]): Promise<Map<string, T>>;
  /** Writes all changes within a transaction. Throws `StaleRead` when a document is no longer the one that was read. */
  save(changes: readonly Change<T>[], session: Session): Promise<void>;
}

/** A guard found another version than the one that was read: somebody else was faster, so decide again on a fresh read. */
export class StaleRead extends Error {
  constructor(store: string) {
    super(`A document of ${store} changed since it was read.`);
    this.name = 'StaleRead';
  }
}
