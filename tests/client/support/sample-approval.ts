import { money } from './sample-wallet.ts';

const tier = { level: 'SILVER', name: 'SILVER', creditLifetimeDays: 730 };

/** What it would do to Asha's wallet of ₹4,250.00 to add ₹500.00, with what else is different. */
export function samplePreview(before = 4_250_00n, seq = 38) {
  const glance = (balance: bigint) => ({ balance: money(balance), status: 'ACTIVE', tier });
  return {
    before: glance(before),
    after: glance(before + 500_00n),
    draws: [],
    lots: [
      {
        credit: null,
        before: money(0n),
        after: money(500_00n),
        expiresAtBefore: null,
        expiresAtAfter: '2028-11-22T18:29:59.999Z',
      },
    ],
    needsApproval: false,
    quote: { seq },
  };
}

/** Ravi asks for ₹500.00 for Asha. */
export function sampleApproval(more: object = {}) {
  return {
    __typename: 'Approval',
    id: 'approval-212',
    act: 'addCredits',
    status: 'PENDING',
    amount: money(500_00n),
    reason: 'Late delivery, order 1042',
    requestedBy: { id: 'account-ravi', name: 'Ravi Kumar', role: 'STAFF', channel: 'CONSOLE' },
    requestedAt: '2026-11-23T09:12:00+05:30',
    decidedBy: null,
    decidedAt: null,
    note: null,
    expiresAt: '2026-11-30T09:12:00+05:30',
    mayDecide: true,
    subject: null,
    preview: samplePreview(),
    bulk: null,
    order: null,
    refund: null,
    outcome: [],
    wallet: {
      id: 'wallet-asha',
      status: 'ACTIVE',
      balance: money(4_250_00n),
      customer: { id: 'customer-asha', customerId: 'cus_asha', name: 'Asha Rao' },
    },
    ...more,
  };
}
