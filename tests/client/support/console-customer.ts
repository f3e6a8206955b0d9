import { pageOf } from './console-answers.ts';
import { money } from './sample-wallet.ts';

const at = '2026-11-22T10:05:00+05:30';
const ravi = { id: 'staff_ravi', role: 'STAFF', channel: 'CONSOLE' };
export const silver = {
  level: 'SILVER',
  name: 'SILVER',
  benefits: [],
  creditLifetimeDays: 730,
  threshold: money(1_000_00n),
};
const gold = { ...silver, level: 'GOLD', name: 'GOLD', threshold: money(5_000_00n) };

export const gift = {
  __typename: 'CreditTransaction',
  id: 'credit-gift',
  kind: 'CREDIT',
  reference: 'EB-7K9QX-1R4',
  reason: 'Diwali gift',
  orderId: null,
  source: 'PROMOTION',
  funding: 'GRANTED',
  createdAt: '2026-11-08T09:00:00+05:30',
  signedAmount: money(750_00n),
  amount: money(750_00n),
  balanceAfter: money(4_420_00n),
  remaining: money(300_00n),
  actor: ravi,
};
const order = {
  __typename: 'DebitTransaction',
  id: 'debit-1042',
  kind: 'DEBIT',
  reference: 'EB-7K9QX-2R4',
  reason: null,
  orderId: '1042',
  source: null,
  createdAt: at,
  signedAmount: money(-170_00n),
  amount: money(170_00n),
  balanceAfter: money(4_250_00n),
  refundable: money(170_00n),
  actor: ravi,
};

/** Asha as the people of the shop see her: one gift that ends soon, and one order that can be refunded. */
export function ashaOfConsole(more: object = {}) {
  const wallet = {
    id: 'wallet-asha',
    status: 'ACTIVE',
    statusReason: null,
    statusSince: at,
    shownReason: null,
    balance: money(300_00n),
    purchasedBalance: money(0n),
    grantedBalance: money(300_00n),
    held: money(0n),
    holds: { nodes: [] },
    receivable: money(0n),
    transactionCount: 2,
    lots: [
      {
        daysLeft: 3,
        expiresAt: '2026-11-26T23:59:59+05:30',
        funding: 'GRANTED',
        source: 'PROMOTION',
        original: money(750_00n),
        remaining: money(300_00n),
        credit: gift,
      },
    ],
    tier: {
      basis: 'BALANCE',
      tier: silver,
      next: gold,
      qualifyingAmount: money(4_250_00n),
      toNext: money(750_00n),
    },
    notes: { nodes: [{ id: 'note-1', text: 'Prefers SMS.', at, by: ravi }] },
    referral: {
      code: 'ASHA2345',
      count: 0,
      referredBy: null,
      canApplyCode: false,
      earned: money(0n),
      people: [],
    },
    transactions: {
      totalCount: 2,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: [order, gift].map((node) => ({ cursor: node.id, node })),
    },
    topUps: pageOf([]),
    checkouts: [],
    claims: [],
    availableRewards: [],
    ...more,
  };
  const customer = {
    id: 'customer-asha',
    customerId: 'cus_asha',
    name: 'Asha Rao',
    email: 'asha@example.in',
    phone: '+919800000210',
    language: 'en',
    createdAt: '2025-03-14T09:00:00+05:30',
    wallet,
    acts: pageOf([
      {
        id: 'act-1',
        act: 'addCredits',
        summary: 'Added credits',
        reason: 'Diwali gift',
        at,
        actor: ravi,
        before: [],
        after: [{ key: 'amount', value: '750.00' }],
      },
    ]),
  };
  return { customer, wallet };
}

/** An order of ₹650 that was paid by a payment, a gift card and credits. */
export function paidOrder(more: object = {}) {
  return {
    ...{ id: 'checkout-1043', orderId: '1043', status: 'PAID', createdAt: at, total: money(650_00n) },
    ...{ toPay: money(300_00n), payment: { id: 'payment-1043', method: 'UPI' }, fromWallet: money(200_00n) },
    fromGiftCards: [{ maskedCode: '•••• K7QX', amount: money(150_00n) }],
    ...{ refunded: money(0n), claimed: money(0n), refundable: money(650_00n), refunds: [] },
    ...more,
  };
}

/** What an act would do: the balance moves from one amount to another, through one credit. */
export function previewOf(before: bigint, after: bigint, more: object = {}) {
  const glance = (paise: bigint) => ({ balance: money(paise), status: 'ACTIVE', tier: silver });
  const lot = {
    credit: null,
    before: money(0n),
    after: money(after - before),
    expiresAtBefore: null,
    expiresAtAfter: '2028-11-22T23:59:59+05:30',
  };
  return {
    needsApproval: false,
    quote: { seq: 38 },
    before: glance(before),
    after: glance(after),
    lots: [lot],
    draws: [],
    ...more,
  };
}
