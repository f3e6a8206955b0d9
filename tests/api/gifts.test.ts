import { giftMail } from '../../api/mail/gift-mail.ts';
import type { Mail } from '../../api/mail/mail.ts';
import type { RawNotification } from '../../api/payments/payment-provider.ts';
import { pollTopUps } from '../../api/services/poll-top-up.ts';
import { sendDueGifts } from '../../api/services/send-due-gifts.ts';
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

/** Where mails end. */
const mails: Mail[] = [];
let isDown = false;
const carrier = {
  carry: async (mail: Mail) => {
    if (isDown) throw new Error('There is no mail server.');
    mails.push(mail);
  },
};
const post = () => sendDueGifts(api.app, carrier);
const poll = () => pollTopUps(api.app, 'poll');
beforeEach(() => mails.splice(0));

const GIFT = `id status amount { amount } toEmail fromName message design sentAt endedAt refund canRecall canReturn
  payment { status reference createdAt settledAt amount { amount } }`;

interface Gift {
  readonly id: string;
  readonly status: string;
  readonly refund: string | null;
  readonly canRecall: boolean;
  readonly canReturn: boolean;
  readonly payment: { readonly reference: string; readonly status: string };
}
type Answer = Payload & { readonly gift: Gift | null; readonly replayed: boolean };

const WORDS = { toEmail: 'bala@mail.example', fromName: 'Asha', message: 'For your birthday' };
const send = (id: string, more: object = {}) =>
  api
    .customer(id)
    .act<Answer>(
      'sendGift',
      { amount: { amount: '500' }, method: 'UPI', ...WORDS, ...more },
      `replayed gift { ${GIFT} }`,
    );
const onGift = (name: string, id: string, giftId: string, more: object = {}) =>
  api.customer(id).act<Answer>(name, { giftId, ...more }, `replayed gift { ${GIFT} }`);
const recall = (id: string, giftId: string, more: object = {}) => onGift('recallGift', id, giftId, more);
const change = (id: string, giftId: string, more: object) => onGift('changeGift', id, giftId, more);
const MOVED =
  'replayed wallet { balance { amount } } transaction { source funding reason expiresAt amount { amount } }';
const claim = (id: string, token: string, more: object = {}) =>
  api.customer(id).act('claimGift', { token, ...more }, MOVED);
const takeBack = (id: string, giftId: string) => api.customer(id).act('returnGift', { giftId }, MOVED);
const codeOf = ({ userErrors }: Payload) => userErrors[0]?.code ?? 'DONE';

async function begun(id: string, more: object = {}): Promise<Gift> {
  await api.openWallet(id);
  const { gift, userErrors } = await send(id, more);
  expect(userErrors).toEqual([]);
  if (!gift) throw new Error('The gift was refused.');
  return gift;
}

async function now(id: string, { id: giftId }: Gift): Promise<Gift> {
  const query = `query Q($id: ID!) { sentGift(id: $id) { ${GIFT} } }`;
  return (await api.customer(id).read<{ sentGift: Gift }>(query, { id: giftId })).sentGift;
}

async function look(token: string, client = api.anonymous): Promise<object | null> {
  const fields = 'status amount { amount } fromName message design expiresAt offeredBackAt';
  const query = `query Q($token: String!) { gift(token: $token) { ${fields} } }`;
  return (await client.read<{ gift: object | null }>(query, { token })).gift;
}

async function deliver(): Promise<void> {
  const sent = payments.sent.splice(0) as (RawNotification & { headers: Record<string, string> })[];
  for (const notification of sent) await door.settle(notification);
}

async function bank(
  { payment }: Gift,
  decision: Parameters<typeof payments.provider.decide>[1],
): Promise<void> {
  await payments.provider.decide(`mock_${payment.reference}`, decision);
  await deliver();
}

/** The token in the link of the last mail. */
function tokenOf(mail = mails.at(-1)): string {
  const token = /https:\/\/wallet\.example\/gift\/([\w-]+)/.exec(mail?.text ?? '')?.[1];
  if (token === undefined) throw new Error('There is no link in the mail.');
  return token;
}

