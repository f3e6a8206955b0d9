import { decide } from '../../api/domain/wallet/decide.ts';
import { asha, india, ravi, refused, rupees, WalletStory } from './wallet-story.ts';

it('opens an empty, active wallet with its first entry', () => {
  const { wallet, journal, now } = new WalletStory();
  expect(journal).toEqual([
    {
      kind: 'OPEN',
      id: 'asha:1',
      walletId: 'asha',
      seq: 1,
      at: now,
      balanceAfter: 0n,
      running: {},
      actor: asha,
      requestId: 'request-1',
      intent: 'intent-1',
      reason: null,
      referralCode: 'K7M2QX4T',
    },
  ]);
  expect(wallet).toEqual({
    id: 'asha',
    currency: 'INR',
    seq: 1,
    status: 'ACTIVE',
    statusReason: null,
    statusSince: now,
    balance: 0n,
    lots: [],
    holds: [],
    running: {},
    monthlySpend: [],
    openOrders: [],
    largestDebit: null,
    rewardsClaimed: 0,
    referralCode: 'K7M2QX4T',
    referrals: { count: 0, earned: 0n, month: null, inMonth: 0 },
    referredBy: null,
    extensions: [],
    openedAt: now,
    updatedAt: now,
    lastTransactionAt: null,
  });
});

it('opens one wallet per customer and says since when there is one', () => {
  const story = new WalletStory({ at: india('2026-03-10 09:00') });
  story.now = india('2026-03-12 09:00');
  expect(story.ask({ kind: 'OPEN', referralCode: 'OTHER234' })).toEqual({
    code: 'WALLET_EXISTS',
    since: india('2026-03-10 09:00'),
  });
});

it('answers everything else with the customer whose wallet is missing', () => {
  const context = new WalletStory().context(ravi);
  for (const command of [
    { kind: 'CREDIT', amount: 100n, source: 'MANUAL', reason: 'Hello', expiresOn: null, orderId: null },
    { kind: 'DEBIT', amount: 100n, orderId: 'order-1', reason: null },
    { kind: 'EXPIRE' },
    { kind: 'PURCHASE', orderId: 'order-1', total: 100n, debits: [] },
    { kind: 'SET_STATUS', status: 'FROZEN', reason: 'Hello' },
  ] as const) {
    expect(refused(decide(null, command, 'nobody', context))).toEqual({
      code: 'WALLET_NOT_FOUND',
      customerId: 'nobody',
    });
  }
});

it('says on every entry who acted, why, and for which request', () => {
  const story = new WalletStory();
  story.credit(rupees(100), { reason: 'Late delivery' });
  const debit = story.spend(rupees(10));
  story.refund(debit);
  expect(
    story.journal.map(({ actor, reason, requestId, intent, id }) => [
      actor.role,
      reason,
      requestId,
      intent,
      id,
    ]),
  ).toEqual([
    ['CUSTOMER', null, 'request-1', 'intent-1', 'asha:1'],
    ['ADMIN', 'Late delivery', 'request-2', 'intent-2', 'asha:2'],
    ['CUSTOMER', null, 'request-3', 'intent-3', 'asha:3'],
    ['STAFF', 'Returned goods', 'request-4', 'intent-4', 'asha:4'],
  ]);
});
