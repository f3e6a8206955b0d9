import { createHash } from 'node:crypto';
import { getNamedType, type GraphQLArgument, type GraphQLField } from 'graphql';
import { globalId } from '../../api/resolvers/global-id.ts';
import { startJob } from '../../api/services/start-job.ts';
import { contractSchema } from '../../api/server/contract.ts';
import { openTestApi, type Answer, type Client } from '../support/api.ts';
import { callerOf, freshKey } from '../support/app.ts';
import { everythingOf, placesIn, valueAt, withAt, type Place } from '../support/contract-walk.ts';
import { EngineDiary } from '../support/engine.ts';
import { hostileValues } from '../support/hostile-values.ts';
import { mockPayments } from '../support/payments.ts';
import { unknownPaymentId } from '../support/reviews.ts';

const diary = new EngineDiary();
/** As many as sound inputs of this test place. */
const MANY = { maxOpen: 1_000, defaultHours: 24, maxDays: 30 };
const SHOP = 'https://shop.example';
const api = openTestApi({
  isQuiet: false,
  observer: diary,
  payments: { ...mockPayments(), returns: { origins: [SHOP], secret: 'shared-with-the-shop' } },
  policy: { holds: MANY },
});
const schema = contractSchema();

type Values = Readonly<Record<string, unknown>>;

const rupees = (amount: string) => ({ amount, currencyCode: 'INR' });
const idempotencyKey = () => freshKey('hostile');
const [june, july] = ['2026-06-30T12:00:00+05:30', '2026-07-31T12:00:00+05:30'];
const soon = '2026-03-20T12:00:00+05:30';

let debitId = '';
let creditId = '';
let rewardId = '';
let transactionId = '';

let cardCode: string;
beforeAll(async () => {
  for (const id of ['victim', 'innocent']) await api.fundedWallet(id, '50000');
  const grant = await api.grant('victim', '50000', { expiresAt: june });
  creditId = grant.transaction.id;
  debitId = (await api.spend('victim', '20000')).transaction.id;
  transactionId = debitId;
  rewardId = await api.makeReward();
  await api.customer('victim').act('claimReward', { rewardId }, 'replayed');
  campaignId = await api.makeCampaign({ sharedCode: 'DIWALI50' });
  cardCode = (await api.makeCard('100')).code;
  lettersId = await api.makeCampaign({ codes: 'UNIQUE' });
  await api.admin.act('updateCampaign', { campaignId, version: 1, maxUses: 90 }, 'campaign { id }');
  await api.customer('victim').act('redeemVoucher', { code: 'DIWALI50' }, 'replayed');
  await Promise.all(['idle', 'mistaken'].map((id) => api.openWallet(id)));
  const rows = Array.from({ length: 250 }, () => ({ ...bulkRow(), customerId: 'mistaken' }));
  const bulk = await api.admin.act<{ rows: { transaction: { id: string } }[] }>(
    'bulkAddCredits',
    { rows, mode: 'ALL_OR_NOTHING' },
    'rows { transaction { id } }',
  );
  mistakes = bulk.rows.map(({ transaction }) => transaction.id);
  // A few at a time: on a busy machine so many would wait too long for the twenty connections.
  for (let opened = 0; opened < 640; opened += 16) {
    reviews.push(...(await Promise.all(Array.from({ length: 16 }, () => unknownPaymentId(api.app, 1_00n)))));
  }
  for (let opened = 0; opened < 160; opened += 16) {
    const together = Array.from({ length: 16 }, () =>
      startJob(api.app, callerOf('ADMIN'), { ...file(CELLS), kind: 'BULK_CREDIT', total: 1 }),
    );
    for (const started of await Promise.all(together))
      if ('job' in started) files.push(globalId('Job', started.job.id));
  }
}, 120_000);

/** Files whose only row is still to come, each once. */
const files: string[] = [];
const CELLS = ['customer_id', 'amount', 'reason'];
function file(columns: readonly string[]) {
  const fileHash = createHash('sha256').update(freshKey('file')).digest('hex');
  return { fileName: 'a.csv', fileHash, columns, idempotencyKey: idempotencyKey() };
}
const steering = () => ({ jobId: 'none', idempotencyKey: idempotencyKey() });

let campaigns = 10;
/** A campaign whose code the victim has used, and one whose codes are many. */
let campaignId = '';
let lettersId = '';

