import fc from 'fast-check';
import { CLAIM_NAME, type CardEntry } from '../../api/domain/gift-card/card-entries.ts';
import { decideCard, evolveCard, type CardCommand } from '../../api/domain/gift-card/decide-card.ts';
import { cardAsOf, sourceOf, type GiftCard } from '../../api/domain/gift-card/gift-card.ts';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { isRefusal } from '../../api/domain/refusal.ts';

const DAY = 86_400_000;
const opened = Date.parse('2026-03-10T09:30:00+05:30');
const actor = { id: 'meera', role: 'ADMIN', channel: 'CONSOLE' } as const;

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
);
/** How long after the step before; also back, for clocks differ. */
const step = fc.record({ command, waitMs: fc.integer({ min: -DAY, max: 200 * DAY }) });
const story = fc.record({
  amount: fc.bigInt({ min: 100_00n, max: 10_000_00n }),
  funding: fc.constantFrom('PURCHASED' as const, 'GRANTED' as const),
  days: fc.integer({ min: 1, max: 400 }),
  steps: fc.array(step, { maxLength: 8 }),
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
      const next = decideCard(card, command, card.id, { ...context, now, name });
      return isRefusal(next)
        ? { entries, card, refusals: refusals + 1 }
        : { entries: [...entries, ...next.entries], card: next.card, refusals };
    },
    { entries: [...first.entries], card: first.card, refusals: 0 },
  );
}

describe('the life of a gift card', () => {
  it('loses no paisa, ends once, and is the fold of its journal', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { entries, card } = tell(told);
        const taken = entries.flatMap((entry) =>
          'amount' in entry && entry.kind !== 'ISSUE' ? entry.amount : [],
        );
        expect(taken.reduce((sum, amount) => sum + amount, 0n) + card.remaining).toBe(told.amount);
        expect(taken.length).toBe(card.state === 'OPEN' ? 0 : 1);
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
        const booked = entries.find((entry) => entry.kind === 'EXPIRY');
        if (booked) expect([booked.at >= card.expiresAt, booked.at <= booked.bookedAt]).toEqual([true, true]);
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
