import type { ActConnection } from '../../../schema/act/act-connection.type.ts';
import type { Act } from '../../../schema/act/act.type.ts';
import type { ListOrder } from '../../../schema/connection/list-order.enum.ts';
import type { ActSubject } from '../../domain/act.ts';
import type { AuditPage, Logged } from '../../services/queries/audit-log.ts';
import type { Place } from '../../services/queries/list-page.ts';
import { connectionOf } from '../connection.ts';
import { placeCursors, type Cursors } from '../cursor.ts';
import { globalId } from '../global-id.ts';
import { subjectIdOf } from '../subject-id.ts';

/** An act that carries what it was done to, which is looked up when asked for. */
export type ActView = Act & { readonly doneTo: ActSubject | null };

export function presentAct({ id, subject, before, after, ...same }: Logged): ActView {
  return {
    ...same,
    id: globalId('Act', id),
    doneTo: subject,
    subjectId: subject && subjectIdOf(subject),
    before: [...before],
    after: [...after],
  };
}

/** Each way of the log has cursors of its own. */
export function actCursors(order: ListOrder): Cursors<Place> {
  return placeCursors(order === 'NEWEST_FIRST' ? 'act' : `act-${order}`);
}

export function presentActs(
  { acts, next }: AuditPage,
  cursors: Cursors<Place>,
  hasPreviousPage: boolean,
): ActConnection {
  const edges = acts.map((act) => ({
    cursor: cursors.of({ createdAt: act.at, id: act.id }),
    node: presentAct(act),
  }));
  const page = connectionOf(edges, { hasNextPage: next !== null, hasPreviousPage });
  if (next === null) return page;
  return { ...page, pageInfo: { ...page.pageInfo, endCursor: cursors.of(next) } };
}
