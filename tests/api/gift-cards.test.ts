import { runExpiry } from '../../api/jobs/expiry-job.ts';
import { openTestApi, type Payload } from '../support/api.ts';
import { freshKey, testPolicy } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';

const each = 1_00_000_00n;
const { STAFF, ADMIN } = testPolicy.approvals.limits;
const limits = { STAFF, ADMIN: { ...ADMIN, bulkAddCredits: { each, day: 5n * each } } };
const api = openTestApi({ policy: { approvals: { ...testPolicy.approvals, limits } } });

const CARD =
  'id status maskedCode initial { amount } remaining { amount } funding expiresAt endedAt claimedById';
const CLAIM = `
  replayed wallet { balance { amount } } giftCard { ${CARD} }
  transaction { source reason amount { amount } funding expiresAt }`;

interface Card extends Readonly<Record<string, unknown>> {
  readonly id: string;
}
type Issued = Payload & {
  readonly giftCards: readonly { code: string; giftCard: Card; codeWithheld: boolean }[];
};
type Changed = Payload & { readonly giftCard: Card; readonly code?: string };

const issue = (more: object = {}, who = 'meera') =>
  api
    .as('ADMIN', who)
    .act<Issued>(
      'issueGiftCards',
      { count: 1, amount: { amount: '500' }, reason: 'Prize draw', ...more },
      `replayed giftCards { code codeWithheld giftCard { ${CARD} } }`,
    );
const claim = (customerId: string, code: string, more: object = {}) =>
  api.customer(customerId).act('claimGiftCard', { code, ...more }, CLAIM);
const look = (customerId: string, code: string) =>
  api
    .customer(customerId)
    .act<Payload & { look: object }>(
      'giftCardLook',
      { code },
      'look { status remaining { amount } expiresAt }',
    );
const cancel = (giftCardId: string, more: object = {}) =>
  api.admin.act<Changed>(
    'cancelGiftCard',
    { giftCardId, reason: 'By mistake', ...more },
    `replayed giftCard { ${CARD} }`,
  );
const reissue = (giftCardId: string, more: object = {}) =>
  api.admin.act<Changed>(
    'reissueGiftCard',
    { giftCardId, reason: 'Letter lost', ...more },
    `replayed code codeWithheld giftCard { ${CARD} }`,
  );

async function cardOf(id: string): Promise<Card & { entries: object[] }> {
  const { giftCard } = await api.staff.read<{ giftCard: Card & { entries: { nodes: object[] } } }>(
    `query Card($id: ID!) { giftCard(id: $id) { ${CARD}
      entries { nodes { seq kind amount { amount } remainingAfter { amount } reason actor { role } } } } }`,
    { id },
  );
  return { ...giftCard, entries: giftCard.entries.nodes };
}

const paiseOf = ({ amount }: { readonly amount: string }) => BigInt(amount.replace('.', ''));
const codeOf = ({ userErrors }: Payload) => userErrors[0]?.code ?? 'DONE';

