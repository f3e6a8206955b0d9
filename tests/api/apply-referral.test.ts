import { openTestApi, type Payload } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const RESULT =
  'replayed wallet { balance { amount } referral { referredBy canApplyCode } } transaction { id source reason amount { amount } expiresAt }';

async function codeOf(customerId: string): Promise<string> {
  const { wallet } = await api.staff.read<{ wallet: { referral: { code: string } } }>(
    'query Code($customerId: ID!) { wallet(customerId: $customerId) { referral { code } } }',
    { customerId },
  );
  return wallet.referral.code;
}

async function apply(customerId: string, code: string, more: object = {}): Promise<Payload> {
  return api.customer(customerId).act('applyReferral', { code, ...more }, RESULT);
}

async function balanceOf(customerId: string): Promise<unknown> {
  const { wallet } = await api.staff.read<{ wallet: { balance: { amount: string } } }>(
    'query Balance($customerId: ID!) { wallet(customerId: $customerId) { balance { amount } } }',
    { customerId },
  );
  return wallet.balance.amount;
}

async function refusalOf(customerId: string, code: string) {
  const payload = await apply(customerId, code);
  expect(payload).toMatchObject({ wallet: null, transaction: null });
  return payload.userErrors;
}

/** Two customers with new wallets, named after the test. */
async function pair(name: string): Promise<{ old: string; fresh: string; code: string }> {
  const [old, fresh] = [`${name}-old`, `${name}-new`];
  await api.openWallet(old);
  await api.openWallet(fresh);
  return { old, fresh, code: await codeOf(old) };
}

describe('applyReferral', () => {
  it('gives both their bonus, for a year', async () => {
    const { old, fresh, code } = await pair('both');

    const payload = await apply(fresh, code);

    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      wallet: { balance: { amount: '50.00' }, referral: { referredBy: 'Asha R.', canApplyCode: false } },
      transaction: {
        source: 'REFERRAL',
        reason: 'Welcome bonus',
        amount: { amount: '50.00' },
        expiresAt: '2027-03-10T18:29:59.999Z',
      },
    });
    expect(await balanceOf(old)).toBe('100.00');
  });

  it('reads a code as people type it', async () => {
    const { fresh, code } = await pair('typed');

    const payload = await apply(fresh, ` ${code.slice(0, 4).toLowerCase()} - ${code.slice(4)} `);

    expect(payload.userErrors).toEqual([]);
  });

  it('lets an admin apply it for a customer', async () => {
    const { fresh, code } = await pair('admin');

    const input = { customerId: fresh, code };
    expect(await api.admin.act('applyReferral', input, RESULT)).toMatchObject({
      wallet: { balance: { amount: '50.00' } },
    });
    expect(await api.admin.act('applyReferral', { code }, RESULT)).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'customerId'] }],
    });
  });

  it('gives the first answer again when it is repeated with its key', async () => {
    const { old, fresh, code } = await pair('repeat');
    const input = { idempotencyKey: freshKey('referral') };
    const first = await apply(fresh, code, input);

    const second = await apply(fresh, code, input);

    expect(second).toEqual({ ...first, replayed: true });
    expect(await balanceOf(old)).toBe('100.00');
  });

  it('pays once when the same customer sends two codes at once', async () => {
    const { old, fresh, code } = await pair('race');
    const { old: other, code: otherCode } = await pair('race2');

    const payloads = await Promise.all([apply(fresh, code), apply(fresh, otherCode)]);

    const codes = payloads.flatMap(({ userErrors }) => userErrors.map((error) => error['code']));
    expect(codes).toEqual(['REFERRAL_ALREADY_APPLIED']);
    expect([await balanceOf(old), await balanceOf(other)].sort()).toEqual(['0.00', '100.00']);
  });

  it('refuses a second code, whoever it is of', async () => {
    const { fresh, code } = await pair('second');
    const { code: other } = await pair('third');
    await apply(fresh, code);

    expect(await refusalOf(fresh, other)).toMatchObject([
      { code: 'REFERRAL_ALREADY_APPLIED', field: ['input', 'code'], since: '2026-03-10T04:00:00.000Z' },
    ]);
  });

  it('refuses a code that nobody has', async () => {
    const { fresh } = await pair('unknown');

    for (const code of ['AAAA2222', '', 'नमस्ते'])
      expect(await refusalOf(fresh, code)).toMatchObject([{ code: 'REFERRAL_CODE_UNKNOWN' }]);
  });

  it("refuses one's own code, and that of somebody one has brought", async () => {
    const { old, fresh, code } = await pair('loop');
    await apply(fresh, code);

    expect(await refusalOf(old, code)).toMatchObject([{ code: 'REFERRAL_SELF' }]);
    expect(await refusalOf(old, await codeOf(fresh))).toMatchObject([{ code: 'REFERRAL_LOOP' }]);
  });

  it('refuses a wallet that is no longer new', async () => {
    const { fresh, code } = await pair('late');
    api.app.clock.set('2026-04-09T09:30:00+05:30');

    expect(await refusalOf(fresh, code)).toMatchObject([
      { code: 'REFERRAL_WINDOW_CLOSED', since: '2026-04-09T04:00:00.000Z' },
    ]);
    api.app.clock.set('2026-03-10T09:30:00+05:30');
  });

  it('refuses more than twenty new customers of one referrer in a month', async () => {
    const { old, code } = await pair('many');
    for (let n = 0; n < 20; n += 1) {
      const friend = await api.openWallet(`friend-${n}`);
      expect((await apply(friend, code)).userErrors).toEqual([]);
    }
    await api.openWallet('one-too-many');

    expect(await refusalOf('one-too-many', code)).toMatchObject([{ code: 'REFERRAL_LIMIT_REACHED' }]);
    expect(await balanceOf(old)).toBe('2000.00');
    api.app.clock.set('2026-04-01T00:00:00+05:30');
    expect((await apply('one-too-many', code)).userErrors).toEqual([]);
    api.app.clock.set('2026-03-10T09:30:00+05:30');
  });

  it('refuses a frozen wallet, and pays neither', async () => {
    const { old, fresh, code } = await pair('frozen');
    const freeze = { customerId: fresh, status: 'FROZEN', reason: 'Card lost' };
    await api.staff.act('setWalletStatus', freeze, 'replayed');

    expect(await refusalOf(fresh, code)).toMatchObject([{ code: 'WALLET_FROZEN' }]);
    expect(await balanceOf(old)).toBe('0.00');
  });

  it('tells nothing about a referrer whose wallet is stopped or full', async () => {
    const stopped = await pair('stopped');
    await api.staff.act(
      'setWalletStatus',
      { customerId: stopped.old, status: 'FROZEN', reason: 'x' },
      'replayed',
    );
    const full = await pair('full');
    for (let grant = 0; grant < 10; grant += 1) await api.grant(full.old, '100000');

    for (const { fresh, code } of [stopped, full]) {
      expect(await refusalOf(fresh, code)).toEqual([
        expect.objectContaining({ code: 'REFERRAL_CODE_UNKNOWN', available: null, max: null, since: null }),
      ]);
    }
  });

  it('refuses a customer who has no wallet', async () => {
    const { code } = await pair('walletless');

    expect(await refusalOf('nobody', code)).toMatchObject([{ code: 'WALLET_NOT_FOUND' }]);
  });
});
