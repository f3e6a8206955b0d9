import type { Line, Story } from './sample-wallet.ts';

/** A morning in Bengaluru, when the tests take place. */
export const NOW = Date.parse('2026-11-23T09:41:00+05:30');

/** Half a year of Asha's wallet. */
export const asha: Story = {
  purchased: 3_450_00n,
  expiring: [
    {
      paise: 300_00n,
      source: 'PROMOTION',
      reason: 'Diwali gift',
      expiresAt: '2026-11-26T23:59:59.999+05:30',
      daysLeft: 3,
    },
  ],
  lines: [
    {
      kind: 'CREDIT',
      paise: 50_00n,
      at: '2026-06-02T10:12:00+05:30',
      source: 'LOYALTY',
      reason: 'Summer saver reward',
    },
    { kind: 'CREDIT', paise: 1_500_00n, at: '2026-06-02T10:20:00+05:30', source: 'PURCHASE' },
    { kind: 'DEBIT', paise: 420_00n, at: '2026-06-18T18:45:00+05:30', orderId: '1003' },
    {
      kind: 'CREDIT',
      paise: 200_00n,
      at: '2026-07-10T09:00:00+05:30',
      source: 'PROMOTION',
      reason: 'Monsoon offer',
    },
    { kind: 'DEBIT', paise: 180_00n, at: '2026-07-25T12:31:00+05:30', orderId: '1011' },
    { kind: 'EXPIRY', paise: 20_00n, at: '2026-08-31T23:59:59+05:30' },
    {
      kind: 'CREDIT',
      paise: 2_000_00n,
      at: '2026-09-12T11:04:00+05:30',
      source: 'PURCHASE',
      reason: 'Top-up by card',
    },
    { kind: 'DEBIT', paise: 760_00n, at: '2026-09-20T17:20:00+05:30', orderId: '1024' },
    {
      kind: 'CREDIT',
      paise: 250_00n,
      at: '2026-10-02T08:15:00+05:30',
      source: 'LOYALTY',
      reason: 'Festive thank-you reward',
    },
    {
      kind: 'CREDIT',
      paise: 100_00n,
      at: '2026-10-11T13:40:00+05:30',
      source: 'REFERRAL',
      reason: 'Neha joined',
    },
    { kind: 'DEBIT', paise: 640_00n, at: '2026-10-18T19:12:00+05:30', orderId: '1031' },
    {
      kind: 'CREDIT',
      paise: 60_00n,
      at: '2026-10-20T09:00:00+05:30',
      source: 'PROMOTION',
      reason: 'Dussehra offer',
    },
    { kind: 'REFUND', paise: 120_00n, at: '2026-10-22T11:26:00+05:30', source: 'REFUND', orderId: '1031' },
    { kind: 'EXPIRY', paise: 60_00n, at: '2026-10-31T23:59:59+05:30' },
    { kind: 'CREDIT', paise: 1_500_00n, at: '2026-11-05T21:08:00+05:30', source: 'PURCHASE' },
    {
      kind: 'CREDIT',
      paise: 750_00n,
      at: '2026-11-08T09:00:00+05:30',
      source: 'PROMOTION',
      reason: 'Diwali gift',
    },
    { kind: 'DEBIT', paise: 280_00n, at: '2026-11-14T18:03:00+05:30', orderId: '1039' },
    {
      kind: 'CREDIT',
      paise: 100_00n,
      at: '2026-11-17T16:22:00+05:30',
      source: 'REFERRAL',
      reason: 'Kiran joined',
    },
    { kind: 'DEBIT', paise: 170_00n, at: '2026-11-20T18:42:00+05:30', orderId: '1042' },
    {
      kind: 'CREDIT',
      paise: 150_00n,
      at: '2026-11-22T10:05:00+05:30',
      source: 'LOYALTY',
      reason: 'Weekend saver reward',
    },
  ],
};

/** A wallet opened today. */
export const newcomer: Story = { lines: [] };

/** Many small orders, newest first in the history: `count` entries, one an hour. */
export function busy(count: number): Story {
  const start = Date.parse('2026-01-01T00:00:00+05:30');
  const lines = Array.from({ length: count }, (_, index): Line => {
    const at = new Date(start + index * 3_600_000).toISOString();
    if (index === 0) return { kind: 'CREDIT', paise: 10_000_00n, at, source: 'PURCHASE' };
    return { kind: 'DEBIT', paise: 1_00n, at, orderId: String(1000 + index) };
  });
  return { lines };
}
