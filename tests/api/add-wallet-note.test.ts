import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';
import { storedWallet } from '../support/acts.ts';

const api = openTestApi();

const NOTE = 'replayed note { id text at by { id role } }';
const note = (input: object) =>
  api.staff.act<object>('addWalletNote', { text: 'Asked to be called', ...input }, NOTE);

beforeAll(() => api.openWallet('asha'));

describe('addWalletNote', () => {
  it('is an act about the customer, and leaves the wallet as it was', async () => {
    const before = await storedWallet(api.app, 'asha');

    expect(await note({ customerId: 'asha' })).toMatchObject({
      ...{ userErrors: [], replayed: false },
      note: { text: 'Asked to be called', by: { id: 'ravi', role: 'STAFF' }, at: '2026-03-10T04:00:00.000Z' },
    });

    expect(await storedWallet(api.app, 'asha')).toEqual(before);
    const { customer } = await api.admin.read<{ customer: { acts: { nodes: object[] } } }>(
      '{ customer(id: "asha") { acts { nodes { act reason actor { id } subject { __typename } } } } }',
    );
    expect(customer.acts.nodes).toContainEqual({
      ...{ act: 'addWalletNote', reason: 'Asked to be called', actor: { id: 'ravi' } },
      subject: { __typename: 'Wallet' },
    });
  });

  it('is written once under its key', async () => {
    const asked = { customerId: 'asha', idempotencyKey: freshKey('note') };
    const first = await note(asked);

    expect(await note(asked)).toEqual({ ...first, replayed: true });
    expect(await note({ ...asked, text: 'Another' })).toMatchObject({
      ...{ note: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] },
    });
  });

  it('says something that can be seen, and on a wallet that there is', async () => {
    for (const text of [' ', '\u200b', '\u202e\u2060', '\u3164', '\u2800'])
      expect(await note({ customerId: 'asha', text })).toMatchObject({
        userErrors: [{ code: 'INVALID_INPUT' }],
      });
    expect(await note({ customerId: 'asha', text: '\u200d🙏\u200d' })).toMatchObject({ userErrors: [] });
    expect(await note({ customerId: 'nobody' })).toMatchObject({
      userErrors: [{ code: 'WALLET_NOT_FOUND' }],
    });
  });
});

describe('Wallet.notes', () => {
  const NOTES = `query Notes($first: Int, $after: String) { wallet(customerId: "bala") {
    notes(first: $first, after: $after) {
      totalCount nodes { text by { id } } pageInfo { hasNextPage endCursor } } } }`;
  interface Notes {
    readonly totalCount: number;
    readonly nodes: readonly { readonly text: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }
  const read = async (variables: Record<string, unknown> = {}) =>
    (await api.staff.read<{ wallet: { notes: Notes } }>(NOTES, variables)).wallet.notes;

  beforeAll(async () => {
    await api.openWallet('bala');
    for (const text of ['First', 'Second', 'Third']) {
      api.app.clock.advance({ ms: 1_000 });
      await note({ customerId: 'bala', text });
    }
    await api.staff.read('{ customer(id: "bala") { name } }');
    await note({ customerId: 'asha', text: "Another's" });
  });

  it('are read newest first, page by page, without the other acts and without those of others', async () => {
    const page = await read({ first: 2 });
    const rest = await read({ first: 2, after: page.pageInfo.endCursor });

    expect([page, rest].map(({ nodes }) => nodes.map(({ text }) => text))).toEqual([
      ['Third', 'Second'],
      ['First'],
    ]);
    expect([page, rest].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
    expect(page.totalCount).toBe(3);
  });

  it('are nothing to the customer', async () => {
    const { wallet } = await api.customer('bala').read<{ wallet: object }>(NOTES);

    expect(wallet).toEqual({ notes: null });
  });
});
