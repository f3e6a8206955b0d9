import fc from 'fast-check';
import { CLAIM_NAME, type CardEntry } from '../../api/domain/gift-card/card-entries.ts';
import { decideCard, evolveCard, type CardCommand } from '../../api/domain/gift-card/decide-card.ts';
import { cardAsOf, heldOf, sourceOf, type GiftCard } from '../../api/domain/gift-card/gift-card.ts';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { isRefusal } from '../../api/domain/refusal.ts';

const DAY = 86_400_000;
const opened = Date.parse('2026-03-10T09:30:00+05:30');
const actor = { id: 'meera', role: 'ADMIN', channel: 'CONSOLE' } as const;

const ENDS: readonly string[] = ['CLAIM', 'CANCELLATION', 'EXPIRY'];
const reason = fc.constantFrom('Lost', 'By mistake', ' ');
const command: fc.Arbitrary<CardCommand> = fc.oneof(
  fc
    .record({ kind: fc.constant('CLAIM' as const), customerId: fc.constantFrom('asha', 'kiran') })
    .map((claim) => ({
      ...claim,
      entryId: `${claim.customerId}:key`,
    })),
  fc.record({ kind: fc.constant('CANCEL' as const), reason }),
  fc.record({ kind: fc.constant('REISSUE' as const), reason }).map((again) => ({
    ...again,
    ...{ codeId: 'other', lastFour: 'ABCD', keyId: 'key' },
  })),
  fc.constant({ kind: 'EXPIRE' as const }),
  fc
    .record({ kind: fc.constant('HOLD' as const), amount: fc.bigInt({ min: 1n, max: 9_000_00n }) })
    .map((hold) => ({
      ...hold,
      ...{ customerId: 'asha', checkoutId: 'asha:checkout', orderId: 'order-1' },
    })),
  fc
    .record({ kind: fc.constant('REFUND' as const), amount: fc.bigInt({ min: 1n, max: 3_000_00n }) })
    .map((back) => ({
      ...{ ...back, customerId: 'asha', checkoutId: 'asha:checkout', orderId: 'order-1' },
      ...{ graceDays: 30, reason: 'Returned' },
    })),
  ending('CAPTURE'),
  ending('RELEASE'),
);
/** The end of what the step `n` has held, if it did. */
function ending<K extends 'CAPTURE' | 'RELEASE'>(kind: K) {
  return fc.nat({ max: 5 }).map((n) => ({ kind, holdId: `gc_1:key-${n}` }));
}
/** How long after the step before; also back, for clocks differ. */
const step = fc.record({ command, waitMs: fc.integer({ min: -DAY, max: 200 * DAY }) });
const story = fc.record({
  amount: fc.bigInt({ min: 100_00n, max: 10_000_00n }),
  funding: fc.constantFrom('PURCHASED' as const, 'GRANTED' as const),
  days: fc.integer({ min: 1, max: 400 }),
  steps: fc.array(step, { maxLength: 12 }),
});

interface Told {
  readonly entries: CardEntry[];
  readonly card: GiftCard;
  readonly refusals: number;
}

function tell({
  amount,
  funding,
  days,
  steps,
}: typeof story extends fc.Arbitrary<infer S> ? S : never): Told {
  const terms = defaultPolicy.giftCards;
  const context = { terms, actor, requestId: 'req', intent: null };
  const issue = { kind: 'ISSUE', amount, funding, expiresAt: opened + days * DAY, reason: 'Prize' } as const;
  const onCard = { codeId: 'one', lastFour: '7Q2M', keyId: 'key' };
  const first = decideCard(null, { ...issue, ...onCard }, 'gc_1', { ...context, now: opened, name: 'issue' });
  if (isRefusal(first)) throw new Error(first.code);
  let now = opened;
  return steps.reduce<Told>(
    ({ entries, card, refusals }, { command, waitMs }, n) => {
      now += waitMs;
      const name = command.kind === 'CLAIM' ? CLAIM_NAME : `key-${n}`;
      if (command.kind === 'REFUND' && !mayComeBack(card, entries, command.amount))
        return { entries, card, refusals };
      const next = decideCard(card, command, card.id, { ...context, now, name });
      return isRefusal(next)
        ? { entries, card, refusals: refusals + 1 }
        : { entries: [...entries, ...next.entries], card: next.card, refusals };
    },
    { entries: [...first.entries], card: first.card, refusals: 0 },
  );
}

