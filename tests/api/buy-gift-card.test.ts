import type { RawNotification } from '../../api/payments/payment-provider.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { openTestApi, type Payload } from '../support/api.ts';
import { freshKey } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';
import { PaymentDoor } from '../support/payment-door.ts';
import { mockPayments } from '../support/payments.ts';

const payments = mockPayments();
const api = openTestApi({ payments });
let door: PaymentDoor;
beforeAll(async () => (door = await PaymentDoor.open(api.app)));
afterAll(() => door.close());

const CARD = 'giftCard { id status maskedCode initial { amount } funding expiresAt boughtById claimedById }';
const PURCHASE = `id amount { amount } ${CARD}
  payment { id method status amount { amount } upiIntent checkoutUrl reference }`;

interface Card {
  readonly id: string;
  readonly status: string;
}
interface Purchase {
  readonly id: string;
  readonly giftCard: Card | null;
  readonly payment: { readonly reference: string; readonly status: string };
}
type Bought = Payload & { readonly purchase: Purchase | null; readonly replayed: boolean };
type Shown = Payload & { readonly code: string | null; readonly codeWithheld: boolean };

const rupees = (amount: string) => ({ amount });
const buy = (id: string, more: object = {}) =>
  api
    .customer(id)
    .act<Bought>(
      'buyGiftCard',
      { amount: rupees('500'), method: 'UPI', ...more },
      `replayed purchase { ${PURCHASE} }`,
    );
const show = (id: string, giftCardId: string) =>
  api.customer(id).act<Shown>('showGiftCardCode', { giftCardId }, 'code codeWithheld');
const claim = (id: string, code: string) =>
  api
    .customer(id)
    .act('claimGiftCard', { code }, 'wallet { balance { amount } } transaction { source funding }');
const codeOf = ({ userErrors }: Payload) => userErrors[0]?.code ?? 'DONE';

async function begun(id: string, more: object = {}): Promise<Purchase> {
  const { purchase, userErrors } = await buy(id, more);
  expect(userErrors).toEqual([]);
  if (!purchase) throw new Error('The purchase was refused.');
  return purchase;
}

async function now(id: string, { id: purchaseId }: Purchase): Promise<Purchase> {
  const query = `query Q($id: ID!) { giftCardPurchase(id: $id) { ${PURCHASE} } }`;
  const { giftCardPurchase } = await api
    .customer(id)
    .read<{ giftCardPurchase: Purchase }>(query, { id: purchaseId });
  return giftCardPurchase;
}

async function purchasesOf(id: string): Promise<readonly Purchase[]> {
  const { viewer } = await api
    .customer(id)
    .read<{ viewer: { giftCardPurchases: Purchase[] } }>(`{ viewer { giftCardPurchases { ${PURCHASE} } } }`);
  return viewer.giftCardPurchases;
}

async function balanceOf(id: string): Promise<string> {
  const { wallet } = await api.staff.read<{ wallet: { balance: { amount: string } } }>(
    `{ wallet(customerId: "${id}") { balance { amount } } }`,
  );
  return wallet.balance.amount;
}

async function deliver(): Promise<void> {
  const sent = payments.sent.splice(0) as (RawNotification & { headers: Record<string, string> })[];
  for (const notification of sent) await door.settle(notification);
}

async function bank(
  { payment }: Purchase,
  decision: Parameters<typeof payments.provider.decide>[1],
): Promise<void> {
  await payments.provider.decide(`mock_${payment.reference}`, decision);
  await deliver();
}

async function payAgain({ payment }: Purchase): Promise<void> {
  const paid = payments.provider.find(`mock_${payment.reference}`);
  if (!paid) throw new Error('There is no such payment.');
  const report = { kind: 'CAPTURED', paymentId: freshKey('pay'), amount: 500_00n, currency: 'INR' } as const;
  payments.sent.push(payments.provider.sign(paid, freshKey('captured'), report));
  await deliver();
}

async function reviewsOf({ payment }: Purchase): Promise<string[]> {
  const { paymentReviews } = await api.staff.read<{
    paymentReviews: { nodes: { kind: string; status: string; topUp: { reference: string } | null }[] };
  }>('{ paymentReviews(first: 100) { nodes { kind status topUp { reference } } } }');
  return paymentReviews.nodes
    .filter(({ topUp }) => topUp?.reference === payment.reference)
    .map(({ kind, status }) => `${kind} ${status}`);
}

