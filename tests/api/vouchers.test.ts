import { allCodes } from '../../api/services/queries/export-codes.ts';
import { findCampaign } from '../../api/services/queries/find-campaigns.ts';
import { runJobs } from '../../api/services/run-job.ts';
import { openTestApi, type Payload } from '../support/api.ts';
import { freshKey, testPolicy } from '../support/app.ts';
import { expectSound } from '../support/audit.ts';

/** Alone an admin gives out ₹1,00,000 in bulk. */
const each = 1_00_000_00n;
const { STAFF, ADMIN } = testPolicy.approvals.limits;
const limits = { STAFF, ADMIN: { ...ADMIN, bulkAddCredits: { each, day: 5n * each } } };
const api = openTestApi({ policy: { approvals: { ...testPolicy.approvals, limits } } });

const RESULT = `
  replayed wallet { balance { amount } }
  transaction { source reason amount { amount } funding expiresAt actor { role } }`;
const FIGURES = 'status version codeCount uses customers spent { amount }';

interface Figures {
  readonly campaign: Readonly<Record<string, unknown>>;
}

function redeem(customerId: string, code: string, more: object = {}): Promise<Payload> {
  return api.customer(customerId).act('redeemVoucher', { code, ...more }, RESULT);
}

async function figuresOf(id: string) {
  const { campaign } = await api.staff.read<Figures>(
    `query Campaign($id: ID!) { campaign(id: $id) { ${FIGURES} } }`,
    { id },
  );
  return campaign;
}

async function refusalOf(customerId: string, code: string) {
  const payload = await redeem(customerId, code);
  expect(payload).toMatchObject({ wallet: null, transaction: null });
  return payload.userErrors;
}

const steer = (campaignId: string, step: string, who = 'meera', version: number | null = null) =>
  api
    .as('ADMIN', who)
    .act<Figures & Payload>('setCampaignStatus', { campaignId, step, version }, `campaign { ${FIGURES} }`);

const update = (campaignId: string, version: number, more: object) =>
  api.admin.act<Figures & Payload>(
    'updateCampaign',
    { campaignId, version, ...more },
    `campaign { ${FIGURES} }`,
  );

/** Has codes made for a campaign and answers them as they are handed out. */
async function codesOf(campaignId: string, count: number): Promise<string[]> {
  const { userErrors } = await api.admin.act('makeVoucherCodes', { campaignId, count }, 'job { status }');
  expect(userErrors).toEqual([]);
  while ((await runJobs(api.app)).parts > 0);
  const campaign = await findCampaign(
    api.app,
    Buffer.from(campaignId, 'base64url').toString().split(':')[1] ?? '',
  );
  const codes: string[] = [];
  if (campaign)
    for await (const page of allCodes(api.app, campaign)) codes.push(...page.map(({ code }) => code ?? ''));
  return codes;
}

