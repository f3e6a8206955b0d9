import { openTestApi, type Payload } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const GLANCE = 'balance { amount } tier { level } status';
const PREVIEW = `preview {
  before { ${GLANCE} } after { ${GLANCE} } quote { seq }
  draws { amount { amount } credit { id } transaction { kind amount { amount } } }
  lots { credit { id } before { amount } after { amount } expiresAtBefore expiresAtAfter }
}`;
const RESULT = `replayed wallet { balance { amount } status tier { tier { level } } transactionCount } ${PREVIEW}`;

interface Preview {
  readonly before: object;
  readonly after: object;
  readonly draws: readonly object[];
  readonly lots: readonly object[];
  readonly quote: { readonly seq: number };
}
type Answer = Payload & { readonly preview: Preview | null };

const rupees = (amount: string) => ({ amount });

interface Act {
  readonly name: string;
  readonly input: object;
  readonly preview: object;
}

/** Makes a wallet with ₹100 of which ₹40 were spent, and says what can be done to it. */
async function actsOn(customerId: string): Promise<Record<string, Act>> {
  await api.openWallet(customerId);
  const credit = await api.grant(customerId, '100', { expiresAt: '2026-06-30T12:00:00+05:30' });
  const debit = await api.spend(customerId, '40');
  const ofCredit = { creditId: credit.transaction.id, reason: 'Asked by phone' };
  const before = { balance: rupees('60.00'), tier: { level: 'BRONZE' }, status: 'ACTIVE' };
  const after = (amount: string, more: object = {}) => ({ ...before, balance: rupees(amount), ...more });
  const end = '2026-06-30T18:29:59.999Z';
  const lot = { credit: { id: credit.transaction.id }, expiresAtBefore: end, expiresAtAfter: end };
  return {
    addCredits: {
      name: 'addCredits',
      input: {
        customerId,
        amount: rupees('2000'),
        reason: 'Goodwill',
        expiresAt: '2026-12-31T12:00:00+05:30',
      },
      preview: {
        before,
        after: after('2060.00', { tier: { level: 'SILVER' } }),
        draws: [],
        lots: [
          {
            ...{ credit: null, before: rupees('0.00'), after: rupees('2000.00') },
            ...{ expiresAtBefore: null, expiresAtAfter: '2026-12-31T18:29:59.999Z' },
          },
        ],
      },
    },
    deductCredits: {
      name: 'deductCredits',
      input: { customerId, amount: rupees('50'), orderId: 'o-2' },
      preview: {
        before,
        after: after('10.00'),
        draws: [
          {
            amount: rupees('50.00'),
            credit: lot.credit,
            transaction: { kind: 'DEBIT', amount: rupees('50.00') },
          },
        ],
        lots: [{ ...lot, before: rupees('60.00'), after: rupees('10.00') }],
      },
    },
    refundCredits: {
      name: 'refundCredits',
      input: { debitId: debit.transaction.id, amount: rupees('15'), reason: 'Returned' },
      preview: {
        before,
        after: after('75.00'),
        draws: [
          {
            amount: rupees('15.00'),
            credit: lot.credit,
            transaction: { kind: 'REFUND', amount: rupees('15.00') },
          },
        ],
        lots: [{ ...lot, before: rupees('60.00'), after: rupees('75.00') }],
      },
    },
    reverseCredit: {
      name: 'reverseCredit',
      input: ofCredit,
      preview: {
        before,
        after: after('0.00'),
        draws: [
          {
            amount: rupees('60.00'),
            credit: lot.credit,
            transaction: { kind: 'REVERSAL', amount: rupees('60.00') },
          },
        ],
        lots: [{ ...lot, before: rupees('60.00'), after: rupees('0.00') }],
      },
    },
    extendExpiry: {
      name: 'extendExpiry',
      input: { ...ofCredit, expiresAt: '2026-07-31T12:00:00+05:30' },
      preview: {
        before,
        after: before,
        draws: [],
        lots: [
          {
            ...{ ...lot, before: rupees('60.00'), after: rupees('60.00') },
            expiresAtAfter: '2026-07-31T18:29:59.999Z',
          },
        ],
      },
    },
    setWalletStatus: {
      name: 'setWalletStatus',
      input: { customerId, status: 'FROZEN', reason: 'Card lost' },
      preview: { before, after: after('60.00', { status: 'FROZEN' }), draws: [], lots: [] },
    },
  };
}

