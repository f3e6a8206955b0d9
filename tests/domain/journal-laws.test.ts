import type { Entry } from '../../api/domain/wallet/entries.ts';
import { brokenLaws } from './journal-laws.ts';
import { entryOf, india, rupees, WalletStory } from './wallet-story.ts';

/** OPEN, three CREDITs, a DEBIT over two lots, a REFUND, an EXPIRY, a REFUND to a new lot, EXTENSION, REVERSAL, STATUS. */
function sound(): WalletStory {
  const story = new WalletStory();
  const granted = story.grant(rupees(100), { expiresOn: india('2026-04-01 12:00') });
  const bought = story.grant(rupees(100), { source: 'PURCHASE', expiresOn: india('2026-04-01 12:00') });
  story.credit(rupees(100));
  const debit = story.spend(rupees(150));
  story.refund(debit, rupees(20));
  story.now = india('2026-04-02 00:00');
  story.refund(debit, rupees(60));
  story.extend(bought, india('2026-06-01 12:00'));
  story.reverse(granted);
  story.setStatus('FROZEN');
  return story;
}

it('a sound journal breaks none', () => {
  const { wallet, journal } = sound();
  expect(brokenLaws(wallet, journal)).toEqual([]);
});

/** OPEN, two CREDITs, a HOLD over both, a capture of a part, its rest (RELEASE), and what of it came back too late (EXPIRY). */
function held(): WalletStory {
  const story = new WalletStory();
  story.grant(rupees(100), { expiresOn: india('2026-04-01 12:00') });
  story.credit(rupees(100));
  const amount = rupees(150);
  const until = india('2026-04-05 12:00');
  const hold = entryOf(
    story.ask({ kind: 'PLACE_HOLD', amount, orderId: 'order-1', expiresAt: until, reason: null }),
    'HOLD',
  );
  story.now = india('2026-04-02 12:00');
  const command = {
    kind: 'CAPTURE_HOLD',
    holdId: hold.id,
    entries: [],
    isFinal: true,
    reason: null,
  } as const;
  story.ask({ ...command, amount: rupees(60) });
  return story;
}

it('a sound journal with a hold breaks none', () => {
  const { wallet, journal } = held();
  expect(journal.map(({ kind }) => kind)).toEqual([
    ...['OPEN', 'CREDIT', 'CREDIT', 'HOLD', 'DEBIT', 'RELEASE', 'EXPIRY'],
  ]);
  expect(brokenLaws(wallet, journal)).toEqual([]);
});

/** The same of a journal with a hold. */
const damagesOfHolds: readonly [string, number, (entry: never) => object][] = [
  ['each held sum follows from the one before', 4, () => ({ heldAfter: 1n })],
  ['what is held is the sum of what holds keep', 4, () => ({ amount: rupees(151) })],
  ['a hold ends once', 5, () => ({ holdId: 'another' })],
  ['a hold ends after it was placed', 4, () => ({ deadline: 0 })],
  [
    'no more is taken of a hold than it keeps',
    5,
    ({ draws: [draw] }: { draws: object[] }) => ({ draws: [{ ...draw, amount: rupees(101) }] }),
  ],
  [
    'a release gives back all that a hold keeps',
    6,
    ({ restores: [first] }: { restores: object[] }) => ({ restores: [first] }),
  ],
  ['a lot expires once', 7, () => ({ releasedBy: 4 })],
];

it.each(damagesOfHolds)('is told when damage of a hold breaks this: %s', (law, seq, damage) => {
  const { wallet, journal } = held();
  const damaged = journal.map((entry) =>
    entry.seq === seq ? { ...entry, ...damage(entry as never) } : entry,
  );
  expect(brokenLaws(wallet, damaged as Entry[])).toContain(law);
});

