import { subjectIdOf } from '../../resolvers/subject-id.ts';
import type { App } from '../../services/app.ts';
import { auditLog, type AuditFilter, type AuditPage, type Logged } from '../../services/queries/audit-log.ts';
import type { Cell, Table } from './books-tables.ts';

const ACTS_AT_ONCE = 200;

const COLUMNS = [
  ...['when', 'person', 'name', 'role', 'channel', 'act', 'summary', 'done_to', 'before', 'after', 'reason'],
  'request',
];

/** The audit log as a table, newest first. Programs may rely on the names and the order of columns: new ones are added at the end. */
export function auditTable(app: App, filter: AuditFilter): Table {
  return { columns: COLUMNS, pages: pagesOf(app, filter) };
}

async function* pagesOf(app: App, filter: AuditFilter): AsyncGenerator<Cell[][]> {
  for (let after: AuditPage['next'] = null; ;) {
    const { acts, next }: AuditPage = await auditLog(app, filter, ACTS_AT_ONCE, after);
    const names = await app.stores.accounts.staffNames([...new Set(acts.map(({ actor }) => actor.id))]);
    yield acts.map((act) => cellsOf(act, names.get(act.actor.id) ?? null));
    if (next === null) return;
    after = next;
  }
}

function cellsOf({ at, actor, act, summary, subject, ...more }: Logged, name: string | null): Cell[] {
  const said = (notes: Logged['before']) => notes.map(({ key, value }) => `${key}: ${value}`).join('; ');
  return [
    ...[new Date(at).toISOString(), actor.id, name, actor.role, actor.channel, act, summary],
    ...[subject && subjectIdOf(subject), said(more.before), said(more.after), more.reason, more.requestId],
  ];
}
