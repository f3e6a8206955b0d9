import {
  dayPart,
  formatDateTime,
  formatMonth,
  formatNearDate,
  formatTime,
  indiaDay,
} from '../../../client/format/date.ts';
import { NOW } from '../support/stories.ts';

describe('dates', () => {
  it('are those of India, wherever the browser is', () => {
    expect(formatDateTime('2026-11-22T18:45:00Z')).toBe('23 Nov 2026, 12:15 am');
    expect(indiaDay('2026-11-22T18:29:59Z')).toBe('2026-11-22');
    expect(indiaDay('2026-11-22T18:30:00Z')).toBe('2026-11-23');
    expect(formatMonth('2026-10-31T18:30:00Z')).toBe('November 2026');
  });

  it('keep the year to themselves while it is the current one', () => {
    expect(formatNearDate('2026-11-26T10:00:00+05:30', NOW)).toBe('26 Nov');
    expect(formatNearDate('2027-01-02T10:00:00+05:30', NOW)).toBe('2 Jan 2027');
  });

  it('write the time with a plain space', () => {
    expect(formatTime(NOW)).toBe('9:41 am');
  });

  it.each([
    ['2026-11-23T03:59:00+05:30', 'evening'],
    ['2026-11-23T04:00:00+05:30', 'morning'],
    ['2026-11-23T11:59:00+05:30', 'morning'],
    ['2026-11-23T12:00:00+05:30', 'afternoon'],
    ['2026-11-23T17:00:00+05:30', 'evening'],
    ['2026-11-23T00:10:00+05:30', 'evening'],
  ])('greet at %s with good %s', (at, part) => {
    expect(dayPart(Date.parse(at))).toBe(part);
  });
});
