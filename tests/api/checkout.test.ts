import { createHmac } from 'node:crypto';
import type { RawNotification } from '../../api/payments/payment-provider.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { openTestApi, type Client } from '../support/api.ts';
import { freshKey } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { PaymentDoor } from '../support/payment-door.ts';
import { mockPayments } from '../support/payments.ts';

const START = '2026-03-10T09:30:00+05:30';
const MINUTE = 60_000;
const SHOP = 'https://shop.example';
const SECRET = 'a-secret-that-the-shop-has-as-well';
const payments = { ...mockPayments(), returns: { origins: [SHOP], secret: SECRET } };
const api = openTestApi({ payments });
let door: PaymentDoor;
beforeAll(async () => (door = await PaymentDoor.open(api.app)));
afterAll(() => door.close());
/** Each test has days of its own: payments that others left are asked about no more. */
let days = 0;
beforeEach(() => {
  api.app.clock.set(START);
  api.app.clock.advance({ days });
  days += 4;
});

const CHECKOUT = `checkout {
  id orderId status total { amount } fromWallet { amount } toPay { amount } expiresAt endedAt customer { id }
  hold { id status amount { amount } expiresAt }
  payment { id method status amount { amount } upiIntent checkoutUrl reference expiresAt }
}`;

interface Checkout {
  readonly id: string;
  readonly status: string;
  readonly orderId: string;
  readonly hold: { readonly id: string; readonly status: string } | null;
  readonly payment: { readonly id: string; readonly reference: string; readonly status: string } | null;
}

interface Payload {
  readonly checkout: Checkout | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string }[];
}

const rupees = (amount: string) => ({ amount });
const act = (client: Client, name: string, input: object) =>
  client.act<Payload>(name, input, `replayed ${CHECKOUT}`);

/** Begins to pay ₹500 with all of the credits. */
function start(id: string, more: object = {}, client = api.customer(id)): Promise<Payload> {
  const input = { orderId: `order-of-${id}`, total: rupees('500'), credits: 'ALL', method: 'UPI', ...more };
  return act(client, 'startCheckout', input);
}

async function begun(id: string, more: object = {}): Promise<Checkout> {
  const { checkout, userErrors } = await start(id, more);
  expect(userErrors).toEqual([]);
  if (!checkout) throw new Error('The checkout was refused.');
  return checkout;
}

const codes = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);

async function read(id: string, client: Client): Promise<Checkout | null> {
  const query = `query Q($id: ID!) { ${CHECKOUT.replace('checkout', 'checkout(id: $id)')} }`;
  return (await client.read<{ checkout: Checkout | null }>(query, { id })).checkout;
}

const now = async ({ id }: Checkout) => {
  const checkout = await read(id, api.staff);
  if (!checkout) throw new Error('The checkout is gone.');
  return checkout;
};

async function walletOf(id: string): Promise<{ balance: string; held: string; spent: string }> {
  const { wallet } = await api.staff.read<{
    wallet: Record<'balance' | 'held' | 'totalSpent', { amount: string }>;
  }>(`{ wallet(customerId: "${id}") { balance { amount } held { amount } totalSpent { amount } } }`);
  return { balance: wallet.balance.amount, held: wallet.held.amount, spent: wallet.totalSpent.amount };
}

async function deliver(): Promise<void> {
  const sent = payments.sent.splice(0) as (RawNotification & { headers: Record<string, string> })[];
  for (const notification of sent) await door.settle(notification);
}

/** The bank decides, and its notification arrives. */
async function bank(
  { payment }: Checkout,
  decision: Parameters<typeof payments.provider.decide>[1],
): Promise<void> {
  await payments.provider.decide(`mock_${payment?.reference ?? ''}`, decision);
  await deliver();
}

/** Another payment of the same amount by the same way: the customer paid twice. */
async function payAgain({ payment }: Checkout, amount = 300_00n): Promise<void> {
  const paid = payments.provider.find(`mock_${payment?.reference ?? ''}`);
  if (!paid) throw new Error('There is no such payment.');
  const report = { kind: 'CAPTURED', paymentId: freshKey('pay'), amount, currency: 'INR' } as const;
  payments.sent.push(payments.provider.sign(paid, freshKey('captured'), report));
  await deliver();
}

