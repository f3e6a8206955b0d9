import fc from 'fast-check';
import {
  dateChoices,
  everything,
  filterCount,
  kindChoices,
  readSearch,
  sourceChoices,
  writeSearch,
} from '../../../../client/features/history/history-search.ts';
import type { HistorySearch } from '../../../../client/features/history/history-search.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const amount = fc
  .integer({ min: 1, max: 99_999_999 })
  .map((paise) => `${Math.floor(paise / 100)}.${String(paise % 100).padStart(2, '0')}`);

/** Addresses as the app itself writes them: days only with the custom period, and in order. */
const searches: fc.Arbitrary<HistorySearch> = fc
  .record({
    kinds: fc.subarray([...kindChoices]),
    source: fc.constantFrom(null, ...sourceChoices),
    named: fc.string({ maxLength: 100 }).map((text) => text.trim()),
    dates: fc.constantFrom(...dateChoices),
    days: fc.tuple(fc.oneof(fc.constant(''), day), fc.oneof(fc.constant(''), day)),
    amounts: fc.tuple(fc.oneof(fc.constant(''), amount), fc.oneof(fc.constant(''), amount)),
  })
  .map(({ days, amounts, ...search }) => {
    const [from, to] = search.dates === 'custom' ? inOrder(days) : ['', ''];
    const [least, most] = amounts.includes('')
      ? amounts
      : amounts.toSorted((a, b) => Number(a.replace('.', '')) - Number(b.replace('.', '')));
    return { ...search, from, to, least: least ?? '', most: most ?? '' };
  });

function inOrder([a, b]: [string, string]): [string, string] {
  return a !== '' && b !== '' && a > b ? [b, a] : [a, b];
}

describe('the address of the history', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(searches, (search) => {
        expect(readSearch(new URLSearchParams(writeSearch(search).toString()))).toEqual(search);
      }),
    );
  });

  it('is empty when everything is as usual', () => {
    expect(writeSearch(everything).toString()).toBe('');
  });

  it('never fails, whatever somebody types', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('type', 'source', 'dates', 'from', 'to', 'min', 'max'), fc.string()),
        (typed) => {
          const search = readSearch(new URLSearchParams(typed));
          expect(dateChoices).toContain(search.dates);
          expect(search.kinds.every((kind) => kindChoices.includes(kind))).toBe(true);
        },
      ),
    );
  });

  it('takes amounts as people write them, the smaller one first', () => {
    const { least, most } = readSearch(new URLSearchParams({ min: '₹1,500', max: '99.5' }));
    expect([least, most]).toEqual(['99.50', '1500.00']);
  });

  it('counts the filters in force', () => {
    expect(filterCount({ ...everything, least: '10.00', most: '20.00' })).toBe(1);
    expect(filterCount(everything)).toBe(0);
    expect(filterCount({ ...everything, kinds: ['DEBIT', 'CREDIT'], source: 'REFUND' })).toBe(3);
  });
});