const NAMES = [
  'addCredits',
  'deductCredits',
  'refundCredits',
  'reverseCredit',
  'extendExpiry',
  'setWalletStatus',
];

async function actOn(customerId: string, name: string): Promise<Act> {
  const act = (await actsOn(customerId))[name];
  if (!act) throw new Error(`There is no ${name}.`);
  return act;
}

function ask({ name, input }: Act, more: object = {}): Promise<Answer> {
  return api.admin.act<Answer>(name, { ...input, ...more }, RESULT);
}

async function written(customerId: string): Promise<unknown[]> {
  const wallet = (await api.app.stores.wallets.load([customerId])).get(customerId);
  const acts = await api.app.stores.acts.stretch(null, { beyond: null, from: null, to: null, limit: 1_000 });
  return [wallet, acts.filter((act) => act.act !== 'readHistory').length];
}

beforeEach(() => api.app.clock.set('2026-03-10T09:30:00+05:30'));

describe.each(NAMES)('a dry run of %s', (name) => {
  it('says what the act would do, writes nothing, and the act then does that', async () => {
    const act = await actOn(`dry-${name}`, name);
    const before = await written(`dry-${name}`);

    const { preview, ...looked } = await ask(act, { dryRun: true });

    expect(looked).toMatchObject({ replayed: false, userErrors: [], wallet: { balance: rupees('60.00') } });
    expect(preview).toEqual({ ...act.preview, quote: { seq: 3 } });
    expect(await written(`dry-${name}`)).toEqual(before);

    const done = await ask(act, { expectedSeq: preview?.quote.seq });
    const { after } = preview as { after: { balance: object; status: string; tier: object } };
    expect(done).toMatchObject({
      ...{ replayed: false, userErrors: [], preview: null },
      wallet: { balance: after.balance, status: after.status, tier: { tier: after.tier } },
    });
  });

  it('leaves its key unused', async () => {
    const act = await actOn(`key-${name}`, name);
    const idempotencyKey = freshKey('dry');

    await ask(act, { dryRun: true, idempotencyKey });
    const other = await ask(act, {
      idempotencyKey,
      ...(name === 'deductCredits' ? { orderId: 'o-3' } : { reason: 'Another' }),
    });

    expect(other).toMatchObject({ replayed: false, userErrors: [] });
  });

  it('of a key that has acted gives the first answer again', async () => {
    const act = await actOn(`again-${name}`, name);
    const idempotencyKey = freshKey('dry');
    const first = await ask(act, { idempotencyKey });

    expect(await ask(act, { idempotencyKey, dryRun: true })).toEqual({ ...first, replayed: true });
  });

  // A debit minds what it draws, and not that the wallet has moved: see below.
  if (name === 'deductCredits') return;

  it('happens as previewed or not at all, and says what moved', async () => {
    const act = await actOn(`moved-${name}`, name);
    const { preview } = await ask(act, { dryRun: true });
    await api.spend(`moved-${name}`, '10', { orderId: 'between' });
    const before = await written(`moved-${name}`);

    const MOVED = 'userErrors { code message moved { kind amount { amount } orderId } }';
    const asked = { ...act.input, expectedSeq: preview?.quote.seq, idempotencyKey: freshKey('moved') };
    const { userErrors, preview: fresh } = await api.admin.act<Answer>(
      act.name,
      asked,
      `${PREVIEW} ${MOVED}`,
    );

    expect(userErrors).toMatchObject([
      {
        code: 'QUOTE_CHANGED',
        message: 'The wallet has moved since it was previewed: ₹10.00 spent. Look again.',
        moved: [{ kind: 'DEBIT', amount: rupees('10.00'), orderId: 'between' }],
      },
    ]);
    expect(await written(`moved-${name}`)).toEqual(before);
    expect(fresh).toMatchObject({ before: { balance: rupees('50.00') }, quote: { seq: 4 } });
    // The key was not used up, and the fresh preview holds.
    expect(await ask(act, { ...asked, expectedSeq: fresh?.quote.seq })).toMatchObject({ userErrors: [] });
  });
});

