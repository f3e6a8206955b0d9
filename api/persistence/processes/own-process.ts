import { mongoose } from '@typegoose/typegoose';
import { collectionOf } from '../collections.ts';
import type { Database } from '../database.ts';
import { ApiProcessModel, MOST_SESSIONS } from '../models/api-process.model.ts';
import type { Session } from '../stores/document-store.ts';
import { thisProcess, type KnownProcess } from './host.ts';
import { killSessions } from './kill-sessions.ts';
import { silent, type RecoveryObserver } from './observer.ts';
import { idOf, OwnSessions } from './own-sessions.ts';

const { MongoServerError, ObjectId } = mongoose.mongo;

const HEARTBEAT_MS = 1_000;
/** The database gives up one that takes longer, and no more wait for it than so many: they hold connections. */
const HEARD_WITHIN_MS = 2_000;
const MOST_BEATING = 3;

/** Open transactions end with their primary, so what is written here need not outlive it either. */
const AT_PRIMARY = { writeConcern: { w: 1 } } as const;

const processes = new WeakMap<Database, OwnProcess>();

/** This process as it is known on a database. The first who asks says who shall hear of its troubles. */
export function ownProcess(database: Database, observer: RecoveryObserver = silent): OwnProcess {
  const known = processes.get(database);
  if (known) return known;
  const made = new OwnProcess(database, observer);
  processes.set(database, made);
  return made;
}

/**
 * What the others see of this process: before its first transaction it writes down which sessions it uses, and then every
 * second that it lives, by the database's clock. If it dies, they end its sessions, and with them what it left open.
 */
export class OwnProcess {
  readonly id = new ObjectId().toHexString();
  readonly observer: RecoveryObserver;
  readonly #database: Database;
  readonly #listed: mongoose.mongo.Collection<ApiProcessModel>;
  readonly #sessions: OwnSessions;
  readonly #beating = new Set<Promise<unknown>>();
  readonly #refused = new Set<string>();
  #known: Promise<KnownProcess> | null = null;
  #joined: Promise<void> | null = null;
  #heart: NodeJS.Timeout | null = null;

  constructor(database: Database, observer: RecoveryObserver) {
    this.#database = database;
    this.#listed = collectionOf<ApiProcessModel>(database, ApiProcessModel);
    this.#sessions = new OwnSessions(database.getClient(), MOST_SESSIONS);
    this.observer = observer;
  }

  /** Who this process is to others on its host. */
  get known(): Promise<KnownProcess> {
    return (this.#known ??= thisProcess());
  }

  /** A session for one transaction, to be given back after it. Throws when the process cannot be listed yet. */
  async takeSession(): Promise<Session> {
    await (this.#joined ??= this.#join());
    return this.#sessions.take();
  }

  giveBack(session: Session): void {
    this.#sessions.giveBack(session);
  }

  /**
   * Takes back a session on which a commit may still be under way, and lets nobody have it before that is over. Nobody waits
   * for this: it may well be that no server is there to hear it.
   */
  giveBackUnsure(session: Session): void {
    void killSessions(this.#database, [idOf(session)])
      // The next transaction on the session ends what was left open as well.
      .catch(() => {})
      .finally(() => this.#sessions.giveBack(session));
  }

  /** Says once what the database does not let this process do. */
  refused(what: 'LIST' | 'END', error: unknown): void {
    if (this.#refused.has(what)) return;
    this.#refused.add(what);
    this.observer.refused(what, error);
  }

  /** Takes this process off the list, once it has no transaction under way any more. */
  async leave(): Promise<void> {
    if (!this.#heart) return;
    clearInterval(this.#heart);
    this.#heart = null;
    // One that came after the deletion would list the process again.
    await Promise.all(this.#beating);
    // Where this gets lost, others find that the process has ended.
    await this.#listed.deleteOne({ _id: this.id }, AT_PRIMARY).catch(() => {});
  }

  async #join(): Promise<void> {
    try {
      await this.#beat();
    } catch (error) {
      if (!isRefusal(error)) {
        this.#joined = null;
        throw error;
      }
      // Its money is as safe as ever; only, what it leaves open if it dies stays until the database gives it up.
      return this.refused('LIST', error);
    }
    this.#heart = setInterval(() => this.#beatOn(), HEARTBEAT_MS).unref();
  }

  #beatOn(): void {
    if (this.#beating.size >= MOST_BEATING) return;
    const beating = this.#beat({ maxTimeMS: HEARD_WITHIN_MS })
      .catch(() => {})
      .finally(() => this.#beating.delete(beating));
    this.#beating.add(beating);
  }

  /** Lists this process again, too, if it was taken for dead. */
  async #beat(limit: { readonly maxTimeMS?: number } = {}): Promise<void> {
    const sessions = [...this.#sessions.ids];
    await this.#listed.updateOne(
      { _id: this.id },
      { $currentDate: { heartbeatAt: true }, $setOnInsert: { ...(await this.known), sessions } },
      { ...AT_PRIMARY, ...limit, upsert: true },
    );
  }
}

/** Whether the database answered that it will not; anything else may pass. */
function isRefusal(error: unknown): boolean {
  return error instanceof MongoServerError && !error.hasErrorLabel('RetryableWriteError');
}