/** A gift that is paid and sent, with its token. */
async function sent(id: string, more: object = {}): Promise<{ gift: Gift; token: string }> {
  const gift = await begun(id, more);
  await bank(gift, 'approve');
  await post();
  return { gift, token: tokenOf() };
}

/** Some time later the provider says what has become of refunds. */
async function refunded(status: 'DONE' | 'FAILED'): Promise<void> {
  payments.provider.refundsEnd = status;
  api.app.clock.advance({ ms: 3_600_000 });
  await poll();
  payments.provider.refundsEnd = null;
}

async function balanceOf(id: string): Promise<string> {
  const { wallet } = await api.staff.read<{ wallet: { balance: { amount: string } } }>(
    `{ wallet(customerId: "${id}") { balance { amount } } }`,
  );
  return wallet.balance.amount;
}

async function reviewsOf({ payment }: Gift): Promise<string[]> {
  const { paymentReviews } = await api.staff.read<{
    paymentReviews: { nodes: { kind: string; status: string; topUp: { reference: string } | null }[] };
  }>('{ paymentReviews(first: 100) { nodes { kind status topUp { reference } } } }');
  return paymentReviews.nodes
    .filter(({ topUp }) => topUp?.reference === payment.reference)
    .map(({ kind, status }) => `${kind} ${status}`);
}