/** Each changes one figure of one entry, the one of that number. */
const damages: readonly [string, number, (entry: never) => object][] = [
  ['numbers have no gap', 4, () => ({ seq: 9 })],
  ['time does not run backwards', 4, () => ({ at: 0 })],
  ['each balance follows from the one before', 3, () => ({ balanceAfter: 1n })],
  [
    'the balance is the sum of what remains',
    5,
    ({ draws: [first] }: { draws: object[] }) => ({ draws: [first] }),
  ],
  ['running totals equal a recount', 5, () => ({ running: {} })],
  ['what a balance is explained by adds up to it', 5, () => ({ running: {} })],
  ['draws and restores add up to their entry', 5, () => ({ draws: [] })],
  ['draws follow the order of use', 5, ({ draws }: { draws: object[] }) => ({ draws: draws.toReversed() })],
  ['nothing expired is spent', 5, () => ({ at: india('2026-05-01 00:00') })],
  ['nothing goes into an expired lot', 6, () => ({ at: india('2026-05-01 00:00') })],
  ['nothing expires early', 7, () => ({ at: india('2026-04-01 12:00') })],
  [
    'expiry takes all that is left',
    7,
    ({ draws: [draw] }: { draws: object[] }) => ({ draws: [{ ...draw, amount: 1n }] }),
  ],
  [
    'an extension gives an open lot more time',
    9,
    ({ extended: [one] }: { extended: object[] }) => ({ extended: [{ ...one, to: 0 }] }),
  ],
  [
    'a reversal takes all that is left',
    10,
    ({ draws: [draw] }: { draws: object[] }) => ({ draws: [{ ...draw, amount: 1n }] }),
  ],
  ['refunds never exceed their debit', 8, () => ({ amount: rupees(151) })],
  ['every movement moves something', 6, () => ({ amount: 0n })],
  [
    'a lot holds between nothing and what it began with',
    2,
    ({ lot }: { lot: object }) => ({ lot: { ...lot, original: 1n } }),
  ],
  [
    'the facts of a lot never change but by an extension',
    2,
    ({ lot }: { lot: object }) => ({ lot: { ...lot, expiresAt: null } }),
  ],
  ['the fold of the journal is the wallet', 11, () => ({ status: 'SUSPENDED' })],
];

it.each(damages)('is told when damage breaks this: %s', (law, seq, damage) => {
  const { wallet, journal } = sound();
  const damaged = journal.map((entry) =>
    entry.seq === seq ? { ...entry, ...damage(entry as never) } : entry,
  );
  expect(brokenLaws(wallet, damaged as Entry[])).toContain(law);
});

it('is told when a frozen wallet spends', () => {
  const { wallet, journal } = sound();
  const debit = journal.find((entry) => entry.kind === 'DEBIT');
  expect(brokenLaws(wallet, [...journal, { ...debit, seq: 12 } as Entry])).toContain(
    'only an active wallet receives and spends',
  );
});

it('is told when a lot expires twice', () => {
  const { wallet, journal } = sound();
  const expiry = journal.find((entry) => entry.kind === 'EXPIRY');
  expect(brokenLaws(wallet, [...journal, { ...expiry, seq: 12 } as Entry])).toContain('a lot expires once');
});

it('is told when a refund turns granted money into purchased money', () => {
  const { wallet, journal } = sound();
  const damaged = journal.map((entry) => {
    if (entry.kind !== 'REFUND') return entry;
    return {
      ...entry,
      restores: entry.restores.map((one) => ({ ...one, lot: { ...one.lot, funding: 'GIFT' } })),
    };
  });
  expect(brokenLaws(wallet, damaged as Entry[])).toContain('a refund keeps the funding');
});

it.each([
  ['the balance is the sum of all entries', { balance: 1n }],
  ['the open lots are what was put in less what was taken', { lots: [] }],
])('is told when the stored wallet differs: %s', (law, damage) => {
  const { wallet, journal } = sound();
  expect(brokenLaws({ ...wallet, ...damage }, journal)).toContain(law);
});
