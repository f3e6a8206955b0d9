import { relayStylePagination } from '@apollo/client/utilities';
import type { FieldFunctionOptions, FieldMergeFunction, FieldPolicy } from '@apollo/client/cache';

/** A list of entries as the cache keeps it; what else was asked about the list stands beside. */
interface Kept {
  edges: { cursor: string; node: unknown }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  /** The sums of the months that the pages touch. */
  months?: readonly { month: string }[] | null | undefined;
}

const pages = relayStylePagination() as FieldPolicy<Kept>;
const join = pages.merge as FieldMergeFunction<Kept, Kept>;

/**
 * The entries of a wallet. Asked for with their cursors, those of one filter are one list that grows, in however many pages it
 * comes; a list of mere nodes, such as the last five, is kept under its own arguments.
 *
 * Entries are only ever added, and at the top. When the first page is brought again, what was loaded below it stays as long as the
 * two still meet; where too much has come in between, the list begins anew.
 */
export const growingList: FieldPolicy<Kept> = {
  keyArgs: (_, { field }) => (grows(field) ? ['filter', 'orderBy'] : undefined),
  read: (kept, options) => (grows(options.field) ? pages.read?.(kept, options) : kept),
  merge(kept, incoming, options) {
    if (!grows(options.field)) return incoming;
    const list = join(kept, incoming, options);
    const below = options.args?.['after'] ? [] : edgesBelow(kept, incoming);
    const isLonger = list.edges.length > incoming.edges.length || below.length > 0;
    const months = isLonger ? together(incoming.months, kept?.months) : incoming.months;
    if (kept === undefined || below.length === 0) return { ...list, months };
    const { hasNextPage, endCursor } = kept.pageInfo;
    const pageInfo = { ...list.pageInfo, hasNextPage, endCursor };
    return { ...list, months, edges: [...list.edges, ...below], pageInfo };
  },
};

/** Whether the list is asked for with cursors. */
function grows(field: FieldFunctionOptions['field']): boolean {
  const asked = field?.selectionSet?.selections ?? [];
  return asked.some((one) => one.kind === 'Field' && one.name.value === 'edges');
}

/** What was loaded before and comes after the page that came now. */
function edgesBelow(kept: Readonly<Kept> | undefined, { edges }: Readonly<Kept>): Kept['edges'] {
  const last = edges.at(-1)?.cursor;
  const at = kept?.edges.findIndex(({ cursor }) => cursor === last) ?? -1;
  return at === -1 || kept === undefined ? [] : kept.edges.slice(at + 1);
}

/** What came now is newer. Of single entries no month has sums. */
function together(newer: Kept['months'], older: Kept['months']): Kept['months'] {
  if (!newer || !older) return newer;
  return [...newer, ...older.filter(({ month }) => !newer.some((one) => one.month === month))];
}