/** The time to pay is over, and the job has come by. */
async function expire(): Promise<void> {
  api.app.clock.advance({ ms: 301_000 });
  await pollTopUps(api.app, 'poll');
}

async function bought(id: string): Promise<{ purchase: Purchase; card: Card }> {
  await api.openWallet(id);
  return boughtMore(id);
}

async function boughtMore(id: string): Promise<{ purchase: Purchase; card: Card }> {
  const purchase = await begun(id);
  await bank(purchase, 'approve');
  const { giftCard } = await now(id, purchase);
  if (!giftCard) throw new Error('There is no card.');
  return { purchase, card: giftCard };
}

describe('buyGiftCard', () => {
  it('makes a purchased card once the payment was collected, and none before', async () => {
    await api.openWallet('asha');

    const purchase = await begun('asha');

    expect(purchase).toMatchObject({
      ...{ amount: rupees('500.00'), giftCard: null },
      payment: { method: 'UPI', status: 'AWAITING_PAYMENT', amount: rupees('500.00') },
    });
    expect(await purchasesOf('asha')).toEqual([purchase]);

    await bank(purchase, 'approve');

    expect(await now('asha', purchase)).toMatchObject({
      payment: { status: 'SETTLED', upiIntent: null },
      giftCard: {
        ...{ status: 'ACTIVE', initial: rupees('500.00'), funding: 'PURCHASED', claimedById: null },
        ...{ boughtById: 'asha', expiresAt: '2027-03-10T18:29:59.999Z' },
      },
    });
    expect(await balanceOf('asha')).toBe('0.00');
    const topUps = await api.staff.read('{ wallet(customerId: "asha") { topUps { totalCount } } }');
    expect(topUps).toEqual({ wallet: { topUps: { totalCount: 0 } } });
  });

  it('answers the same under its key, and refuses anything else under it', async () => {
    await api.openWallet('again');
    const idempotencyKey = freshKey('buy');
    const first = await buy('again', { idempotencyKey });

    expect(await buy('again', { idempotencyKey })).toEqual({ ...first, replayed: true });
    expect(codeOf(await buy('again', { idempotencyKey, amount: rupees('501') }))).toBe(
      'IDEMPOTENCY_CONFLICT',
    );
    const topUp = { amount: rupees('500'), method: 'UPI', idempotencyKey };
    expect(codeOf(await api.customer('again').act('startTopUp', topUp))).toBe('IDEMPOTENCY_CONFLICT');
    expect(await purchasesOf('again')).toHaveLength(1);
  });

  it('makes one card of sixty calls at once under one key', async () => {
    await api.openWallet('crowd');
    const idempotencyKey = freshKey('crowd');
    const all = await Promise.all(Array.from({ length: 60 }, () => buy('crowd', { idempotencyKey })));

    expect(new Set(all.map(({ purchase }) => purchase?.id)).size).toBe(1);
    const [{ purchase }] = all as [Bought];
    if (!purchase) throw new Error('It was refused.');
    await bank(purchase, 'approve');
    expect((await purchasesOf('crowd')).map(({ giftCard }) => giftCard?.status)).toEqual(['ACTIVE']);
  });

  it('keeps to amounts, to the day of its buyer, and to active wallets', async () => {
    expect(codeOf(await buy('nobody'))).toBe('WALLET_NOT_FOUND');
    await api.openWallet('limits');
    expect(codeOf(await buy('limits', { amount: rupees('99.99') }))).toBe('AMOUNT_OUT_OF_RANGE');
    expect(codeOf(await buy('limits', { amount: rupees('10000.01') }))).toBe('AMOUNT_OUT_OF_RANGE');
    const large = { amount: rupees('9900') };
    const all = await Promise.all(Array.from({ length: 9 }, () => buy('limits', large)));
    expect(all.filter((payload) => codeOf(payload) === 'DONE')).toHaveLength(5);
    expect(await buy('limits', { amount: rupees('501') })).toMatchObject({
      userErrors: [{ code: 'BUYING_LIMIT_REACHED', field: ['input', 'amount'], available: rupees('500.00') }],
    });
    expect(codeOf(await buy('limits', { amount: rupees('500') }))).toBe('DONE');
    api.app.clock.advance({ days: 1 });
    expect(codeOf(await buy('limits', large))).toBe('DONE');
    const freeze = { customerId: 'limits', status: 'FROZEN', reason: 'Asked for' };
    await api.admin.act('setWalletStatus', freeze, 'replayed');
    expect(codeOf(await buy('limits'))).toBe('WALLET_FROZEN');
  });

  it('says that nothing was charged when nobody takes payments, and goes on under the same key', async () => {
    await api.openWallet('patient');
    const idempotencyKey = freshKey('down');
    payments.provider.isDown = true;
    expect(codeOf(await buy('patient', { idempotencyKey }))).toBe('PAYMENT_UNAVAILABLE');
    payments.provider.isDown = false;
    const purchase = await begun('patient', { idempotencyKey });
    await bank(purchase, 'approve');
    expect(await purchasesOf('patient')).toMatchObject([{ giftCard: { status: 'ACTIVE' } }]);
  });
});

