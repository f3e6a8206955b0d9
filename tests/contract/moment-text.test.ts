import fc from 'fast-check';
import { momentText } from '../../schema/scalars/moment-text.ts';
import { propertySeed } from '../support/seed.ts';

const moment = fc.oneof(
  fc.date({
    noInvalidDate: true,
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
  }),
  fc.date({
    noInvalidDate: true,
    min: new Date('2026-11-27T00:00:00Z'),
    max: new Date('2026-11-29T00:00:00Z'),
  }),
  // Beyond four digits of a year.
  fc.date({ noInvalidDate: true }),
);

it('writes every moment as the platform does', () => {
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 5 }), (moments) => {
      expect(moments.map((at) => momentText(at.getTime()))).toEqual(moments.map((at) => at.toISOString()));
    }),
    { seed: propertySeed, numRuns: 500 },
  );
});

it('writes the last moment of a day and the first of the next', () => {
  const midnight = Date.parse('2026-11-28T00:00:00Z');
  expect([midnight - 1, midnight].map(momentText)).toEqual([
    '2026-11-27T23:59:59.999Z',
    '2026-11-28T00:00:00.000Z',
  ]);
});

it('refuses what is no moment', () => {
  expect(() => momentText(NaN)).toThrow(RangeError);
  expect(() => momentText(Infinity)).toThrow(RangeError);
});