describe('issueGiftCards', () => {
  it('tells each code once, which is good for all that is on the card', async () => {
    const { giftCards, userErrors } = await issue({ count: 3 });

    expect(userErrors).toEqual([]);
    expect(new Set(giftCards.map(({ code }) => code)).size).toBe(3);
    const [first] = giftCards;
    const { code = '', giftCard } = first ?? { giftCard: { id: '' } };
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/);
    expect(giftCard).toMatchObject({
      ...{ status: 'ACTIVE', maskedCode: `•••• ${code.replaceAll('-', '').slice(-4)}`, funding: 'GRANTED' },
      ...{ initial: { amount: '500.00' }, remaining: { amount: '500.00' }, claimedById: null },
      expiresAt: '2027-03-10T18:29:59.999Z',
    });
    expect(await cardOf(giftCard.id)).toMatchObject({
      entries: [{ seq: 1, kind: 'ISSUE', amount: { amount: '500.00' }, reason: 'Prize draw' }],
    });
  });

  it('tells a repeat the same for thirty days, and nobody anything afterwards', async () => {
    const again = { count: 2, idempotencyKey: freshKey('cards') };
    const first = await issue(again);
    expect(await issue(again)).toEqual({ ...first, replayed: true });
    expect(codeOf(await issue({ ...again, count: 1 }))).toBe('IDEMPOTENCY_CONFLICT');
    expect((await issue(again, 'leela')).giftCards[0]?.code).not.toBe(first.giftCards[0]?.code);
    // The card has another code by now: what was told is worth nothing, and is told no more.
    await reissue(first.giftCards[1]?.giftCard.id ?? '');
    expect((await issue(again)).giftCards).toMatchObject([
      { code: first.giftCards[0]?.code, codeWithheld: false },
      { code: null, codeWithheld: true },
    ]);

    api.app.clock.advance({ days: 31 });

    expect(await issue(again)).toMatchObject({
      replayed: true,
      giftCards: [{ code: null, codeWithheld: true }, {}],
    });
    await api.openWallet('patient');
    expect(codeOf(await claim('patient', first.giftCards[0]?.code ?? ''))).toBe('DONE');
  });

  it('keeps to amounts, to counts, to what one admin gives out alone, and to the future', async () => {
    const refused = async (more: object, who?: string) => (await issue(more, who)).userErrors;
    expect(await refused({ amount: { amount: '99.99' } })).toMatchObject([{ code: 'AMOUNT_OUT_OF_RANGE' }]);
    expect(await refused({ amount: { amount: '10000.01' } })).toMatchObject([
      { code: 'AMOUNT_OUT_OF_RANGE' },
    ]);
    expect(await refused({ count: 101 })).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'count'] },
    ]);
    expect(await refused({ count: 0 })).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect(await refused({ reason: ' ' })).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect(await refused({ expiresAt: '2026-03-01T12:00:00+05:30' })).toMatchObject([
      { code: 'EXPIRES_IN_PAST' },
    ]);
    const large = { count: 10, amount: { amount: '10000' } };
    expect(await refused({ ...large, count: 11 }, 'nisha')).toMatchObject([
      { code: 'LIMIT_REACHED', max: { amount: '100000.00' }, available: { amount: '500000.00' } },
    ]);
    for (let n = 0; n < 5; n += 1) expect(await refused(large, 'nisha')).toEqual([]);
    expect(await refused({}, 'nisha')).toMatchObject([
      { code: 'LIMIT_REACHED', available: { amount: '0.00' } },
    ]);
  });
});

