import type { GiftDesign } from '../../../graphql/graphql.ts';

/** What its sender says of a gift, as it is typed. */
export interface GiftSayings {
  toEmail: string;
  fromName: string;
  message: string;
  design: GiftDesign;
  when: 'NOW' | 'LATER';
  /** As a field for a day and time has it. */
  day: string;
}

/** What the shop takes at most. */
export const LONGEST_MESSAGE = 300;
export const LONGEST_NAME = 120;
const MOST_DAYS_AHEAD = 180;

/** Enough to find a slip of the finger; whether there is such a mailbox only a mail tells. */
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A day and time as a field has it, meant as the shop's clocks show it, which are India's; null for none. */
export function instantOf(day: string): string | null {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(day) ? `${day}:00+05:30` : null;
}

/** What is wrong with a day to send something; null where nothing is. `now` in epoch milliseconds. */
export function dayFault(day: string, now: number): 'MISSING' | 'PAST' | 'FAR' | null {
  const at = Date.parse(instantOf(day) ?? '');
  if (Number.isNaN(at)) return 'MISSING';
  if (at <= now) return 'PAST';
  return at > now + MOST_DAYS_AHEAD * 86_400_000 ? 'FAR' : null;
}

/** Whether all of it can be sent. `now` in epoch milliseconds. */
export function isSayable({ toEmail, fromName, when, day }: GiftSayings, now: number): boolean {
  const isTimely = when === 'NOW' || dayFault(day, now) === null;
  return EMAIL.test(toEmail.trim()) && fromName.trim() !== '' && isTimely;
}
