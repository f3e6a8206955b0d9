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

  it('says something, and on a wallet that there is', async () => {
    expect(await note({ customerId: 'asha', text: ' ' })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT' }],
    });
    expect(await note({ customerId: 'nobody' })).toMatchObject({
      userErrors: [{ code: 'WALLET_NOT_FOUND' }],
    });
  });
});