describe('a gift', () => {
  it('is paid, sent, looked at without signing in, and claimed as a whole', async () => {
    const gift = await begun('asha');
    expect(gift).toMatchObject({
      status: 'UNPAID',
      payment: {
        status: 'AWAITING_PAYMENT',
        createdAt: new Date(api.app.now()).toISOString(),
        settledAt: null,
      },
      canRecall: true,
    });
    expect((await post()).sent).toBe(0);

    api.app.clock.advance({ ms: 60_000 });
    await bank(gift, 'approve');
    expect(await now('asha', gift)).toMatchObject({
      ...{ status: 'SCHEDULED' },
      payment: { status: 'SETTLED', settledAt: new Date(api.app.now()).toISOString() },
    });
    expect(await post()).toEqual({ sent: 1, failures: [] });

    expect(await now('asha', gift)).toMatchObject({ status: 'SENT', sentAt: expect.any(String) as string });
    expect(mails).toMatchObject([
      { to: 'bala@mail.example', subject: 'A gift of ₹500.00 is waiting for you' },
    ]);
    const seen = {
      amount: { amount: '500.00' },
      fromName: 'Asha',
      message: WORDS.message,
      design: 'SUNRISE',
    };
    const told = await look(tokenOf());
    expect(told).toMatchObject({ status: 'SENT', ...seen });
    // From its mail on it waits for ninety days.
    expect(told).toMatchObject({ offeredBackAt: new Date(api.app.now() + 90 * 86_400_000).toISOString() });
    await api.openWallet('bala');
    const idempotencyKey = freshKey('claim');
    const claimed = await claim('bala', tokenOf(), { idempotencyKey });
    expect(claimed).toMatchObject({
      ...{ replayed: false, userErrors: [], wallet: { balance: { amount: '500.00' } } },
      transaction: { source: 'PURCHASE', funding: 'PURCHASED', reason: 'Gift', amount: { amount: '500.00' } },
    });
    // What was said of its end beforehand holds.
    const { transaction } = claimed as unknown as { transaction: { expiresAt: string } };
    expect(told).toMatchObject({ expiresAt: transaction.expiresAt });
    expect(await claim('bala', tokenOf(), { idempotencyKey })).toEqual({ ...claimed, replayed: true });
    expect(codeOf(await claim('asha', tokenOf()))).toBe('GIFT_ENDED');
    expect(await look(tokenOf())).toMatchObject({ status: 'CLAIMED', ...seen });
    expect(codeOf(await recall('asha', gift.id))).toBe('GIFT_ENDED');
    expect(await balanceOf('asha')).toBe('0.00');
  });

  it('is sent at its minute, once, by however many processes', async () => {
    const deliverAt = new Date(api.app.now() + 3_600_000).toISOString();
    const gift = await begun('later', { deliverAt });
    await bank(gift, 'approve');
    await post();
    expect(mails).toEqual([]);
    api.app.clock.advance({ ms: 3_600_000 });
    const runs = await Promise.all([post(), post(), post(), post()]);
    expect(runs.reduce((all, { sent: some }) => all + some, 0)).toBe(1);
    expect(mails).toHaveLength(1);
    expect(await now('later', gift)).toMatchObject({ status: 'SENT' });
  });

  it('is tried again where the mail server does not answer, with the same link', async () => {
    const gift = await begun('unlucky');
    await bank(gift, 'approve');
    isDown = true;
    expect((await post()).failures).toHaveLength(1);
    isDown = false;
    expect((await post()).sent).toBe(0);
    expect(await now('unlucky', gift)).toMatchObject({ status: 'SCHEDULED' });
    api.app.clock.advance({ ms: 121_000 });
    expect((await post()).sent).toBe(1);
    expect(await look(tokenOf())).toMatchObject({ status: 'SENT' });
  });

  it('goes to one of sixty who claim it at once', async () => {
    const { token } = await sent('crowded');
    // It is for somebody else, and no longer among what its giver has.
    const { viewer } = await api.customer('crowded').read('{ viewer { boughtGiftCards { cards } } }');
    expect(viewer).toEqual({ boughtGiftCards: { cards: 0 } });
    const ids = Array.from({ length: 60 }, (_, n) => `claimer-${n}`);
    for (let n = 0; n < ids.length; n += 10)
      await Promise.all(ids.slice(n, n + 10).map((id) => api.openWallet(id)));
    const all = await Promise.all(ids.map((id) => claim(id, token)));
    expect(all.map(codeOf).filter((code) => code === 'DONE')).toHaveLength(1);
  });

  it('is claimed or recalled, never both', async () => {
    const { gift, token } = await sent('racer');
    await api.openWallet('quick');
    const [claimed, recalled] = await Promise.all([claim('quick', token), recall('racer', gift.id)]);
    expect([codeOf(claimed), codeOf(recalled)].sort()).toEqual(['DONE', 'GIFT_ENDED']);
    await poll();
    expect(await balanceOf('quick')).toBe(codeOf(claimed) === 'DONE' ? '500.00' : '0.00');
  });

  it('answers the same under its key, and refuses anything else under it', async () => {
    const idempotencyKey = freshKey('gift');
    const first = await begun('again', { idempotencyKey });
    expect(await send('again', { idempotencyKey })).toMatchObject({ replayed: true, gift: { id: first.id } });
    expect(codeOf(await send('again', { idempotencyKey, message: 'Other' }))).toBe('IDEMPOTENCY_CONFLICT');
    const { viewer } = await api
      .customer('again')
      .read<{ viewer: { gifts: Gift[] } }>(`{ viewer { gifts { ${GIFT} } giftCardPurchases { id } } }`);
    expect(viewer).toEqual({ gifts: [first], giftCardPurchases: [] });
  });
});

describe('changing a gift', () => {
  it('says something else of it before it is sent', async () => {
    const gift = await begun('editor');
    await bank(gift, 'approve');
    const changed = await change('editor', gift.id, { toEmail: 'chand@mail.example', message: 'New' });
    expect(changed).toMatchObject({ gift: { status: 'SCHEDULED', toEmail: 'chand@mail.example' } });
    await post();
    expect(mails).toMatchObject([
      { to: 'chand@mail.example', text: expect.stringContaining('New') as string },
    ]);
    await api.openWallet('stranger');
    expect(codeOf(await change('stranger', gift.id, { message: 'Mine' }))).toBe('GIFT_NOT_FOUND');
  });

  it('gives another address a link of its own, and the one before is dead', async () => {
    const { gift, token } = await sent('mover');
    expect(codeOf(await change('mover', gift.id, { deliverAt: '2026-06-30T12:00:00Z' }))).toBe(
      'INVALID_INPUT',
    );
    expect(codeOf(await change('mover', gift.id, { toEmail: 'right@mail.example' }))).toBe('DONE');
    expect(await look(token)).toBeNull();
    expect((await post()).sent).toBe(1);
    expect(mails.at(-1)).toMatchObject({ to: 'right@mail.example' });
    await api.openWallet('right');
    expect(codeOf(await claim('right', token))).toBe('GIFT_NOT_FOUND');
    expect(codeOf(await claim('right', tokenOf()))).toBe('DONE');
  });
});

