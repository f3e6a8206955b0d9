import fc from 'fast-check';
import { openTestApi } from '../support/api.ts';
import { propertySeed } from '../support/seed.ts';

const api = openTestApi();

interface Fact {
  readonly text: string;
  readonly amount: { readonly amount: string } | null;
  readonly transaction: { readonly id: string } | null;
}
interface Explanation {
  readonly question: string;
  readonly answer: string;
  readonly rule: string;
  readonly code: string | null;
  readonly steps: readonly {
    readonly kind: string;
    readonly text: string;
    readonly count: number;
    readonly amount: { readonly amount: string };
    readonly latest: readonly { readonly id: string }[];
  }[];
  readonly facts: readonly Fact[];
}

const PARTS = `question answer rule code steps { kind text count amount { amount } latest { id } }
  facts { text amount { amount } transaction { id } }`;

async function why(customerId: string, at?: string): Promise<Explanation & { readonly balance: string }> {
  const query = `query Why($customerId: ID!, $at: DateTime) {
    explainBalance(customerId: $customerId, at: $at) { ${PARTS} } wallet(customerId: $customerId) { balance { amount } } }`;
  const { explainBalance, wallet } = await api.staff.read<{
    explainBalance: Explanation;
    wallet: { balance: { amount: string } };
  }>(query, { customerId, at });
  return { ...explainBalance, balance: wallet.balance.amount };
}

async function whyNot(customerId: string, attempt: object): Promise<Explanation> {
  const query = `query WhyNot($customerId: ID!, $attempt: AttemptInput!) {
    explainRefusal(customerId: $customerId, attempt: $attempt) { ${PARTS} } }`;
  return (await api.staff.read<{ explainRefusal: Explanation }>(query, { customerId, attempt }))
    .explainRefusal;
}

const paise = ({ amount }: { readonly amount: string }) => BigInt(amount.replace('.', ''));
const total = (amounts: readonly { readonly amount: string }[]) =>
  amounts.reduce((sum, amount) => sum + paise(amount), 0n);
const parts = ({ facts }: Explanation) => facts.flatMap(({ amount }) => amount ?? []);

/** Credits that expire on different days, debits, refunds of them, reversals, and time that passes. */
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom('grant', 'grant', 'spend', 'spend', 'refund', 'reverse', 'wait'),
    rupees: fc.integer({ min: 1, max: 90 }),
    days: fc.integer({ min: 1, max: 40 }),
    pick: fc.nat({ max: 9 }),
  }),
  { minLength: 6, maxLength: 14 },
);

describe('explainBalance', () => {
  let wallets = 0;

  it('adds up to the balance, by what happened and by what is left, now and at any time before', async () => {
    const property = fc.asyncProperty(acts, async (story) => {
      wallets += 1;
      const customerId = await api.fundedWallet(`random-${wallets}`, '100');
      const [credits, debits]: [string[], string[]] = [[], []];
      const seen: { readonly at: string; readonly balance: string }[] = [];
      for (const { kind, rupees, days, pick } of story) {
        const amount = { amount: String(rupees) };
        const expiresAt = new Date(api.app.now() + days * 86_400_000).toISOString();
        if (kind === 'wait') api.app.clock.advance({ hours: days * 12 });
        else api.app.clock.advance({ ms: 1_000 });
        if (kind === 'grant')
          credits.push((await api.grant(customerId, amount.amount, { expiresAt })).transaction.id);
        if (kind === 'spend') {
          const { transaction } = await api.spend(customerId, amount.amount);
          if (transaction) debits.push(transaction.id);
        }
        if (kind === 'refund' && debits.length > 0) {
          const debitId = debits[pick % debits.length];
          await api.staff.act('refundCredits', { debitId, amount, reason: 'Returned' }, 'replayed');
        }
        if (kind === 'reverse' && credits.length > 0) {
          const creditId = credits[pick % credits.length];
          await api.admin.act('reverseCredit', { creditId, reason: 'Mistaken' }, 'replayed');
        }
        const told = await why(customerId);
        expect(total(told.steps.map((step) => step.amount))).toBe(paise({ amount: told.balance }));
        expect(total(parts(told))).toBe(paise({ amount: told.balance }));
        seen.push({ at: new Date(api.app.now()).toISOString(), balance: told.balance });
      }
      for (const { at, balance } of seen) {
        expect(total((await why(customerId, at)).steps.map((step) => step.amount))).toBe(
          paise({ amount: balance }),
        );
      }
    });

    await fc.assert(property, { seed: propertySeed, numRuns: 8 });
  });

  it('says it in words, with the credits that are left and where they stand in the journal', async () => {
    await api.openWallet('nisha');
    const credit = await api.grant('nisha', '300', { source: 'PROMOTION' });
    const debit = await api.spend('nisha', '60', { orderId: '1040' });

    const told = await why('nisha');

    expect(told).toMatchObject({
      question: 'Why is the balance ₹240.00?',
      answer: '₹300.00 was added, ₹60.00 was spent, so ₹240.00 can be spent now.',
      code: null,
      steps: [
        {
          ...{ kind: 'ADDED', text: 'Added by 1 transaction: promotions ₹300.00.', count: 1 },
          ...{ amount: { amount: '300.00' }, latest: [{ id: credit.transaction.id }] },
        },
        { kind: 'SPENT', amount: { amount: '-60.00' }, latest: [{ id: debit.transaction.id }] },
      ],
    });
    expect(told.rule).toMatch(/the one that expires soonest is used first/);
    expect(told.facts[0]).toMatchObject({
      text: expect.stringMatching(/^₹240\.00 of ₹300\.00 \(promotions\) added on .* is left/) as string,
      transaction: { id: credit.transaction.id },
    });
  });

  it('sums up the credits that are used last, where there are many', async () => {
    await api.openWallet('many');
    for (let n = 1; n <= 23; n += 1) await api.grant('many', String(n));

    const told = await why('many');

    expect(parts(told)).toHaveLength(21);
    expect(total(parts(told))).toBe(276_00n);
    expect(told.facts[20]?.text).toBe('3 more credits that are used later.');
  });

  it('tells of a wallet that is stopped, and writes nothing', async () => {
    await api.fundedWallet('zoya', '50');
    await api.staff.act(
      'setWalletStatus',
      { customerId: 'zoya', status: 'FROZEN', reason: 'Phone lost' },
      'replayed',
    );
    const before = await api.app.stores.wallets.load(['zoya']);

    expect((await why('zoya')).facts.map(({ text }) => text)).toContain(
      'The wallet is FROZEN, so nothing can be spent until it is released.',
    );
    expect(await api.app.stores.wallets.load(['zoya'])).toEqual(before);
  });

  it('is nothing of a wallet that is not there then, and refuses the future', async () => {
    const ask = (customerId: string, at: string) =>
      api.staff.ask(`{ explainBalance(customerId: "${customerId}", at: "${at}") { answer } }`);

    expect((await ask('nobody', '2026-01-01T00:00:00Z')).data).toEqual({ explainBalance: null });
    expect((await ask('nisha', '2026-01-01T00:00:00Z')).data).toEqual({ explainBalance: null });
    expect((await ask('nisha', '2099-01-01T00:00:00Z')).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: 'at' } },
    ]);
  });
});

