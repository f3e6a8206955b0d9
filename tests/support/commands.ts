import type { mongoose } from '@typegoose/typegoose';
import type { Database } from '../../api/persistence/connection.ts';

type Document = mongoose.mongo.Document;

/** One filter of a command, or one document to insert: what a router would choose shards by. */
export interface Targeted {
  readonly collection: string;
  readonly command: string;
  readonly filter: Document;
}

/** What makes the driver tell of its commands: set in the address, because it has to be known before it connects. */
export function told(uri: string): string {
  const address = new URL(uri);
  address.searchParams.set('monitorCommands', 'true');
  return address.href;
}

/** Notes everything that a connection asks the database for. */
export function listen(database: Database): Targeted[] {
  const heard: Targeted[] = [];
  database.getClient().on('commandStarted', ({ commandName, command }) => {
    const collection: unknown = command[commandName];
    if (typeof collection !== 'string') return;
    for (const filter of filtersOf(commandName, command)) {
      heard.push({ collection, command: commandName, filter });
    }
  });
  return heard;
}

function filtersOf(name: string, command: Document): Document[] {
  switch (name) {
    case 'insert':
      return command['documents'] as Document[];
    case 'update':
      return (command['updates'] as Document[]).map(({ q }) => q as Document);
    case 'delete':
      return (command['deletes'] as Document[]).map(({ q }) => q as Document);
    case 'find':
      return [(command['filter'] ?? {}) as Document];
    case 'findAndModify':
    case 'count':
    case 'distinct':
      return [(command['query'] ?? {}) as Document];
    case 'aggregate':
      return matchesOf(command['pipeline'] as Document[]);
    default:
      return [];
  }
}

/** What a pipeline begins with, and each that is put together with it. */
function matchesOf(pipeline: readonly Document[]): Document[] {
  const others = pipeline.flatMap(({ $unionWith }) =>
    $unionWith === undefined ? [] : matchesOf(($unionWith as { pipeline?: Document[] }).pipeline ?? []),
  );
  return [(pipeline[0]?.['$match'] ?? {}) as Document, ...others];
}

/** Whether a filter names the values of a field one by one, so that a router knows which shards to ask. */
export function namesOne(filter: Document, field: string): boolean {
  if (field in filter) return isNamed(filter[field]);
  const every = (filter['$and'] ?? []) as Document[];
  const either = (filter['$or'] ?? []) as Document[];
  if (every.some((part) => namesOne(part, field))) return true;
  return either.length > 0 && either.every((part) => namesOne(part, field));
}

function isNamed(condition: unknown): boolean {
  if (typeof condition === 'string') return true;
  if (typeof condition !== 'object' || condition === null) return false;
  return '$in' in condition || '$eq' in condition;
}

/** What a filter asks about, without the values: `seq, walletId`. */
export function fieldsOf(filter: Document): string {
  const fields = Object.entries(filter).flatMap(([name, inner]) =>
    name === '$and' || name === '$or' ? (inner as Document[]).map(fieldsOf) : [name],
  );
  const apart = fields.flatMap((field) => field.split(', ')).filter(Boolean);
  return [...new Set(apart)].sort().join(', ');
}