describe('recalling a gift', () => {
  it.each(['before', 'after'] as const)('%s it is sent gives back what was paid', async (when) => {
    const id = `recaller-${when}`;
    const gift = await begun(id);
    await bank(gift, 'approve');
    if (when === 'after') await post();
    const idempotencyKey = freshKey('recall');
    const recalled = await recall(id, gift.id, { idempotencyKey });
    expect(recalled).toMatchObject({ gift: { status: 'RECALLED', canRecall: false } });
    expect(await now(id, gift)).toMatchObject({ status: 'RECALLED', refund: 'PROCESSING' });
    await refunded('DONE');
    expect(await now(id, gift)).toMatchObject({ status: 'RECALLED', refund: 'DONE', canReturn: false });
    expect(await recall(id, gift.id, { idempotencyKey })).toMatchObject({ replayed: true });
    if (when === 'after') expect(codeOf(await claim(id, tokenOf()))).toBe('GIFT_ENDED');
    expect((await post()).sent).toBe(0);
    expect(await balanceOf(id)).toBe('0.00');
  });

  it('that the provider will not refund leaves the money to its sender', async () => {
    const { gift, token } = await sent('unrefunded');
    await recall('unrefunded', gift.id);
    expect(codeOf(await takeBack('unrefunded', gift.id))).toBe('GIFT_ENDED');
    await refunded('FAILED');
    expect(await now('unrefunded', gift)).toMatchObject({ refund: 'FAILED', canReturn: true });
    expect(codeOf(await claim('unrefunded', token))).toBe('GIFT_ENDED');
    expect(await takeBack('unrefunded', gift.id)).toMatchObject({
      wallet: { balance: { amount: '500.00' } },
    });
    expect(codeOf(await takeBack('unrefunded', gift.id))).toBe('GIFT_ENDED');
  });

  it('before it is paid leaves a payment that comes all the same to a person', async () => {
    const gift = await begun('regretful');
    expect(await recall('regretful', gift.id)).toMatchObject({ gift: { status: 'RECALLED', refund: null } });
    const paid = payments.provider.find(`mock_${gift.payment.reference}`);
    if (!paid) throw new Error('There is no such payment.');
    const report = {
      kind: 'CAPTURED',
      paymentId: freshKey('pay'),
      amount: 500_00n,
      currency: 'INR',
    } as const;
    payments.sent.push(payments.provider.sign(paid, freshKey('captured'), report));
    await deliver();
    expect(await reviewsOf(gift)).toEqual(['LATE_PAYMENT OPEN']);
    expect(await now('regretful', gift)).toMatchObject({ status: 'RECALLED' });
    expect((await post()).sent).toBe(0);
  });
});

describe('a payment for a gift', () => {
  it.each([
    ['decline', 'FAILED', []],
    ['wrong-amount', 'AWAITING_PAYMENT', ['AMOUNT_MISMATCH OPEN']],
  ] as const)('that ends as %s sends nothing', async (decision, status, reviews) => {
    const id = `giver-${decision}`;
    const gift = await begun(id);
    await bank(gift, decision);
    expect((await post()).sent).toBe(0);
    expect(await now(id, gift)).toMatchObject({ status: 'UNPAID', payment: { status } });
    expect(await reviewsOf(gift)).toEqual(reviews);
  });

  it('that comes late sends it all the same', async () => {
    const gift = await begun('slow');
    api.app.clock.advance({ ms: 301_000 });
    await poll();
    expect(await now('slow', gift)).toMatchObject({ status: 'UNPAID', payment: { status: 'EXPIRED' } });
    const paid = payments.provider.find(`mock_${gift.payment.reference}`);
    if (!paid) throw new Error('There is no such payment.');
    const report = {
      kind: 'CAPTURED',
      paymentId: freshKey('pay'),
      amount: 500_00n,
      currency: 'INR',
    } as const;
    payments.sent.push(payments.provider.sign(paid, freshKey('captured'), report));
    await deliver();
    expect((await post()).sent).toBe(1);
    expect(await now('slow', gift)).toMatchObject({ status: 'SENT' });
  });
});

