import type { RawNotification } from '../../api/payments/payment-provider.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { openTestApi } from '../support/api.ts';
import { freshKey } from '../support/app.ts';
import { PaymentDoor } from '../support/payment-door.ts';
import { mockPayments } from '../support/payments.ts';

const payments = mockPayments();
const api = openTestApi({ payments });
let door: PaymentDoor;
beforeAll(async () => (door = await PaymentDoor.open(api.app)));
afterAll(() => door.close());

const TOP_UP = `topUp {
  id amount { amount } method status note reference checkoutUrl upiIntent failureReason expiresAt createdAt settledAt
  transaction { kind source funding amount { amount } reason actor { id channel } }
}`;

interface TopUp {
  readonly id: string;
  readonly status: string;
  readonly reference: string;
  readonly checkoutUrl: string | null;
}

interface Payload {
  readonly topUp: TopUp | null;
  readonly replayed: boolean;
  readonly userErrors: readonly unknown[];
}

async function start(customerId: string, more: object = {}): Promise<Payload> {
  const input = { amount: { amount: '500' }, method: 'UPI', ...more };
  return (await api
    .customer(customerId)
    .act('startTopUp', input, `replayed ${TOP_UP}`)) as unknown as Payload;
}

async function begun(customerId: string, more: object = {}): Promise<TopUp> {
  const { topUp } = await start(customerId, more);
  if (!topUp) throw new Error('The top-up was refused.');
  return topUp;
}

async function read(customerId: string, id: string): Promise<TopUp> {
  const query = `query TopUp($id: ID!) { ${TOP_UP.replace('topUp', 'topUp(id: $id)')} }`;
  return (await api.customer(customerId).read<{ topUp: TopUp }>(query, { id })).topUp;
}

async function balanceOf(customerId: string): Promise<unknown> {
  const data = await api.customer(customerId).read('{ viewer { wallet { balance { amount } } } }');
  return (data['viewer'] as { wallet: { balance: { amount: string } } }).wallet.balance.amount;
}

/** What the mock provider does when the visitor presses a button, its notification delivered. */
async function press({ reference }: TopUp, decision: 'approve' | 'decline' | 'delay'): Promise<void> {
  await payments.provider.decide(`mock_${reference}`, decision);
  const sent = payments.sent.splice(0) as (RawNotification & { headers: Record<string, string> })[];
  for (const notification of sent) await door.settle(notification);
}

describe('startTopUp', () => {
  it('answers how to pay and credits nothing', async () => {
    await api.openWallet('asha');

    const payload = await start('asha', { note: 'Groceries' });

    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      topUp: {
        amount: { amount: '500.00' },
        method: 'UPI',
        status: 'AWAITING_PAYMENT',
        note: 'Groceries',
        reference: expect.stringMatching(/^TOP-[2-9A-Z]{12}$/),
        checkoutUrl: `/mock-payments/mock_${payload.topUp?.reference}`,
        upiIntent: `upi://pay?pa=earlybird@example&pn=Early%20Bird&am=500.00&cu=INR&tr=${payload.topUp?.reference}&tn=Demo%2C%20no%20real%20money`,
        failureReason: null,
        expiresAt: '2026-03-10T04:05:00.000Z',
        settledAt: null,
        transaction: null,
      },
    });
    expect(await balanceOf('asha')).toBe('0.00');
  });

  it('is credited when the bank pays, and says by which transaction', async () => {
    await api.openWallet('bala');
    const topUp = await begun('bala');

    await press(topUp, 'approve');

    expect(await read('bala', topUp.id)).toMatchObject({
      status: 'SETTLED',
      checkoutUrl: null,
      upiIntent: null,
      settledAt: '2026-03-10T04:00:00.000Z',
      transaction: {
        kind: 'CREDIT',
        source: 'PURCHASE',
        funding: 'PURCHASED',
        amount: { amount: '500.00' },
        reason: `Top-up ${topUp.reference}`,
        actor: { id: 'payments', channel: 'PAYMENT' },
      },
    });
    expect(await balanceOf('bala')).toBe('500.00');
  });

  it('fails with a reason when the bank declines, and can be confirming meanwhile', async () => {
    await api.openWallet('chitra');
    const declined = await begun('chitra');
    const delayed = await begun('chitra');

    await press(declined, 'decline');
    await press(delayed, 'delay');

    expect(await read('chitra', declined.id)).toMatchObject({
      status: 'FAILED',
      failureReason: 'The bank declined the payment.',
      checkoutUrl: null,
    });
    expect(await read('chitra', delayed.id)).toMatchObject({ status: 'CONFIRMING' });
    expect(await balanceOf('chitra')).toBe('0.00');
  });

  it('has no UPI link when it is paid by card', async () => {
    await api.openWallet('divya');

    expect(await begun('divya', { method: 'CARD' })).toMatchObject({ method: 'CARD', upiIntent: null });
  });

  it('gives the same top-up again for the same key, and one for many calls at once', async () => {
    await api.openWallet('esha');
    const input = { idempotencyKey: freshKey('start') };

    const payloads = await Promise.all(Array.from({ length: 10 }, () => start('esha', input)));

    expect(new Set(payloads.map(({ topUp }) => topUp?.id)).size).toBe(1);
    expect(payloads.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect((await start('esha', { ...input, amount: { amount: '501' } })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: '2026-03-10T04:00:00.000Z' },
    ]);
  });

  it.each(['9.99', '10000.01'])('refuses %s rupees and says the limits', async (amount) => {
    await api.openWallet('farah').catch(() => {});

    expect((await start('farah', { amount: { amount } })).userErrors).toMatchObject([
      { code: 'AMOUNT_OUT_OF_RANGE', min: { amount: '10.00' }, max: { amount: '10000.00' } },
    ]);
  });

  it('refuses to fill a wallet beyond what it can hold', async () => {
    await api.openWallet('gita');
    for (let step = 0; step < 9; step += 1) await api.grant('gita', '100000');
    await api.grant('gita', '95000');

    expect((await start('gita', { amount: { amount: '5000.01' } })).userErrors).toMatchObject([
      { code: 'WALLET_LIMIT_EXCEEDED', max: { amount: '1000000.00' }, available: { amount: '995000.00' } },
    ]);
  });

  it('refuses a frozen wallet, and credits what was begun before', async () => {
    const customerId = await api.openWallet('hari');
    const topUp = await begun('hari');
    await api.staff.act('setWalletStatus', { customerId, status: 'FROZEN', reason: 'Card lost' }, 'replayed');

    expect((await start('hari')).userErrors).toMatchObject([{ code: 'WALLET_FROZEN' }]);
    await press(topUp, 'approve');

    expect(await balanceOf('hari')).toBe('500.00');
  });

  it('refuses a customer without a wallet', async () => {
    expect((await start('nobody')).userErrors).toMatchObject([{ code: 'WALLET_NOT_FOUND' }]);
  });

  it('says so when the provider does not answer, and goes on with the same key when it does', async () => {
    await api.openWallet('indu');
    const input = { idempotencyKey: freshKey('start') };
    payments.provider.isDown = true;

    expect(await start('indu', input)).toMatchObject({
      topUp: null,
      userErrors: [{ code: 'PAYMENT_UNAVAILABLE', field: null }],
    });
    payments.provider.isDown = false;

    expect((await start('indu', input)).topUp).toMatchObject({ status: 'AWAITING_PAYMENT' });
  });

  it('expires when nobody pays in time', async () => {
    await api.openWallet('jaya');
    const topUp = await begun('jaya');
    const before = api.app.now();
    api.app.clock.advance({ ms: 300_001 });

    await pollTopUps(api.app, 'poll');

    expect(await read('jaya', topUp.id)).toMatchObject({ status: 'EXPIRED', checkoutUrl: null });
    api.app.clock.set(new Date(before).toISOString());
  });
});

