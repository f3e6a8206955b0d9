import fc from 'fast-check';
import {
  decideRefund,
  refundableOf,
  refundedOf,
  splitAmount,
  splitOf,
  type PaidMeans,
} from '../../api/domain/checkout-refund.ts';
import type { CheckoutSplit } from '../../api/domain/checkout.ts';
import { smaller } from '../../api/domain/money.ts';
import { claimedOf, openedReview } from '../../api/domain/payment-review.ts';
import { isRefusal } from '../../api/domain/refusal.ts';

const paise = fc.bigInt({ min: 0n, max: 1_000_00n });
/** What paid an order; each card goes back on itself, into the wallet, or nowhere. */
const order = fc
  .record({
    source: paise,
    cards: fc.array(
      fc.tuple(
        paise,
        fc.constantFrom('CARD' as const, 'WALLET' as const, { code: 'GIFT_CARD_STOPPED' } as const),
      ),
      {
        maxLength: 5,
      },
    ),
    wallet: paise,
  })
  .map(({ source, cards, wallet }): PaidMeans => ({
    source: { paid: source, back: 0n, claimed: 0n },
    cards: cards.map(([paid, into], n) => ({ cardId: `gc_${n}`, into, paid, back: 0n })),
    wallet: { paid: wallet, back: 0n },
  }));
const PAYMENT = {
  ...{ id: 'MOCK:dispute:1', provider: 'MOCK', paymentId: 'pay_1', providerReference: 'disp_1' },
  ...{ collected: 120_00n, currency: 'INR', problem: 'It is disputed.' },
} as const;
const UNTAKEN = { takenAt: null, taken: 0n, receivable: 0n } as const;
const SEEN = { status: 'DISMISSED' } as const;
const wishes = fc.array(fc.bigInt({ min: -1n, max: 2_000_00n }), { maxLength: 8 });

function after({ source, cards, wallet }: PaidMeans, split: CheckoutSplit): PaidMeans {
  const backOf = (cardId: string) => split.toCards.find((part) => part.cardId === cardId)?.amount ?? 0n;
  return {
    source: { ...source, back: source.back + split.toSource },
    cards: cards.map((card) => ({ ...card, back: card.back + backOf(card.cardId) })),
    wallet: { ...wallet, back: wallet.back + split.toWallet },
  };
}

/** What each means has given back, one by one. */
const standing = ({ source, cards, wallet }: PaidMeans) =>
  [source, ...cards, wallet].map(({ paid, back }) => ({ paid, back }));

describe('what an order gives back', () => {
  it('adds up to the amount, and is never more of a means than that paid', () => {
    fc.assert(
      fc.property(order, wishes, (means, amounts) => {
        let now = means;
        for (const amount of amounts) {
          const split = splitOf(now, amount);
          expect(isRefusal(split)).toBe(amount < 1n || amount > refundableOf(now));
          if (isRefusal(split)) continue;
          expect(splitAmount(split)).toBe(amount);
          const next = after(now, split);
          expect(refundedOf(next)).toBe(refundedOf(now) + amount);
          expect(standing(next).filter(({ paid, back }) => back > paid)).toEqual([]);
          now = next;
        }
      }),
    );
  });

  it('goes in any number of parts where it would go in one', () => {
    fc.assert(
      fc.property(order, wishes, (means, amounts) => {
        let now = means;
        let total = 0n;
        for (const amount of amounts) {
          const split = splitOf(now, amount);
          if (isRefusal(split)) continue;
          now = after(now, split);
          total += amount;
        }
        const whole = total === 0n ? null : splitOf(means, total);
        const atOnce = whole && !isRefusal(whole) ? after(means, whole) : means;
        expect(standing(now)).toEqual(standing(atOnce));
      }),
    );
  });

  it('is named where nobody says how much, and its last refund gives all of it', () => {
    const means: PaidMeans = {
      ...{
        source: { paid: 300_00n, back: 0n, claimed: 0n },
        cards: [],
        wallet: { paid: 200_00n, back: 50_00n },
      },
    };
    const asked = (amount: bigint | null, refunds: number) =>
      decideRefund({ status: 'PAID', refunds: Array.from({ length: refunds }, () => ({}) as never) }, means, {
        amount,
        reason: 'Returned',
      });
    const all = { toSource: 300_00n, toCards: [], toWallet: 150_00n };
    expect(asked(null, 0)).toEqual(all);
    expect(asked(1_00n, 48)).toMatchObject({ toSource: 1_00n });
    expect(asked(1_00n, 49)).toMatchObject({ code: 'TOO_MANY_REFUNDS', refundable: 450_00n });
    expect(asked(null, 49)).toEqual(all);
    expect(asked(null, 50)).toMatchObject({ code: 'TOO_MANY_REFUNDS' });
  });

  it.each([
    ['refunded by the provider alone', { kind: 'PROVIDER_REFUND' }, { state: 'FINAL' }, 120_00n],
    ['on its way back by the provider', { kind: 'PROVIDER_REFUND' }, { state: 'PENDING' }, 120_00n],
    [
      'on its way back, which somebody has seen',
      { ...SEEN, kind: 'PROVIDER_REFUND' },
      { state: 'PENDING' },
      120_00n,
    ],
    ['refunded in vain', { kind: 'PROVIDER_REFUND' }, { state: 'DROPPED' }, 0n],
    ['disputed', { kind: 'DISPUTE' }, { state: 'PENDING' }, 120_00n],
    ['disputed, which somebody has dismissed', { ...SEEN, kind: 'DISPUTE' }, { state: 'PENDING' }, 0n],
    ['lost in a dispute', { ...SEEN, kind: 'DISPUTE' }, { state: 'FINAL' }, 120_00n],
    ['kept in a dispute', { kind: 'DISPUTE' }, { state: 'DROPPED' }, 0n],
    ['disputed in another currency', { kind: 'DISPUTE', currency: 'USD' }, { state: 'PENDING' }, 300_00n],
    ['more than it', { kind: 'DISPUTE', collected: 900_00n }, { state: 'FINAL' }, 300_00n],
    ['not claimed at all', { kind: 'LATE_PAYMENT' }, null, 0n],
  ] as const)('counts what of a payment is %s', (_, facts, claim, claimed) => {
    const paid = { ...PAYMENT, ...facts };
    const review = { ...openedReview(paid, 0), ...facts, claim: claim && { ...UNTAKEN, ...claim } };

    expect(claimedOf([review], 300_00n)).toBe(claimed);
    expect(claimedOf([review, review], 300_00n)).toBe(smaller(2n * claimed, 300_00n));
  });

  it('is kept from where nobody can say whose it is, and from nothing else', () => {
    const means: PaidMeans = {
      source: { paid: 0n, back: 0n, claimed: 0n },
      cards: [{ cardId: 'gc_1', into: { code: 'GIFT_CARD_STOPPED' }, paid: 150_00n, back: 0n }],
      wallet: { paid: 200_00n, back: 0n },
    };
    expect(splitOf(means, 200_00n)).toMatchObject({ toCards: [], toWallet: 200_00n });
    expect(splitOf(means, 200_01n)).toEqual({ code: 'GIFT_CARD_STOPPED' });
  });
});