/** What waits for a person about it. */
async function reviewsOf({ payment }: Checkout): Promise<string[]> {
  const { paymentReviews } = await api.staff.read<{
    paymentReviews: { nodes: { kind: string; status: string; topUp: { reference: string } | null }[] };
  }>('{ paymentReviews(first: 100) { nodes { kind status topUp { reference } } } }');
  return paymentReviews.nodes
    .filter(({ topUp }) => topUp?.reference === payment?.reference)
    .map(({ kind, status }) => `${kind} ${status}`);
}

const poll = () => pollTopUps(api.app, 'poll');
/** The time to pay is over, and the job has come by. */
async function expire(): Promise<void> {
  api.app.clock.advance({ ms: 31 * MINUTE });
  await poll();
}

describe('a checkout', () => {
  it('holds the credits, and captures them once the rest was collected', async () => {
    await api.fundedWallet('asha', '200');

    const checkout = await begun('asha');

    expect(checkout).toMatchObject({
      ...{
        orderId: 'order-of-asha',
        status: 'PAYING',
        total: rupees('500.00'),
        customer: { id: expect.any(String) as string },
      },
      ...{ fromWallet: rupees('200.00'), toPay: rupees('300.00'), endedAt: null },
      hold: { status: 'OPEN', amount: rupees('200.00'), expiresAt: '2026-03-10T04:30:00.000Z' },
      payment: {
        ...{ method: 'UPI', status: 'AWAITING_PAYMENT', amount: rupees('300.00') },
        upiIntent: expect.stringContaining('upi://pay') as string,
      },
    });
    expect(await walletOf('asha')).toEqual({ balance: '0.00', held: '200.00', spent: '0.00' });

    await bank(checkout, 'approve');

    expect(await now(checkout)).toMatchObject({
      ...{ status: 'PAID', hold: { status: 'CAPTURED' }, payment: { status: 'SETTLED', upiIntent: null } },
    });
    expect(await walletOf('asha')).toEqual({ balance: '0.00', held: '0.00', spent: '200.00' });
  });

  it('has a payment that is no top-up, and is not sent back like one', async () => {
    await api.fundedWallet('asker', '200');
    const checkout = await begun('asker');
    await bank(checkout, 'approve');

    const payment = Buffer.from(checkout.payment?.id ?? '', 'base64url').toString();
    const topUpId = Buffer.from(payment.replace(/^Payment:/, 'TopUp:')).toString('base64url');
    const input = { topUpId, amount: rupees('100'), reason: 'The customer wants it back' };
    expect(codes(await api.staff.act<Payload>('refundTopUp', input, 'replayed'))).toEqual(['NOT_REFUNDABLE']);
    expect(await walletOf('asker')).toEqual({ balance: '0.00', held: '0.00', spent: '200.00' });
  });

  it('is paid at once where credits pay it all, and asks nobody for money', async () => {
    await api.fundedWallet('rich', '900');

    const checkout = await begun('rich');

    expect(checkout).toMatchObject({ status: 'PAID', toPay: rupees('0.00'), payment: null });
    expect(await walletOf('rich')).toEqual({ balance: '400.00', held: '0.00', spent: '500.00' });
    expect(codes(await start('rich'))).toEqual(['CHECKOUT_ENDED']);
  });

  it('uses what it is told to use of the credits', async () => {
    await api.fundedWallet('some', '200');

    const part = await begun('some', { credits: 'AMOUNT', amount: rupees('50') });
    expect(part).toMatchObject({ fromWallet: rupees('50.00'), toPay: rupees('450.00') });
    const none = await begun('some', { orderId: 'other', credits: 'NONE' });
    expect(none).toMatchObject({ fromWallet: rupees('0.00'), toPay: rupees('500.00'), hold: null });
    const tooMuch = { orderId: 'third', credits: 'AMOUNT', amount: rupees('151') };
    expect(codes(await start('some', tooMuch))).toEqual(['INSUFFICIENT_FUNDS']);
    const unsaid = await start('some', { orderId: 'third', amount: rupees('1') });
    expect(unsaid).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'amount'] }] });
    await bank(none, 'approve');
    expect(await now(none)).toMatchObject({ status: 'PAID' });
  });

  it('leaves at least a rupee to the payment, where it leaves any', async () => {
    await api.fundedWallet('near', '499.50');

    expect(await begun('near')).toMatchObject({ fromWallet: rupees('499.00'), toPay: rupees('1.00') });
    const odd = { orderId: 'odd', credits: 'AMOUNT', amount: rupees('499.50') };
    expect(codes(await start('near', odd))).toEqual(['AMOUNT_OUT_OF_RANGE']);
  });

  it('answers the same under its key, and refuses anything else under it', async () => {
    await api.fundedWallet('again', '200');
    const idempotencyKey = freshKey('checkout');
    const first = await start('again', { idempotencyKey });
    const second = await start('again', { idempotencyKey });

    expect(second).toEqual({ ...first, replayed: true });
    const other = await start('again', { idempotencyKey, total: rupees('600') });
    expect(codes(other)).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('is the only one of its order, whatever that comes to, and is shown to who starts another', async () => {
    await api.fundedWallet('single', '200');
    const checkout = await begun('single');

    for (const total of ['500', '600']) {
      const other = await start('single', { total: rupees(total) });
      expect(codes(other)).toEqual(['CHECKOUT_OPEN']);
      expect(other.checkout).toMatchObject({ id: checkout.id, total: rupees('500.00') });
    }
  });

  it('goes on with the payment that could not be begun when it is asked again', async () => {
    await api.fundedWallet('down', '200');
    payments.provider.isDown = true;
    const idempotencyKey = freshKey('checkout');
    const refused = await start('down', { idempotencyKey });
    payments.provider.isDown = false;

    expect(codes(refused)).toEqual(['PAYMENT_UNAVAILABLE']);
    expect(refused.checkout).toMatchObject({ status: 'PAYING', payment: { status: 'CREATED' } });
    const again = await start('down', { idempotencyKey });
    expect(again).toMatchObject({ replayed: true, checkout: { payment: { status: 'AWAITING_PAYMENT' } } });
  });

  it('can have its way to pay chosen later, and changed: only the last one can be paid', async () => {
    await api.fundedWallet('later', '200');
    const open = await begun('later', { method: null });
    expect(open).toMatchObject({ status: 'OPEN', hold: { status: 'OPEN' }, payment: null });
    const pay = (method: string, more: object = {}) =>
      act(api.customer('later'), 'payCheckout', { checkoutId: open.id, method, ...more });

    const idempotencyKey = freshKey('pay');
    const { checkout: upi } = await pay('UPI', { idempotencyKey });
    expect(await pay('UPI', { idempotencyKey })).toMatchObject({ replayed: true });
    expect(codes(await pay('CARD', { idempotencyKey }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    const { checkout: card } = await pay('CARD');

    expect(card).toMatchObject({ status: 'PAYING', payment: { method: 'CARD' } });
    if (!upi || !card) throw new Error('It was refused.');
    await bank(upi, 'approve');
    expect(await now(open)).toMatchObject({ status: 'PAYING' });
    await bank(card, 'approve');
    expect(await now(open)).toMatchObject({ status: 'PAID' });
    expect(codes(await pay('UPI'))).toEqual(['CHECKOUT_ENDED']);
  });

  it('executes a quote as it was shown, or not at all', async () => {
    await api.fundedWallet('quoted', '200');
    const { wallet } = await api.staff.read<{ wallet: { spendPreview: { quote: { seq: number } } } }>(
      '{ wallet(customerId: "quoted") { spendPreview(amount: { amount: "200" }) { quote { seq } } } }',
    );
    await api.grant('quoted', '50', { expiresAt: new Date(api.app.now() + 86_400_000).toISOString() });

    const { seq: expectedSeq } = wallet.spendPreview.quote;
    expect(codes(await start('quoted', { expectedSeq }))).toEqual(['QUOTE_CHANGED']);
    expect(await walletOf('quoted')).toMatchObject({ held: '0.00' });
  });

  it("is nobody else's, and nothing but it ends what it holds", async () => {
    await api.fundedWallet('mine', '200');
    const checkout = await begun('mine');
    const stranger = api.customer('stranger');

    expect(await read(checkout.id, stranger)).toBeNull();
    expect(await read(checkout.id, api.customer('mine'))).toMatchObject({ id: checkout.id });
    const on = { checkoutId: checkout.id };
    expect(codes(await act(stranger, 'cancelCheckout', on))).toEqual(['CHECKOUT_NOT_FOUND']);
    expect(codes(await act(stranger, 'payCheckout', { ...on, method: 'CARD' }))).toEqual([
      'CHECKOUT_NOT_FOUND',
    ]);
    const holdId = checkout.hold?.id;
    for (const name of ['captureHold', 'releaseHold']) {
      const input = { holdId, ...(name === 'releaseHold' && { reason: 'Mistaken' }) };
      expect(await api.staff.act(name, input, 'replayed')).toMatchObject({
        userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'holdId'] }],
      });
    }
  });

  it('gives back what it holds when it is called off, and its order can have another', async () => {
    await api.fundedWallet('off', '200');
    const checkout = await begun('off');
    const idempotencyKey = freshKey('cancel');
    const cancel = (more: object = {}) =>
      act(api.staff, 'cancelCheckout', { checkoutId: checkout.id, idempotencyKey, ...more });

    expect(await cancel({ reason: 'Out of stock' })).toMatchObject({
      checkout: { status: 'CANCELLED', hold: { status: 'RELEASED' } },
    });
    expect(await cancel({ reason: 'Out of stock' })).toMatchObject({ replayed: true });
    expect(codes(await cancel({ idempotencyKey: freshKey('cancel') }))).toEqual(['CHECKOUT_ENDED']);
    expect(await walletOf('off')).toEqual({ balance: '200.00', held: '0.00', spent: '0.00' });
    expect(await begun('off', { total: rupees('450') })).toMatchObject({ status: 'PAYING' });
  });

  it('is not called off while the bank is at work on its payment', async () => {
    await api.fundedWallet('slow', '200');
    const checkout = await begun('slow');
    await bank(checkout, 'delay');

    const on = { checkoutId: checkout.id };
    expect(codes(await act(api.staff, 'cancelCheckout', on))).toEqual(['PAYMENT_CONFIRMING']);
    expect(codes(await act(api.staff, 'payCheckout', { ...on, method: 'CARD' }))).toEqual([
      'PAYMENT_CONFIRMING',
    ]);
  });

  it('lets its order have another as soon as its time is over, before anybody came by to end it', async () => {
    await api.fundedWallet('over', '200');
    const first = await begun('over');
    api.app.clock.advance({ ms: 30 * MINUTE });

    expect(await begun('over')).toMatchObject({ status: 'PAYING', fromWallet: rupees('200.00') });
    expect(await now(first)).toMatchObject({ status: 'EXPIRED', hold: { status: 'EXPIRED' } });
    await payAgain(first);
    expect(await reviewsOf(first)).toEqual(['CHECKOUT_ENDED OPEN']);
  });

  it('is found paid by who asks the provider, where no notification came', async () => {
    await api.fundedWallet('quiet', '200');
    const checkout = await begun('quiet');
    await payments.provider.decide(`mock_${checkout.payment?.reference ?? ''}`, 'approve');
    payments.sent.splice(0);

    api.app.clock.advance({ ms: 2 * MINUTE });
    await poll();

    expect(await now(checkout)).toMatchObject({ status: 'PAID' });
  });

  it('sends its customer back to the shop alone, with a result that only we can sign', async () => {
    await api.fundedWallet('back', '900');
    const returnUrl = `${SHOP}/thanks?cart=7`;
    for (const astray of [
      'https://shop.example.evil/x',
      'https://me@shop.example/x',
      'https://other.example/',
    ])
      expect(await start('back', { returnUrl: astray })).toMatchObject({
        userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'returnUrl'] }],
      });

    const { checkout } = await api
      .customer('back')
      .act<{ checkout: { id: string; returnTo: string } }>(
        'startCheckout',
        { orderId: 'b-1', total: rupees('500'), credits: 'ALL', returnUrl },
        'checkout { id returnTo }',
      );

    const [, result = '', signature] = /^[^&]+&(checkout=.+)&signature=(\w+)$/.exec(checkout.returnTo) ?? [];
    expect(checkout.returnTo.startsWith(`${returnUrl}&`)).toBe(true);
    expect(Object.fromEntries(new URLSearchParams(result))).toEqual({
      ...{ checkout: checkout.id, order: 'b-1', status: 'PAID', total: '500.00' },
      at: String(api.app.now()),
    });
    expect(createHmac('sha256', SECRET).update(result).digest('hex')).toBe(signature);
  });

  it('is no top-up of its customer', async () => {
    await api.fundedWallet('listed', '200');
    await begun('listed');

    expect(
      await api.staff.read('{ wallet(customerId: "listed") { topUps { totalCount nodes { id } } } }'),
    ).toEqual({ wallet: { topUps: { totalCount: 0, nodes: [] } } });
  });
});

