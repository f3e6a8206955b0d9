/** Where a gift of one's own stands. */
export function sentPath(id: string): string {
  return `/gifts/${encodeURIComponent(id)}`;
}
