import { defaultPolicy } from '../../api/domain/policy.ts';
import { localId } from '../../api/resolvers/global-id.ts';
import { orderRefund, refundingCheckout } from '../../api/services/refund-checkout.ts';
import { callerOf, freshKey, testPolicy } from '../support/app.ts';
import * as acts from '../support/acts.ts';
import { openTestApi, type Client } from '../support/api.ts';
import { expectSound } from '../support/audit.ts';
import { runExpiry } from '../../api/jobs/expiry-job.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { PaymentDoor } from '../support/payment-door.ts';
import { mockPayments } from '../support/payments.ts';
import type { MockSequel } from '../../api/payments/mock/mock-provider.ts';

/*
 * An order of up to ₹650: a payment of ₹300, a gift card of ₹150 and ₹200 of credits, or some of these.
 *
 *   refundCheckout ─▶ to the payment's source ─▶ to the card ─▶ to the credits
 */
const SHOP = 'https://shop.example';
const payments = { ...mockPayments(), returns: { origins: [SHOP], secret: 'x'.repeat(32) } };
const { limits } = defaultPolicy.approvals;
const api = openTestApi({
  payments,
  start: '2026-03-10T09:30:00+05:30',
  policy: { approvals: { ...testPolicy.approvals, limits } },
});
const { provider } = payments;
let door: PaymentDoor;
beforeAll(async () => (door = await PaymentDoor.open(api.app)));
afterAll(() => door.close());

const AMOUNTS = { payment: 300, card: 150, wallet: 200 } as const;
type Means = keyof typeof AMOUNTS;
type Split = Readonly<Record<Means, number>>;

const SPLIT = 'toSource { amount } toGiftCards { amount } toWallet { amount }';
const CHECKOUT = `id status refunded { amount } claimed { amount } refundable { amount } payment { reference }
  refunds { amount { amount } split { ${SPLIT} } sourceStatus reason }`;

interface Amount {
  readonly amount: string;
}
interface Checkout {
  readonly id: string;
  readonly status: string;
  readonly refunded: Amount;
  readonly claimed: Amount;
  readonly refundable: Amount;
  readonly payment: { readonly reference: string } | null;
  readonly refunds: readonly {
    readonly split: Readonly<Record<string, Amount>>;
    readonly sourceStatus: string | null;
  }[];
}
interface Payload {
  readonly checkout: Checkout | null;
  readonly refund: Checkout['refunds'][number] | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string }[];
}

interface Order {
  readonly id: string;
  readonly customerId: string;
  readonly total: number;
  readonly card: { readonly id: string; readonly code: string } | null;
  readonly reference: string | null;
}

const rupees = (amount: number | string) => ({ amount: Number(amount).toFixed(2) });
const codes = ({ userErrors }: Pick<Payload, 'userErrors'>) => userErrors.map(({ code }) => code);

/** An order that was paid by these means. */
async function paid(customerId: string, means: readonly Means[], cards: object = {}): Promise<Order> {
  const pays = (one: Means) => (means.includes(one) ? AMOUNTS[one] : 0);
  const total = means.reduce((sum, one) => sum + AMOUNTS[one], 0);
  await (pays('wallet') > 0 ? api.fundedWallet(customerId, '200') : api.openWallet(customerId));
  const card = pays('card') > 0 ? await api.makeCard('150', cards) : null;
  const { checkout } = await api.customer(customerId).act<Payload>(
    'startCheckout',
    {
      ...{
        orderId: `order-of-${customerId}`,
        total: rupees(total),
        method: 'UPI',
        returnUrl: `${SHOP}/back`,
      },
      ...{ credits: pays('wallet') > 0 ? 'ALL' : 'NONE', giftCardCodes: card ? [card.code] : [] },
    },
    `checkout { ${CHECKOUT} } replayed`,
  );
  const reference = checkout?.payment?.reference ?? null;
  if (reference !== null) await provider.decide(`mock_${reference}`, 'approve');
  for (const sent of payments.sent.splice(0)) await door.settle(sent as Parameters<typeof door.settle>[0]);
  if (!checkout) throw new Error('The order was refused.');
  return { id: checkout.id, customerId, total, card, reference };
}

const refund = (
  { id: checkoutId }: Pick<Order, 'id'>,
  amount: number | null,
  more: object = {},
  client: Client = api.staff,
) =>
  client.act<Payload>(
    'refundCheckout',
    { checkoutId, ...(amount !== null && { amount: rupees(amount) }), reason: 'Returned', ...more },
    `refund { split { ${SPLIT} } sourceStatus } checkout { ${CHECKOUT} } replayed`,
  );

