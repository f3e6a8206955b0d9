import { openTestApi } from '../support/api.ts';
import { mockPayments } from '../support/payments.ts';
import { expectSound } from '../support/audit.ts';

const api = openTestApi({ payments: mockPayments() });

/** As identity providers write them. */
const IDS = ['auth0|4711', 'asha+shop@example.in', 'urn:shop:customer:7'];

describe.each(IDS)('a customer whose id is %s', (customerId) => {
  it('has a wallet like any other: credits, payments, refunds and their history', async () => {
    const saved = await api.staff.act('saveCustomer', { customerId, name: 'Asha Rao' }, 'customer { id }');
    expect(saved.userErrors).toEqual([]);
    const opened = await api.customer(customerId).act('createWallet', {}, 'wallet { id }');
    expect(opened.userErrors).toEqual([]);
    await api.grant(customerId, '100');
    const debit = await api.spend(customerId, '30');
    const refund = { debitId: debit.transaction.id, amount: { amount: '10' }, reason: 'Returned' };
    expect((await api.staff.act('refundCredits', refund, 'transaction { id }')).userErrors).toEqual([]);
    const order = { customerId, orderId: `of ${customerId}`, amount: { amount: '90' } };
    const purchase = { ...order, purchasedAt: '2026-03-10T03:00:00Z' };
    expect((await api.staff.act('recordPurchase', purchase)).userErrors).toEqual([]);
    const { viewer, transaction } = await api.customer(customerId).read<{
      viewer: { wallet: { balance: object; transactions: { nodes: object[] } } };
      transaction: object;
    }>(`query History($id: ID!) { transaction(id: $id) { id } viewer { wallet { balance { amount } transactions { nodes { id } } } } }`, { id: debit.transaction.id });
    expect(viewer.wallet.balance).toEqual({ amount: '80.00' });
    expect(viewer.wallet.transactions.nodes).toHaveLength(3);
    expect(transaction).toEqual({ id: debit.transaction.id });
  });

  it('claims a reward once', async () => {
    const input = { rewardId: await api.makeReward() };
    const claim = () => api.customer(customerId).act('claimReward', input, 'claim { id }');
    expect((await claim()).userErrors).toEqual([]);
    expect((await claim()).userErrors).toMatchObject([{ code: 'REWARD_ALREADY_CLAIMED' }]);
  });
});

it('their lists have pages, and the audit finds nothing wrong', async () => {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: Page = await api.staff.read<Page>(
      'query Page($after: String) { customers(first: 1, after: $after) { nodes { customerId } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    seen.push(...page.customers.nodes.map(({ customerId }) => customerId));
    after = page.customers.pageInfo.endCursor;
    more = page.customers.pageInfo.hasNextPage;
  }
  expect(seen.sort()).toEqual([...IDS].sort());
  await expectSound(api.app);
});

interface Page {
  readonly customers: {
    readonly nodes: readonly { readonly customerId: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
