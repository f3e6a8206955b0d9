import fc from 'fast-check';
import { indiaDay } from '../../../client/format/date.ts';
import {
  endOfDay,
  financialYear,
  financialYearName,
  isDay,
  lastThreeMonths,
  startOfDay,
  thisMonth,
} from '../../../client/format/day-range.ts';

const at = (day: string): number => Date.parse(`${day}T09:00:00+05:30`);

describe('day ranges', () => {
  it('begin a month on its first day', () => {
    expect(thisMonth(at('2026-11-23'))).toEqual({ from: '2026-11-01', to: '2026-11-23' });
  });

  it('go back three months, to the last day where the month is too short', () => {
    expect(lastThreeMonths(at('2026-11-23')).from).toBe('2026-08-23');
    expect(lastThreeMonths(at('2026-05-31')).from).toBe('2026-02-28');
    expect(lastThreeMonths(at('2026-01-15')).from).toBe('2025-10-15');
  });

  it('run a financial year from April to March', () => {
    expect(financialYear(at('2027-03-31'))).toEqual({ from: '2026-04-01', to: '2027-03-31' });
    expect(financialYear(at('2027-04-01')).from).toBe('2027-04-01');
    expect(financialYearName(at('2026-11-23'))).toBe('2026-27');
  });

  it('hold exactly the moments of a day in India', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (moment) => {
        const day = indiaDay(moment.getTime());
        expect(isDay(day)).toBe(true);
        expect(Date.parse(startOfDay(day))).toBeLessThanOrEqual(moment.getTime());
        expect(Date.parse(endOfDay(day))).toBeGreaterThan(moment.getTime());
        expect(Date.parse(endOfDay(day)) - Date.parse(startOfDay(day))).toBe(86_400_000);
      }),
    );
  });

  it.each(['', '2026-02-30', '2026-13-01', '23-11-2026', 'yesterday', '2026-11-23T10:00'])(
    'don’t take “%s” for a day',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );
});
