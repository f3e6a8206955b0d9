import { readFileSync } from 'node:fs';
import { openTestApi } from '../support/api.ts';

const api = openTestApi({ start: '2026-03-30T09:30:00+05:30' });

/** The document by which the web app asks, as it is built into it. */
const documents = JSON.parse(readFileSync('client/graphql/persisted-documents.json', 'utf8')) as Record<
  string,
  string
>;
const document = Object.values(documents).find((text) => text.startsWith('query MyData')) ?? '';

interface MyData {
  viewer: {
    wallet: {
      transactionCount: number;
      lots?: object[];
      claims?: object[];
      transactions: { nodes: { reference: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      topUps: { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    } | null;
  };
}

const ask = (customerId: string, variables: object) =>
  api.customer(customerId).read<MyData>(document, { after: null, topUpsAfter: null, ...variables });

describe('what somebody downloads about themselves', () => {
  it('is answered whole, page by page, for a wallet with more entries than one page holds', async () => {
    await api.fundedWallet('asha', '500');
    const orders = Array.from({ length: 104 }, (_, index) => `O-${index}`);
    await Promise.all(orders.map((orderId) => api.spend('asha', '1', { orderId })));
    const first = (await ask('asha', { first: true })).viewer.wallet;
    expect(first).toMatchObject({
      transactionCount: 105,
      lots: [{ remaining: { amount: '396.00' } }],
      claims: [],
    });
    const { endCursor, hasNextPage } = first?.transactions.pageInfo ?? {};
    expect(hasNextPage).toBe(true);
    const second = (await ask('asha', { first: false, after: endCursor })).viewer.wallet;
    expect(second?.lots).toBeUndefined();
    const entries = [first, second].flatMap((page) => page?.transactions.nodes ?? []);
    expect(new Set(entries.map(({ reference }) => reference)).size).toBe(105);
    expect(second?.transactions.pageInfo.hasNextPage).toBe(false);
    expect(first?.topUps.nodes).toEqual([]);
  });

  it('is answered for who has no wallet yet', async () => {
    await api.admin.act('saveCustomer', { customerId: 'kiran', name: 'Kiran', email: 'kiran@example.com' });
    expect((await ask('kiran', { first: true })).viewer.wallet).toBeNull();
  });
});
