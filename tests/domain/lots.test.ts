import fc from 'fast-check';
import {
  byOrderOfUse,
  drawFrom,
  dueLots,
  fundingOf,
  isDue,
  spendable,
  withAdded,
  withDrawn,
  withExpiry,
  type Lot,
  type LotFacts,
} from '../../api/domain/wallet/lots.ts';
import { propertySeed } from '../support/seed.ts';
import { india } from './wallet-story.ts';

const noon = india('2026-03-10 12:00');

function lot(facts: Partial<Lot> = {}): Lot {
  return {
    id: '2',
    openedSeq: 2,
    creditSeq: 2,
    original: 500n,
    remaining: 500n,
    funding: 'GRANTED',
    source: 'MANUAL',
    expiresAt: noon,
    ...facts,
  };
}

function factsOf({ remaining, ...facts }: Lot): LotFacts {
  expect(remaining).toBeDefined();
  return facts;
}

describe('the order in which lots are used', () => {
  it.each<[string, Partial<Lot>, Partial<Lot>]>([
    [
      'sooner expiry',
      { expiresAt: noon, id: '9', openedSeq: 9, funding: 'PURCHASED' },
      { expiresAt: noon + 1 },
    ],
    [
      'any expiry before none',
      { expiresAt: noon, id: '9', openedSeq: 9, funding: 'PURCHASED' },
      { expiresAt: null },
    ],
    ['granted before purchased', { funding: 'GRANTED', id: '9', openedSeq: 9 }, { funding: 'PURCHASED' }],
    [
      'granted before purchased among those without expiry',
      { expiresAt: null, funding: 'GRANTED', id: '9', openedSeq: 9 },
      { expiresAt: null, funding: 'PURCHASED' },
    ],
    ['older', { id: '9', openedSeq: 9 }, { id: '10', openedSeq: 10 }],
    ['older among those without expiry', { expiresAt: null }, { expiresAt: null, id: '3', openedSeq: 3 }],
    ['lower number of one refund', { id: '7.1', openedSeq: 7 }, { id: '7.2', openedSeq: 7 }],
    ['ninth of one refund before its tenth', { id: '7.9', openedSeq: 7 }, { id: '7.10', openedSeq: 7 }],
  ])('%s', (_, first, second) => {
    expect(byOrderOfUse(lot(first), lot(second))).toBeLessThan(0);
    expect(byOrderOfUse(lot(second), lot(first))).toBeGreaterThan(0);
  });

  it('draws the first lot up before it touches the second', () => {
    const lots = [lot({ remaining: 300n }), lot({ id: '3', openedSeq: 3 })];
    expect(drawFrom(lots, 299n).map(({ lot: { id }, amount }) => [id, amount])).toEqual([['2', 299n]]);
    expect(drawFrom(lots, 300n).map(({ lot: { id }, amount }) => [id, amount])).toEqual([['2', 300n]]);
    expect(drawFrom(lots, 301n).map(({ lot: { id }, amount }) => [id, amount])).toEqual([
      ['2', 300n],
      ['3', 1n],
    ]);
  });

  it('keeps on a draw the facts of the lot and not what remained of it', () => {
    const held = lot();
    expect(drawFrom([held], 1n)).toStrictEqual([{ lot: factsOf(held), amount: 1n }]);
  });

  it('draws nothing for nothing, and never more than there is', () => {
    expect(drawFrom([lot()], 0n)).toEqual([]);
    expect(() => drawFrom([lot()], 501n)).toThrow('1 paise less');
    expect(() => drawFrom([], 1n)).toThrow('1 paise less');
  });
});