let statuses = 0;
let days = 0;
/** Credits that can be taken back, each once. */
let mistakes: string[] = [];
/** Payments that can be decided on, each once. */
const reviews: string[] = [];
const review = () => ({ reviewId: reviews.pop() ?? '', idempotencyKey: idempotencyKey() });

/** Those whose sound input a rule refuses, once the test has begun. */
const REFUSED: Readonly<Record<string, string>> = {
  applyReferral: 'REFERRAL_CODE_UNKNOWN',
  claimReward: 'REWARD_ALREADY_CLAIMED',
  endSession: 'SESSION_NOT_FOUND',
  redeemVoucher: 'VOUCHER_USED',
  claimGiftCard: 'CODE_NOT_USABLE',
  giftCardLook: 'CODE_NOT_USABLE',
  showGiftCardCode: 'GIFT_CARD_NOT_FOUND',
  changeGift: 'GIFT_NOT_FOUND',
  recallGift: 'GIFT_NOT_FOUND',
  returnGift: 'GIFT_NOT_FOUND',
  claimGift: 'GIFT_NOT_FOUND',
  cancelGiftCard: 'GIFT_CARD_NOT_FOUND',
  reissueGiftCard: 'GIFT_CARD_NOT_FOUND',
  updateCampaign: 'CAMPAIGN_CHANGED',
  setCampaignStatus: 'CAMPAIGN_NOT_FOUND',
  decideApproval: 'APPROVAL_NOT_FOUND',
  withdrawApproval: 'APPROVAL_NOT_FOUND',
  captureHold: 'HOLD_NOT_FOUND',
  refundTopUp: 'NOT_REFUNDABLE',
  settleReceivable: 'INVALID_INPUT',
  writeOffReceivable: 'INVALID_INPUT',
  addGiftCardToCheckout: 'CHECKOUT_NOT_FOUND',
  payCheckout: 'CHECKOUT_NOT_FOUND',
  cancelCheckout: 'CHECKOUT_NOT_FOUND',
  makeCheckoutLink: 'CHECKOUT_NOT_FOUND',
  refundCheckout: 'CHECKOUT_NOT_FOUND',
  releaseHold: 'HOLD_NOT_FOUND',
  createWallet: 'WALLET_EXISTS',
  resumeJob: 'JOB_NOT_FOUND',
  pauseJob: 'JOB_NOT_FOUND',
  stopJob: 'JOB_NOT_FOUND',
};

