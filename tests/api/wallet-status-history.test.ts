import { openTestApi, type Client } from '../support/api.ts';

const api = openTestApi();

const HISTORY = `query History($customerId: ID!) {
  walletStatusHistory(customerId: $customerId) { from to reason changedAt actor { id role channel } }
}`;

function set(client: Client, status: string, reason: string) {
  return client.act('setWalletStatus', { customerId: 'asha', status, reason }, 'replayed');
}

describe('walletStatusHistory', () => {
  it('says who stopped and released a wallet, when and why, newest first', async () => {
    await api.fundedWallet('asha', '100');
    await set(api.staff, 'FROZEN', 'Card lost');
    api.app.clock.advance({ hours: 1 });
    await set(api.admin, 'SUSPENDED', 'Fraud');
    api.app.clock.advance({ hours: 1 });
    await set(api.admin, 'ACTIVE', 'Cleared');

    const meera = { id: 'meera', role: 'ADMIN', channel: 'API' };
    expect(await api.staff.read(HISTORY, { customerId: 'asha' })).toEqual({
      walletStatusHistory: [
        {
          from: 'SUSPENDED',
          to: 'ACTIVE',
          reason: 'Cleared',
          changedAt: '2026-03-10T06:00:00.000Z',
          actor: meera,
        },
        {
          from: 'FROZEN',
          to: 'SUSPENDED',
          reason: 'Fraud',
          changedAt: '2026-03-10T05:00:00.000Z',
          actor: meera,
        },
        {
          from: 'ACTIVE',
          to: 'FROZEN',
          reason: 'Card lost',
          changedAt: '2026-03-10T04:00:00.000Z',
          actor: { id: 'ravi', role: 'STAFF', channel: 'API' },
        },
      ],
    });
  });

  it('is empty for a wallet that was never stopped, and null where there is none', async () => {
    await api.openWallet('bala');

    expect(await api.staff.read(HISTORY, { customerId: 'bala' })).toEqual({ walletStatusHistory: [] });
    expect(await api.staff.read(HISTORY, { customerId: 'nobody' })).toEqual({ walletStatusHistory: null });
  });
});