describe('a payment for a gift card', () => {
  it.each([
    ['that the bank declines makes none', 'decline', 'FAILED', []],
    ['of another amount waits for a person', 'wrong-amount', 'AWAITING_PAYMENT', ['AMOUNT_MISMATCH OPEN']],
  ] as const)('%s', async (_what, decision, status, reviews) => {
    const id = `payer-${decision}`;
    await api.openWallet(id);
    const purchase = await begun(id);
    await bank(purchase, decision);
    expect(await now(id, purchase)).toMatchObject({ giftCard: null, payment: { status } });
    expect(await reviewsOf(purchase)).toEqual(reviews);
  });

  it('that never comes leaves nothing, and one that comes late makes the card all the same', async () => {
    await api.openWallet('late');
    const purchase = await begun('late');
    await expire();
    expect(await now('late', purchase)).toMatchObject({ giftCard: null, payment: { status: 'EXPIRED' } });
    await payAgain(purchase);
    expect(await now('late', purchase)).toMatchObject({
      ...{ giftCard: { status: 'ACTIVE' }, payment: { status: 'SETTLED' } },
    });
  });

  it('that is told twice makes one card, and one that is made twice waits for a person', async () => {
    const { purchase, card } = await bought('twice');
    await bank(purchase, 'approve');
    expect(await reviewsOf(purchase)).toEqual([]);
    await payAgain(purchase);
    expect(await reviewsOf(purchase)).toEqual(['LATE_PAYMENT OPEN']);
    expect(await now('twice', purchase)).toMatchObject({ giftCard: card });
    expect(await purchasesOf('twice')).toHaveLength(1);
  });

  it('is no top-up that could be sent back while the card can be spent', async () => {
    const { purchase } = await bought('asker');
    const payment = Buffer.from(purchase.id, 'base64url').toString();
    const topUpId = Buffer.from(payment.replace(/^GiftCardPurchase:/, 'TopUp:')).toString('base64url');
    const input = { topUpId, amount: rupees('100'), reason: 'The customer wants it back' };
    expect(codeOf(await api.staff.act('refundTopUp', input, 'replayed'))).toBe('NOT_REFUNDABLE');
  });
});

describe('what the bought cards of a customer hold', () => {
  const asked = '{ viewer { boughtGiftCards { cards amount { amount } held { amount } } } }';
  const held = async (client: Pick<typeof api.staff, 'read'>) =>
    (await client.read<{ viewer: { boughtGiftCards: object | null } }>(asked)).viewer.boughtGiftCards;
  const figures = (cards: number, amount: string, ofIt: string) => ({
    ...{ cards, amount: rupees(amount), held: rupees(ofIt) },
  });

  it('is what is left on them and what orders hold, and nothing of cards that have ended', async () => {
    const { card } = await bought('keeper');
    await bought('other');
    const second = await boughtMore('keeper');
    expect(await held(api.customer('keeper'))).toEqual(figures(2, '1000.00', '0.00'));

    const { code } = await show('keeper', card.id);
    const order = { orderId: 'keeper-1', total: rupees('800'), credits: 'NONE', method: 'UPI' };
    const started = await api
      .customer('keeper')
      .act('startCheckout', { ...order, giftCardCodes: [code] }, 'checkout { toPay { amount } }');
    expect(started).toMatchObject({ checkout: { toPay: rupees('300.00') } });
    expect(await held(api.customer('keeper'))).toEqual(figures(2, '1000.00', '500.00'));

    await api.openWallet('taker');
    await claim('taker', (await show('keeper', second.card.id)).code ?? '');
    expect(await held(api.customer('keeper'))).toEqual(figures(1, '500.00', '500.00'));
    expect(await held(api.customer('taker'))).toEqual(figures(0, '0.00', '0.00'));
    expect(await held(api.staff)).toBeNull();
  });

  it('ends with them', async () => {
    await bought('lasting');
    api.app.clock.advance({ days: 364 });
    expect(await held(api.customer('lasting'))).toEqual(figures(1, '500.00', '0.00'));
    api.app.clock.advance({ days: 2 });
    expect(await held(api.customer('lasting'))).toEqual(figures(0, '0.00', '0.00'));
  });
});

