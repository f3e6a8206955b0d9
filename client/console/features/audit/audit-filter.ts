import { endOfDay, isDay, startOfDay } from '../../../format/day-range.ts';
import type { AuditLogFilter } from '../../../graphql/graphql.ts';

/** The names of the filters in the address. */
export const AUDIT_FILTERS = ['who', 'act', 'on', 'from', 'to'] as const;

/** Reads an address that anybody may have typed: what makes no sense counts as not there. */
export function auditFilterOf(params: URLSearchParams): AuditLogFilter {
  const said = (name: (typeof AUDIT_FILTERS)[number]): string => (params.get(name) ?? '').trim();
  const day = (name: 'from' | 'to'): string | null => (isDay(said(name)) ? said(name) : null);
  const [from, to] = [day('from'), day('to')];
  return {
    ...(said('who') !== '' && { actorId: said('who') }),
    ...(said('act') !== '' && { act: said('act') }),
    ...(said('on') !== '' && { subjectId: said('on') }),
    ...(from !== null && { from: startOfDay(from) }),
    ...(to !== null && { to: endOfDay(to) }),
  };
}
