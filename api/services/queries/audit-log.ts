import { ACTS, type Act, type ActName, type ActSubject } from '../../domain/act.ts';
import type { Instant } from '../../domain/calendar.ts';
import {
  actOfEntry,
  ENTRY_ACTS,
  isEntryAct,
  isMadeAtDesk,
  notesOfEntry,
  subjectOfEntry,
  type EntryAct,
} from '../../domain/entry-act.ts';
import type { Entry } from '../../domain/wallet/entries.ts';
import type { Order, Place } from '../../persistence/keyset.ts';
import type { ActsBy, ActStretch } from '../../persistence/stores/act.store.ts';
import type { StaffEntriesBy } from '../../persistence/stores/journal.store.ts';
import type { App } from '../app.ts';
import { MOST_COUNTED } from './most-counted.ts';

/** Which acts. A wallet is found by its customer. */
export interface AuditFilter {
  readonly actorId: string | null;
  readonly act: string | null;
  readonly subject: ActSubject | null;
  /** Included. */
  readonly from: Instant | null;
  /** Not included. */
  readonly to: Instant | null;
  /** Left out, newest first. */
  readonly order?: Order;
}

/** An act as it is shown, whether it is an entry of a journal or none. */
export interface Logged extends Omit<Act, 'act' | 'customerId'> {
  readonly act: ActName | EntryAct;
  readonly summary: string;
}

export interface AuditPage {
  readonly acts: readonly Logged[];
  /** Where the next page goes on, if there is more; the last place looked at and not always that of an act shown. */
  readonly next: Place | null;
}

/** How many of each kind one look reads where not all that it finds are asked for, and how many looks a page may take. */
const READ_AT_ONCE = 500;
const MOST_LOOKS = 4;

/**
 * Acts and entries of the journal that people of the shop made, in one order. Goes by the narrowest index that
 * the filter allows and drops the rest, so a page reads a bounded number of documents and may then be shorter than asked for.
 */
export async function auditLog(
  app: App,
  filter: AuditFilter,
  first: number,
  after: Place | null,
): Promise<AuditPage> {
  const found: Logged[] = [];
  const limit = isOneIndex(filter) ? first + 1 : READ_AT_ONCE;
  let beyond = after;
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const { acts, horizon } = await read(app, filter, { beyond, limit });
    found.push(...acts.filter((act) => matches(act, filter)));
    if (found.length > first) return { acts: found.slice(0, first), next: placeAt(found, first - 1) };
    if (horizon === null) return { acts: found, next: null };
    beyond = horizon;
  }
  return { acts: found, next: beyond };
}

/**
 * How many there are in all; counts no further than `MOST_COUNTED`. Where one index does not give them alone, they are looked for
 * among as many; null when that was not enough to tell.
 */
export async function countAuditLog(app: App, filter: AuditFilter): Promise<number | null> {
  if (isOneIndex(filter) && filter.subject === null) return countByIndex(app, filter);
  let count = 0;
  let beyond: Place | null = null;
  for (let looked = 0; looked < MOST_COUNTED; looked += READ_AT_ONCE) {
    const { acts, horizon }: Stretch = await read(app, filter, { beyond, limit: READ_AT_ONCE });
    count += acts.filter((act) => matches(act, filter)).length;
    if (horizon === null) return count;
    beyond = horizon;
  }
  return null;
}

async function countByIndex(app: App, filter: AuditFilter): Promise<number> {
  const { act, actorId } = filter;
  const [acts, entries] = await Promise.all([
    app.stores.acts.count(actsBy(filter), filter, MOST_COUNTED),
    act === null
      ? app.stores.journal.countOfStaff(actorId === null ? 'ALL' : { actorId }, filter, MOST_COUNTED)
      : 0,
  ]);
  return Math.min(MOST_COUNTED, acts + entries);
}

interface Stretch {
  readonly acts: readonly Logged[];
  readonly horizon: Place | null;
}

/** Both kinds of a stretch, as far as both were read; `horizon` is where that ends, null where it is the end of all. */
async function read(
  app: App,
  filter: AuditFilter,
  part: Pick<ActStretch, 'beyond' | 'limit'>,
): Promise<Stretch> {
  const { act, order = 'NEWEST_FIRST', from, to } = filter;
  const stretch = { order, from, to, ...part };
  const inOrder = order === 'NEWEST_FIRST' ? newestFirst : (a: Place, b: Place) => newestFirst(b, a);
  const [acts, entries] = await Promise.all([
    act !== null && isEntryAct(act) ? [] : app.stores.acts.stretch(actsBy(filter), stretch),
    act === null || isEntryAct(act) ? entriesOf(app, filter, stretch) : [],
  ]);
  const lists = [acts.map(logAct), entries.map(logEntry)];
  const ends = lists.flatMap((list) => {
    const last = list.at(-1);
    return last && list.length === stretch.limit ? [placeOf(last)] : [];
  });
  const horizon = ends.sort(inOrder)[0] ?? null;
  const merged = lists
    .flat()
    .filter((each) => horizon === null || inOrder(placeOf(each), horizon) <= 0)
    .sort((a, b) => inOrder(placeOf(a), placeOf(b)));
  return { acts: merged, horizon };
}

function entriesOf(app: App, { subject, actorId, act }: AuditFilter, stretch: ActStretch): Promise<Entry[]> {
  if (subject !== null && subject.kind !== 'CUSTOMER') return Promise.resolve([]);
  // Among all that a checkout books, the rest would be long to find: what is made at a desk has an index of its own.
  let by: StaffEntriesBy = act === null || !isMadeAtDesk(act) ? 'ALL' : 'DESK';
  // By actor first: only there is what somebody spent or reported for one customer.
  if (actorId !== null) by = { actorId };
  else if (subject !== null) by = { walletId: subject.id };
  return app.stores.journal.ofStaff(by, stretch);
}

function actsBy({ subject, actorId, act }: AuditFilter): ActsBy {
  if (subject !== null) return { about: subject };
  if (actorId !== null) return { actorId };
  return act === null ? null : { act };
}

/** Whether every entry and act that is read is asked for. */
function isOneIndex({ subject, actorId, act }: AuditFilter): boolean {
  const asked = [subject, actorId, act].filter((each) => each !== null).length;
  return asked === 0 || (asked === 1 && (act === null || !isEntryAct(act)));
}

/** What was read by one index may still not be what the rest of the filter asks for. */
function matches({ actor, act, subject }: Logged, filter: AuditFilter): boolean {
  const isElsewhere =
    subject?.kind === 'WALLET' && filter.subject !== null && subject.id !== filter.subject.id;
  return (
    !isElsewhere &&
    (filter.actorId === null || actor.id === filter.actorId) &&
    (filter.act === null || act === filter.act)
  );
}

/** An act as it is shown. */
export function logAct({ customerId: _, ...act }: Act): Logged {
  // A release that runs beside this one may know acts that this one does not.
  return { ...act, summary: ACTS[act.act] ?? act.act };
}

function logEntry(entry: Entry): Logged {
  const { id, at, actor, reason, requestId } = entry;
  const act = actOfEntry(entry);
  const subject = subjectOfEntry(entry);
  return { id, at, actor, act, subject, reason, requestId, summary: ENTRY_ACTS[act], ...notesOfEntry(entry) };
}

function placeOf({ at, id }: Logged): Place {
  return { createdAt: at, id };
}

function placeAt(acts: readonly Logged[], index: number): Place | null {
  const act = acts[index];
  return act ? placeOf(act) : null;
}

function newestFirst(a: Place, b: Place): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1) * Number(a.id !== b.id);
}
