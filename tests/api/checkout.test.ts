import { createHmac } from 'node:crypto';
import type { RawNotification } from '../../api/payments/payment-provider.ts';
import { runExpiry } from '../../api/jobs/expiry-job.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { openTestApi, type Client } from '../support/api.ts';
import { freshKey, testPolicy } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { PaymentDoor } from '../support/payment-door.ts';
import { mockPayments } from '../support/payments.ts';

const START = '2026-03-10T09:30:00+05:30';
const MINUTE = 60_000;
const SHOP = 'https://shop.example';
const SECRET = 'a-secret-that-the-shop-has-as-well';
const payments = { ...mockPayments(), returns: { origins: [SHOP], secret: SECRET } };
const approvals = { ...testPolicy.approvals, exempt: ['till'] };
const api = openTestApi({ payments, policy: { approvals } });
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
  id orderId status total { amount } fromWallet { amount } fromGiftCards { maskedCode amount { amount } } toPay { amount } expiresAt endedAt customer { id }
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

interface Card {
  readonly status: string;
  readonly remaining: string;
  readonly held: string;
  readonly entries: readonly string[];
}

/** How it stands with a gift card. */
async function cardOf({ id }: { readonly id: string }): Promise<Card> {
  const { giftCard } = await api.staff.read<{
    giftCard: {
      status: string;
      remaining: { amount: string };
      held: { amount: string };
      entries: { nodes: { kind: string; amount: { amount: string } }[] };
    };
  }>(
    `query Card($id: ID!) { giftCard(id: $id) {
      status remaining { amount } held { amount } entries { nodes { kind amount { amount } } } } }`,
    { id },
  );
  const { status, remaining, held, entries } = giftCard;
  return {
    ...{ status, remaining: remaining.amount, held: held.amount },
    entries: entries.nodes.map(({ kind, amount: { amount } }) => `${kind} ${amount}`),
  };
}

const cancelCard = ({ id: giftCardId }: { readonly id: string }) =>
  api.admin.act<Payload>('cancelGiftCard', { giftCardId, reason: 'Lost' }, 'replayed');
