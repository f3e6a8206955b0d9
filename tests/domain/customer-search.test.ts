import { customerSearch, searchKeysOf } from '../../api/domain/customer-search.ts';

const asha = { id: 'Cust-1', name: 'Asha  Devi Rao', email: 'Asha@Example.com', phone: '+91 98765 43210' };

describe('the search keys of a customer', () => {
  it('are the id, the name from each word on, the address and the number with and without the country', () => {
    expect(searchKeysOf(asha)).toEqual([
      'cust-1',
      'asha devi rao',
      'devi rao',
      'rao',
      'asha@example.com',
      '919876543210',
      '9876543210',
    ]);
  });

  it('leave out what is not known', () => {
    expect(searchKeysOf({ id: 'c', name: 'Ö', email: null, phone: null })).toEqual(['c', 'ö']);
  });

  it('stay few for a name of many words', () => {
    const name = Array.from({ length: 60 }, (_, n) => `w${n}`).join(' ');
    expect(searchKeysOf({ ...asha, name }).length).toBeLessThanOrEqual(20);
  });

  it('are the same in every form of the same letters', () => {
    const names = ['Ａｓｈａ', 'ASHA'].map((name) =>
      searchKeysOf({ id: 'c', name, email: null, phone: null }),
    );
    expect(names[0]).toEqual(names[1]);
  });
});

describe('what was typed', () => {
  it.each([
    ['  ASHA   r', ['asha r'], 'ASHAR'],
    ['+91 987-65', ['+91 987-65', '9198765'], null],
    ['98765', ['98765'], '98765'],
    ['k7mp', ['k7mp'], 'K7MP'],
    ['k7mp-2q', ['k7mp-2q'], 'K7MP2Q'],
    ['k7m', ['k7m'], null],
    ['.*', ['.*'], null],
  ])('%j is a search for %j', (typed, prefixes, codePrefix) => {
    expect(customerSearch(typed)).toEqual({ prefixes, codePrefix });
  });

  it.each(['', '   ', '\t'])('%j is no search', (typed) => {
    expect(customerSearch(typed)).toBeNull();
  });
});
