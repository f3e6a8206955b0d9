import type { mongoose } from '@typegoose/typegoose';
import type { Instant } from '../../domain/calendar.ts';
import type { Cohort } from '../../domain/cohort.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { AuditRunModel } from '../models/audit-run.model.ts';

/** What a run of the audit saw. */
export interface AuditRun {
  /** The day on which it began, in the shop's time zone. */
  readonly day: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly wallets: number;
  readonly entries: number;
  /** How often an invariant did not hold, of which `findings` are the first of each. */
  readonly violations: number;
  readonly findings: readonly AuditFinding[];
  readonly notices: readonly string[];
  /** By all debits before the day of the run; missing of a run of an older version. */
  readonly cohorts?: readonly Cohort[];
}

export interface AuditFinding {
  readonly invariant: string;
  /** What should hold. */
  readonly rule: string;
  /** The wallet or other record. */
  readonly record: string;
  readonly entry: string | null;
  readonly problem: string;
}

/** `audit_runs`: what the audit found, night by night. */
export class AuditRunStore {
  readonly #collection: mongoose.mongo.Collection<AuditRunModel>;

  constructor(database: Database) {
    this.#collection = collectionOf<AuditRunModel>(database, AuditRunModel);
  }

  /** Writes a run down; another one of the same day gives way. */
  async save({
    day: _id,
    startedAt,
    finishedAt,
    findings,
    notices,
    cohorts = [],
    ...same
  }: AuditRun): Promise<void> {
    const times = { startedAt: new Date(startedAt), finishedAt: new Date(finishedAt) };
    const told = cohorts.map(({ month, months }) => ({ month, months: [...months] }));
    const document = { ...same, ...times, findings: [...findings], notices: [...notices], cohorts: told };
    await this.#collection.replaceOne({ _id }, document, { upsert: true });
  }

  /** The last run; null before the first. */
  async last(): Promise<AuditRun | null> {
    const [found] = await this.#collection.find({}, { sort: { startedAt: -1 }, limit: 1 }).toArray();
    if (!found) return null;
    const { _id: day, startedAt, finishedAt, ...same } = found;
    return { day, ...same, startedAt: startedAt.getTime(), finishedAt: finishedAt.getTime() };
  }
}