async function now({ id }: Pick<Order, 'id'>, client: Client = api.staff): Promise<Checkout> {
  const query = `query Q($id: ID!) { checkout(id: $id) { ${CHECKOUT} } }`;
  const { checkout } = await client.read<{ checkout: Checkout | null }>(query, { id });
  if (!checkout) throw new Error('The checkout is gone.');
  return checkout;
}

async function previewOf({ id }: Order, amount: number): Promise<Record<string, Amount> | null> {
  const query = `query S($id: ID!, $amount: MoneyInput!) { checkout(id: $id) { refundSplit(amount: $amount) { ${SPLIT} } } }`;
  const { checkout } = await api.staff.read<{
    checkout: { refundSplit: Record<string, Amount> | null };
  }>(query, { id, amount: rupees(amount) });
  return checkout.refundSplit;
}

async function balanceOf(customerId: string): Promise<string> {
  const { wallet } = await api.staff.read<{ wallet: { balance: Amount } }>(
    `{ wallet(customerId: "${customerId}") { balance { amount } } }`,
  );
  return wallet.balance.amount;
}

interface Card {
  readonly status: string;
  readonly remaining: Amount;
  readonly expiresAt: string;
  readonly entries: { readonly nodes: readonly { readonly kind: string; readonly amount: Amount }[] };
}

async function cardOf(card: { readonly id: string } | null): Promise<Card> {
  const query =
    'query C($id: ID!) { giftCard(id: $id) { status remaining { amount } expiresAt entries { nodes { kind amount { amount } orderId } } } }';
  return (await api.staff.read<{ giftCard: Card }>(query, { id: card?.id })).giftCard;
}

/** The provider has ended what it was asked for, and the poller has come by. */
async function providerEnds(): Promise<void> {
  provider.refundsEnd = 'DONE';
  for (let round = 0; round < 2; round += 1) {
    api.app.clock.advance({ ms: 3 * 60_000 });
    await pollTopUps(api.app, 'poll');
  }
  provider.refundsEnd = null;
}

/** The provider tells what became of the payment without anybody here having asked. */
async function tells({ reference }: Order, sequel: MockSequel): Promise<void> {
  await provider.follow(`mock_${reference ?? ''}`, sequel);
  for (const sent of payments.sent.splice(0)) await door.settle(sent as Parameters<typeof door.settle>[0]);
}

/** Somebody of the shop has looked at what was claimed of the payment, and waits for it no more. */
async function dismissed({ reference }: Order): Promise<void> {
  const { paymentReviews } = await api.admin.read<{
    paymentReviews: { nodes: readonly { readonly id: string; readonly providerReference: string }[] };
  }>('{ paymentReviews(first: 50) { nodes { id providerReference } } }');
  const review = paymentReviews.nodes.find((each) => each.providerReference === `mock_${reference}_dispute`);
  const input = { reviewId: review?.id, reason: 'Looked at' };
  expect(codes(await api.admin.act<Payload>('dismissReview', input, 'replayed'))).toEqual([]);
}

async function givenBackBy({ reference }: Order): Promise<string> {
  const [payment] =
    reference === null ? [] : await api.app.stores.topUps.findByProviderIds('MOCK', [`mock_${reference}`]);
  const paise = payment?.payments.reduce((sum, { id }) => sum + provider.givenBackOf(id), 0n) ?? 0n;
  return (Number(paise) / 100).toFixed(2);
}

/** Where so much goes back to, counted out by hand: each means in its order, up to what it paid. */
function waterfall(means: readonly Means[], amount: number): Split {
  let left = amount;
  const take = (one: Means) => {
    const taken = means.includes(one) ? Math.min(left, AMOUNTS[one]) : 0;
    left -= taken;
    return taken;
  };
  return { payment: take('payment'), card: take('card'), wallet: take('wallet') };
}

/** Each rupee is where it belongs: at its source, on the card, in the wallet, or still with the shop. */
async function expectBack(order: Order, { payment, card, wallet }: Split): Promise<void> {
  expect(await givenBackBy(order)).toBe(payment.toFixed(2));
  if (order.card) expect((await cardOf(order.card)).remaining).toEqual(rupees(card));
  expect(await balanceOf(order.customerId)).toBe(wallet.toFixed(2));
  expect(await now(order)).toMatchObject({
    ...{ status: 'PAID', refunded: rupees(payment + card + wallet) },
    refundable: rupees(order.total - payment - card - wallet),
  });
}

const MEANS: readonly (readonly Means[])[] = [
  ['payment'],
  ['payment', 'card'],
  ['payment', 'wallet'],
  ['payment', 'card', 'wallet'],
  ['card'],
  ['wallet'],
  ['card', 'wallet'],
];
const named = (means: readonly Means[], what: string) => `${means.join('-')}-${what}`;
const each = MEANS.map((means) => [means.join(' and '), means] as const);
const withPayment = each.filter(([, means]) => means.includes('payment'));