describe('claimGiftCard', () => {
  it('moves all of it into the wallet, with its end and funding, and names the card', async () => {
    const { id, code } = await api.makeCard('750', { expiresAt: '2026-12-24T12:00:00+05:30' });
    await api.openWallet('asha');
    const written = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;

    expect(await look('asha', written)).toMatchObject({
      look: { status: 'ACTIVE', remaining: { amount: '750.00' }, expiresAt: '2026-12-24T18:29:59.999Z' },
    });
    const idempotencyKey = freshKey('claim');
    const payload = await claim('asha', written, { idempotencyKey });

    expect(payload).toMatchObject({
      ...{ replayed: false, userErrors: [], wallet: { balance: { amount: '750.00' } } },
      transaction: {
        ...{ source: 'PROMOTION', reason: 'Gift card', funding: 'GRANTED', amount: { amount: '750.00' } },
        expiresAt: '2026-12-24T18:29:59.999Z',
      },
      giftCard: { id, status: 'CLAIMED', remaining: { amount: '0.00' }, claimedById: 'asha' },
    });
    expect(await claim('asha', code, { idempotencyKey })).toEqual({ ...payload, replayed: true });
    const other = await api.makeCard();
    expect(codeOf(await claim('asha', other.code, { idempotencyKey }))).toBe('IDEMPOTENCY_CONFLICT');
    const { viewer } = await api
      .customer('asha')
      .read<{ viewer: object }>(
        '{ viewer { giftCards { id status entries { totalCount nodes { kind } } } } }',
      );
    const entries = { totalCount: 2, nodes: [{ kind: 'ISSUE' }, { kind: 'CLAIM' }] };
    expect(viewer).toEqual({ giftCards: [{ id, status: 'CLAIMED', entries }] });
    expect(await cardOf(id)).toMatchObject({ entries: [{ kind: 'ISSUE' }, { kind: 'CLAIM', seq: 2 }] });
  });

  it('gives a card to one of sixty who claim it at once', async () => {
    const { code } = await api.makeCard();
    const people = Array.from({ length: 20 }, (_, n) => `claimant-${n}`);
    for (const person of people) await api.openWallet(person);

    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => claim(people[n % people.length] ?? '', code)),
    );

    expect(answers.filter((answer) => codeOf(answer) === 'DONE')).toHaveLength(1);
    const total = await Promise.all(
      people.map((person) =>
        api
          .customer(person)
          .read<{ viewer: { wallet: { balance: { amount: string } } } }>(
            '{ viewer { wallet { balance { amount } } } }',
          ),
      ),
    );
    expect(total.filter(({ viewer }) => viewer.wallet.balance.amount === '500.00')).toHaveLength(1);
    expect(total.filter(({ viewer }) => viewer.wallet.balance.amount === '0.00')).toHaveLength(19);
  });

  it('leaves either the claim or the cancellation, when both are asked at once', async () => {
    await api.openWallet('racer');
    for (let n = 0; n < 5; n += 1) {
      const { id, code } = await api.makeCard('100');
      const [claimed, cancelled] = await Promise.all([claim('racer', code), cancel(id)]);
      const done = [codeOf(claimed), codeOf(cancelled)].filter((answer) => answer === 'DONE');
      expect(done).toHaveLength(1);
      expect((await cardOf(id)).status).toBe(codeOf(claimed) === 'DONE' ? 'CLAIMED' : 'CANCELLED');
    }
  });

  it('tells a stranger the same whatever the cause, and the true one to who claimed it and to the shop', async () => {
    const [gone, cancelled, replaced, expired] = await Promise.all(
      Array.from({ length: 4 }, () => api.makeCard('100', { expiresAt: '2026-09-01T12:00:00+05:30' })),
    );
    await api.openWallet('owner');
    await api.openWallet('stranger');
    await claim('owner', gone?.code ?? '');
    await cancel(cancelled?.id ?? '');
    await reissue(replaced?.id ?? '');
    api.app.clock.set('2026-09-02T12:00:00+05:30');

    const answers = [];
    for (const card of [gone, cancelled, replaced, expired, { code: '0000-0000-0000-0000-0' }]) {
      answers.push((await claim('stranger', card?.code ?? '')).userErrors);
      answers.push((await look('stranger', card?.code ?? '')).userErrors);
    }

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject([{ code: 'CODE_NOT_USABLE' }]);
    expect((await claim('owner', gone?.code ?? '')).userErrors).toMatchObject([{ code: 'GIFT_CARD_ENDED' }]);
    expect(await look('owner', gone?.code ?? '')).toMatchObject({ look: { status: 'CLAIMED' } });
    const byAdmin = { code: expired?.code, customerId: 'owner' };
    expect((await api.admin.act('claimGiftCard', byAdmin)).userErrors).toMatchObject([
      { code: 'GIFT_CARD_ENDED', message: 'This gift card has expired.' },
    ]);
  });

  it('needs a wallet that is in use and has room, and leaves the card as it was', async () => {
    const { id, code } = await api.makeCard();
    expect(codeOf(await claim('nowhere', code))).toBe('WALLET_NOT_FOUND');
    await api.openWallet('frozen');
    const freeze = { customerId: 'frozen', status: 'FROZEN', reason: 'Phone lost' };
    await api.admin.act('setWalletStatus', freeze, 'replayed');
    expect(codeOf(await claim('frozen', code))).toBe('WALLET_FROZEN');
    expect(await cardOf(id)).toMatchObject({ status: 'ACTIVE', entries: [{ kind: 'ISSUE' }] });
  });

  it('slows down whoever guesses, looking or claiming, together with vouchers', async () => {
    const { code } = await api.makeCard();
    await api.openWallet('guesser');
    for (let n = 0; n < 2; n += 1) {
      expect(codeOf(await claim('guesser', `7K9Q-X2R4-MB3D-0WZE-${n}`))).toBe('CODE_NOT_USABLE');
      expect(codeOf(await look('guesser', 'AAAA'))).toBe('CODE_NOT_USABLE');
    }
    expect(codeOf(await look('guesser', code))).toBe('DONE');
    await api.customer('guesser').act('redeemVoucher', { code: 'NOBODYS' });
    expect((await claim('guesser', code)).userErrors).toMatchObject([
      { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 15 },
    ]);
    api.app.clock.advance({ ms: 16_000 });
    const idempotencyKey = freshKey('guesser');
    expect(codeOf(await claim('guesser', code, { idempotencyKey }))).toBe('DONE');
    expect(codeOf(await look('guesser', 'AAAA'))).toBe('CODE_NOT_USABLE');
    expect(codeOf(await look('guesser', 'AAAA'))).toBe('TOO_MANY_ATTEMPTS');
    expect(await claim('guesser', code, { idempotencyKey })).toMatchObject({
      replayed: true,
      userErrors: [],
    });
  });
});