describe('the top-ups of a wallet', () => {
  it('are read in pages, newest first', async () => {
    await api.openWallet('kiran');
    const started: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      api.app.clock.advance({ ms: 1_000 });
      started.unshift((await begun('kiran')).id);
    }
    const query = `query Page($after: String) { viewer { wallet { topUps(first: 2, after: $after) {
      totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const data: Readonly<Record<string, unknown>> = await api.customer('kiran').read(query, { after });
      const { topUps } = (data['viewer'] as { wallet: { topUps: Page } }).wallet;
      expect(topUps.totalCount).toBe(5);
      expect(topUps.pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...topUps.nodes.map(({ id }) => id));
      after = topUps.pageInfo.hasNextPage ? topUps.pageInfo.endCursor : null;
    } while (after !== null);

    expect(seen).toEqual(started);
  });

  it('refuse the cursor of another wallet', async () => {
    await api.openWallet('lata');
    const page = '{ viewer { wallet { topUps { pageInfo { endCursor } } } } }';
    const data = await api.customer('kiran').read(page);
    const { endCursor } = (data['viewer'] as { wallet: { topUps: Page } }).wallet.topUps.pageInfo;

    const { errors } = await api
      .customer('lata')
      .ask('query P($after: String) { viewer { wallet { topUps(after: $after) { totalCount } } } }', {
        after: endCursor,
      });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
}

describe('no call by a customer credits a wallet', () => {
  it('whatever is started, read or granted to oneself', async () => {
    await api.openWallet('maya');
    const topUp = await begun('maya');
    const customer = api.customer('maya');
    const grant = { customerId: 'maya', amount: { amount: '5' }, reason: 'Me' };
    const rows = [{ customerId: 'maya', amount: { amount: '5' }, reason: 'Me' }];
    const refused = [
      await customer.attempt('addCredits', grant, 'replayed'),
      await customer.attempt('bulkAddCredits', { rows, mode: 'VALID_ROWS' }, 'replayed'),
      await customer.attempt(
        'startTopUp',
        { amount: { amount: '5' }, method: 'UPI', status: 'SETTLED' },
        'replayed',
      ),
      await customer.attempt(
        'startTopUp',
        { customerId: 'asha', amount: { amount: '50' }, method: 'UPI' },
        'replayed',
      ),
    ];

    expect(refused.every(({ errors }) => errors.length > 0)).toBe(true);
    await read('maya', topUp.id);
    expect(await balanceOf('maya')).toBe('0.00');
  });

  it('nor does a notification that the customer writes', async () => {
    await api.openWallet('nina');
    const topUp = await begun('nina');
    await payments.provider.decide(`mock_${topUp.reference}`, 'approve');
    const [genuine] = payments.sent.splice(0);
    const body = genuine?.body ?? Buffer.alloc(0);

    for (const headers of [{}, { 'x-mock-signature': 'f'.repeat(64) }, { 'x-mock-signature': 'approve' }]) {
      expect(await door.settle({ body, headers })).toBe(401);
    }

    expect(await balanceOf('nina')).toBe('0.00');
  });
});
