import { openTestApi } from '../support/api.ts';
import { mockPayments } from '../support/payments.ts';
import { unknownPayment } from '../support/reviews.ts';

const api = openTestApi({ payments: mockPayments() });

const SEARCH = `query Search($text: String!, $first: Int) {
  search(text: $text, first: $first) {
    hasMore hits { match isExact why subject { __typename id } customer { customerId name } }
  }
}`;

interface Hit {
  readonly match: string;
  readonly isExact: boolean;
  readonly why: string;
  readonly subject: { readonly __typename: string; readonly id: string } | null;
  readonly customer: { readonly customerId: string } | null;
}
interface Found {
  readonly hasMore: boolean;
  readonly hits: readonly Hit[];
}

async function found(text: string, first?: number): Promise<Found> {
  return (await api.staff.read<{ search: Found }>(SEARCH, { text, first })).search;
}

/** Each hit in a word: what matched, `!` where it is exactly that, of which kind it is and whose. */
async function inWords(text: string): Promise<string[]> {
  const { hits } = await found(text);
  return hits.map(({ match, isExact, subject, customer }) => {
    return `${match}${isExact ? '!' : ''} ${subject?.__typename} ${customer?.customerId ?? 'nobody'}`;
  });
}

const people = [
  { customerId: 'asha', name: 'Asha Rao', email: 'asha@example.com', phone: '+91 98765 43210' },
  { customerId: 'bala', name: 'Bala Rao', email: 'Bala@Example.com', phone: '98765 00000' },
  { customerId: 'rao', name: 'Chitra', email: null, phone: null },
];

let debitId: string;
let reference: string;
let topUp: { id: string; reference: string };
let referralCode: string;

beforeAll(async () => {
  for (const person of people) {
    await api.staff.act('saveCustomer', person, 'customer { id }');
    await api.admin.act('createWallet', { customerId: person.customerId }, 'replayed');
  }
  await api.grant('asha', '500');
  debitId = (await api.spend('asha', '50', { orderId: '1042' })).transaction.id;
  const order = { customerId: 'bala', orderId: 'SHOP-7', amount: { amount: '10' } };
  await api.staff.act('recordPurchase', { ...order, purchasedAt: '2026-03-01T10:00:00Z' }, 'replayed');
  const asha = await api.customer('asha').read<{
    viewer: { wallet: { referral: { code: string } } };
    transaction: { reference: string };
  }>(`{ viewer { wallet { referral { code } } } transaction(id: "${debitId}") { reference } }`);
  referralCode = asha.viewer.wallet.referral.code;
  reference = asha.transaction.reference;
  const input = { amount: { amount: '100' }, method: 'UPI' };
  const started = await api.customer('bala').act('startTopUp', input, 'topUp { id reference }');
  topUp = (started as unknown as { topUp: typeof topUp }).topUp;
});

describe('search', () => {
  it.each([
    ['an id', 'asha', ['CUSTOMER_ID! Customer asha']],
    ['a phone number with the country', '+91 98765-43210', ['PHONE! Customer asha']],
    ['a phone number without the country', '9876543210', ['PHONE! Customer asha']],
    ['a number that the shop knows without the country', '+91 98765 00000', ['PHONE! Customer bala']],
    ['a number with a zero before it', '098765 00000', ['PHONE! Customer bala']],
    ['the beginning of a number', '98765 4', ['PHONE Customer asha']],
    ['an email address in any case', 'BALA@example.COM', ['EMAIL! Customer bala']],
    ['the beginning of an address', 'bala@', ['EMAIL Customer bala']],
    ['a whole name', ' asha   RAO ', ['NAME! Customer asha']],
    ['the beginning of a name', 'chit', ['NAME Customer rao']],
    ['a whole order', '1042', ['ORDER! DebitTransaction asha']],
    ['an order as it is written on parcels', '#1042', ['ORDER! DebitTransaction asha']],
    ['an order that the shop reported', 'SHOP-7', ['ORDER! Customer bala']],
    ['an order in other letters', 'shop-7', []],
    ['the beginning of an order', '104', []],
    ['nothing that anybody has', 'zz', []],
    ['a pattern', '.*', []],
    ['a condition', '{"$gt":""}', []],
    ['nothing but blanks', '   ', []],
  ])('finds %s', async (_, text, expected) => {
    expect(await inWords(text)).toEqual(expected);
  });

  it('shows what is exactly that before what begins with it', async () => {
    expect(await inWords('rao')).toEqual([
      'CUSTOMER_ID! Customer rao',
      'NAME Customer asha',
      'NAME Customer bala',
    ]);
  });

  it('says in words why it shows something', async () => {
    expect((await found('rao')).hits.map(({ why }) => why)).toEqual([
      'The customer id is exactly this.',
      'The name, or a word of it, begins with this.',
      'The name, or a word of it, begins with this.',
    ]);
  });

  it('leads from a reference to its entry, however it is written', async () => {
    const spoken = reference.toLowerCase().replaceAll('-', ' ');

    for (const written of [reference, spoken]) {
      const { hits } = await found(written);
      expect(hits).toMatchObject([{ match: 'TRANSACTION_REFERENCE', subject: { id: debitId } }]);
    }
  });

  it('leads from a referral code, or four characters of it, to its owner', async () => {
    expect(await inWords(referralCode.toLowerCase())).toEqual(['REFERRAL_CODE! Customer asha']);
    expect(await inWords(referralCode.slice(0, 4))).toEqual(['REFERRAL_CODE Customer asha']);
  });

  it('leads from what the customer and the provider call a payment to the top-up', async () => {
    expect((await found(topUp.reference.toLowerCase())).hits).toMatchObject([
      {
        match: 'TOP_UP_REFERENCE',
        isExact: true,
        subject: { id: topUp.id },
        customer: { customerId: 'bala' },
      },
    ]);
    const [started] = await api.app.stores.topUps.ofWallet('bala', { limit: 1 });
    for (const id of started?.providerIds ?? ['none']) {
      expect((await found(id)).hits).toMatchObject([
        { match: 'PROVIDER_REFERENCE', subject: { __typename: 'TopUp', id: topUp.id } },
      ]);
    }
  });

  it('leads to a payment that is nobody’s and waits to be looked at', async () => {
    const reviewId = await unknownPayment(api.app);
    const paymentId = reviewId.split(':').at(-1) ?? '';

    expect(await inWords(paymentId)).toEqual(['PROVIDER_REFERENCE! PaymentReview nobody']);
  });

  it('finds no more than it is asked for, and says that there is more', async () => {
    const { hits, hasMore } = await found('rao', 2);

    expect([hits.length, hasMore]).toEqual([2, true]);
    expect((await found('rao', 3)).hasMore).toBe(false);
    expect((await found('a', 1_000)).hits).toHaveLength(1);
  });

  it('is recorded as a look at every customer that it shows, and at no other', async () => {
    const looker = api.as('STAFF', 'a-looker');

    await looker.read(SEARCH, { text: 'bala' });

    const { auditLog } = await api.admin.read<{ auditLog: { nodes: object[] } }>(
      '{ auditLog(filter: { actorId: "a-looker" }) { nodes { act subject { ... on Customer { customerId } } } } }',
    );
    expect(auditLog.nodes).toEqual([{ act: 'readCustomer', subject: { customerId: 'bala' } }]);
  });

  it('refuses more than a line', async () => {
    const { errors } = await api.staff.ask(SEARCH, { text: 'x'.repeat(201) });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'text' } }]);
  });
});
