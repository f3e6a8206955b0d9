import type { ActConnection } from '../../../schema/act/act-connection.type.ts';
import type { Act } from '../../../schema/act/act.type.ts';
import type { ActSubject } from '../../domain/act.ts';
import type { AuditPage, Logged } from '../../services/queries/audit-log.ts';
import { connectionOf } from '../connection.ts';
import { placeCursors } from '../cursor.ts';
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

export const actCursors = placeCursors('act');

export function presentActs({ acts, next }: AuditPage, hasPreviousPage: boolean): ActConnection {
  const edges = acts.map((act) => ({
    cursor: actCursors.of({ createdAt: act.at, id: act.id }),
    node: presentAct(act),
  }));
  const page = connectionOf(edges, { hasNextPage: next !== null, hasPreviousPage });
  if (next === null) return page;
  return { ...page, pageInfo: { ...page.pageInfo, endCursor: actCursors.of(next) } };
}
