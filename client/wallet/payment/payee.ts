/** Whom the UPI app must name: the link says so itself. */
export function payeeOf(intent: string | null): string | null {
  const [, query = ''] = intent?.split('?') ?? [];
  return new URLSearchParams(query).get('pn');
}
