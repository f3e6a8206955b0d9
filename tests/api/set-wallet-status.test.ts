import { openTestApi, type Client } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const RESULT = 'replayed wallet { status statusReason shownReason updatedAt transactionCount }';

function set(client: Client, customerId: string, status: string, more: object = {}) {
  return client.act('setWalletStatus', { customerId, status, reason: 'Card lost', ...more }, RESULT);
}

describe('setWalletStatus', () => {
  it('freezes and releases a wallet, and tells the customer what staff chose, never what they wrote', async () => {
    await api.openWallet('asha');
    const asked = '{ viewer { wallet { status statusReason shownReason statusSince } } }';

    const frozen = await set(api.staff, 'asha', 'FROZEN', { shownReason: 'DEVICE_LOST' });
    const told = await api.customer('asha').read(asked);
    const released = await set(api.staff, 'asha', 'ACTIVE', { reason: 'Card found' });

    expect(frozen.wallet).toMatchObject({ statusReason: 'Card lost', shownReason: 'DEVICE_LOST' });
    const since = '2026-03-10T04:00:00.000Z';
    const shown = { status: 'FROZEN', statusReason: null, shownReason: 'DEVICE_LOST', statusSince: since };
    expect(told).toEqual({ viewer: { wallet: shown } });
    expect(released.wallet).toMatchObject({
      status: 'ACTIVE',
      statusReason: 'Card found',
      shownReason: null,
    });
    const { walletStatusHistory } = await api.staff.read(
      '{ walletStatusHistory(customerId: "asha") { reason shownReason } }',
    );
    expect(walletStatusHistory).toEqual([
      { reason: 'Card found', shownReason: null },
      { reason: 'Card lost', shownReason: 'DEVICE_LOST' },
    ]);
  });

  it('shows nothing where staff chose nothing, and no reason with a wallet in use', async () => {
    await api.openWallet('hari');

    const frozen = await set(api.staff, 'hari', 'FROZEN');
    const released = await set(api.staff, 'hari', 'ACTIVE', { shownReason: 'DEVICE_LOST' });

    expect(frozen.wallet).toMatchObject({ status: 'FROZEN', shownReason: null });
    expect(released.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'shownReason'] }]);
  });

  it('moves no money, so it is no transaction', async () => {
    await api.openWallet('bala');

    const payload = await set(api.admin, 'bala', 'SUSPENDED');

    expect(payload.wallet).toMatchObject({ status: 'SUSPENDED', transactionCount: 0 });
  });

  it('keeps staff from suspending a wallet', async () => {
    await api.openWallet('chitra');

    const input = { customerId: 'chitra', status: 'SUSPENDED', reason: 'Fraud' };
    const { data, errors } = await api.staff.attempt('setWalletStatus', input, RESULT);

    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', requestId: 'req-staff' } }]);
  });

  it('keeps staff from lifting a suspension', async () => {
    await api.openWallet('divya');
    await set(api.admin, 'divya', 'SUSPENDED');

    const payload = await set(api.staff, 'divya', 'ACTIVE');

    expect(payload.userErrors).toMatchObject([
      { code: 'WALLET_SUSPENDED', since: '2026-03-10T04:00:00.000Z' },
    ]);
  });

  it('refuses the status that the wallet has already', async () => {
    await api.openWallet('esha');

    const payload = await set(api.staff, 'esha', 'ACTIVE');

    expect(payload.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'status'] }]);
  });

  it('refuses to change a status without a reason', async () => {
    await api.openWallet('farah');

    const payload = await set(api.staff, 'farah', 'FROZEN', { reason: ' ' });

    expect(payload.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'reason'] }]);
  });

  it('gives the first answer again when it is repeated, and refuses its key for another status', async () => {
    await api.openWallet('gita');
    const key = { idempotencyKey: freshKey('status') };
    await set(api.admin, 'gita', 'FROZEN', key);

    const again = await set(api.admin, 'gita', 'FROZEN', key);
    const other = await set(api.admin, 'gita', 'SUSPENDED', key);

    expect(again).toMatchObject({ replayed: true, wallet: { status: 'FROZEN' } });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it('refuses a customer without a wallet', async () => {
    const payload = await set(api.admin, 'nobody', 'FROZEN');

    expect(payload.userErrors).toMatchObject([{ code: 'WALLET_NOT_FOUND' }]);
  });
});