const claimCard = (id: string, { code }: { readonly code: string }) =>
  api.customer(id).act<Payload>('claimGiftCard', { code }, 'replayed');

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

  it('is found from what is held for it, and from no hold that is for none', async () => {
    await api.fundedWallet('finder', '200');
    const checkout = await begun('finder', { credits: 'AMOUNT', amount: rupees('50') });
    await api.customer('finder').act('placeHold', { amount: rupees('20'), orderId: 'alone' }, 'replayed');
    const { viewer } = await api
      .customer('finder')
      .read(
        '{ viewer { wallet { holds { nodes { orderId checkout { id status payUrl toPay { amount } } } } } } }',
      );
    expect(viewer).toEqual({
      wallet: {
        holds: {
          nodes: [
            { orderId: 'alone', checkout: null },
            {
              orderId: 'order-of-finder',
              checkout: {
                ...{ id: checkout.id, status: 'PAYING', payUrl: `/pay/${checkout.id}` },
                toPay: rupees('450.00'),
              },
            },
          ],
        },
      },
    });
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
      ...{
        refunded: '0.00',
        refundedToSource: '0.00',
        refundedToGiftCards: '0.00',
        refundedToWallet: '0.00',
      },
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

describe('gift cards in a checkout', () => {
  it('pay first, the one that ends soonest before the others, then credits, then the payment', async () => {
    await api.fundedWallet('mixed', '200');
    const at = (days: number) => new Date(api.app.now() + days * 24 * 60 * MINUTE).toISOString();
    const [late, soon] = [
      await api.makeCard('100', { expiresAt: at(90) }),
      await api.makeCard('150', { expiresAt: at(9) }),
    ];
    const last = ({ code }: { code: string }) => `•••• ${code.replaceAll('-', '').slice(-4)}`;

    const checkout = await begun('mixed', { giftCardCodes: [late.code, soon.code.toLowerCase(), late.code] });

    expect(checkout).toMatchObject({
      fromGiftCards: [
        { maskedCode: last(soon), amount: rupees('150.00') },
        { maskedCode: last(late), amount: rupees('100.00') },
      ],
      ...{ fromWallet: rupees('200.00'), toPay: rupees('50.00') },
    });
    expect(await cardOf(soon)).toMatchObject({ status: 'ACTIVE', remaining: '0.00', held: '150.00' });
    await bank(checkout, 'approve');
    expect(await now(checkout)).toMatchObject({ status: 'PAID' });
    expect(await cardOf(soon)).toEqual({
      ...{ status: 'USED', remaining: '0.00', held: '0.00' },
      entries: ['ISSUE 150.00', 'HOLD 150.00', 'DEBIT 150.00'],
    });
  });

  it('pay an order alone, keep what is not needed, and leave at least a rupee to a payment', async () => {
    await api.openWallet('only');
    const card = await api.makeCard('500');
    const paid = await begun('only', { total: rupees('120'), giftCardCodes: [card.code] });
    expect(paid).toMatchObject({ status: 'PAID', fromWallet: rupees('0.00'), hold: null, payment: null });
    expect(await cardOf(card)).toMatchObject({ status: 'PART_USED', remaining: '380.00', held: '0.00' });

    const more = { orderId: 'only-2', total: rupees('380.50'), giftCardCodes: [card.code] };
    expect(await begun('only', more)).toMatchObject({ toPay: rupees('1.00') });
    expect(await cardOf(card)).toMatchObject({ status: 'PART_USED', remaining: '0.50', held: '379.50' });
  });

  it('answer the same under a key whatever became of the card, and a conflict for another card', async () => {
    await api.openWallet('same');
    const [card, other] = [await api.makeCard('100'), await api.makeCard('100')];
    const asked = { idempotencyKey: freshKey('checkout'), total: rupees('100') };
    const first = await start('same', { ...asked, giftCardCodes: [card.code] });
    expect(first).toMatchObject({ replayed: false, checkout: { status: 'PAID' } });

    expect(await start('same', { ...asked, giftCardCodes: [card.code] })).toEqual({
      ...first,
      replayed: true,
    });
    for (const giftCardCodes of [[other.code], []])
      expect(codes(await start('same', { ...asked, giftCardCodes }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(await cardOf(other)).toMatchObject({ entries: ['ISSUE 100.00'] });
  });

  it('are refused in the same words whatever the cause, as attempts, and nothing is held', async () => {
    await api.fundedWallet('guess', '200');
    const [good, gone, held, replaced] = await Promise.all(
      Array.from({ length: 4 }, () => api.makeCard('100')),
    );
    if (!good || !gone || !held || !replaced) throw new Error('No cards were issued.');
    await api.openWallet('owner');
    await claimCard('owner', gone);
    await begun('owner', { giftCardCodes: [held.code] });
    await api.admin.act('reissueGiftCard', { giftCardId: replaced.id, reason: 'Lost' }, 'replayed');
    const withBad = (code: string, client = api.customer('guess')) =>
      start('guess', { customerId: 'guess', giftCardCodes: [good.code, code] }, client);

    const answers: Payload[] = [];
    for (const bad of [gone, held, replaced]) answers.push(await withBad(bad.code));
    answers.push(await withBad('0000-0000-0000-0000-0'), await withBad('KIRANA'));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers.flatMap(codes)).toEqual(Array(5).fill('CODE_NOT_USABLE'));
    expect(codes(await withBad(gone.code, api.staff))).toEqual(['GIFT_CARD_ENDED']);
    expect(codes(await withBad(held.code, api.staff))).toEqual(['GIFT_CARD_HELD']);
    expect(codes(await start('owner', { orderId: 'x', giftCardCodes: [held.code] }))).toEqual([
      'GIFT_CARD_HELD',
    ]);
    expect(await walletOf('guess')).toMatchObject({ held: '0.00' });
    expect(await cardOf(good)).toMatchObject({ remaining: '100.00', entries: ['ISSUE 100.00'] });
    for (let n = 0; n < 4; n += 1) await withBad('AAAA');
    expect(codes(await withBad('AAAA'))).toEqual(['TOO_MANY_ATTEMPTS']);
  });

  it('are tried by the customer, not by the service of the shop that passes the codes on', async () => {
    const gone = await api.makeCard('100');
    for (const id of ['honest', 'guessing', 'taker']) await api.openWallet(id);
    await claimCard('taker', gone);
    const passOn = (customerId: string, code: string) =>
      start(customerId, { customerId, giftCardCodes: [code] }, api.as('STAFF', 'till'));

    expect(codes(await passOn('guessing', gone.code))).toEqual(['CODE_NOT_USABLE']);
    for (let n = 0; n < 6; n += 1) await passOn('guessing', 'AAAA');

    expect(codes(await passOn('guessing', 'AAAA'))).toEqual(['TOO_MANY_ATTEMPTS']);
    const { code } = await api.makeCard('500');
    expect(await passOn('honest', code)).toMatchObject({ checkout: { status: 'PAID' } });
  });

  it('are neither claimed nor taken back while they are held, and get another code all the same', async () => {
    await api.openWallet('busy');
    const card = await api.makeCard('300');
    const checkout = await begun('busy', { giftCardCodes: [card.code], total: rupees('400') });
    expect(codes(await claimCard('busy', card))).toEqual(['GIFT_CARD_HELD']);
    expect(codes(await cancelCard(card))).toEqual(['GIFT_CARD_HELD']);
    const again = await api.admin.act<Payload & { code: string }>(
      'reissueGiftCard',
      { giftCardId: card.id, reason: 'Lost' },
      'code',
    );

    await act(api.staff, 'cancelCheckout', { checkoutId: checkout.id });

    expect(await cardOf(card)).toMatchObject({ status: 'ACTIVE', remaining: '300.00', held: '0.00' });
    expect(codes(await claimCard('busy', card))).toEqual(['CODE_NOT_USABLE']);
    expect(codes(await claimCard('busy', again))).toEqual([]);
  });

  it.each([
    ['EXPIRED', 'EXPIRY'],
    ['CANCELLED', 'CANCELLATION'],
  ])(
    'keep for their orders what is held, and lose at once what comes back, when they are %s',
    async (status, kind) => {
      // It is ten to midnight, and the cards end with the day.
      api.app.clock.advance({ ms: (14 * 60 + 20) * MINUTE });
      const open = async (id: string) => {
        await api.openWallet(id);
        const card = await api.makeCard('500', { expiresAt: new Date(api.app.now()).toISOString() });
        const checkout = await begun(id, { giftCardCodes: [card.code], total: rupees('500.50') });
        return { card, checkout };
      };
      const [kept, back] = [await open(freshKey('kept')), await open(freshKey('back'))];
      if (status === 'EXPIRED') api.app.clock.advance({ ms: 11 * MINUTE });
      for (const { card } of [kept, back]) {
        await (status === 'EXPIRED' ? runExpiry(api.app, 'nightly') : cancelCard(card));
        expect(await cardOf(card)).toEqual({
          ...{ status, remaining: '0.00', held: '499.50' },
          entries: ['ISSUE 500.00', 'HOLD 499.50', `${kind} 0.50`],
        });
      }

      await bank(kept.checkout, 'approve');
      await act(api.staff, 'cancelCheckout', { checkoutId: back.checkout.id });

      expect(await now(kept.checkout)).toMatchObject({ status: 'PAID' });
      const [used, lost] = [await cardOf(kept.card), await cardOf(back.card)];
      expect(used).toMatchObject({ status, held: '0.00' });
      expect(used.entries.slice(3)).toEqual(['DEBIT 499.50']);
      expect(lost).toMatchObject({ status, held: '0.00', remaining: '0.00' });
      expect(lost.entries.slice(3)).toEqual(['RELEASE 499.50', `${kind} 499.50`]);
    },
  );

  it('expire as soon as they are given back, where all of them was held when their time came', async () => {
    api.app.clock.advance({ ms: (14 * 60 + 20) * MINUTE });
    await api.openWallet('whole');
    const card = await api.makeCard('500', { expiresAt: new Date(api.app.now()).toISOString() });
    const owed = async () =>
      (
        await api.admin.read<{ programmeStatistics: { giftCards: { amount: { amount: string } } } }>(
          '{ programmeStatistics { giftCards { amount { amount } } } }',
        )
      ).programmeStatistics.giftCards.amount.amount;
    const before = await owed();
    await begun('whole', { giftCardCodes: [card.code], total: rupees('600') });
    expect(await owed()).toBe(before);

    api.app.clock.advance({ ms: 11 * MINUTE });
    await runExpiry(api.app, 'nightly');
    expect(await cardOf(card)).toMatchObject({ status: 'ACTIVE', held: '500.00' });
    await expire();

    expect(await cardOf(card)).toEqual({
      ...{ status: 'EXPIRED', remaining: '0.00', held: '0.00' },
      entries: ['ISSUE 500.00', 'HOLD 500.00', 'RELEASE 500.00', 'EXPIRY 500.00'],
    });
  });

  it('are at rest and in acts by their fingerprint alone', async () => {
    await api.openWallet('secret');
    const { code } = await api.makeCard('100');
    await begun('secret', { giftCardCodes: [code] });
    const everything = await Promise.all(
      (await api.app.database.listCollections()).map(({ name }) =>
        api.app.database.collection(name).find().toArray(),
      ),
    );
    const dump = JSON.stringify(everything, (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    ).replaceAll('-', '');
    expect(dump).not.toContain(code.replaceAll('-', '').slice(0, 12));
  });
});

describe('the matrix of what can happen to a checkout', () => {
  /** What becomes of the credits before the payment does. */
  const holds = ['held', 'expired', 'spent'] as const;
  const money = ['paid', 'failed', 'late', 'twice', 'other amount', 'never'] as const;
  const orders = ['kept', 'cancelled'] as const;
  /** Whether a gift card pays ₹150 more, and whether somebody has taken that back as soon as it could be. */
  const cards = ['none', 'kept', 'lost'] as const;
  const cases = holds.flatMap((hold) =>
    money.flatMap((payment) =>
      orders.flatMap((order) =>
        cards
          .filter((card) => card === 'none' || (card === 'kept' ? hold !== 'spent' : hold === 'expired'))
          .map((card) => [hold, payment, order, card] as const),
      ),
    ),
  );

  /** [how it ends, what was spent of ₹200 for it, what waits for a person] */
  function due(hold: string, payment: string, order: string, isLost: boolean): [string, string, string[]] {
    const isPaid = payment === 'paid' || payment === 'late' || payment === 'twice';
    const again = payment === 'twice' ? 2 : 1;
    const odd = payment === 'other amount' ? ['AMOUNT_MISMATCH OPEN'] : [];
    if (order === 'cancelled') {
      const waiting = isPaid ? Array<string>(again).fill('CHECKOUT_ENDED OPEN') : odd;
      return ['CANCELLED', '0.00', waiting];
    }
    if (isPaid && (hold === 'spent' || isLost))
      return ['EXPIRED', '0.00', Array<string>(again).fill('CHECKOUT_ENDED OPEN')];
    if (isPaid) return ['PAID', '200.00', payment === 'twice' ? ['LATE_PAYMENT OPEN'] : []];
    if (payment === 'failed' && hold === 'held') return ['FAILED', '0.00', []];
    return ['EXPIRED', '0.00', odd];
  }

  it.each(cases)('credits %s, payment %s, order %s, card %s', async (hold, payment, order, card) => {
    const id = `${hold}-${payment}-${order}-${card}`.replace(' ', '-');
    await api.fundedWallet(id, '200');
    const given = card === 'none' ? null : await api.makeCard('150');
    const withCard = given && { total: rupees('650'), giftCardCodes: [given.code] };
    const checkout = await begun(id, withCard ?? {});
    if (order === 'cancelled') {
      await act(api.customer(id), 'cancelCheckout', { checkoutId: checkout.id });
    }
    if (hold !== 'held') await expire();
    if (hold === 'spent') await api.spend(id, '150');
    const isLost = given !== null && card === 'lost';
    if (isLost) expect(codes(await cancelCard(given))).toEqual([]);
    if (payment === 'late') await expire();
    if (payment === 'paid' || payment === 'late') await payAgain(checkout);
    if (payment === 'twice') await Promise.all([payAgain(checkout), payAgain(checkout)]);
    if (payment === 'failed') await bank(checkout, 'decline');
    if (payment === 'other amount') await payAgain(checkout, 299_00n);
    await expire();

    const [status, spent, reviews] = due(hold, payment, order, isLost);
    expect(await now(checkout)).toMatchObject({ status });
    expect(await reviewsOf(checkout)).toEqual(reviews);
    const others = hold === 'spent' ? 150 : 0;
    expect(await walletOf(id)).toEqual({
      ...{ held: '0.00', spent: (Number(spent) + others).toFixed(2) },
      balance: (200 - Number(spent) - others).toFixed(2),
    });
    if (!given) return;
    const [standing, remaining] =
      status === 'PAID' ? ['USED', '0.00'] : isLost ? ['CANCELLED', '0.00'] : ['ACTIVE', '150.00'];
    expect(await cardOf(given)).toMatchObject({ status: standing, remaining, held: '0.00' });
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

describe('a gift card that is added to a checkout', () => {
  /** An order of ₹500 with the credits there are; how the rest is paid is chosen later. */
  const opened = (id: string) => begun(id, { method: null });
  const add = (id: string, { id: checkoutId }: Checkout, giftCardCode: string, more: object = {}) =>
    act(api.customer(id), 'addGiftCardToCheckout', { checkoutId, giftCardCode, ...more });

  it('pays of what credits leave, and the payment asks for the rest', async () => {
    await api.fundedWallet('adding', '200');
    const checkout = await opened('adding');
    const cards = [await api.makeCard('100'), await api.makeCard('150')];
    for (const { code } of cards) {
      expect(codes(await add('adding', checkout, code))).toEqual([]);
      expect(codes(await add('adding', checkout, code))).toEqual(['GIFT_CARD_HELD']);
    }

    expect(await now(checkout)).toMatchObject({
      ...{ status: 'OPEN', fromWallet: rupees('200.00'), toPay: rupees('50.00') },
      fromGiftCards: [{ amount: rupees('100.00') }, { amount: rupees('150.00') }],
    });
    const paid = await act(api.customer('adding'), 'payCheckout', {
      ...{ checkoutId: checkout.id, method: 'UPI' },
    });
    expect(paid.checkout?.payment).toMatchObject({ amount: rupees('50.00') });
    const late = await api.makeCard('100');
    expect(codes(await add('adding', checkout, late.code))).toEqual(['INVALID_INPUT']);
    await bank(await now(checkout), 'approve');

    expect(await now(checkout)).toMatchObject({ status: 'PAID' });
    for (const card of cards) expect(await cardOf(card)).toMatchObject({ status: 'USED', held: '0.00' });
    expect(await cardOf(late)).toMatchObject({ entries: ['ISSUE 100.00'] });
  });

  it('pays the order at once where nothing is left, says so again under its key, and keeps what is not needed', async () => {
    await api.fundedWallet('whole-rest', '200');
    const checkout = await opened('whole-rest');
    const card = await api.makeCard('400');
    const key = { idempotencyKey: freshKey('add') };

    const first = await add('whole-rest', checkout, card.code, key);

    expect(first).toMatchObject({ replayed: false, checkout: { status: 'PAID', payment: null } });
    expect(await cardOf(card)).toMatchObject({ status: 'PART_USED', remaining: '100.00', held: '0.00' });
    expect(await walletOf('whole-rest')).toMatchObject({ spent: '200.00', held: '0.00' });
    await claimCard('whole-rest', card);
    expect(await add('whole-rest', checkout, card.code, key)).toEqual({ ...first, replayed: true });
    const { code } = await api.makeCard('400');
    expect(codes(await add('whole-rest', checkout, code, key))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('leaves at least a rupee to a payment, is there once, and comes back when the order is called off', async () => {
    await api.openWallet('rupee');
    const checkout = await opened('rupee');
    const card = await api.makeCard('499.50');
    expect((await add('rupee', checkout, card.code)).checkout).toMatchObject({ toPay: rupees('1.00') });
    expect(codes(await add('rupee', checkout, card.code))).toEqual(['INVALID_INPUT']);

    await act(api.customer('rupee'), 'cancelCheckout', { checkoutId: checkout.id });

    expect(await cardOf(card)).toMatchObject({ status: 'ACTIVE', remaining: '499.50', held: '0.00' });
    const after = await api.makeCard('100');
    expect(codes(await add('rupee', checkout, after.code))).toEqual(['CHECKOUT_ENDED']);
  });

  it('is tried like any code, by whose order it is alone', async () => {
    for (const id of ['adds', 'other', 'has']) await api.openWallet(id);
    const checkout = await opened('adds');
    const [gone, good] = [await api.makeCard('100'), await api.makeCard('100')];
    await claimCard('has', gone);
    expect(codes(await add('other', checkout, good.code))).toEqual(['CHECKOUT_NOT_FOUND']);
    for (const code of [gone.code, '0000-0000-0000-0000-0', 'KIRANA'])
      expect(codes(await add('adds', checkout, code))).toEqual(['CODE_NOT_USABLE']);
    for (let n = 0; n < 4; n += 1) await add('adds', checkout, 'AAAA');
    expect(codes(await add('adds', checkout, good.code))).toEqual(['TOO_MANY_ATTEMPTS']);
    expect(await cardOf(good)).toMatchObject({ entries: ['ISSUE 100.00'] });
    expect(await now(checkout)).toMatchObject({ fromGiftCards: [], toPay: rupees('500.00') });
  });

  it('is held or comes too late, whatever else happens to its order at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = `both-${round}`;
      await api.fundedWallet(id, '200');
      const checkout = await opened(id);
      const [one, two] = [await api.makeCard('100'), await api.makeCard('150')];
      const target = { checkoutId: checkout.id };
      const other = () =>
        round % 2 === 0
          ? act(api.customer(id), 'payCheckout', { ...target, method: 'UPI' })
          : act(api.customer(id), 'cancelCheckout', target);
      const adding = (code: string) => add(id, checkout, code).catch(() => null);

      await Promise.all([adding(one.code), adding(two.code), other().catch(() => null)]);

      const { status, fromGiftCards, toPay } = (await now(checkout)) as Checkout & {
        fromGiftCards: { amount: { amount: string } }[];
        toPay: { amount: string };
      };
      const given = fromGiftCards.reduce((total, { amount }) => total + Number(amount.amount), 0);
      expect(Number(toPay.amount)).toBe(300 - given);
      const held = await Promise.all([one, two].map(async (card) => Number((await cardOf(card)).held)));
      expect(held.reduce((total, amount) => total + amount, 0)).toBe(status === 'CANCELLED' ? 0 : given);
    }
  });
});

describe('races of a gift card', () => {
  it('between checkouts of several customers give it to one', async () => {
    const people = Array.from({ length: 6 }, (_, n) => `racing-${n}`);
    for (const person of people) await api.openWallet(person);
    for (const total of ['150', '400']) {
      const card = await api.makeCard('150');
      const answers = await Promise.all(
        people.map((person) =>
          start(person, { orderId: `${person}-${total}`, total: rupees(total), giftCardCodes: [card.code] }),
        ),
      );
      expect(answers.filter((answer) => codes(answer).length === 0)).toHaveLength(1);
      expect(answers.flatMap(codes)).toEqual(Array(5).fill('CODE_NOT_USABLE'));
      expect(await cardOf(card)).toMatchObject(
        total === '150' ? { status: 'USED', held: '0.00' } : { status: 'ACTIVE', held: '150.00' },
      );
    }
  });

  it('between claiming, cancelling, giving another code and paying leave each rupee in one place', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = `either-${round}`;
      await api.openWallet(id);
      const card = await api.makeCard('150');
      const [paid, claimed, other] = await Promise.all([
        start(id, { total: rupees('150'), giftCardCodes: [card.code] }),
        claimCard(id, card),
        round % 2 === 0
          ? cancelCard(card)
          : api.admin.act<Payload>('reissueGiftCard', { giftCardId: card.id, reason: 'Lost' }, 'replayed'),
      ]);

      const { status, remaining, held } = await cardOf(card);
      const [spent, got] = [paid, claimed].map((answer) => codes(answer).length === 0);
      expect(held).toBe('0.00');
      expect([spent, got].filter(Boolean).length).toBeLessThanOrEqual(1);
      const gone = round % 2 === 0 && codes(other).length === 0;
      const expected = spent ? 'USED' : got ? 'CLAIMED' : gone ? 'CANCELLED' : 'ACTIVE';
      expect([status, remaining]).toEqual([expected, expected === 'ACTIVE' ? '150.00' : '0.00']);
      expect(await walletOf(id)).toMatchObject({ balance: got ? '150.00' : '0.00', spent: '0.00' });
    }
  });

  it('between the end of its checkout and whoever takes it back give one of both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = `ending-${round}`;
      await api.fundedWallet(id, '200');
      const card = await api.makeCard('150');
      const checkout = await begun(id, { total: rupees('650'), giftCardCodes: [card.code] });
      if (round % 2 === 1) await expire();

      await Promise.all([payAgain(checkout), cancelCard(card), claimCard(id, card)]);

      const isPaid = (await now(checkout)).status === 'PAID';
      expect(await reviewsOf(checkout)).toEqual(isPaid ? [] : ['CHECKOUT_ENDED OPEN']);
      const { status, held } = await cardOf(card);
      expect([status === 'USED', held]).toEqual([isPaid, '0.00']);
      if (round % 2 === 0) expect(isPaid).toBe(true);
    }
  });
});

describe('all of this', () => {
  it('leaves books in which everything adds up', () => expectSound(api.app));
});