describe('cancelGiftCard and reissueGiftCard', () => {
  it('take back what is left once, and say so again under their key', async () => {
    const { id, code } = await api.makeCard();
    const idempotencyKey = freshKey('cancel');
    const first = await cancel(id, { idempotencyKey });
    expect(first).toMatchObject({
      giftCard: { status: 'CANCELLED', remaining: { amount: '0.00' } },
      userErrors: [],
    });
    expect(await cancel(id, { idempotencyKey })).toEqual({ ...first, replayed: true });
    expect(codeOf(await cancel(id, { idempotencyKey, reason: 'Other' }))).toBe('IDEMPOTENCY_CONFLICT');
    expect(codeOf(await cancel(id))).toBe('GIFT_CARD_ENDED');
    expect(codeOf(await reissue(id))).toBe('GIFT_CARD_ENDED');
    expect(codeOf(await cancel('made-up'))).toBe('GIFT_CARD_NOT_FOUND');
    await api.openWallet('late');
    expect(codeOf(await claim('late', code))).toBe('CODE_NOT_USABLE');
  });

  it('give another code with the same money behind it, and let the one before be worth nothing', async () => {
    const { id, code } = await api.makeCard();
    const idempotencyKey = freshKey('reissue');
    const first = await reissue(id, { idempotencyKey });
    expect(first).toMatchObject({ codeWithheld: false, giftCard: { id, remaining: { amount: '500.00' } } });
    expect(await reissue(id, { idempotencyKey })).toEqual({ ...first, replayed: true });
    await api.openWallet('found');
    expect(codeOf(await claim('found', code))).toBe('CODE_NOT_USABLE');
    expect(codeOf(await claim('found', first.code ?? ''))).toBe('DONE');
    expect(await cardOf(id)).toMatchObject({
      entries: [
        { kind: 'ISSUE' },
        { kind: 'REISSUE', amount: { amount: '0.00' }, reason: 'Letter lost' },
        {},
      ],
    });
  });

  it('are in the audit log with who did them and why', async () => {
    const { id } = await api.makeCard();
    await reissue(id);
    const { auditLog } = await api.admin.read<{ auditLog: { nodes: object[] } }>(
      `query Log($id: ID!) { auditLog(filter: { subjectId: $id }) { nodes { act reason actor { id } subject { id } } } }`,
      { id },
    );
    expect(auditLog.nodes).toMatchObject([
      { act: 'reissueGiftCard', reason: 'Letter lost', actor: { id: 'meera' }, subject: { id } },
      { act: 'issueGiftCards', reason: 'Prize draw' },
    ]);
  });
});