/** An input of each mutation that is in order, with every field filled in. The compiler does not know them; the test does. */
const inputs: Readonly<Record<string, () => Values>> = {
  addCredits: () => ({
    ...{ customerId: 'victim', amount: rupees('1'), source: 'MANUAL', reason: 'Goodwill', expiresAt: june },
    ...{ orderId: 'order-1', idempotencyKey: idempotencyKey() },
  }),
  addWalletNote: () => ({ customerId: 'victim', text: 'Called', idempotencyKey: idempotencyKey() }),
  applyReferral: () => ({ code: 'AAAA2222', customerId: 'victim', idempotencyKey: idempotencyKey() }),
  bulkAddCredits: () => ({
    ...{ rows: [bulkRow(), bulkRow()], mode: 'VALID_ROWS', dryRun: false, idempotencyKey: idempotencyKey() },
  }),
  startBulkCredit: () => ({ ...file(CELLS), rows: 1 }),
  importCustomers: () => ({ ...file(['customer_id', 'name']), rows: 1 }),
  addJobRows: () => ({ jobId: files.pop() ?? 'none', from: 0, rows: [['victim', '1', 'Spring']] }),
  resumeJob: steering,
  pauseJob: steering,
  stopJob: steering,
  endSession: () => ({ sessionId: 'nobodys' }),
  claimReward: () => ({ rewardId, customerId: 'victim', idempotencyKey: idempotencyKey() }),
  redeemVoucher: () => ({ code: 'DIWALI50', customerId: 'victim', idempotencyKey: idempotencyKey() }),
  buyGiftCard: () => ({ amount: rupees('100'), method: 'UPI', idempotencyKey: idempotencyKey() }),
  showGiftCardCode: () => ({ giftCardId: 'none' }),
  sendGift: () => ({
    ...{ amount: rupees('100'), toEmail: 'bala@mail.example', fromName: 'Asha', message: 'For you' },
    ...{ design: 'THANKS', language: 'HI', deliverAt: june, method: 'UPI', idempotencyKey: idempotencyKey() },
  }),
  changeGift: () => ({
    ...{ giftId: 'none', toEmail: 'bala@mail.example', fromName: 'Asha', message: 'For you' },
    ...{ design: 'THANKS', deliverAt: june, idempotencyKey: idempotencyKey() },
  }),
  recallGift: () => ({ giftId: 'none', idempotencyKey: idempotencyKey() }),
  returnGift: () => ({ giftId: 'none', idempotencyKey: idempotencyKey() }),
  claimGift: () => ({ token: 'none', idempotencyKey: idempotencyKey() }),
  claimGiftCard: () => ({ code: 'NOBODYS', customerId: 'victim', idempotencyKey: idempotencyKey() }),
  giftCardLook: () => ({ code: 'NOBODYS' }),
  issueGiftCards: () => ({
    ...{
      count: 1,
      amount: rupees('100'),
      expiresAt: june,
      reason: 'Prize',
      idempotencyKey: idempotencyKey(),
    },
  }),
  startGiftCardBatch: () => ({
    ...{
      count: 1,
      amount: rupees('100'),
      expiresAt: june,
      reason: 'Prize',
      idempotencyKey: idempotencyKey(),
    },
  }),
  cancelGiftCard: () => ({ giftCardId: 'none', reason: 'Lost', idempotencyKey: idempotencyKey() }),
  reissueGiftCard: () => ({ giftCardId: 'none', reason: 'Lost', idempotencyKey: idempotencyKey() }),
  createCampaign: () => ({
    ...{ name: 'Letters', value: rupees('1'), codes: 'SHARED', sharedCode: `C${(campaigns += 1)}00000` },
    ...{ startsAt: june, endsAt: july, budget: rupees('100'), maxUses: 5, usesPerCustomer: 1 },
    ...{ minPurchaseAmount: rupees('1'), newCustomersOnly: true, tiers: ['GOLD'], creditLifetimeDays: 7 },
    idempotencyKey: idempotencyKey(),
  }),
  updateCampaign: () => ({
    ...{ campaignId, version: 1, name: 'Letters', value: rupees('1'), startsAt: june, endsAt: july },
    ...{ budget: rupees('100'), maxUses: 5, usesPerCustomer: 1, minPurchaseAmount: rupees('1') },
    ...{ newCustomersOnly: true, tiers: ['GOLD'], creditLifetimeDays: 7 },
  }),
  setCampaignStatus: () => ({ campaignId: 'none', step: 'START', version: 1 }),
  makeVoucherCodes: () => ({ campaignId: lettersId, count: 1, idempotencyKey: idempotencyKey() }),
  createReward: () => ({
    ...{ name: 'Bonus', description: 'For everybody', creditAmount: rupees('1') },
    ...{ minPurchaseAmount: rupees('1'), maxUses: 5, status: 'ACTIVE', validFrom: june, validUntil: july },
    ...{ metadata: [{ key: 'colour', value: 'red' }], idempotencyKey: idempotencyKey() },
  }),
  createWallet: () => ({ customerId: 'victim', idempotencyKey: idempotencyKey() }),
  creditReview: () => ({ ...review(), customerId: 'victim', dryRun: false }),
  dismissReview: () => ({ ...review(), reason: 'Not ours' }),
  decideApproval: () => ({
    ...{ approvalId: 'none', verdict: 'APPROVE', note: 'Fine', expectedSeq: 1 },
    idempotencyKey: idempotencyKey(),
  }),
  withdrawApproval: () => ({ approvalId: 'none', idempotencyKey: idempotencyKey() }),
  refundReview: () => ({ ...review(), dryRun: false }),
  takeReview: review,
  deductCredits: () => ({
    ...{ customerId: 'victim', amount: rupees('1'), orderId: 'order-1', reason: 'Checkout' },
    ...{ onlyOnce: false, idempotencyKey: idempotencyKey() },
  }),
  placeHold: () => ({
    ...{ customerId: 'victim', amount: rupees('1'), orderId: 'order-1', reason: 'Checkout' },
    ...{ expiresAt: soon, idempotencyKey: idempotencyKey() },
  }),
  startCheckout: () => ({
    ...{ customerId: 'victim', orderId: freshKey('order'), total: rupees('105'), credits: 'AMOUNT' },
    ...{ amount: rupees('1'), method: 'UPI', returnUrl: `${SHOP}/thanks`, idempotencyKey: idempotencyKey() },
    giftCardCodes: [cardCode],
  }),
  addGiftCardToCheckout: () => ({
    ...{ checkoutId: 'none', giftCardCode: cardCode, idempotencyKey: idempotencyKey() },
  }),
  payCheckout: () => ({ checkoutId: 'none', method: 'UPI', idempotencyKey: idempotencyKey() }),
  makeCheckoutLink: () => ({ checkoutId: 'none', idempotencyKey: idempotencyKey() }),
  refundCheckout: () => ({
    ...{ checkoutId: 'none', amount: rupees('1'), expectedRefunded: rupees('0'), reason: 'Returned' },
    ...{ dryRun: false, idempotencyKey: idempotencyKey() },
  }),
  cancelCheckout: () => ({ checkoutId: 'none', reason: 'Not wanted', idempotencyKey: idempotencyKey() }),
  captureHold: () => ({
    ...{ holdId: 'none', amount: rupees('1'), isFinal: true, reason: 'Sent' },
    idempotencyKey: idempotencyKey(),
  }),
  releaseHold: () => ({ holdId: 'none', reason: 'Out of stock', idempotencyKey: idempotencyKey() }),
  extendExpiry: () => ({
    ...{ creditId, expiresAt: new Date(Date.UTC(2040, 0, (days += 1))).toISOString(), reason: 'Away' },
    idempotencyKey: idempotencyKey(),
  }),
  recordPurchase: () => ({
    ...{ orderId: freshKey('order'), customerId: 'victim', amount: rupees('1') },
    purchasedAt: '2026-03-01T12:00:00Z',
  }),
  refundCredits: () => ({
    ...{ debitId, amount: rupees('1'), reason: 'Returned', idempotencyKey: idempotencyKey() },
  }),
  refundTopUp: () => ({
    ...{ topUpId: 'none', creditId: 'none', amount: rupees('1'), reason: 'Returned' },
    idempotencyKey: idempotencyKey(),
  }),
  reverseCredit: () => ({
    ...{ creditId: mistakes.pop() ?? '', reason: 'By mistake', idempotencyKey: idempotencyKey() },
  }),
  saveCustomer: () => ({
    ...{ customerId: 'hostile', name: 'Asha Rao', email: 'asha@example.com' },
    ...{ phone: '+91 98765 43210', language: 'en-IN' },
  }),
  saveView: () => ({ name: 'Frozen', address: '/wallets?status=FROZEN' }),
  removeView: () => ({ name: 'Frozen' }),
  setRewardStatus: () => ({ rewardId, status: 'ACTIVE' }),
  settleReceivable: () => ({
    ...{ customerId: 'idle', amount: rupees('1'), reason: 'Cash', idempotencyKey: idempotencyKey() },
  }),
  writeOffReceivable: () => ({
    ...{ customerId: 'idle', amount: rupees('1'), reason: 'Gone', idempotencyKey: idempotencyKey() },
  }),
  setWalletStatus: () => ({
    ...{ customerId: 'idle', status: (statuses += 1) % 2 ? 'FROZEN' : 'ACTIVE', reason: 'Unusual' },
    ...{ idempotencyKey: idempotencyKey() },
  }),
  startTopUp: () => ({
    ...{ amount: rupees('100'), method: 'UPI', note: 'For school', idempotencyKey: idempotencyKey() },
  }),
  updateReward: () => ({
    ...{ rewardId, name: 'Bonus', description: 'For everybody', maxUses: 500, validUntil: july },
    metadata: [{ key: 'colour', value: 'red' }],
  }),
};

