import type { mongoose } from '@typegoose/typegoose';
import {
  partIdOf,
  type Job,
  type JobKind,
  type JobPart,
  type JobRow,
  type JobStatus,
} from '../../domain/job.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { beyond, sortOf, startingWith } from '../keyset.ts';
import { JobPartModel } from '../models/job-part.model.ts';
import { JobModel } from '../models/job.model.ts';
import { toDate, toInstant } from './codec.ts';
import type { Stretch } from './directory.store.ts';
import { VersionedStore } from './versioned.store.ts';

/** Which jobs to list. All that is given must hold. */
export interface JobFilter {
  readonly statuses?: readonly JobStatus[];
  readonly kind?: JobKind;
}

/** `jobs`: changed under the guard of their version, and kept for ever. */
export class JobStore extends VersionedStore<JobModel, Job> {
  constructor(database: Database) {
    const codec = { toDocument: jobToDocument, fromDocument: jobFromDocument };
    super(collectionOf<JobModel>(database, JobModel), codec);
  }

  /** A stretch of those that match, by when they were made. */
  list(filter: JobFilter, { order, limit, beyond: place }: Stretch): Promise<Job[]> {
    const past = place ? beyond(place, order) : {};
    return this.find({ $and: [conditionOf(filter), past] }, { sort: sortOf(order), limit });
  }

  /** How many match; counts at most `limit`. */
  count(filter: JobFilter, limit: number): Promise<number> {
    return this.collection.countDocuments(conditionOf(filter), { limit });
  }
}

/** `job_parts`: written with their job, and shortened to what failed once they are done. */
export class JobPartStore extends VersionedStore<JobPartModel, JobPart> {
  constructor(database: Database) {
    super(collectionOf<JobPartModel>(database, JobPartModel), {
      toDocument: ({ id, rows, createdAt, ...same }) => ({
        ...{ _id: id, ...same, rows: [...rows], createdAt: toDate(createdAt) },
      }),
      fromDocument: ({ _id, createdAt, ...same }) => ({ id: _id, ...same, createdAt: toInstant(createdAt) }),
    });
  }

  async ofJob(job: Job, part: number): Promise<JobPart | null> {
    const id = partIdOf(job, part);
    return (await this.load([id])).get(id) ?? null;
  }

  /** Rows with something wrong behind one, in their order; at most `limit`, and at least one where there is one. */
  async failedRows({ id, round }: Job, behind: number, limit: number): Promise<JobRow[]> {
    const failed: JobRow[] = [];
    const _id = startingWith(`${id}:${round}:`);
    const cursor = this.collection.find(
      { _id, 'rows.problem.code': { $exists: true }, 'rows.row': { $gt: behind } },
      { sort: { _id: 1 }, batchSize: 4 },
    );
    for await (const { rows } of cursor) {
      failed.push(...rows.filter(({ row, problem }) => row > behind && problem));
      if (failed.length >= limit) break;
    }
    return failed.slice(0, limit);
  }

  /** How many rows there are with something wrong. */
  async countFailed({ id, round }: Job): Promise<number> {
    const isFailed = { $ne: [{ $type: '$$row.problem' }, 'null'] };
    const failed = { $size: { $filter: { input: '$rows', as: 'row', cond: isFailed } } };
    const [found] = await this.collection
      .aggregate<{ failed: number }>([
        { $match: { _id: startingWith(`${id}:${round}:`) } },
        { $group: { _id: null, failed: { $sum: failed } } },
      ])
      .toArray();
    return found?.failed ?? 0;
  }

  /** Which of these references rows of the job have already. */
  async withReferences(
    { id, round }: Job,
    column: number,
    references: readonly string[],
  ): Promise<Set<string>> {
    const path = `rows.cells.${column}`;
    const _id = startingWith(`${id}:${round}:`);
    const filter = { _id, [path]: { $in: [...references] } } as mongoose.mongo.Filter<JobPartModel>;
    const asked = new Set(references);
    const found = new Set<string>();
    for await (const { rows } of this.collection.find(filter, { projection: { 'rows.cells': 1 } })) {
      for (const { cells } of rows) {
        const reference = cells[column];
        if (reference !== undefined && asked.has(reference)) found.add(reference);
      }
    }
    return found;
  }
}

function conditionOf({ statuses, kind }: JobFilter): mongoose.mongo.Filter<JobModel> {
  return { ...(statuses?.length && { status: { $in: [...statuses] } }), ...(kind && { kind }) };
}

function jobToDocument({
  id,
  cardsExpireAt,
  columns,
  createdAt,
  startedAt,
  endedAt,
  updatedAt,
  keys,
  ...same
}: Job): JobModel {
  return {
    ...{
      _id: id,
      ...same,
      columns: [...columns],
      createdAt: toDate(createdAt),
      updatedAt: toDate(updatedAt),
    },
    startedAt: startedAt === null ? null : toDate(startedAt),
    endedAt: endedAt === null ? null : toDate(endedAt),
    keys: keys.map((used) => ({ ...used, at: toDate(used.at) })),
    ...(cardsExpireAt !== undefined && { cardsExpireAt: toDate(cardsExpireAt) }),
  };
}

/** The job that a sound document of the collection holds. */
export function jobFromDocument({
  _id,
  cardsExpireAt,
  createdAt,
  startedAt,
  endedAt,
  updatedAt,
  keys,
  ...same
}: JobModel): Job {
  return {
    ...{ id: _id, ...same, createdAt: toInstant(createdAt), updatedAt: toInstant(updatedAt) },
    startedAt: startedAt === null ? null : toInstant(startedAt),
    endedAt: endedAt === null ? null : toInstant(endedAt),
    keys: keys.map((used) => ({ ...used, at: toInstant(used.at) })),
    ...(cardsExpireAt && { cardsExpireAt: toInstant(cardsExpireAt) }),
  };
}