describe('the journal of a card', () => {
  const ENTRIES =
    'entries { totalCount nodes { seq kind amount { amount } remainingAfter { amount } orderId reason actor { id role } } }';
  interface Journal {
    readonly totalCount: number;
    readonly nodes: readonly Readonly<Record<'kind' | 'orderId' | 'reason', string | null>>[];
  }
  const told = ({ nodes }: Journal) => nodes.map(({ kind, orderId }) => [kind, orderId]);
  const journalOf = async (id: string, { id: purchaseId }: Purchase): Promise<Journal | null> => {
    const query = `query Q($id: ID!) { giftCardPurchase(id: $id) { giftCard { ${ENTRIES} } } }`;
    const { giftCardPurchase } = await api
      .customer(id)
      .read<{ giftCardPurchase: { giftCard: { entries: Journal } } | null }>(query, { id: purchaseId });
    return giftCardPurchase && giftCardPurchase.giftCard.entries;
  };
  const pay = (id: string, code: string | null, orderId: string, total: string) =>
    api
      .customer(id)
      .act(
        'startCheckout',
        { orderId, total: rupees(total), credits: 'NONE', method: 'UPI', giftCardCodes: [code] },
        'checkout { status }',
      );

  it('tells who bought it all that happened, with the order that each of it was for', async () => {
    const { purchase, card } = await bought('teller');
    const { code } = await show('teller', card.id);
    expect(await pay('teller', code, 'own-order', '200')).toMatchObject({ checkout: { status: 'PAID' } });

    const journal = await journalOf('teller', purchase);
    expect(journal).toMatchObject({
      totalCount: 3,
      nodes: [
        { seq: 1, amount: rupees('500.00'), remainingAfter: rupees('500.00') },
        { seq: 2, amount: rupees('200.00'), remainingAfter: rupees('300.00') },
        { seq: 3, amount: rupees('200.00'), remainingAfter: rupees('300.00') },
      ],
    });
    expect(journal && told(journal)).toEqual([
      ['ISSUE', null],
      ['HOLD', 'own-order'],
      ['DEBIT', 'own-order'],
    ]);
  });

  it('names the order of an entry whose hold stands on another page', async () => {
    const { purchase, card } = await bought('paged');
    await pay('paged', (await show('paged', card.id)).code, 'far-order', '200');
    const query = `query Q($id: ID!, $after: String) { giftCardPurchase(id: $id) { giftCard {
      entries(first: 2, after: $after) { pageInfo { endCursor } nodes { kind orderId } } } } }`;
    interface Page {
      readonly entries: { readonly pageInfo: { readonly endCursor: string }; readonly nodes: object[] };
    }
    const page = async (after: string | null) =>
      (
        await api
          .customer('paged')
          .read<{ giftCardPurchase: { giftCard: Page } }>(query, { id: purchase.id, after })
      ).giftCardPurchase.giftCard.entries;
    const { pageInfo } = await page(null);
    expect((await page(pageInfo.endCursor)).nodes).toEqual([{ kind: 'DEBIT', orderId: 'far-order' }]);
  });

  it('keeps to itself who spent the card and on what, and what the shop wrote about it', async () => {
    const { purchase, card } = await bought('giver');
    const { code } = await show('giver', card.id);
    await api.openWallet('guest');
    await pay('guest', code, 'private-order', '150');
    await api.admin.act('reissueGiftCard', { giftCardId: card.id, reason: 'Code was seen' }, 'replayed');

    const journal = await journalOf('giver', purchase);
    expect(journal && told(journal)).toEqual([
      ['ISSUE', null],
      ['HOLD', null],
      ['DEBIT', null],
      ['REISSUE', null],
    ]);
    const said = JSON.stringify(journal);
    for (const secret of ['private-order', 'guest', 'Code was seen', 'meera']) {
      expect(said).not.toContain(secret);
    }
    expect(journal).toMatchObject({
      nodes: [{}, { actor: { id: 'other' } }, {}, { actor: { id: 'other', role: 'ADMIN' }, reason: null }],
    });
    const { giftCard } = await api.staff.read<{ giftCard: { entries: Journal } }>(
      `query Q($id: ID!) { giftCard(id: $id) { ${ENTRIES} } }`,
      { id: card.id },
    );
    expect(told(giftCard.entries)).toContainEqual(['DEBIT', 'private-order']);
    expect(giftCard.entries.nodes.at(-1)).toMatchObject({ reason: 'Code was seen' });
  });

  it('is told to who claimed the card as well, and to no stranger', async () => {
    const { purchase, card } = await bought('handing');
    await api.openWallet('taking');
    await claim('taking', (await show('handing', card.id)).code ?? '');
    const { viewer } = await api
      .customer('taking')
      .read<{ viewer: { giftCards: { entries: Journal }[] } }>(`{ viewer { giftCards { ${ENTRIES} } } }`);
    expect(viewer.giftCards[0]?.entries.nodes).toMatchObject([
      { kind: 'ISSUE' },
      { kind: 'CLAIM', actor: { id: 'taking' } },
    ]);
    expect(JSON.stringify(viewer)).not.toContain('handing');
    expect(JSON.stringify(await journalOf('handing', purchase))).not.toContain('taking');
    expect(await journalOf('taking', purchase)).toBeNull();
  });
});

