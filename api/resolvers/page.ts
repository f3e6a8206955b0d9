import type { OrderedPageArgs } from '../../schema/connection/ordered-page.args.ts';
import type { PageArgs } from '../../schema/connection/page.args.ts';
import { badUserInput } from '../../schema/scalars/bad-user-input.ts';
import { PAGE_SIZES } from '../../schema/weight.ts';
import type { HistoryPage } from '../services/queries/history.ts';
import { seqCursors, type Cursors } from './cursor.ts';

/** A stretch of a list whose cursors stand for positions of this kind. */
type PageOf<P> =
  | { readonly first: number; readonly after: P | undefined }
  | { readonly last: number; readonly before: P | undefined };

/** Which page of a wallet's history is asked for: of one that runs the other way, it is a page from the other end. */
export function pageOf(walletId: string, args: OrderedPageArgs): HistoryPage {
  const order = args.orderBy ?? 'NEWEST_FIRST';
  const page = pageBy(seqCursors(walletId, order), args);
  if (order === 'NEWEST_FIRST') return page;
  return 'first' in page
    ? { last: page.first, before: page.after }
    : { first: page.last, after: page.before };
}

/** Which page is asked for. Sizes are clamped here, where a number in a variable cannot slip past (safety section 6). */
export function pageBy<P>(cursors: Cursors<P>, { first, after, last, before }: PageArgs): PageOf<P> {
  const isForward = given(first) || given(after);
  if (isForward && (given(last) || given(before))) {
    throw badUserInput(
      'Ask forwards with first and after, or backwards with last and before, not both.',
      'first',
    );
  }
  if (given(last) || given(before)) {
    return { last: sized(last), before: given(before) ? cursors.read(before, 'before') : undefined };
  }
  return forwardPageBy(cursors, first, after);
}

/** The same for a list that is read forwards only. */
export function forwardPageBy<P>(
  cursors: Cursors<P>,
  first: number | null | undefined,
  after: string | null | undefined,
): { readonly first: number; readonly after: P | undefined } {
  return { first: sized(first), after: given(after) ? cursors.read(after, 'after') : undefined };
}

function given<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function sized(size: number | null | undefined): number {
  return Math.min(PAGE_SIZES.largest, Math.max(1, size ?? PAGE_SIZES.usual));
}