describe('redeemVoucher with a code for all', () => {
  it('credits the value under the name of the campaign, however the code is written', async () => {
    const id = await api.makeCampaign({ name: 'Diwali morning', sharedCode: 'DIWALI-50' });
    await api.openWallet('asha');

    const payload = await redeem('asha', ' d1wal i5o ');

    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      wallet: { balance: { amount: '50.00' } },
      transaction: {
        ...{ source: 'PROMOTION', reason: 'Diwali morning', funding: 'GRANTED' },
        ...{ amount: { amount: '50.00' }, expiresAt: '2027-03-10T18:29:59.999Z' },
      },
    });
    expect(await figuresOf(id)).toMatchObject({
      status: 'RUNNING',
      uses: 1,
      customers: 1,
      spent: { amount: '50.00' },
    });
  });

  it('gives the first answer again under its key, and says when a key asks for something else', async () => {
    await api.makeCampaign({ sharedCode: 'AGAIN', usesPerCustomer: 2 });
    await api.makeCampaign({ sharedCode: 'OTHER' });
    await api.openWallet('bala');
    const idempotencyKey = freshKey('redeem');

    await redeem('bala', 'AGAIN', { idempotencyKey });

    expect(await redeem('bala', 'again', { idempotencyKey })).toMatchObject({
      ...{ replayed: true, wallet: { balance: { amount: '50.00' } } },
    });
    expect((await redeem('bala', 'OTHER', { idempotencyKey })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT' },
    ]);
  });

  it('counts what a customer has used, and no more than may be', async () => {
    const id = await api.makeCampaign({ sharedCode: 'TWICE', usesPerCustomer: 2 });
    await api.openWallet('chitra');
    for (let n = 0; n < 2; n += 1) expect((await redeem('chitra', 'TWICE')).userErrors).toEqual([]);

    expect(await refusalOf('chitra', 'TWICE')).toMatchObject([
      { code: 'VOUCHER_USED', since: '2026-03-10T04:00:00.000Z' },
    ]);
    expect(await figuresOf(id)).toMatchObject({ uses: 2, customers: 1 });
  });

  it('gives the last of a budget to ten of forty who ask at once', async () => {
    const id = await api.makeCampaign({ sharedCode: 'RACE10', maxUses: null, budget: { amount: '510' } });
    const people = Array.from({ length: 40 }, (_, n) => `racer-${n}`);
    for (const person of people) await api.openWallet(person);

    const answers = await Promise.all(people.map((person) => redeem(person, 'RACE10')));

    const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'CREDITED');
    expect(codes.filter((code) => code === 'CREDITED')).toHaveLength(10);
    expect(codes.filter((code) => code === 'CAMPAIGN_ENDED')).toHaveLength(30);
    expect(await figuresOf(id)).toMatchObject({
      ...{ status: 'BUDGET_SPENT', uses: 10, customers: 10, spent: { amount: '500.00' } },
    });
  });

  it('is for new customers, for tiers and after an order only where the campaign says so', async () => {
    await api.makeCampaign({ sharedCode: 'NEWHERE', newCustomersOnly: true });
    await api.makeCampaign({ sharedCode: 'SILVERS', tiers: ['SILVER', 'GOLD'] });
    await api.makeCampaign({ sharedCode: 'BIGCART', minPurchaseAmount: { amount: '200' } });
    await api.fundedWallet('divya', '1500');

    expect((await redeem('divya', 'NEWHERE')).userErrors).toEqual([]);
    expect((await redeem('divya', 'SILVERS')).userErrors).toEqual([]);
    expect(await refusalOf('divya', 'BIGCART')).toMatchObject([
      { code: 'MINIMUM_PURCHASE_NOT_MET', required: { amount: '200.00' }, largest: { amount: '0.00' } },
    ]);
    await api.spend('divya', '250');
    expect((await redeem('divya', 'BIGCART')).userErrors).toEqual([]);
    await api.makeCampaign({ sharedCode: 'NEWTOO', newCustomersOnly: true });
    expect(await refusalOf('divya', 'NEWTOO')).toMatchObject([{ code: 'VOUCHER_NOT_FOR_YOU' }]);
  });

  it('lives as long as the campaign says, and is never granted to a wallet that is stopped', async () => {
    await api.makeCampaign({ sharedCode: 'SHORTLY', creditLifetimeDays: 7 });
    await api.openWallet('esha');
    expect((await redeem('esha', 'SHORTLY')).transaction).toMatchObject({
      expiresAt: '2026-03-17T18:29:59.999Z',
    });
    await api.openWallet('frozen');
    const freeze = { customerId: 'frozen', status: 'FROZEN', reason: 'Card lost' };
    await api.admin.act('setWalletStatus', freeze, 'replayed');
    expect(await refusalOf('frozen', 'SHORTLY')).toMatchObject([{ code: 'WALLET_FROZEN' }]);
  });
});