/** Whoever gives an order back sees to it that it was paid with this card, and that somebody still has it. */
function mayComeBack({ state }: GiftCard, entries: readonly CardEntry[], amount: bigint): boolean {
  const paid = sumOf(entries, 'DEBIT') - sumOf(entries, 'REFUND');
  return state !== 'CLAIMED' && state !== 'CANCELLED' && amount <= paid;
}

function sumOf(entries: readonly CardEntry[], ...kinds: readonly string[]): bigint {
  return entries
    .flatMap((entry) => ('amount' in entry && kinds.includes(entry.kind) ? entry.amount : []))
    .reduce((sum, amount) => sum + amount, 0n);
}

/** What happened since something came back to it, if it did: then it was open once more. */
const sinceOpen = (entries: readonly CardEntry[]) =>
  entries.slice(entries.findLastIndex(({ kind }) => kind === 'REFUND') + 1);

describe('the life of a gift card', () => {
  it('loses no paisa, ends once, and is the fold of its journal', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { entries, card } = tell(told);
        const all = (...kinds: readonly string[]) => sumOf(entries, ...kinds);
        const gone = all('CLAIM', 'CANCELLATION', 'EXPIRY', 'DEBIT') - all('REFUND');
        expect(gone + card.remaining + heldOf(card)).toBe(told.amount);
        expect(heldOf(card)).toBe(all('HOLD') - all('RELEASE', 'DEBIT'));
        const ends = new Set(
          sinceOpen(entries)
            .map(({ kind }) => kind)
            .filter((kind) => ENDS.includes(kind)),
        );
        if (card.state === 'USED') expect([...ends]).toEqual([]);
        else expect(ends.size).toBe(card.state === 'OPEN' ? 0 : 1);
        if (card.state !== 'OPEN') expect(card.remaining).toBe(0n);
        expect(entries.reduce<GiftCard | null>(evolveCard, null)).toEqual(card);
        expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, n) => n + 1));
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted((a, b) => a - b));
        expect(entries.at(-1)?.remainingAfter).toBe(card.remaining);
      }),
    );
  });

  it('is worth nothing from its end on, whether that is booked or not', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { entries, card } = tell(told);
        const claim = entries.find(({ kind }) => kind === 'CLAIM');
        expect(claim === undefined || claim.at < card.expiresAt).toBe(true);
        expect(cardAsOf(card, card.expiresAt).remaining).toBe(0n);
        const booked = sinceOpen(entries).find((entry) => entry.kind === 'EXPIRY');
        if (booked) expect([booked.at >= card.expiresAt, booked.at <= booked.bookedAt]).toEqual([true, true]);
        const placed = entries.filter(({ kind }) => kind === 'HOLD');
        expect(placed.every(({ at }) => at < card.expiresAt)).toBe(true);
      }),
    );
  });

  it('keeps for its order what is held, whatever becomes of the rest, and each hold ends once', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { entries, card } = tell(told);
        const holds = entries.filter(({ kind }) => kind === 'HOLD').map(({ id }) => id);
        const ended = entries.flatMap((entry) => ('holdId' in entry ? entry.holdId : []));
        expect(new Set(ended).size).toBe(ended.length);
        expect([...ended, ...card.holds.map(({ id }) => id)].sort()).toEqual(holds.sort());
      }),
    );
  });

  it('keeps who paid for it', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { card } = tell(told);
        expect(card.funding).toBe(told.funding);
        expect(sourceOf(card) === 'PURCHASE').toBe(told.funding === 'PURCHASED');
      }),
    );
  });
});