describe('a debit on a quote', () => {
  it('goes through where the same credits are drawn, and else says what moved', async () => {
    const id = await api.fundedWallet('quoted', '50');
    const quote = async () => {
      const path = 'viewer { wallet { spendPreview(amount: { amount: "5" }) { quote { seq } } } }';
      const { viewer } = await api
        .customer(id)
        .read<{ viewer: { wallet: { spendPreview: { quote: { seq: number } } } } }>(`{ ${path} }`);
      return viewer.wallet.spendPreview.quote.seq;
    };
    const MOVED = 'preview { quote { seq } draws { amount { amount } } } userErrors { code moved { kind } }';
    const spend = (expectedSeq: number) => {
      const input = { amount: { amount: '5' }, orderId: 'quoted', expectedSeq };
      return api.customer(id).act<Answer>('deductCredits', input, MOVED);
    };
    const first = await quote();
    await api.spend(id, '10');
    expect(await spend(first)).toMatchObject({ userErrors: [] });

    const second = await quote();
    await api.grant(id, '3', { expiresAt: '2026-04-01T12:00:00+05:30' });
    const refused = await spend(second);
    expect(refused).toMatchObject({ userErrors: [{ code: 'QUOTE_CHANGED', moved: [{ kind: 'CREDIT' }] }] });
    expect(refused.preview).toMatchObject({
      draws: [{ amount: rupees('3.00') }, { amount: rupees('2.00') }],
    });
    expect(await spend(refused.preview?.quote.seq ?? 0)).toMatchObject({ userErrors: [] });
  });
});

describe('a preview', () => {
  it('is refused where the act would be, without one', async () => {
    await api.fundedWallet('frozen', '50');
    await api.admin.act(
      'setWalletStatus',
      { customerId: 'frozen', status: 'FROZEN', reason: 'Lost' },
      'replayed',
    );
    const input = { customerId: 'frozen', amount: rupees('5'), reason: 'Goodwill' };

    expect(await ask({ name: 'addCredits', input, preview: {} }, { dryRun: true })).toMatchObject({
      ...{ wallet: null, preview: null },
      userErrors: [{ code: 'WALLET_FROZEN' }],
    });
  });

  it('counts what is due as expired, and holds once that was booked', async () => {
    await api.fundedWallet('due', '50', { expiresAt: '2026-03-12T12:00:00+05:30' });
    await api.grant('due', '30');
    api.app.clock.advance({ days: 5 });
    const act = {
      name: 'addCredits',
      input: { customerId: 'due', amount: rupees('5'), reason: 'Sorry' },
      preview: {},
    };

    const { preview } = await ask(act, { dryRun: true });
    expect(preview).toMatchObject({
      before: { balance: rupees('30.00') },
      after: { balance: rupees('35.00') },
    });

    await api.spend('due', '1', { orderId: 'books-what-is-due', dryRun: true });
    expect(await ask(act, { expectedSeq: preview?.quote.seq })).toMatchObject({
      userErrors: [],
      wallet: { balance: rupees('35.00') },
    });
  });

  it('no longer holds once a credit has expired meanwhile', async () => {
    await api.fundedWallet('expires', '50', { expiresAt: '2026-03-12T12:00:00+05:30' });
    const act = {
      name: 'addCredits',
      input: { customerId: 'expires', amount: rupees('5'), reason: 'Sorry' },
      preview: {},
    };
    const { preview } = await ask(act, { dryRun: true });
    api.app.clock.advance({ days: 5 });

    const { userErrors, preview: fresh } = await api.admin.act<Answer>(
      'addCredits',
      { ...act.input, expectedSeq: preview?.quote.seq },
      `${PREVIEW} userErrors { moved { kind } }`,
    );

    expect(userErrors).toMatchObject([{ code: 'QUOTE_CHANGED', moved: [{ kind: 'EXPIRY' }] }]);
    expect(fresh).toMatchObject({ before: { balance: rupees('0.00') }, quote: { seq: 3 } });
  });

  it('is not accepted below zero', async () => {
    await api.openWallet('below');
    const asked = { customerId: 'below', amount: rupees('5'), reason: 'Sorry', expectedSeq: -1 };
    const { errors } = await api.admin.attempt('addCredits', asked, 'replayed');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('lets one of many act that were decided on the same', async () => {
    await api.openWallet('race');
    const asked = Array.from({ length: 64 }, (_, n) => ({
      customerId: 'race',
      amount: rupees('5'),
      reason: `${n}`,
    }));
    const answers = await Promise.all(
      asked.map((input) => api.admin.act('addCredits', { ...input, expectedSeq: 1 }, 'wallet { id }')),
    );

    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(answers.filter(({ userErrors }) => userErrors[0]?.['code'] === 'QUOTE_CHANGED')).toHaveLength(63);
  });
});
