import { openTestApi, type Client } from '../support/api.ts';
import { freshKey } from '../support/app.ts';

const api = openTestApi();

const RESULT = `replayed reward {
  id name description creditAmount { amount } minPurchaseAmount { amount } maxUses totalUses usesLeft status
  validFrom validUntil metadata { key value } createdAt updatedAt
}`;

const WINTER = {
  name: 'Winter warm-up',
  description: 'After one order of ₹500.00 or more.',
  creditAmount: { amount: '200' },
  validFrom: '2026-03-01T00:00:00+05:30',
};

interface Payload {
  readonly reward: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly replayed: boolean;
  readonly userErrors: readonly Readonly<Record<string, unknown>>[];
}

function create(more: object = {}, client: Client = api.admin): Promise<Payload> {
  return client.act<Payload>('createReward', { ...WINTER, ...more }, RESULT);
}

describe('createReward', () => {
  it('makes a reward of everything that was said', async () => {
    const payload = await create({
      minPurchaseAmount: { amount: '500' },
      maxUses: 250,
      validUntil: '2027-01-01T00:00:00+05:30',
      metadata: [{ key: 'campaign', value: 'winter-26' }],
    });

    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      reward: {
        name: 'Winter warm-up',
        description: 'After one order of ₹500.00 or more.',
        creditAmount: { amount: '200.00' },
        minPurchaseAmount: { amount: '500.00' },
        maxUses: 250,
        totalUses: 0,
        usesLeft: 250,
        status: 'ACTIVE',
        validFrom: '2026-02-28T18:30:00.000Z',
        validUntil: '2026-12-31T18:30:00.000Z',
        metadata: [{ key: 'campaign', value: 'winter-26' }],
        createdAt: '2026-03-10T04:00:00.000Z',
        updatedAt: '2026-03-10T04:00:00.000Z',
      },
    });
  });

  it('sets no limit, no end and no minimum where none was named', async () => {
    const { reward } = await create();

    expect(reward).toMatchObject({
      minPurchaseAmount: null,
      maxUses: null,
      usesLeft: null,
      validUntil: null,
      metadata: [],
    });
  });

  it('gives the first answer again when it is repeated with its key', async () => {
    const input = { idempotencyKey: freshKey('reward') };
    const first = await create(input);

    const second = await create(input);

    expect(second).toEqual({ ...first, replayed: true });
  });

  it('refuses the key of another reward', async () => {
    const input = { idempotencyKey: freshKey('reward') };
    await create(input);

    const { reward, userErrors } = await create({ ...input, creditAmount: { amount: '201' } });

    expect(reward).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT', firstUsedAt: '2026-03-10T04:00:00.000Z' },
    ]);
  });

  it.each([
    ['no name', { name: '  ' }, 'name'],
    ['no description', { description: '' }, 'description'],
    ['a minimum purchase of nothing', { minPurchaseAmount: { amount: '0' } }, 'minPurchaseAmount'],
    ['no uses', { maxUses: 0 }, 'maxUses'],
    ['an end before its start', { validUntil: '2026-02-01T00:00:00+05:30' }, 'validUntil'],
    ['an end at its start', { validUntil: WINTER.validFrom }, 'validUntil'],
  ])('refuses %s', async (_, more, field) => {
    const { reward, userErrors } = await create(more);

    expect(reward).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', field] }]);
  });

  it('refuses a credit outside the limits of one operation', async () => {
    const { userErrors } = await create({ creditAmount: { amount: '100000.01' } });

    expect(userErrors).toMatchObject([
      { code: 'AMOUNT_OUT_OF_RANGE', min: { amount: '1.00' }, max: { amount: '100000.00' } },
    ]);
  });

  it.each([
    ['a key of a note that is none', { metadata: [{ key: '$where', value: '1' }] }, 'input.metadata.0.key'],
    [
      'a note twice',
      {
        metadata: [
          { key: 'a', value: '1' },
          { key: 'a', value: '2' },
        ],
      },
      'input.metadata',
    ],
    [
      'more notes than fifty',
      { metadata: Array.from({ length: 51 }, (_, n) => ({ key: `k${n}`, value: 'v' })) },
      'input.metadata',
    ],
    ['a name of several lines', { name: 'Winter\nwarm-up' }, 'input.name'],
    ['a book for a description', { description: 'x'.repeat(2_001) }, 'input.description'],
  ])('cannot read %s', async (_, more, field) => {
    const { errors } = await api.admin.attempt('createReward', { ...WINTER, ...more }, RESULT);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });

  it('keeps a description of several lines', async () => {
    const { reward } = await create({ description: 'One.\nTwo.' });

    expect(reward).toMatchObject({ description: 'One.\nTwo.' });
  });
});
