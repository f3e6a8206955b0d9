import type { Instant } from '../domain/calendar.ts';
import { formatRupees, type Paise } from '../domain/money.ts';

/** How the audit writes figures, so that a finding can be looked up as it stands. */

export function rupees(amount: Paise): string {
  return `₹${formatRupees(amount)}`;
}

export function moment(at: Instant | null): string {
  return at === null ? 'never' : new Date(at).toISOString();
}
