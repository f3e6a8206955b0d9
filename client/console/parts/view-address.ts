const CONSOLE = '/admin';
/** What no view keeps: the place in the list, what lies open over it, and what names a customer. */
const LEFT_OUT = ['after', 'before', 'entry', 'q', 'customer', 'on'];
const HIDDEN = 'hide';

/** What one reads of a list as a view keeps it: filters, order and columns, below the console's own path. */
export function addressOfView(
  pathname: string,
  params: URLSearchParams,
  hidden: ReadonlySet<string>,
): string {
  const kept = new URLSearchParams(params);
  for (const name of LEFT_OUT) kept.delete(name);
  if (hidden.size > 0) kept.set(HIDDEN, [...hidden].map(slugOf).join(' '));
  const search = kept.toString();
  return `${listOf(pathname)}${search === '' ? '' : `?${search}`}`;
}

/** Where a view is in the web app. */
export function pathOfView(address: string): string {
  return CONSOLE + address;
}

/** Whether an address is one of this list. */
export function isOfList(address: string, pathname: string): boolean {
  return address.split('?')[0] === listOf(pathname);
}

/**
 * Which columns somebody usually hides of a list is kept as a view of its own. Nobody types its name, and no list of views shows it.
 */
export function usualName(pathname: string): string {
  return `${USUAL}${listOf(pathname)}`;
}

export function isUsual(name: string): boolean {
  return name.startsWith(USUAL);
}

const USUAL = 'columns:';

/** The columns that an address hides, of those that can be hidden; null where it says nothing about columns. */
export function hiddenIn(params: URLSearchParams, columns: readonly string[]): ReadonlySet<string> | null {
  const said = params.get(HIDDEN);
  if (said === null) return null;
  const slugs = said.split(' ');
  return new Set(columns.filter((name) => slugs.includes(slugOf(name))));
}

/** The same address without a word about columns. */
export function asUsual(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete(HIDDEN);
  return next;
}

function listOf(pathname: string): string {
  return pathname.startsWith(CONSOLE) ? pathname.slice(CONSOLE.length) || '/' : pathname;
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
