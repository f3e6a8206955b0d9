import fc from 'fast-check';
import { isOpen, polled, reported, type PaymentReport, type TopUp } from '../../api/domain/top-up.ts';

const NOW = Date.parse('2026-03-10T09:30:00+05:30');
const MINUTE = 60_000;

function topUp(changes: Partial<TopUp> = {}): TopUp {
  return {
    ...{ id: 'asha:1', walletId: 'asha', version: 1, amount: 500_00n, method: 'UPI', note: null },
    ...{ reference: 'TOP-2', status: 'AWAITING_PAYMENT', provider: 'MOCK', providerIds: ['mock_1'] },
    ...{ checkoutUrl: null, upiIntent: null, failureReason: null, payments: [], doubts: [], intent: 'i' },
    ...{ nextPollAt: NOW + MINUTE, expiresAt: NOW + 5 * MINUTE, createdAt: NOW, updatedAt: NOW },
    settledAt: null,
    ...changes,
  };
}

const paid: PaymentReport = { kind: 'CAPTURED', paymentId: 'pay_1', amount: 500_00n, currency: 'INR' };
const processing: PaymentReport = { kind: 'PROCESSING' };
const declined: PaymentReport = { kind: 'DECLINED', reason: 'Wrong PIN.' };
const failed: PaymentReport = { kind: 'FAILED', reason: 'The bank declined.' };
const expired: PaymentReport = { kind: 'EXPIRED' };

function after(start: TopUp, reports: readonly PaymentReport[]): TopUp {
  return reports.reduce(
    (state, report, step) =>
      reported(state, report, NOW + step, report.kind === 'CAPTURED' ? `asha:topup:${report.paymentId}` : ''),
    start,
  );
}

describe('a top-up', () => {
  it('is settled and credited once in whatever order its reports come, and however often', () => {
    const reports = fc.shuffledSubarray([paid, processing, declined, failed, expired, paid, failed, paid], {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(reports, (order) => {
        const end = after(topUp(), order);
        const isPaid = order.includes(paid);
        expect(end.payments).toEqual(
          isPaid ? [{ id: 'pay_1', amount: 500_00n, entryId: 'asha:topup:pay_1' }] : [],
        );
        expect(end.status === 'SETTLED').toBe(isPaid);
        expect(end.settledAt === null).toBe(!isPaid);
        expect(end.doubts).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is never credited by a payment of another amount or currency, in whatever order', () => {
    const wrong: PaymentReport[] = [
      { ...paid, paymentId: 'pay_2', amount: 1_00n },
      { ...paid, paymentId: 'pay_3', amount: 500_01n },
      { ...paid, paymentId: 'pay_4', currency: 'USD' },
      processing,
      failed,
      expired,
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([...wrong, ...wrong], { minLength: 1 }), (order) => {
        const end = after(topUp(), order);
        expect(end.payments).toEqual([]);
        expect(end.status).not.toBe('SETTLED');
        const kinds = new Set(order.filter(({ kind }) => kind === 'CAPTURED'));
        expect(end.doubts).toHaveLength(kinds.size);
      }),
    );
  });

  it('is credited for each of two payments when somebody paid twice', () => {
    const twice = after(topUp(), [paid, { ...paid, paymentId: 'pay_2' }, paid]);

    expect(twice.payments.map(({ id }) => id)).toEqual(['pay_1', 'pay_2']);
  });

  it('is still credited when the money comes after it had expired or failed', () => {
    expect(after(topUp({ status: 'EXPIRED' }), [paid])).toMatchObject({ status: 'SETTLED' });
    expect(after(topUp({ status: 'FAILED', failureReason: 'No.' }), [paid])).toMatchObject({
      status: 'SETTLED',
      failureReason: null,
    });
  });

  it('can still be paid after an attempt was declined, also one that was being confirmed', () => {
    const offered = topUp({ checkoutUrl: 'https://rzp.io/i/x' });

    for (const start of [offered, after(offered, [processing])]) {
      const state = after(start, [declined]);
      expect(state).toMatchObject({ status: 'AWAITING_PAYMENT', failureReason: 'Wrong PIN.' });
      expect(after(state, [paid])).toMatchObject({ status: 'SETTLED', failureReason: null });
    }
  });

  it('stays as it is, to the object, when a failure comes after it was settled', () => {
    const settled = after(topUp(), [paid]);

    expect(after(settled, [failed, declined, expired, processing, paid])).toBe(settled);
  });

  it('expires when the provider was asked in vain and its time is over, and is asked about for three days', () => {
    let state = topUp({ nextPollAt: NOW });
    const asked: number[] = [];
    while (state.nextPollAt !== null) {
      asked.push(state.nextPollAt);
      state = polled(state, state.nextPollAt, MINUTE);
    }

    expect(state.status).toBe('EXPIRED');
    expect(asked).toContain(state.expiresAt);
    expect(asked.length).toBeLessThan(40);
    expect((asked.at(-1) ?? 0) - NOW).toBeGreaterThan(3 * 86_400_000);
  });

  it('is open until something has decided it', () => {
    const open = (['CREATED', 'AWAITING_PAYMENT', 'CONFIRMING'] as const).map((status) => topUp({ status }));
    const ended = (['SETTLED', 'FAILED', 'EXPIRED'] as const).map((status) => topUp({ status }));

    expect(open.map(isOpen)).toEqual([true, true, true]);
    expect(ended.map(isOpen)).toEqual([false, false, false]);
  });
});