describe('gift cards', () => {
  it('expire with all that is left, and count as expired before anybody has booked it', async () => {
    const { id } = await api.makeCard('100', { expiresAt: new Date(api.app.now()).toISOString() });
    const owed = async () =>
      (
        await api.admin.read<{ programmeStatistics: { giftCards: { cards: number } } }>(
          '{ programmeStatistics { giftCards { cards amount { amount } } } }',
        )
      ).programmeStatistics.giftCards.cards;
    const before = await owed();
    api.app.clock.advance({ days: 1 });

    expect(await cardOf(id)).toMatchObject({
      status: 'EXPIRED',
      remaining: { amount: '0.00' },
      entries: [{}],
    });
    expect(await owed()).toBe(before - 1);
    const run = await runExpiry(api.app, 'nightly');
    expect(run.giftCards).toBeGreaterThan(0);
    expect((await runExpiry(api.app, 'nightly')).giftCards).toBe(0);

    expect(await cardOf(id)).toMatchObject({
      ...{ status: 'EXPIRED', entries: [{}, { kind: 'EXPIRY', amount: { amount: '100.00' } }] },
    });
  });

  it('tell all that happened to one, a page at a time, and refuse the place of another', async () => {
    const [one, other] = [await api.makeCard(), await api.makeCard()];
    for (let codes = 0; codes < 4; codes += 1) await reissue(one.id);
    const page = (id: string, args: string) =>
      api.staff.ask(
        `query Card($id: ID!) { giftCard(id: $id) { entries(${args}) {
          totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { seq } } } }`,
        { id },
      );
    interface Entries {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      readonly nodes: readonly { readonly seq: number }[];
    }
    const read = async (args: string) =>
      ((await page(one.id, args)).data as { giftCard: { entries: Entries } }).giftCard.entries;
    const first = await read('first: 3');
    expect(first).toMatchObject({ totalCount: 5, nodes: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const { endCursor } = first.pageInfo;
    const rest = await read(`first: 3, after: "${endCursor}"`);
    expect(rest).toMatchObject({ totalCount: 5, nodes: [{ seq: 4 }, { seq: 5 }] });
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const { errors } = await page(other.id, `after: "${endCursor}"`);
    expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('come to what is owed on them, by who paid for it, in the list as among the figures', async () => {
    const owed = async () => {
      const { giftCards, programmeStatistics } = await api.admin.read<
        Record<'giftCards' | 'programmeStatistics', Record<string, { amount: { amount: string } }>>
      >(`{ giftCards(filter: { status: [CANCELLED] }) { outstanding { ...F } }
          programmeStatistics { giftCards { ...F } } }
          fragment F on GiftCardFigures { cards amount { amount } purchased { amount } granted { amount } }`);
      expect(giftCards['outstanding']).toEqual(programmeStatistics['giftCards']);
      const { amount, purchased, granted } = giftCards['outstanding'] as unknown as Record<
        'amount' | 'purchased' | 'granted',
        { amount: string }
      >;
      expect(paiseOf(purchased) + paiseOf(granted)).toBe(paiseOf(amount));
      return paiseOf(granted);
    };
    const before = await owed();
    await api.makeCard('250.50');
    expect(await owed()).toBe(before + 250_50n);
  });

  it('are listed for staff, newest first, all or those that hold money', async () => {
    await api.makeCard();
    const read = (filter: string) =>
      api.staff.read<{ giftCards: { nodes: Card[]; totalCount: number } }>(
        `{ giftCards(first: 2${filter}) { totalCount nodes { status } pageInfo { hasNextPage } } }`,
      );
    const all = await read('');
    const open = await read(', filter: { holdsMoney: true }');
    expect(all.giftCards.nodes).toHaveLength(2);
    expect(open.giftCards.nodes).toMatchObject([{ status: 'ACTIVE' }, {}]);
    expect(open.giftCards.totalCount).toBeLessThan(all.giftCards.totalCount);
  });

  it('are listed by what became of them, what is due among the expired, and by the end of their code', async () => {
    const list = async (filter: object) => {
      const { giftCards } = await api.staff.read<{ giftCards: { nodes: Card[]; totalCount: number } }>(
        `query List($filter: GiftCardFilter) {
          giftCards(first: 100, filter: $filter) { totalCount nodes { id status maskedCode } } }`,
        { filter },
      );
      expect(giftCards.totalCount).toBe(giftCards.nodes.length);
      return giftCards.nodes;
    };
    api.app.clock.advance({ ms: 1 });
    const from = new Date(api.app.now()).toISOString();
    const active = await api.makeCard();
    const cancelled = await api.makeCard();
    const due = await api.makeCard('100', { expiresAt: from });
    await cancel(cancelled.id);
    api.app.clock.advance({ days: 1 });
    const idsOf = async (...status: string[]) =>
      (await list({ status, from })).map(({ id }) => id).toSorted();
    expect(await idsOf('ACTIVE')).toEqual([active.id]);
    expect(await idsOf('CANCELLED')).toEqual([cancelled.id]);
    expect(await idsOf('EXPIRED')).toEqual([due.id]);
    expect(await idsOf('EXPIRED', 'ACTIVE')).toEqual([due.id, active.id].toSorted());
    expect(await idsOf('CLAIMED')).toEqual([]);
    await runExpiry(api.app, 'nightly');
    expect(await idsOf('EXPIRED')).toEqual([due.id]);

    const lastFour = active.code.replaceAll('-', '').slice(-4);
    const same = { from, lastFour: lastFour.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l') };
    expect(await list(same)).toMatchObject([{ id: active.id, maskedCode: `•••• ${lastFour}` }]);
    expect(await list({ ...same, to: from })).toEqual([]);
  });

  it('leave no usable code in the database', async () => {
    const { giftCards } = await issue({ count: 5 });
    const again = await reissue(giftCards[0]?.giftCard.id ?? '');
    const codes = [...giftCards.map(({ code }) => code), again.code ?? ''].map((code) =>
      code.replaceAll('-', ''),
    );
    const everything = await Promise.all(
      (await api.app.database.listCollections()).map(({ name }) =>
        api.app.database.collection(name).find().toArray(),
      ),
    );
    const dump = JSON.stringify(everything, (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    ).replaceAll('-', '');
    for (const code of codes) {
      expect(dump).not.toContain(code);
      expect(dump).not.toContain(code.slice(0, 12));
    }
  });

  it('leave nothing that an audit finds', () => expectSound(api.app));
});