describe('an order that was paid', () => {
  it.each(each)('by %s goes back in parts as it would in one', async (_, means) => {
    const order = await paid(named(means, 'parts'), means);
    const [first, second] = [order.total * 0.45 + 0.37, order.total * 0.4 - 0.11].map(
      (amount) => Math.round(amount * 100) / 100,
    ) as [number, number];

    const shown = await previewOf(order, first);
    expect((await refund(order, first)).refund?.split).toEqual(shown);
    expect(codes(await refund(order, second))).toEqual([]);
    await expectBack(order, waterfall(means, first + second));
    expect(codes(await refund(order, null))).toEqual([]);
    await expectBack(order, waterfall(means, order.total));
  });

  it.each(each)('by %s goes back whole, once, whoever asks again', async (_, means) => {
    const order = await paid(named(means, 'whole'), means);
    const idempotencyKey = freshKey('back');

    const first = await refund(order, null, { idempotencyKey });
    await providerEnds();

    const again = await refund(order, null, { idempotencyKey });
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.refund?.split).toEqual(first.refund?.split);
    expect(again.refund?.sourceStatus).toBe(order.reference === null ? null : 'DONE');
    expect(codes(await refund(order, 1, { idempotencyKey }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(codes(await refund(order, null))).toEqual(['REFUND_EXCEEDS_DEBIT']);
    await expectBack(order, waterfall(means, order.total));
  });

  it.each(each)('by %s gives nothing back beyond what was paid', async (_, means) => {
    const order = await paid(named(means, 'over'), means);

    expect(await previewOf(order, order.total + 0.01)).toBeNull();
    expect(codes(await refund(order, order.total + 0.01))).toEqual(['REFUND_EXCEEDS_DEBIT']);
    await expectBack(order, waterfall(means, 0));
    expect(codes(await refund(order, 1))).toEqual([]);
    expect(codes(await refund(order, order.total))).toEqual(['REFUND_EXCEEDS_DEBIT']);
    await expectBack(order, waterfall(means, 1));
  });

  it.each(each)('by %s goes back once where two ask at once for more than there is', async (_, means) => {
    const order = await paid(named(means, 'race'), means);
    const amount = order.total * 0.6;

    const answers = await Promise.all([refund(order, amount), refund(order, amount)]);

    expect(answers.flatMap(codes)).toEqual(['REFUND_EXCEEDS_DEBIT']);
    await expectBack(order, waterfall(means, amount));
  });

  it.each(withPayment)('by %s can be tried again where the provider refused', async (_, means) => {
    const order = await paid(named(means, 'refused'), means);
    provider.nextRefund = 'REFUSED';

    expect((await refund(order, null)).refund?.sourceStatus).toBe('FAILED');

    const others = waterfall(means, order.total);
    await expectBack(order, { ...others, payment: 0 });
    expect((await refund(order, null)).refund?.split['toSource']).toEqual(rupees(300));
    await expectBack(order, others);
  });

  it.each(withPayment)('by %s goes back once where the answer was lost', async (_, means) => {
    const order = await paid(named(means, 'lost'), means);
    provider.nextRefund = 'LOST';

    expect((await refund(order, null)).refund?.sourceStatus).toBe('PROCESSING');
    // Unknown is not "not done": nothing of it can be asked for again.
    expect(codes(await refund(order, 1))).toEqual(['REFUND_EXCEEDS_DEBIT']);
    await providerEnds();

    expect((await now(order)).refunds.map(({ sourceStatus }) => sourceStatus)).toEqual(['DONE']);
    await expectBack(order, waterfall(means, order.total));
  });

  it.each(
    withPayment.flatMap(([name, means]) =>
      (['DIES_BEFORE', 'DIES_AFTER'] as const).map((when) => [name, when, means] as const),
    ),
  )('by %s goes back once where the process dies (%s)', async (_, when, means) => {
    const order = await paid(named(means, when), means);
    const idempotencyKey = freshKey('back');
    provider.nextRefund = when;

    await expect(refund(order, null, { idempotencyKey })).rejects.toThrow();
    expect(await refund(order, null, { idempotencyKey })).toMatchObject({ replayed: true });
    await providerEnds();

    expect((await now(order)).refunds.map(({ sourceStatus }) => sourceStatus)).toEqual(['DONE']);
    await expectBack(order, waterfall(means, order.total));
  });
});

describe('what is given back of an order', () => {
  it('counts what was refunded of its debit by itself', async () => {
    const order = await paid('by-debit', ['payment', 'wallet']);
    const debitId = await debitOf(order);
    await api.staff.act('refundCredits', { debitId, amount: rupees(150), reason: 'Returned' }, 'replayed');

    expect(await now(order)).toMatchObject({ refunded: rupees(150), refundable: rupees(350) });
    expect(codes(await refund(order, 350.01))).toEqual(['REFUND_EXCEEDS_DEBIT']);
    expect((await refund(order, 350)).refund?.split).toMatchObject({ toWallet: rupees(50) });
    expect(
      codes(await api.staff.act<Payload>('refundCredits', { debitId, reason: 'More' }, 'replayed')),
    ).toEqual(['REFUND_EXCEEDS_DEBIT']);
    await expectBack(order, { payment: 300, card: 0, wallet: 200 });
  });

  it('is told to its customer, and to nobody else', async () => {
    const order = await paid('told', ['payment', 'card', 'wallet']);
    expect(codes(await refund(order, 1, { reason: '  ' }))).toEqual(['INVALID_INPUT']);
    await refund(order, 500);

    expect((await now(order, api.customer('told'))).refunds).toMatchObject([
      {
        ...{ amount: rupees(500), sourceStatus: 'PROCESSING', reason: 'Returned' },
        split: { toSource: rupees(300), toGiftCards: rupees(150), toWallet: rupees(50) },
      },
    ]);
    await expect(now(order, api.customer('somebody'))).rejects.toThrow('gone');
    const mine = { checkoutId: order.id, reason: 'Mine' };
    expect((await api.customer('told').attempt('refundCheckout', mine, 'replayed')).errors).toHaveLength(1);
  });

  it('is found from what it took of the wallet, and from what came back there', async () => {
    const order = await paid('found', ['card', 'wallet']);
    await refund(order, 200);
    await api.customer('found').act('deductCredits', { orderId: 'alone', amount: rupees(1) }, 'replayed');
    const { wallet } = await api.customer('found').read<{
      wallet: { transactions: { nodes: readonly { __typename: string; checkout?: { id: string } }[] } };
    }>(`{ wallet(customerId: "found") { transactions(first: 20) { nodes { __typename
      ... on DebitTransaction { checkout { id } } ... on RefundTransaction { checkout { id } } } } } }`);

    expect(wallet.transactions.nodes.filter((entry) => 'checkout' in entry)).toEqual([
      { __typename: 'DebitTransaction', checkout: null },
      { __typename: 'RefundTransaction', checkout: { id: order.id } },
      { __typename: 'DebitTransaction', checkout: { id: order.id } },
    ]);
  });

  it('is said by where it went, and in the signed result of who asks then', async () => {
    const order = await paid('ways', ['payment', 'card', 'wallet']);
    await refund(order, 500);
    await tells(order, 'refund-half');
    const back = { toSource: rupees(300), toGiftCards: rupees(150), toWallet: rupees(50) };

    const query = `query R($id: ID!) { checkout(id: $id) { refunded { amount } refundedTo { ${SPLIT} } returnTo } }`;
    const { checkout } = await api.staff.read<{ checkout: { refundedTo: object; returnTo: string } }>(query, {
      id: order.id,
    });
    expect(checkout).toMatchObject({ refunded: rupees(500), refundedTo: back });
    const result = new URL(checkout.returnTo).searchParams;
    expect(Object.fromEntries(result)).toMatchObject({
      ...{ status: 'PAID', total: '650.00', refunded: '500.00' },
      ...{ refundedToSource: '300.00', refundedToGiftCards: '150.00', refundedToWallet: '50.00' },
    });
  });

  it('is what was looked at before, or nothing, where somebody was faster', async () => {
    const order = await paid('looked', ['payment', 'wallet']);
    const expectedRefunded = (await now(order)).refunded;
    await refund(order, 250);

    expect(codes(await refund(order, 100, { expectedRefunded }))).toEqual(['QUOTE_CHANGED']);
    expect((await now(order)).refunded).toEqual(rupees(250));
    const again = { expectedRefunded: rupees(250), idempotencyKey: freshKey('back') };
    expect(codes(await refund(order, 100, again))).toEqual([]);
    expect(await refund(order, 100, again)).toMatchObject({ replayed: true });
    const { wallet } = await api.staff.read<{ wallet: { checkouts: Checkout[] } }>(
      `{ wallet(customerId: "looked") { checkouts { ${CHECKOUT} } } }`,
    );
    expect(wallet.checkouts).toMatchObject([{ id: order.id, refunded: rupees(350) }]);
  });

  it('is nothing of what the provider alone gave back', async () => {
    const order = await paid('elsewhere', ['payment', 'card', 'wallet']);
    await refund(order, 50);
    await tells(order, 'refund-half');

    expect(await now(order)).toMatchObject({
      ...{ refunded: rupees(200), claimed: rupees(150), refundable: rupees(450) },
    });
    expect(codes(await refund(order, 450.01))).toEqual(['REFUND_EXCEEDS_DEBIT']);
    expect((await refund(order, null)).refund?.split).toEqual({
      ...{ toSource: rupees(100), toGiftCards: rupees(150), toWallet: rupees(200) },
    });
    expect(await givenBackBy(order)).toBe('150.00');
  });

  it('is nothing of what is disputed, until that has come to nothing', async () => {
    const order = await paid('disputed', ['payment', 'wallet']);
    await tells(order, 'dispute');

    expect(await now(order)).toMatchObject({
      ...{ refunded: rupees(300), claimed: rupees(300), refundable: rupees(200) },
    });
    expect(codes(await refund(order, 200.01))).toEqual(['REFUND_EXCEEDS_DEBIT']);
    expect((await refund(order, 20)).refund?.split).toMatchObject({ toSource: rupees(0) });
    await tells(order, 'win');
    expect(await now(order)).toMatchObject({ claimed: rupees(0), refundable: rupees(480) });
    expect((await refund(order, 20)).refund?.split).toMatchObject({ toSource: rupees(20) });
  });

  it('may be what is disputed once somebody has dismissed that, but not what was lost', async () => {
    const order = await paid('dismissed', ['payment']);
    await tells(order, 'dispute');
    expect(codes(await refund(order, 1))).toEqual(['REFUND_EXCEEDS_DEBIT']);

    await dismissed(order);
    expect(codes(await refund(order, 1))).toEqual([]);
    await tells(order, 'lose');
    expect(await now(order)).toMatchObject({ refunded: rupees(300), claimed: rupees(299) });
    await dismissed(order);
    expect(codes(await refund(order, 1))).toEqual(['REFUND_EXCEEDS_DEBIT']);
    expect(await givenBackBy(order)).toBe('1.00');
  });

  it('was decided on something else where a dispute came in between', async () => {
    const order = await paid('between', ['payment', 'wallet']);
    await tells(order, 'dispute');

    const answer = await refund(order, 100, { expectedRefunded: rupees(0) });
    expect(codes(answer)).toEqual(['QUOTE_CHANGED']);
    expect(await balanceOf('between')).toBe('0.00');
  });

  it('was decided on too little where a dispute was told between the look and the refund', async () => {
    const order = await paid('glance', ['payment', 'wallet']);
    const checkoutId = localId('Checkout', order.id) ?? '';
    const input = { checkoutId, amount: 100_00n, reason: 'Returned', idempotencyKey: freshKey('back') };
    const looked = await orderRefund(api.app, callerOf('STAFF'), input);
    if (!looked) throw new Error('The order is gone.');
    await tells(order, 'dispute');

    expect(await api.app.engine.submit(refundingCheckout, looked)).toEqual({
      refused: { code: 'PAYMENT_CONFIRMING' },
    });
    expect((await refund(order, 100)).refund?.split).toMatchObject({
      ...{ toSource: rupees(0), toWallet: rupees(100) },
    });
  });

  it('and what the bank takes are never the same where both come at once', async () => {
    const orders = await Promise.all(
      Array.from({ length: 6 }, (_, n) => paid(`at-once-${n}`, ['payment', 'wallet'])),
    );

    const answers = await Promise.all(
      orders.map(async (order, n) => {
        // Some are told a little later, so that each may come first.
        for (let turn = 0; turn < n; turn += 1) await Promise.resolve();
        const [answer] = await Promise.all([refund(order, 300), tells(order, 'dispute')]);
        return answer;
      }),
    );

    for (const [n, order] of orders.entries()) {
      const { split } = answers[n]?.refund ?? {};
      const { refunded, claimed } = await now(order);
      // Either the payment went back before the bank asked for it, or the bank has it and less is left.
      expect([refunded, claimed]).toEqual(
        split?.['toSource']?.amount === '300.00' ? [rupees(300), rupees(0)] : [rupees(300), rupees(300)],
      );
    }
  });

  it('leaves a review that says which order is disputed, and that nothing tries in vain', async () => {
    const order = await paid('named', ['payment']);
    await tells(order, 'dispute');
    const review = async () => {
      const { paymentReviews } = await api.admin.read<{
        paymentReviews: { nodes: { providerReference: string; problem: string; status: string }[] };
      }>('{ paymentReviews(first: 50) { nodes { providerReference problem status wallet { id } } } }');
      return paymentReviews.nodes.find(
        ({ providerReference }) => providerReference === `mock_${order.reference}_dispute`,
      );
    };
    expect((await review())?.problem).toMatch(/is disputed\. It paid order order-of-named\.$/);
    const stored = async () => {
      const [payment] = await api.app.stores.topUps.findByProviderIds('MOCK', [`mock_${order.reference}`]);
      const ids = payment?.payments.map(({ id }) => id) ?? [];
      return (await api.app.stores.paymentReviews.ofPayments('MOCK', ids))[0];
    };
    const before = await stored();
    expect(before).toMatchObject({ nextTryAt: null, walletId: 'named', status: 'OPEN' });
    api.app.clock.advance({ ms: 3_600_000 });
    await pollTopUps(api.app, 'poll');
    expect(await stored()).toEqual(before);
    await tells(order, 'lose');
    expect(await stored()).toMatchObject({ nextTryAt: null, status: 'OPEN', claim: { state: 'FINAL' } });
  });

  it('is nothing while the order is not paid', async () => {
    await api.fundedWallet('open', '200');
    const { checkout } = await api
      .customer('open')
      .act<Payload>(
        'startCheckout',
        { orderId: 'open', total: rupees(500), credits: 'ALL', method: 'UPI' },
        `checkout { ${CHECKOUT} } replayed`,
      );
    const order = { id: checkout?.id ?? '' };

    expect(codes(await refund(order, 1))).toEqual(['NOT_REFUNDABLE']);
    expect(await now(order)).toMatchObject({ refunded: rupees(0), refundable: rupees(0) });
    await api.staff.act('cancelCheckout', { checkoutId: order.id }, 'replayed');
    expect(codes(await refund(order, 1))).toEqual(['NOT_REFUNDABLE']);
    expect(codes(await refund({ id: 'none' }, 1))).toEqual(['CHECKOUT_NOT_FOUND']);
  });
});

describe('an order above what somebody may give back alone', () => {
  const ORDER = `orderId amount { amount } refunded { amount } split { ${SPLIT} } quote { seq }`;
  const CAME_OF_IT = `refund { amount { amount } split { ${SPLIT} } sourceStatus reason } outcome { __typename amount { amount } }`;
  const APPROVAL = `id act status reason amount { amount } subject { id } preview { needsApproval } order { ${ORDER} } ${CAME_OF_IT}`;
  const ASKED = `refund { split { ${SPLIT} } sourceStatus } checkout { ${CHECKOUT} } replayed needsApproval
    preview { ${ORDER} } approval { ${APPROVAL} }`;

  interface Asked extends Payload {
    readonly needsApproval: boolean;
    readonly preview: object | null;
    readonly approval: { readonly id: string; readonly status: string; readonly order: object } | null;
  }

  const ask = (order: Pick<Order, 'id'>, amount: number | null, more: object = {}, by: Client = api.staff) =>
    by.act<Asked>(
      'refundCheckout',
      {
        checkoutId: order.id,
        ...(amount !== null && { amount: rupees(amount) }),
        reason: 'Returned',
        ...more,
      },
      ASKED,
    );
  const decide = ({ approval }: Asked, more: object = {}, by: Client = api.admin) =>
    by.act<Asked>(
      'decideApproval',
      { approvalId: approval?.id, verdict: 'APPROVE', ...more },
      `approval { ${APPROVAL} }`,
    );
  const split = (toSource: number, toWallet: number) => ({
    ...{ toSource: rupees(toSource), toGiftCards: rupees(0), toWallet: rupees(toWallet) },
  });

  /** An order of ₹6,200: a payment of ₹6,000 and ₹200 of credits. */
  async function dear(customerId: string): Promise<Order> {
    await api.fundedWallet(customerId, '200');
    const order = { orderId: `order-of-${customerId}`, total: rupees(6_200), credits: 'ALL', method: 'CARD' };
    const { checkout } = await api
      .customer(customerId)
      .act<Payload>('startCheckout', order, `checkout { ${CHECKOUT} } replayed`);
    const reference = checkout?.payment?.reference ?? '';
    await provider.decide(`mock_${reference}`, 'approve');
    for (const sent of payments.sent.splice(0)) await door.settle(sent as Parameters<typeof door.settle>[0]);
    return { id: checkout?.id ?? '', customerId, total: 6_200, card: null, reference };
  }

  it('goes back the way it was paid once an admin has approved it, under the key it was asked for with', async () => {
    const order = await dear('dear');
    const idempotencyKey = freshKey('back');
    const shown = {
      ...{ orderId: 'order-of-dear', amount: rupees(6_100), refunded: rupees(0) },
      ...{ split: split(6_000, 100), quote: { seq: 1 } },
    };

    expect(await ask(order, 6_100, { idempotencyKey, dryRun: true })).toMatchObject({
      ...{ needsApproval: true, preview: shown, approval: null, refund: null, userErrors: [] },
    });
    const asked = await ask(order, 6_100, { idempotencyKey });
    expect(asked).toMatchObject({
      ...{ refund: null, preview: null, replayed: false, userErrors: [] },
      checkout: { refunded: rupees(0) },
      approval: {
        ...{ act: 'refundCheckout', status: 'PENDING', reason: 'Returned', amount: rupees(6_100) },
        ...{ subject: { id: order.id }, preview: null, order: shown, refund: null, outcome: [] },
      },
    });
    expect(await ask(order, 6_100, { idempotencyKey })).toEqual({ ...asked, replayed: true });
    expect(codes(await ask(order, 6_000, { idempotencyKey }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(codes(await ask(order, 6_000))).toEqual(['APPROVAL_PENDING']);
    expect(await givenBackBy(order)).toBe('0.00');

    expect(codes(await decide(asked, {}, api.as('ADMIN', 'ravi')))).toEqual(['APPROVAL_OWN']);
    const cameOfIt = {
      refund: { amount: rupees(6_100), split: split(6_000, 100), sourceStatus: 'DONE', reason: 'Returned' },
      outcome: [{ __typename: 'RefundTransaction', amount: rupees(100) }],
    };
    expect(await decide(asked)).toMatchObject({
      approval: { status: 'APPROVED', order: shown, refund: { split: split(6_000, 100) } },
    });
    await providerEnds();
    expect(codes(await decide(asked))).toEqual(['APPROVAL_ENDED']);
    expect(await ask(order, 6_100, { idempotencyKey })).toMatchObject({
      ...{ replayed: true, refund: { split: split(6_000, 100) } },
      approval: { id: asked.approval?.id, status: 'APPROVED', ...cameOfIt },
    });
    expect([await givenBackBy(order), await balanceOf('dear')]).toEqual(['6000.00', '100.00']);
    expect((await now(order)).refunded).toEqual(rupees(6_100));
  });

  it('goes back by the split that was seen, or not', async () => {
    const order = await dear('moved');
    const asked = await ask(order, null);
    expect(asked.approval).toMatchObject({ amount: rupees(6_200), order: { split: split(6_000, 200) } });
    await tells(order, 'refund-half');

    const changed = await decide(asked, { expectedSeq: 1 });
    expect(codes(changed)).toEqual(['APPROVAL_CHANGED']);
    expect(changed.approval).toMatchObject({
      ...{ status: 'CHANGED', amount: rupees(3_200) },
      order: { refunded: rupees(3_000), split: split(3_000, 200), quote: { seq: 2 } },
    });
    expect(codes(await decide(asked, { expectedSeq: 1 }))).toEqual(['APPROVAL_CHANGED']);
    expect(await decide(asked, { expectedSeq: 3 })).toMatchObject({ approval: { status: 'APPROVED' } });
    expect([await givenBackBy(order), await balanceOf('moved')]).toEqual(['3000.00', '200.00']);
  });

  it('cannot go back any more where it went back meanwhile', async () => {
    const order = await dear('gone');
    const asked = await ask(order, 6_200);
    expect(codes(await ask(order, null, {}, api.admin))).toEqual([]);

    expect(codes(await decide(asked, {}, api.as('ADMIN', 'leela')))).toEqual(['REFUND_EXCEEDS_DEBIT']);
    expect((await now(order)).refunded).toEqual(rupees(6_200));
    expect(
      await decide(asked, { verdict: 'REFUSE', note: 'It went back already' }, api.as('ADMIN', 'leela')),
    ).toMatchObject({ approval: { status: 'REFUSED', order: { amount: rupees(6_200) } } });
  });

  it('counts whole, by whatever means it goes, and not where another person approved it', async () => {
    const order = await dear('counted');
    const sita = api.as('STAFF', 'sita');
    const look = { dryRun: true };
    expect((await ask(order, 5_000.01, look, sita)).needsApproval).toBe(true);
    expect(await ask(order, 5_000, look, sita)).toMatchObject({ needsApproval: false, refund: null });
    expect((await now(order)).refunded).toEqual(rupees(0));
    expect((await ask(order, 5_000, {}, sita)).refund).toMatchObject({ split: split(5_000, 0) });
  });

  it('is given back once where two admins approve it at once', async () => {
    const order = await dear('twice');
    const asked = await ask(order, null);

    const answers = await Promise.all(['meera', 'leela'].map((id) => decide(asked, {}, api.as('ADMIN', id))));

    expect(answers.flatMap(codes)).toEqual(['APPROVAL_ENDED']);
    expect([await givenBackBy(order), await balanceOf('twice')]).toEqual(['6000.00', '200.00']);
  });

  it('is asked of the provider again by the server where the process dies after the approval', async () => {
    const order = await dear('dies');
    const asked = await ask(order, null);
    provider.nextRefund = 'DIES_BEFORE';

    const idempotencyKey = freshKey('approve');
    await expect(decide(asked, { idempotencyKey })).rejects.toThrow();
    expect(await decide(asked, { idempotencyKey })).toMatchObject({ approval: { status: 'APPROVED' } });
    await providerEnds();

    expect((await now(order)).refunds.map(({ sourceStatus }) => sourceStatus)).toEqual(['DONE']);
    expect(await givenBackBy(order)).toBe('6000.00');
  });
});

describe('what comes back of a gift card', () => {
  const spent = (customerId: string, more: object = {}) => paid(customerId, ['card'], more);

  it('is on it, and can be spent again', async () => {
    const order = await spent('spender');
    expect(await cardOf(order.card)).toMatchObject({ status: 'USED' });

    await refund(order, 60);

    const card = await cardOf(order.card);
    expect(card).toMatchObject({ status: 'PART_USED', remaining: rupees(60) });
    expect(card.entries.nodes.at(-1)).toMatchObject({
      ...{ kind: 'REFUND', amount: rupees(60), orderId: 'order-of-spender' },
    });
    const claimed = await api
      .customer('spender')
      .act<Payload>('claimGiftCard', { code: order.card?.code }, 'replayed');
    expect(codes(claimed)).toEqual([]);
    expect(await balanceOf('spender')).toBe('60.00');
  });

  it('lives 30 days more where its time was over, and what had expired does not', async () => {
    const day = 86_400_000;
    const expiresAt = new Date(api.app.now() + 2 * day).toISOString();
    const [used, left] = [await spent('late', { expiresAt }), await api.makeCard('500', { expiresAt })];
    const part = await api
      .customer('late')
      .act<Payload>(
        'startCheckout',
        { orderId: 'part', total: rupees(100), credits: 'NONE', giftCardCodes: [left.code] },
        `checkout { ${CHECKOUT} } replayed`,
      );
    api.app.clock.advance({ days: 5 });

    await refund(used, null);
    await refund({ id: part.checkout?.id ?? '' }, null);

    for (const [card, amount] of [
      [used.card, 150],
      [left, 100],
    ] as const) {
      const { status, remaining, expiresAt: ends } = await cardOf(card);
      expect({ status, remaining }).toEqual({
        status: amount === 150 ? 'ACTIVE' : 'PART_USED',
        remaining: rupees(amount),
      });
      const days = (Date.parse(ends) - api.app.now()) / day;
      expect(days).toBeGreaterThan(29);
      expect(days).toBeLessThan(31);
    }
    api.app.clock.advance({ days: 31 });
    await runExpiry(api.app, 'nightly');
    expect(await cardOf(used.card)).toMatchObject({ status: 'EXPIRED', remaining: rupees(0) });
  });

  it('is in the wallet of who ordered where the rest of it was claimed or cancelled', async () => {
    for (const how of ['claimGiftCard', 'cancelGiftCard'] as const) {
      const customerId = `of-${how}`;
      await api.openWallet(customerId);
      const card = await api.makeCard('500');
      const { checkout } = await api
        .customer(customerId)
        .act<Payload>(
          'startCheckout',
          { orderId: how, total: rupees(400), credits: 'NONE', giftCardCodes: [card.code] },
          `checkout { ${CHECKOUT} } replayed`,
        );
      const order = { id: checkout?.id ?? '' };
      const ended =
        how === 'claimGiftCard'
          ? await api.customer(customerId).act<Payload>(how, { code: card.code }, 'replayed')
          : await api.admin.act<Payload>(how, { giftCardId: card.id, reason: 'Lost' }, 'replayed');
      expect(codes(ended)).toEqual([]);
      await api.admin.act('setWalletStatus', { customerId, status: 'FROZEN', reason: 'A look' }, 'replayed');

      const back = await refund(order, 150);

      expect(back.refund?.split).toMatchObject({ toGiftCards: rupees(0), toWallet: rupees(150) });
      expect(await balanceOf(customerId)).toBe(how === 'claimGiftCard' ? '250.00' : '150.00');
      expect(await cardOf(card)).toMatchObject({ remaining: rupees(0) });
      expect((await acts.storedWallet(api.app, customerId)).lots.at(-1)).toMatchObject({
        ...{ original: 150_00n, funding: 'GRANTED', expiresAt: Date.parse((await cardOf(card)).expiresAt) },
      });
    }
  });
});

describe('all of this', () => {
  it('leaves books in which everything adds up', () => expectSound(api.app));
});

async function debitOf({ customerId }: Order): Promise<string> {
  const { wallet } = await api.staff.read<{
    wallet: { transactions: { nodes: { id: string; __typename: string }[] } };
  }>(`{ wallet(customerId: "${customerId}") { transactions(first: 20) { nodes { __typename id } } } }`);
  return wallet.transactions.nodes.find(({ __typename }) => __typename === 'DebitTransaction')?.id ?? '';
}