function bulkRow(): Values {
  const more = { source: 'PROMOTION', reason: 'Spring', expiresAt: june, reference: 'row 1' };
  return { customerId: 'victim', amount: rupees('1'), ...more };
}

/** Arguments of each query and of each field of a wallet that are in order. */
const args: Readonly<Record<string, () => Values>> = {
  auditLog: () => ({
    filter: {
      ...{ actorId: 'ravi', act: 'addCredits', subjectId: 'victim' },
      ...{ from: '2026-01-01T00:00:00Z', to: june },
    },
    ...page(),
  }),
  customer: () => ({ id: 'victim' }),
  customers: () => ({ search: 'asha', ...page() }),
  programmeStatistics: () => ({ from: '2026-01-01T00:00:00Z', to: '2026-03-01T00:00:00Z' }),
  approval: () => ({ id: 'none' }),
  approvals: () => ({
    filter: {
      ...{ status: ['PENDING'], act: 'addCredits', customerId: 'victim', requestedById: 'ravi' },
    },
    ...page(),
  }),
  job: () => ({ id: 'none' }),
  jobs: () => ({ filter: { status: ['DONE'], kind: 'BULK_CREDIT' }, ...page() }),
  paymentReview: () => ({ id: 'none' }),
  paymentReviews: () => ({
    filter: { status: ['OPEN'], kind: ['UNKNOWN_ORDER'], dispute: ['OPEN'], assigneeId: 'ravi' },
    ...page(),
  }),
  campaign: () => ({ id: campaignId }),
  campaigns: () => ({ ...page(), filter: { status: ['RUNNING'] } }),
  giftCard: () => ({ id: 'none' }),
  giftCards: () => ({
    filter: { holdsMoney: true, status: ['ACTIVE'], lastFour: '7K4M', from: june, to: june },
    ...page(),
  }),
  reward: () => ({ id: rewardId }),
  rewards: () => ({ filter: { status: ['ACTIVE'], validAt: june }, ...page() }),
  explainBalance: () => ({ customerId: 'victim', at: '2026-03-01T00:00:00Z' }),
  explainReward: () => ({ customerId: 'victim', rewardId }),
  explainRefusal: () => ({
    customerId: 'victim',
    attempt: {
      act: 'DEDUCT_CREDITS',
      amount: rupees('1'),
      orderId: 'order-1',
      debitId,
      rewardId,
      code: 'AAAA2222',
    },
  }),
  search: () => ({ text: 'asha', first: 5 }),
  topUp: () => ({ id: 'none' }),
  checkout: () => ({ id: 'none' }),
  giftCardPurchase: () => ({ id: 'none' }),
  gift: () => ({ token: 'none' }),
  sentGift: () => ({ id: 'none' }),
  transaction: () => ({ id: transactionId }),
  transactionByReference: () => ({ reference: 'EB-7K9QX-2R4' }),
  wallet: () => ({ customerId: 'victim' }),
  walletStatusHistory: () => ({ customerId: 'victim' }),
  wallets: () => ({
    filter: {
      ...{ search: 'asha', status: ['ACTIVE'], tier: ['GOLD'], expiringWithinDays: 30 },
      ...{ minBalance: rupees('1'), maxBalance: rupees('9') },
    },
    ...page(),
  }),
  balanceHistory: () => ({ days: 30 }),
  expiringCredits: () => ({ withinDays: 30 }),
  statement: () => ({ from: '2026-01-01', to: '2026-03-31' }),
  expiryHistory: () => ({ first: 5 }),
  spendPreview: () => ({ amount: rupees('1'), orderId: 'order-1' }),
  notes: () => ({ first: 5 }),
  holds: () => ({ status: ['OPEN'], first: 5 }),
  topUps: () => ({ first: 5 }),
  claims: () => ({ orderBy: 'OLDEST_FIRST' }),
  transactionSummary: () => ({ from: '2026-01-01T00:00:00Z', to: '2026-03-01T00:00:00Z' }),
  transactions: () => ({
    filter: {
      ...{ kinds: ['CREDIT'], sources: ['MANUAL'], from: '2026-01-01T00:00:00Z', to: june },
      ...{ orderId: 'order-1', minAmount: rupees('1'), maxAmount: rupees('9') },
    },
    first: 5,
  }),
};

