import { TIME_ZONE, type Instant } from '../../domain/calendar.ts';

const printedDay = new Intl.DateTimeFormat('en-IN', { dateStyle: 'medium', timeZone: TIME_ZONE });
const printedMoment = new Intl.DateTimeFormat('en-IN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: TIME_ZONE,
});

/** A day in a sentence, such as `23 Nov 2026`. */
export function day(at: Instant): string {
  return printedDay.format(at);
}

/** The same with the time of day. */
export function moment(at: Instant): string {
  return printedMoment.format(at);
}
