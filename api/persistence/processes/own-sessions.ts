import type { mongoose } from '@typegoose/typegoose';
import type { Session } from '../stores/document-store.ts';

/**
 * The sessions of this process, each for one transaction after another. What a transaction may have left open on the server,
 * where an answer or an abort got lost, the next one on the same session ends; so the one that was used last is used next.
 */
export class OwnSessions {
  readonly ids: readonly string[];
  readonly #free: Session[];
  readonly #waiting: ((session: Session) => void)[] = [];

  /** Makes nothing on the server: it learns of a session with its first transaction. */
  constructor(client: mongoose.mongo.MongoClient, count: number) {
    // Guards decide what a batch may rest on, so no transaction has to wait until it sees the one before.
    this.#free = Array.from({ length: count }, () => client.startSession({ causalConsistency: false }));
    this.ids = this.#free.map(idOf);
  }

  /** A session for one transaction; waits for one to come back when all are in use. */
  async take(): Promise<Session> {
    return this.#free.pop() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  giveBack(session: Session): void {
    const next = this.#waiting.shift();
    if (next) next(session);
    else this.#free.push(session);
  }
}

/** The UUID by which the server knows a session. */
export function idOf({ id }: Session): string {
  if (!id) throw new Error('The driver made a session without an id.');
  return id.id.toUUID().toString();
}