describe('the matrix of what can happen to a checkout', () => {
  /** What becomes of the credits before the payment does. */
  const holds = ['held', 'expired', 'spent'] as const;
  const money = ['paid', 'failed', 'late', 'twice', 'other amount', 'never'] as const;
  const orders = ['kept', 'cancelled'] as const;
  const cases = holds.flatMap((hold) =>
    money.flatMap((payment) => orders.map((order) => [hold, payment, order] as const)),
  );

  /** [how it ends, what was spent of ₹200 for it, what waits for a person] */
  function due(hold: string, payment: string, order: string): [string, string, string[]] {
    const isPaid = payment === 'paid' || payment === 'late' || payment === 'twice';
    const again = payment === 'twice' ? 2 : 1;
    const odd = payment === 'other amount' ? ['AMOUNT_MISMATCH OPEN'] : [];
    if (order === 'cancelled') {
      const waiting = isPaid ? Array<string>(again).fill('CHECKOUT_ENDED OPEN') : odd;
      return ['CANCELLED', '0.00', waiting];
    }
    if (isPaid && hold === 'spent')
      return ['EXPIRED', '0.00', Array<string>(again).fill('CHECKOUT_ENDED OPEN')];
    if (isPaid) return ['PAID', '200.00', payment === 'twice' ? ['LATE_PAYMENT OPEN'] : []];
    if (payment === 'failed' && hold === 'held') return ['FAILED', '0.00', []];
    return ['EXPIRED', '0.00', odd];
  }

  it.each(cases)('credits %s, payment %s, order %s', async (hold, payment, order) => {
    const id = `${hold}-${payment}-${order}`.replace(' ', '-');
    await api.fundedWallet(id, '200');
    const checkout = await begun(id);
    if (order === 'cancelled') {
      await act(api.customer(id), 'cancelCheckout', { checkoutId: checkout.id });
    }
    if (hold !== 'held') await expire();
    if (hold === 'spent') await api.spend(id, '150');
    if (payment === 'late') await expire();
    if (payment === 'paid' || payment === 'late') await payAgain(checkout);
    if (payment === 'twice') await Promise.all([payAgain(checkout), payAgain(checkout)]);
    if (payment === 'failed') await bank(checkout, 'decline');
    if (payment === 'other amount') await payAgain(checkout, 299_00n);
    await expire();

    const [status, spent, reviews] = due(hold, payment, order);
    expect(await now(checkout)).toMatchObject({ status });
    expect(await reviewsOf(checkout)).toEqual(reviews);
    const others = hold === 'spent' ? 150 : 0;
    expect(await walletOf(id)).toEqual({
      ...{ held: '0.00', spent: (Number(spent) + others).toFixed(2) },
      balance: (200 - Number(spent) - others).toFixed(2),
    });
  });
});