describe('a lot whose time has come', () => {
  it.each([
    ['is spendable one millisecond before', -1, false],
    ['is due at that instant', 0, true],
    ['stays due afterwards', 1, true],
  ])('%s', (_, offset, due) => {
    expect(isDue(lot(), noon + offset)).toBe(due);
    expect(dueLots([lot()], noon + offset)).toHaveLength(due ? 1 : 0);
    expect(spendable([lot()], noon + offset)).toBe(due ? 0n : 500n);
  });

  it('never comes for a lot without expiry', () => {
    expect(isDue(lot({ expiresAt: null }), Number.MAX_SAFE_INTEGER)).toBe(false);
  });

  it('leaves the other lots spendable', () => {
    const lots = [
      lot(),
      lot({ id: '3', expiresAt: noon + 1, remaining: 7n }),
      lot({ id: '4', expiresAt: null }),
    ];
    expect(spendable(lots, noon)).toBe(507n);
    expect(dueLots(lots, noon + 1).map(({ id }) => id)).toEqual(['2', '3']);
  });
});

describe('taking from lots and putting back', () => {
  it('removes a lot with nothing left', () => {
    expect(withDrawn([lot()], [{ lot: lot(), amount: 500n }])).toEqual([]);
    expect(withDrawn([lot()], [{ lot: lot(), amount: 499n }])).toEqual([lot({ remaining: 1n })]);
  });

  it('refuses to take what a lot does not hold', () => {
    expect(() => withDrawn([lot()], [{ lot: lot(), amount: 501n }])).toThrow('does not hold 501');
    expect(() => withDrawn([lot()], [{ lot: lot({ id: '3' }), amount: 1n }])).toThrow('does not hold 1');
  });

  it('puts money back into an open lot', () => {
    expect(withAdded([lot({ remaining: 1n })], lot(), 499n)).toEqual([lot({ remaining: 500n })]);
  });

  it('opens a used-up lot again at its place in the order', () => {
    const sooner = lot({ id: '3', expiresAt: noon - 1 });
    const later = lot({ id: '4', expiresAt: noon + 1 });
    const again = withAdded([sooner, later], factsOf(lot()), 5n);
    expect(again.map(({ id, remaining }) => [id, remaining])).toEqual([
      ['3', 500n],
      ['2', 5n],
      ['4', 500n],
    ]);
  });

  it('refuses to fill a lot beyond what it was opened with', () => {
    expect(() => withAdded([lot({ remaining: 1n })], lot(), 500n)).toThrow('more than it was opened with');
    expect(() => withAdded([], lot(), 501n)).toThrow('more than it was opened with');
  });

  it('keeps every list of lots in order, whatever the order in which they came', () => {
    const facts = fc.record({
      openedSeq: fc.integer({ min: 2, max: 12 }),
      part: fc.integer({ min: 1, max: 12 }),
      funding: fc.constantFrom('PURCHASED' as const, 'GRANTED' as const),
      expiresAt: fc.constantFrom(null, noon, noon + 1),
    });
    const several = fc.uniqueArray(facts, { selector: ({ openedSeq, part }) => `${openedSeq}.${part}` });
    fc.assert(
      fc.property(several, (all) => {
        const named = all.map(({ part, ...rest }) =>
          factsOf(lot({ ...rest, id: `${rest.openedSeq}.${part}` })),
        );
        const lots = named.reduce<Lot[]>((held, one) => withAdded(held, one, 1n), []);
        expect(lots).toHaveLength(all.length);
        for (const [at, one] of lots.entries()) {
          for (const next of lots.slice(at + 1)) expect(byOrderOfUse(one, next)).toBeLessThan(0);
        }
      }),
      { seed: propertySeed, numRuns: 300 },
    );
  });
});

it('counts only purchases as purchased', () => {
  expect(fundingOf('PURCHASE')).toBe('PURCHASED');
  for (const source of ['REFERRAL', 'PROMOTION', 'LOYALTY', 'MANUAL'] as const) {
    expect(fundingOf(source)).toBe('GRANTED');
  }
});

describe('a new last day for a lot', () => {
  const lots = [lot({ id: '2', expiresAt: noon }), lot({ id: '3', openedSeq: 3, expiresAt: noon + 1 })];

  it('gives it its new place and leaves the others as they are', () => {
    expect(withExpiry(lots, '2', noon + 2)).toEqual([lots[1], { ...lots[0], expiresAt: noon + 2 }]);
  });

  it('is damage when the lot is not open', () => {
    expect(() => withExpiry(lots, '4', noon)).toThrow('Lot 4 is not open');
  });
});