describe('explainRefusal', () => {
  let debitId: string;

  beforeAll(async () => {
    await api.fundedWallet('asha', '100');
    debitId = (await api.spend('asha', '40', { orderId: 'order-9' })).transaction.id;
  });

  const rupees = (amount: string) => ({ amount: { amount } });

  it.each<[string, () => object, string, number]>([
    ['too little', () => ({ act: 'DEDUCT_CREDITS', ...rupees('70') }), 'INSUFFICIENT_FUNDS', 1],
    [
      'an order that is paid',
      () => ({ act: 'DEDUCT_CREDITS', ...rupees('1'), orderId: 'order-9' }),
      'ORDER_ALREADY_PAID',
      1,
    ],
    [
      'too much of a debit',
      () => ({ act: 'REFUND_CREDITS', debitId, ...rupees('41') }),
      'REFUND_EXCEEDS_DEBIT',
      1,
    ],
    ['too large a grant', () => ({ act: 'ADD_CREDITS', ...rupees('200000') }), 'AMOUNT_OUT_OF_RANGE', 0],
    ['no code', () => ({ act: 'APPLY_REFERRAL', code: 'AAAA2222' }), 'REFERRAL_CODE_UNKNOWN', 0],
    ['a reward that is not there', () => ({ act: 'CLAIM_REWARD', rewardId: 'none' }), 'REWARD_NOT_FOUND', 0],
  ])(
    'of %s is what the act itself would say, with the entries behind it',
    async (_, attempt, code, entries) => {
      const told = await whyNot('asha', attempt());

      expect(told).toMatchObject({ code, steps: [] });
      expect(told.facts).toHaveLength(entries);
      for (const { transaction } of told.facts) expect(transaction?.id).toBe(debitId);
      expect(told.rule).not.toBe('');
    },
  );

  it('of a debit of another wallet tells nothing of that one', async () => {
    await api.openWallet('bala');

    expect(await whyNot('bala', { act: 'REFUND_CREDITS', debitId })).toMatchObject({
      ...{ code: 'DEBIT_NOT_FOUND', facts: [] },
    });
  });

  it('says who stopped the wallet and why', async () => {
    await api.fundedWallet('kiran', '50');
    await api.staff.act(
      'setWalletStatus',
      { customerId: 'kiran', status: 'FROZEN', reason: 'Phone lost' },
      'replayed',
    );

    expect(await whyNot('kiran', { act: 'DEDUCT_CREDITS', ...rupees('1') })).toMatchObject({
      code: 'WALLET_FROZEN',
      facts: [{ text: expect.stringMatching(/^ravi made the wallet FROZEN on .*: Phone lost\.$/) as string }],
    });
  });

  it('says so where nothing stands against it, and does nothing', async () => {
    const before = await api.app.stores.wallets.load(['asha']);

    expect(await whyNot('asha', { act: 'DEDUCT_CREDITS', ...rupees('60') })).toMatchObject({
      ...{ code: null, answer: 'It is not: as things are now it would be done.' },
    });
    expect(await api.app.stores.wallets.load(['asha'])).toEqual(before);
  });

  it('asks for what the act is decided on', async () => {
    const { errors } = await api.staff.ask(
      '{ explainRefusal(customerId: "asha", attempt: { act: DEDUCT_CREDITS }) { code } }',
    );

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'amount' } }]);
  });
});

describe('explainReward', () => {
  it('says whether it can be claimed, and by which claim it no longer can', async () => {
    const rewardId = await api.makeReward();
    await api.openWallet('gita');
    const told = async () =>
      (
        await api.staff.read<{ explainReward: Explanation }>(
          `{ explainReward(customerId: "gita", rewardId: "${rewardId}") { ${PARTS} } }`,
        )
      ).explainReward;

    expect((await told()).code).toBeNull();
    const claimed = await api.customer('gita').act('claimReward', { rewardId }, 'transaction { id }');
    expect(await told()).toMatchObject({
      code: 'REWARD_ALREADY_CLAIMED',
      rule: 'Each customer claims a reward once.',
      facts: [{ transaction: { id: claimed.transaction.id } }],
    });
  });
});