describe('races of a checkout', () => {
  it('of two starts of one order make one', async () => {
    await api.fundedWallet('race', '500');

    const answers = await Promise.all(Array.from({ length: 6 }, () => start('race')));

    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(codes)).toEqual(Array(5).fill('CHECKOUT_ENDED'));
    expect(await walletOf('race')).toMatchObject({ balance: '0.00', spent: '500.00' });
  });

  it('between its payment and its end give one end, and the money is never lost', async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = `ends-${round}`;
      await api.fundedWallet(id, '200');
      const checkout = await begun(id);
      if (round % 2 === 1) api.app.clock.advance({ ms: 30 * MINUTE });

      await Promise.all([
        payAgain(checkout),
        round % 2 === 1 ? poll() : act(api.staff, 'cancelCheckout', { checkoutId: checkout.id }),
      ]);

      const { status } = await now(checkout);
      const isPaid = status === 'PAID';
      expect(await reviewsOf(checkout)).toEqual(isPaid ? [] : ['CHECKOUT_ENDED OPEN']);
      expect(await walletOf(id)).toMatchObject({ held: '0.00', spent: isPaid ? '200.00' : '0.00' });
    }
  });
});

describe('all of this', () => {
  it('leaves books in which everything adds up', () => expectSound(api.app));
});