const page = () => ({ first: 5 });

/** Customers alone start payments; the rest an admin may do. */
const OF_CUSTOMERS = [
  'startTopUp',
  'buyGiftCard',
  'showGiftCardCode',
  'sendGift',
  'changeGift',
  'recallGift',
  'returnGift',
];
/** Who tries codes has to wait after some, so each such mutation has somebody of its own. */
function callerOfMutation(name: string): Client {
  if (name === 'giftCardLook') return api.customer('innocent');
  if (name === 'claimGift') return api.customer('idle');
  if (name === 'claimGiftCard') return api.as('ADMIN', 'leela');
  if (name === 'startCheckout') return api.as('ADMIN', 'meena');
  return OF_CUSTOMERS.includes(name) ? api.customer('victim') : api.admin;
}

function mutationsOf() {
  return Object.values(schema.getMutationType()?.getFields() ?? {});
}

function fieldsWithArgs(typeName: string) {
  const type = schema.getType(typeName);
  if (!type || !('getFields' in type)) throw new Error(`There is no type ${typeName}.`);
  return Object.values(type.getFields()).filter(
    (field) => 'args' in field && field.args.length > 0,
  ) as GraphQLField<unknown, unknown>[];
}

function problemsOf({ errors }: Answer): string[] {
  const codes = errors.map(({ extensions }) => String(extensions?.['code']));
  return codes.filter((code) => code !== 'BAD_USER_INPUT');
}