describe('a gift that nobody claims', () => {
  it('is offered to its sender after ninety days, who may take it back', async () => {
    const { gift, token } = await sent('patient');
    expect(codeOf(await takeBack('patient', gift.id))).toBe('GIFT_ENDED');
    api.app.clock.advance({ days: 90 });
    expect(await now('patient', gift)).toMatchObject({ status: 'UNCLAIMED', canReturn: true });
    expect(await takeBack('patient', gift.id)).toMatchObject({ wallet: { balance: { amount: '500.00' } } });
    expect(await now('patient', gift)).toMatchObject({ status: 'RETURNED', canReturn: false });
    expect(codeOf(await claim('patient', token))).toBe('GIFT_ENDED');
  });
});

describe('the mail of a gift', () => {
  const mail = giftMail({
    ...{ to: 'bala@mail.example', link: 'https://wallet.example/gift/abc', amount: 500_00n, language: 'hi' },
    ...{ design: 'FESTIVAL', fromName: '<b>Asha</b>', message: '<script>alert(1)</script>\nFor you' },
  });

  it('holds what its sender wrote as text, whatever that is', () => {
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;<br>For you');
    expect(mail.html).not.toMatch(/<script|<b>/);
    expect(mail.html).toContain('lang="hi"');
    expect(mail.text).toContain('<script>alert(1)</script>');
    expect(mail.subject).not.toContain('Asha');
  });

  it.each([
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example, c@d.example',
    'a b@c.example',
    'nobody',
    '<a@b.example>',
  ])('goes to one address: %j is refused', async (toEmail) => {
    const query = `mutation M($input: SendGiftInput!) { sendGift(input: $input) { replayed } }`;
    const input = { amount: { amount: '500' }, method: 'UPI', ...WORDS, toEmail, idempotencyKey: freshKey() };
    const { errors } = await api.customer('asha').ask(query, { input });
    expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('the link of a gift', () => {
  it('is nowhere in the database, and no code of its card is', async () => {
    const { gift, token } = await sent('careful');
    const everything = await Promise.all(
      (await api.app.database.listCollections()).map(({ name }) =>
        api.app.database.collection(name).find().toArray(),
      ),
    );
    const dump = JSON.stringify(everything, (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(dump).not.toContain(token);
    expect(dump).not.toContain(token.slice(0, 16));
    const { giftCards } = await api.staff.read<{
      giftCards: { nodes: { id: string; maskedCode: string }[] };
    }>('{ giftCards(first: 1) { nodes { id maskedCode } } }');
    const [card] = giftCards.nodes;
    expect(card?.maskedCode).toBe('•••• GIFT');
    const again = { giftCardId: card?.id, reason: 'Lost' };
    expect(codeOf(await api.admin.act('reissueGiftCard', again))).toBe('INVALID_INPUT');
    expect(codeOf(await api.admin.act('cancelGiftCard', again))).toBe('INVALID_INPUT');
    expect(gift.status).toBe('UNPAID');
  });

  it('that is wrong counts as a try, and says nothing', async () => {
    const { token } = await sent('guessed');
    await api.openWallet('guesser');
    const wrong = 'A'.repeat(32);
    for (let n = 0; n < 5; n += 1) expect(codeOf(await claim('guesser', wrong))).toBe('GIFT_NOT_FOUND');
    expect(codeOf(await claim('guesser', wrong))).toMatch(/GIFT_NOT_FOUND|TOO_MANY_ATTEMPTS/);
    expect(codeOf(await claim('guesser', token))).toBe('TOO_MANY_ATTEMPTS');
    expect(await look(token, api.customer('guesser'))).toBeNull();
    expect(await look(token)).toMatchObject({ status: 'SENT' });
  });

  it('leaves nothing that an audit finds', () => expectSound(api.app));
});