describe('showGiftCardCode', () => {
  it('shows the code to who bought it, which is good for the money, and writes that down', async () => {
    const { card } = await bought('buyer');

    const { code, codeWithheld } = await show('buyer', card.id);

    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/);
    expect(codeWithheld).toBe(false);
    expect((await show('buyer', card.id)).code).toBe(code);
    const { auditLog } = await api.admin.read<{
      auditLog: { nodes: { act: string; actor: { id: string } }[] };
    }>(
      '{ auditLog(filter: { act: "showGiftCardCode", actorId: "buyer" }) { nodes { act actor { id role } } } }',
    );
    expect(auditLog.nodes).toEqual(
      Array(2).fill({ act: 'showGiftCardCode', actor: { id: 'buyer', role: 'CUSTOMER' } }),
    );
    await api.openWallet('friend');
    expect(await claim('friend', code ?? '')).toMatchObject({
      wallet: { balance: rupees('500.00') },
      transaction: { source: 'PURCHASE', funding: 'PURCHASED' },
    });
    expect(await show('buyer', card.id)).toMatchObject({ code: null, codeWithheld: true });
    // Who claimed it is none of the buyer's business.
    expect(await purchasesOf('buyer')).toMatchObject([
      { giftCard: { status: 'CLAIMED', claimedById: null } },
    ]);
  });

  it('shows it to nobody else, and for thirty days', async () => {
    const { card } = await bought('owner');
    await api.openWallet('thief');
    expect(codeOf(await show('thief', card.id))).toBe('GIFT_CARD_NOT_FOUND');
    const issued = await api.makeCard('100');
    expect(codeOf(await show('owner', issued.id))).toBe('GIFT_CARD_NOT_FOUND');
    api.app.clock.advance({ days: 31 });
    expect(await show('owner', card.id)).toMatchObject({ code: null, codeWithheld: true });
  });

  it('leaves no code in the database that could be used', async () => {
    const { card } = await bought('careful');
    const { code } = await show('careful', card.id);
    const plain = (code ?? '').replaceAll('-', '');
    const everything = await Promise.all(
      (await api.app.database.listCollections()).map(({ name }) =>
        api.app.database.collection(name).find().toArray(),
      ),
    );
    const dump = JSON.stringify(everything, (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    ).replaceAll('-', '');
    expect(dump).toContain(plain.slice(-4));
    expect(dump).not.toContain(plain);
    expect(dump).not.toContain(plain.slice(0, 12));
  });

  it('leaves nothing that an audit finds', () => expectSound(api.app));
});