/** Sends every hostile value of a place at once, with somebody innocent among them, and tells what was not answered in order. */
async function attack(
  place: Place,
  sound: unknown,
  send: (value: unknown) => Promise<Answer>,
): Promise<string[]> {
  const retried = diary.retries.length;
  const values = hostileValues(place.type, sound);
  const half = Math.ceil(values.length / 2);
  const sendAll = (some: typeof values) =>
    some.map(async ([what, value]) => (await send(value).then(problemsOf)).map((code) => `${what}: ${code}`));
  const [before, innocent, after] = await Promise.all([
    Promise.all(sendAll(values.slice(0, half))),
    api.spend('innocent', '1'),
    Promise.all(sendAll(values.slice(half))),
  ]);
  expect(innocent).toEqual({ transaction: { id: expect.any(String) as string }, userErrors: [] });
  // Nothing that a caller sends may make a batch fail, because others are in it. A key that was used is no such thing.
  if (place.path.at(-1) !== 'idempotencyKey') expect(diary.retries.slice(retried)).toEqual([]);
  return [...before, ...after].flat().map((problem) => `${place.path.join('.')} as ${problem}`);
}

describe('hostile input', () => {
  it.each(mutationsOf().map((field) => [field.name, field] as const))(
    'of %s is answered in order and touches nobody else',
    async (name, field) => {
      const make = inputs[name];
      if (!make) throw new Error(`Say what a sound input of ${name} is.`);
      const [argument] = field.args as readonly [GraphQLArgument];
      const document = `mutation Test($input: ${String(argument.type)}) { ${name}(input: $input) ${everythingOf(getNamedType(field.type), 1)} }`;
      const answer = await callerOfMutation(name).ask(document, { input: make() });
      const { userErrors } = answer.data?.[name] as { userErrors: { code: string }[] };
      expect(userErrors.map(({ code }) => code)).toEqual(name in REFUSED ? [REFUSED[name]] : []);
      const problems: string[] = [];
      for (const place of placesIn(argument.type, [])) {
        const send = (value: unknown) =>
          callerOfMutation(name).ask(document, { input: withAt(make(), place.path, value) });
        problems.push(...(await attack(place, valueAt(make(), place.path), send)));
      }
      expect(problems).toEqual([]);
    },
    120_000,
  );

  const inQuery = (field: GraphQLField<unknown, unknown>) =>
    [`Query.${field.name}`, field, '{', '}'] as const;
  const inWallet = (field: GraphQLField<unknown, unknown>) =>
    [`Wallet.${field.name}`, field, '{ wallet(customerId: "victim") {', '} }'] as const;

  it.each([...fieldsWithArgs('Query').map(inQuery), ...fieldsWithArgs('Wallet').map(inWallet)])(
    'of %s is answered in order',
    async (_, field, before, after) => {
      const make = args[field.name];
      if (!make) throw new Error(`Say what sound arguments of ${field.name} are.`);
      const variables = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const document = `query Test(${variables}) ${before} ${field.name}(${given}) ${everythingOf(getNamedType(field.type), 1)} ${after}`;
      const problems: string[] = [];
      for (const arg of field.args) {
        for (const place of placesIn(arg.type, [arg.name])) {
          // Lists are asked forwards or backwards, not both.
          const { first: _first, ...backwards } = make() as { first?: number };
          const sound = arg.name === 'last' || arg.name === 'before' ? backwards : make();
          const send = (value: unknown) =>
            api.admin.ask(document, withAt(sound, place.path, value) as Record<string, unknown>);
          problems.push(...(await attack(place, valueAt(sound, place.path) ?? [], send)));
        }
      }
      expect(problems).toEqual([]);
    },
    120_000,
  );
});