describe('redeemVoucher with codes of their own', () => {
  it('uses each once, whoever else has it, and keeps none of them in the database', async () => {
    const id = await api.makeCampaign({ name: 'Letters', codes: 'UNIQUE', usesPerCustomer: 3 });
    const codes = await codesOf(id, 501);
    expect(new Set(codes).size).toBe(501);
    expect(codes[0]).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/);
    await api.openWallet('gita');
    await api.openWallet('hari');

    const both = await Promise.all(['gita', 'hari'].map((person) => redeem(person, codes[0] ?? '')));

    expect(both.map(({ userErrors }) => userErrors[0]?.code ?? 'CREDITED').sort()).toEqual([
      ...['CREDITED', 'VOUCHER_USED'],
    ]);
    expect((await redeem('gita', codes[500]?.toLowerCase().replaceAll('-', '') ?? '')).userErrors).toEqual(
      [],
    );
    expect(await figuresOf(id)).toMatchObject({ codeCount: 501, uses: 2 });
    const everything = await Promise.all(
      (await api.app.database.listCollections()).map(({ name }) =>
        api.app.database.collection(name).find().toArray(),
      ),
    );
    const dump = JSON.stringify(everything, (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    ).replaceAll('-', '');
    for (const code of codes) expect(dump).not.toContain(code.replaceAll('-', ''));
  });

  it('makes no more codes than may be, none for a campaign with one for all, and the same job under its key', async () => {
    const id = await api.makeCampaign({ name: 'Few', codes: 'UNIQUE' });
    const make = (count: number, more: object = {}) =>
      api.admin.act('makeVoucherCodes', { campaignId: id, count, ...more }, 'replayed job { id total }');
    expect((await make(100_001)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'count'] },
    ]);
    const idempotencyKey = freshKey('codes');
    const first = await make(3, { idempotencyKey });
    expect(await make(3, { idempotencyKey })).toEqual({ ...first, replayed: true });
    expect((await make(4, { idempotencyKey })).userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
    while ((await runJobs(api.app)).parts > 0);
    expect(await figuresOf(id)).toMatchObject({ codeCount: 3 });
    const shared = await api.makeCampaign({ sharedCode: 'FORALL' });
    expect(
      (await api.admin.act('makeVoucherCodes', { campaignId: shared, count: 1 }, 'replayed')).userErrors,
    ).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'campaignId'] }]);
  });

  it('slows down whoever guesses, and lets a right code be no guess', async () => {
    const id = await api.makeCampaign({ name: 'Guessed', codes: 'UNIQUE' });
    const [code = ''] = await codesOf(id, 1);
    await api.openWallet('indu');
    for (let n = 0; n < 4; n += 1)
      expect(await refusalOf('indu', `WRONG${n}`)).toMatchObject([{ code: 'CODE_NOT_USABLE' }]);
    const idempotencyKey = freshKey('indu');
    expect((await redeem('indu', code, { idempotencyKey })).userErrors).toEqual([]);
    expect(await refusalOf('indu', 'WRONG8')).toMatchObject([{ code: 'CODE_NOT_USABLE' }]);
    expect(await refusalOf('indu', code)).toMatchObject([
      { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 15 },
    ]);
    // What was done under a key is told for ever, and nothing else is.
    expect(await redeem('indu', code, { idempotencyKey })).toMatchObject({ replayed: true, userErrors: [] });
    for (const other of ['WRONG9', 'AGAIN'])
      expect((await redeem('indu', other, { idempotencyKey })).userErrors).toMatchObject([
        { code: 'TOO_MANY_ATTEMPTS' },
      ]);
    api.app.clock.advance({ ms: 60_000 });
    expect(await refusalOf('indu', code)).toMatchObject([{ code: 'VOUCHER_USED' }]);
  });

  it('counts the code of a draft as the guess it is answered as, with a wallet and without', async () => {
    const draft = {
      name: 'Secret',
      value: { amount: '50' },
      codes: 'SHARED',
      sharedCode: 'SECRET',
      maxUses: 10,
    };
    await api.admin.act('createCampaign', { ...draft, startsAt: '2026-03-01T00:00:00+05:30' }, 'replayed');
    await api.openWallet('latika');
    for (const guesser of ['latika', 'no-wallet']) {
      for (let n = 0; n < 5; n += 1)
        expect(await refusalOf(guesser, 'SECRET')).toMatchObject([{ code: 'CODE_NOT_USABLE' }]);
      expect(await refusalOf(guesser, 'SECRET')).toMatchObject([{ code: 'TOO_MANY_ATTEMPTS' }]);
    }
  });
});

