import fc from 'fast-check';
import {
  addDays,
  dayOf,
  daysBetween,
  endOfDay,
  monthOf,
  startOfDay,
  startOfMonth,
  TIME_ZONE,
} from '../../api/domain/calendar.ts';
import { propertySeed } from '../support/seed.ts';
import { india } from './wallet-story.ts';

describe('the end of a day in India', () => {
  it.each([
    ['one millisecond before midnight', '2026-03-10 23:59:59.999', '2026-03-10 23:59:59.999'],
    ['at midnight', '2026-03-11 00:00:00.000', '2026-03-11 23:59:59.999'],
    ['one millisecond after midnight', '2026-03-11 00:00:00.001', '2026-03-11 23:59:59.999'],
    [
      'when it is already tomorrow in India but not in UTC',
      '2026-03-11 05:29:59.999',
      '2026-03-11 23:59:59.999',
    ],
    ['at midnight UTC', '2026-03-11 05:30:00.000', '2026-03-11 23:59:59.999'],
    ['on the last day of a short month', '2026-02-28 12:00', '2026-02-28 23:59:59.999'],
    ['on a leap day', '2028-02-29 12:00', '2028-02-29 23:59:59.999'],
    ['on the last day of a year', '2026-12-31 23:00', '2026-12-31 23:59:59.999'],
    ['before 1970', '1969-12-31 03:00', '1969-12-31 23:59:59.999'],
  ])('%s', (_, moment, end) => {
    expect(endOfDay(india(moment))).toBe(india(end));
  });

  it('is one millisecond before the next day starts', () => {
    expect(startOfDay(endOfDay(india('2026-03-10 09:00')) + 1)).toBe(india('2026-03-11 00:00'));
  });
});

describe('counting days', () => {
  it('keeps the time of day, across month ends, leap days and years', () => {
    expect(addDays(india('2026-01-31 09:15'), 1)).toBe(india('2026-02-01 09:15'));
    expect(addDays(india('2028-02-28 09:15'), 1)).toBe(india('2028-02-29 09:15'));
    expect(addDays(india('2027-02-28 09:15'), 1)).toBe(india('2027-03-01 09:15'));
    expect(addDays(india('2027-03-10 09:15'), 365)).toBe(india('2028-03-09 09:15'));
    expect(addDays(india('2026-01-01 09:15'), -1)).toBe(india('2025-12-31 09:15'));
  });

  it('counts midnights, not spans of 24 hours', () => {
    const lateEvening = india('2026-03-10 23:59:59.999');
    expect(daysBetween(lateEvening, india('2026-03-10 00:00'))).toBe(0);
    expect(daysBetween(lateEvening, lateEvening + 1)).toBe(1);
    expect(daysBetween(lateEvening + 1, lateEvening)).toBe(-1);
    expect(daysBetween(india('2028-02-28 12:00'), india('2028-03-01 01:00'))).toBe(2);
    expect(daysBetween(india('2026-03-10 12:00'), india('2027-03-10 12:00'))).toBe(365);
  });
});

describe('months', () => {
  it('begin at midnight in India', () => {
    expect(monthOf(india('2026-02-28 23:59:59.999'))).toBe('2026-02');
    expect(monthOf(india('2026-03-01 00:00'))).toBe('2026-03');
    expect(monthOf(india('2027-01-01 05:00'))).toBe('2027-01');
  });

  it('are counted forwards and backwards across years', () => {
    expect(startOfMonth(india('2026-03-31 23:59:59.999'))).toBe(india('2026-03-01 00:00'));
    expect(startOfMonth(india('2026-03-31 12:00'), 1)).toBe(india('2026-04-01 00:00'));
    expect(startOfMonth(india('2026-03-31 12:00'), -1)).toBe(india('2026-02-01 00:00'));
    expect(startOfMonth(india('2026-03-31 12:00'), -11)).toBe(india('2025-04-01 00:00'));
    expect(startOfMonth(india('2026-01-01 00:00'), -12)).toBe(india('2025-01-01 00:00'));
  });

  it('is found in the first and the last years that there are', () => {
    expect(startOfMonth(india('0001-03-31 12:00'), -2)).toBe(india('0001-01-01 00:00'));
    expect(startOfMonth(india('9999-11-30 12:00'), 1)).toBe(india('9999-12-01 00:00'));
  });
});

it('agrees with the time zone database on every day and month of two centuries', () => {
  const local = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, dateStyle: 'short' });
  const moment = fc.integer({ min: india('1970-01-01 00:00'), max: india('2170-01-01 00:00') });
  fc.assert(
    fc.property(moment, (at) => {
      const date = local.format(at);
      expect(endOfDay(at)).toBe(india(`${date} 23:59:59.999`));
      expect(startOfDay(at)).toBe(india(`${date} 00:00`));
      expect(dayOf(at)).toBe(date);
      expect(monthOf(at)).toBe(date.slice(0, 7));
      expect(startOfMonth(at)).toBe(india(`${date.slice(0, 7)}-01 00:00`));
    }),
    { seed: propertySeed, numRuns: 2_000 },
  );
});
