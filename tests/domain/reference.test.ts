import fc from 'fast-check';
import { drawShortCodes, isShortCode, readReference, writeReference } from '../../api/domain/reference.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const codes = fc
  .infiniteStream(fc.nat(255))
  .map((bytes) => drawShortCodes((length) => Uint8Array.from({ length }, () => bytes.next().value ?? 0)));
const shortCode = fc.tuple(codes, fc.nat(4)).map(([drawn, place]) => drawn[place] ?? '');
const seq = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
const entry = fc.record({ shortCode, seq });

/** The symbols without the beginning that all have, and without dashes. */
function symbolsOf(reference: string): string {
  return reference.slice('EB-'.length).replace('-', '');
}

describe('a reference', () => {
  it('is the code of the wallet, the place of the entry and a check symbol', () => {
    expect(writeReference({ shortCode: '7K9QX', seq: 87 })).toMatch(/^EB-7K9QX-2Q[0-9A-Z]$/);
    expect(writeReference({ shortCode: '7K9QX', seq: 1 })).toMatch(/^EB-7K9QX-1[0-9A-Z]$/);
    expect(writeReference({ shortCode: 'Z7K9QX4', seq: 32 })).toMatch(/^EB-Z7K9QX4-10[0-9A-Z]$/);
  });

  it('says which entry is meant, of short codes and long ones', () => {
    fc.assert(
      fc.property(entry, (named) => {
        expect(isShortCode(named.shortCode)).toBe(true);
        expect(readReference(writeReference(named))).toEqual(named);
      }),
    );
  });

  it('is understood however it is typed', () => {
    const named = { shortCode: '1K0QX', seq: 33 };
    const [, , check = ''] = /-(11)(.)$/.exec(writeReference(named)) ?? [];
    for (const typed of [`EB-1K0QX-11${check}`, `eb ikoqx l1${check}`, ` Eb1-kO-qX Il\t${check} `])
      expect(readReference(typed)).toEqual(named);
  });

  it('is not mistaken for another when one symbol is wrong', () => {
    const place = fc.nat();
    fc.assert(
      fc.property(entry, place, fc.constantFrom(...SYMBOLS), (named, at, other) => {
        const symbols = symbolsOf(writeReference(named));
        const wrong = [...symbols].with(at % symbols.length, other).join('');
        fc.pre(wrong !== symbols);
        // A first symbol that makes the code longer or shorter moves its end; the sum is over all symbols all the same.
        expect(readReference(`EB${wrong}`)).toBeNull();
      }),
    );
  });

  it('is not mistaken for another when two neighbours have changed places', () => {
    fc.assert(
      fc.property(entry, fc.nat(), (named, at) => {
        const symbols = [...symbolsOf(writeReference(named))];
        const place = at % (symbols.length - 1);
        const [left = '', right = ''] = [symbols[place], symbols[place + 1]];
        fc.pre(left !== right);
        expect(
          readReference(
            `EB${symbols
              .with(place, right)
              .with(place + 1, left)
              .join('')}`,
          ),
        ).toBeNull();
      }),
    );
  });

  it.each([
    '',
    'EB',
    'EB-',
    'EB-7K9QX',
    'EB-7K9QX-',
    'XX-7K9QX-2QY',
    'EB-7K9QX-U2',
    `EB-${'Z'.repeat(5_000)}`,
  ])('is not %j', (text) => {
    expect(readReference(text)).toBeNull();
  });

  it('has one spelling: no zeros stand before the place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SYMBOLS), (check) => {
        expect(readReference(`EB-7K9QX-02Q${check}`)).toBeNull();
      }),
    );
  });

  it('needs no more than what a number can tell exactly', () => {
    for (const check of SYMBOLS) expect(readReference(`EB-7K9QX-ZZZZZZZZZZZZ${check}`)).toBeNull();
  });
});
