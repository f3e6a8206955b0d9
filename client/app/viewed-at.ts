/**
 * Whose app somebody of the shop looks at, by the address; null where everybody sees their own. All addresses of that app stand
 * below this one, so that none of them is mixed up with one's own.
 */
export function viewedAt(): { base: string; customerId: string } | null {
  const [base, id] = /^\/view-as\/([\w.-]+)/.exec(window.location.pathname) ?? [];
  return base !== undefined && id !== undefined ? { base, customerId: id } : null;
}