describe('campaigns', () => {
  const draft = {
    ...{ name: 'Draft', value: { amount: '50' }, codes: 'SHARED', maxUses: 10 },
    startsAt: '2026-03-01T00:00:00+05:30',
  };

  it('are drafts that nobody can tell from nothing, then start, pause, start again and end for good', async () => {
    const terms = {
      name: 'Steps',
      value: { amount: '50' },
      codes: 'SHARED',
      sharedCode: 'STEPS',
      maxUses: 10,
    };
    const { campaign } = await api.admin.act<{ campaign: { id: string; status: string } }>(
      'createCampaign',
      { ...terms, startsAt: '2026-03-01T00:00:00+05:30' },
      'campaign { id status }',
    );
    expect(campaign.status).toBe('DRAFT');
    await api.openWallet('jaya');
    expect(await refusalOf('jaya', 'STEPS')).toMatchObject([{ code: 'CODE_NOT_USABLE' }]);

    expect((await steer(campaign.id, 'PAUSE')).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await steer(campaign.id, 'START')).campaign).toMatchObject({ status: 'RUNNING' });
    expect((await steer(campaign.id, 'PAUSE')).campaign).toMatchObject({ status: 'PAUSED' });
    expect(await refusalOf('jaya', 'STEPS')).toMatchObject([{ code: 'CAMPAIGN_NOT_RUNNING', since: null }]);
    expect((await steer(campaign.id, 'START')).campaign).toMatchObject({ status: 'RUNNING' });
    expect((await steer(campaign.id, 'END')).campaign).toMatchObject({ status: 'ENDED' });
    expect((await steer(campaign.id, 'START')).userErrors).toMatchObject([{ code: 'CAMPAIGN_ENDED' }]);
    expect(await refusalOf('jaya', 'STEPS')).toMatchObject([{ code: 'CAMPAIGN_ENDED' }]);
  });

  it('change for uses from then on, and never over what somebody else has changed', async () => {
    const id = await api.makeCampaign({ sharedCode: 'VALUES', usesPerCustomer: 2 });
    await api.openWallet('kiran');
    await redeem('kiran', 'VALUES');

    expect((await update(id, 1, { value: { amount: '80' } })).campaign).toMatchObject({ version: 2 });
    expect((await update(id, 1, { value: { amount: '90' } })).userErrors).toMatchObject([
      { code: 'CAMPAIGN_CHANGED' },
    ]);

    expect(await redeem('kiran', 'VALUES')).toMatchObject({ wallet: { balance: { amount: '130.00' } } });
    expect(await figuresOf(id)).toMatchObject({ spent: { amount: '130.00' }, uses: 2 });
    expect((await update(id, 2, { budget: { amount: '100' } })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'budget'] },
    ]);
  });

  it('that may cost much are started by another admin than who wrote the terms', async () => {
    const id = await api.makeCampaign({ sharedCode: 'MILLION', maxUses: null, budget: { amount: '500000' } });
    expect(await figuresOf(id)).toMatchObject({ status: 'RUNNING' });
    const more = { budget: { amount: '600000' } };

    expect((await update(id, 1, more)).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    await steer(id, 'PAUSE');
    expect((await update(id, 1, more)).userErrors).toEqual([]);

    expect((await steer(id, 'START')).userErrors).toMatchObject([{ code: 'CAMPAIGN_OWN' }]);
    // Whoever looked at the terms before does not start others unseen.
    expect((await steer(id, 'START', 'meena', 1)).userErrors).toMatchObject([{ code: 'CAMPAIGN_CHANGED' }]);
    expect((await steer(id, 'START', 'meena', 2)).campaign).toMatchObject({ status: 'RUNNING' });
    await steer(id, 'PAUSE');
    expect((await steer(id, 'START', 'meena')).campaign).toMatchObject({ status: 'RUNNING' });
  });

  it('share no code with another, and have a bound', async () => {
    await api.makeCampaign({ sharedCode: 'TAKEN' });
    const terms = {
      name: 'Other',
      value: { amount: '50' },
      codes: 'SHARED',
      startsAt: '2026-03-01T00:00:00+05:30',
    };
    const create = (more: object) =>
      api.admin.act('createCampaign', { ...terms, ...more }, 'campaign { id }');
    expect((await create({ sharedCode: 'taken', maxUses: 5 })).userErrors).toMatchObject([
      { field: ['input', 'sharedCode'] },
    ]);
    expect((await create({ sharedCode: 'NOBOUND' })).userErrors).toMatchObject([
      { field: ['input', 'budget'] },
    ]);
    const [first, second] = await Promise.all(
      [1, 2].map((maxUses) => create({ sharedCode: 'ATONCE', maxUses })),
    );
    expect([first, second].filter((answer) => answer?.userErrors.length === 0)).toHaveLength(1);
  });

  it('are listed for staff, newest first, and changed by admins alone', async () => {
    const { campaigns } = await api.staff.read<{ campaigns: { nodes: object[]; totalCount: number } }>(
      '{ campaigns(first: 2) { nodes { name status } totalCount pageInfo { hasNextPage } } }',
    );
    expect(campaigns).toMatchObject({ nodes: [{}, {}], pageInfo: { hasNextPage: true } });
    expect(campaigns.totalCount).toBeGreaterThan(10);
  });

  it('are found by how they stand now, each in one status and no other', async () => {
    const terms = { sharedCode: 'LATER', startsAt: '2026-05-01T00:00:00+05:30' };
    await api.makeCampaign(terms);
    await api.makeCampaign({ sharedCode: 'SHORT', endsAt: '2026-03-10T12:00:00+05:30' });
    const paused = await api.makeCampaign({ sharedCode: 'STOPPED' });
    await steer(paused, 'PAUSE');
    await api.admin.act('createCampaign', { ...draft, sharedCode: 'DRAFTED' }, 'campaign { id }');
    api.app.clock.advance({ days: 1 });
    const statuses = ['DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED', 'BUDGET_SPENT', 'ENDED'];
    const listed = (filter: object | null) =>
      api.staff.read<{ campaigns: { nodes: { id: string; status: string }[]; totalCount: number } }>(
        `query Standing($filter: CampaignFilter) {
          campaigns(filter: $filter, first: 100) { nodes { id status } totalCount } }`,
        { filter },
      );

    const all = (await listed(null)).campaigns;
    const parts = await Promise.all(statuses.map((status) => listed({ status: [status] })));

    parts.forEach(({ campaigns: { nodes, totalCount } }, at) => {
      expect(new Set(nodes.map(({ status }) => status))).toEqual(new Set([statuses[at]]));
      expect(totalCount).toBe(nodes.length);
    });
    const found = parts.flatMap(({ campaigns: { nodes } }) => nodes.map(({ id }) => id));
    expect(found.toSorted()).toEqual(all.nodes.map(({ id }) => id).toSorted());
    expect((await listed({ status: ['DRAFT', 'PAUSED'] })).campaigns.totalCount).toBe(
      (parts[0]?.campaigns.totalCount ?? 0) + (parts[3]?.campaigns.totalCount ?? 0),
    );
  });

  it('tell who has used them, page by page, and what of it is left', async () => {
    const id = await api.makeCampaign({ name: 'Told', sharedCode: 'TOLD' });
    for (const person of ['lata', 'mohan', 'nila']) {
      await api.openWallet(person);
      await redeem(person, 'TOLD');
      api.app.clock.advance({ ms: 1 });
    }
    await api.spend('lata', '20');
    const page = (args: string) =>
      api.staff.read<{ campaign: { redemptions: { pageInfo: { endCursor: string }; nodes: object[] } } }>(
        `query Uses($id: ID!) { campaign(id: $id) { redemptions(${args}) {
          totalCount pageInfo { hasNextPage endCursor }
          nodes { amount { amount } version wallet { customer { customerId } } transaction { remaining { amount } } } } } }`,
        { id },
      );
    const useOf = (customerId: string, left: string) => ({
      ...{ amount: { amount: '50.00' }, version: 1, wallet: { customer: { customerId } } },
      transaction: { remaining: { amount: left } },
    });

    const { redemptions } = (await page('first: 2')).campaign;
    expect(redemptions).toMatchObject({
      ...{ totalCount: 3, pageInfo: { hasNextPage: true } },
      nodes: [useOf('nila', '50.00'), useOf('mohan', '50.00')],
    });
    const rest = await page(`first: 2, after: "${redemptions.pageInfo.endCursor}"`);
    expect(rest.campaign.redemptions).toMatchObject({
      ...{ pageInfo: { hasNextPage: false }, nodes: [useOf('lata', '30.00')] },
    });
    const turned = await page('first: 1, orderBy: OLDEST_FIRST');
    expect(turned.campaign.redemptions.nodes).toMatchObject([useOf('lata', '30.00')]);
  });

  it('say who may start them, what they may come to, and which job makes their codes', async () => {
    const large = { ...draft, codes: 'UNIQUE', sharedCode: null, maxUses: 3_000 };
    const { campaign } = await api.admin.act<{ campaign: { id: string } }>(
      'createCampaign',
      large,
      'campaign { id }',
    );
    await api.admin.act('makeVoucherCodes', { campaignId: campaign.id, count: 2 }, 'job { id }');
    const standing = async (who: ReturnType<typeof api.as>) =>
      (
        await who.read<{ campaign: object }>(
          `query Standing($id: ID!) { campaign(id: $id) {
            needsTwo mayStart remaining { amount } codesJob { status total } } }`,
          { id: campaign.id },
        )
      ).campaign;

    expect(await standing(api.admin)).toEqual({
      ...{ needsTwo: true, mayStart: false, remaining: { amount: '150000.00' } },
      codesJob: { status: 'RUNNING', total: 2 },
    });
    expect(await standing(api.as('ADMIN', 'meena'))).toMatchObject({ mayStart: true });
    const log = await api.admin.read(
      'query Log($id: ID!) { auditLog(filter: { subjectId: $id }) { nodes { act } } }',
      { id: campaign.id },
    );
    expect(log).toEqual({ auditLog: { nodes: [{ act: 'makeVoucherCodes' }, { act: 'createCampaign' }] } });
    expect(await standing(api.staff)).toMatchObject({ mayStart: false });
    while ((await runJobs(api.app)).parts > 0);
    expect(await standing(api.staff)).toMatchObject({ codesJob: null });
    const rules = await api.staff.read('{ campaignRules { aloneUpTo { amount } maxCodes } }');
    expect(rules).toEqual({ campaignRules: { aloneUpTo: { amount: '100000.00' }, maxCodes: 100_000 } });
  });

  it('leave nothing that an audit finds', () => expectSound(api.app));
});
