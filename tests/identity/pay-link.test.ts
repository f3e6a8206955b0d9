import { executableSchema } from '../../api/server/executable-schema.ts';
import { globalId } from '../../api/resolvers/global-id.ts';
import { makeCheckoutLink } from '../../api/services/checkout-links.ts';
import { cancelCheckout } from '../../api/services/work-on-checkout.ts';
import { startCheckout } from '../../api/services/start-checkout.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import * as door from '../support/door.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { mockPayments } from '../support/payments.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const at = openTestDatabase();
const SHOP = callerOf('STAFF', 'shop');
let app: TestApp;
let server: TestServer;

beforeAll(async () => {
  app = await openTestApp(at, { payments: mockPayments() });
  server = await openTestServer({
    ...{ database: app.database, wallets: app, schema: executableSchema() },
    settings: { DEMO_MODE: 'on', RATE_LIMITS: 'off' },
  });
  for (const id of ['nisha', 'omar']) await openWallet(app, id);
});
afterAll(async () => {
  await server.close();
  await app.close();
  await deleteTemporaryFolders();
});

async function checkoutOf(customerId: string): Promise<string> {
  const order = { customerId, orderId: freshKey('order'), total: 250_00n, credits: 'NONE' } as const;
  const means = { amount: null, method: null, returnUrl: null, idempotencyKey: freshKey('checkout') };
  const started = await startCheckout(app, SHOP, { ...order, ...means });
  if ('refused' in started) throw new Error(started.refused.code);
  return started.checkout.id;
}

async function linkTo(checkoutId: string, idempotencyKey = freshKey('link')): Promise<string> {
  const made = await makeCheckoutLink(app, SHOP, { checkoutId, idempotencyKey });
  if ('refused' in made || made.secret === null) throw new Error('There is no link.');
  return made.secret;
}

let place = 0;
/** From a place of its own each time: what is counted by place is tried on its own. */
function come(checkoutId: string, secret: string, address?: string) {
  place += 1;
  return server.app.inject({
    ...{ method: 'POST', url: '/auth/pay-link', remoteAddress: address ?? `198.51.${place}.7` },
    payload: { checkoutId: globalId('Checkout', checkoutId), secret },
  });
}

const NOT_USABLE = [400, 'LINK_NOT_USABLE'];
async function verdict(answer: ReturnType<typeof come>) {
  const { statusCode, body } = await answer;
  const { error } = JSON.parse(body) as { error?: { code: string } };
  return [statusCode, error?.code ?? null];
}

const MAKE =
  'mutation Make($input: MakeCheckoutLinkInput!) { makeCheckoutLink(input: $input) { payLink replayed } }';
const PAY =
  'mutation Pay($input: PayCheckoutInput!) { payCheckout(input: $input) { checkout { status } userErrors { code } } }';
function pay(token: string, checkoutId: string) {
  const id = globalId('Checkout', checkoutId);
  const input = { checkoutId: id, method: 'UPI', idempotencyKey: freshKey('pay') };
  return server.graphql(PAY, { token, variables: { input } });
}

describe('the link of a checkout', () => {
  it('lets its customer pay that one, and no other of theirs', async () => {
    const [id, other] = [await checkoutOf('nisha'), await checkoutOf('nisha')];
    const came = await come(id, await linkTo(id));
    const { accessToken, expiresIn } = came.json<{ accessToken: string; expiresIn: number }>();

    expect([came.statusCode, expiresIn, came.headers['set-cookie']]).toEqual([200, 900, undefined]);
    expect(came.headers['cache-control']).toContain('no-store');
    expect((await pay(accessToken, id)).data).toEqual({
      payCheckout: { checkout: { status: 'PAYING' }, userErrors: [] },
    });
    expect((await pay(accessToken, other)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is told to who is of the shop, behind a # of the page, and to nobody else', async () => {
    const id = await checkoutOf('nisha');
    const make = async (...who: Parameters<TestServer['token']>) => {
      const input = { checkoutId: globalId('Checkout', id), idempotencyKey: 'one-and-the-same-call' };
      return server.graphql(MAKE, {
        token: await server.token(...who),
        variables: { input },
      });
    };
    const [made, again] = [await make('STAFF', 'shop'), await make('STAFF', 'shop')];
    const { makeCheckoutLink: told } = made.data as { makeCheckoutLink: { payLink: string } };
    const [page, secret = ''] = told.payLink.split('#');

    expect(page).toBe(`/pay/${globalId('Checkout', id)}`);
    expect(again.data).toEqual({ makeCheckoutLink: { ...told, replayed: true } });
    expect((await make('CUSTOMER', 'nisha')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await come(id, secret)).statusCode).toBe(200);
    expect(server.log.join('\n')).not.toContain(secret);
  });

  it('is good once', async () => {
    const id = await checkoutOf('nisha');
    const secret = await linkTo(id);

    expect((await come(id, secret)).statusCode).toBe(200);
    expect(await verdict(come(id, secret))).toEqual(NOT_USABLE);
  });

  it('is made only where it leads somewhere', async () => {
    const checkoutId = await checkoutOf('nisha');
    const elsewhere = { ...app, opensPayLinks: false };

    expect(
      await makeCheckoutLink(elsewhere, SHOP, { checkoutId, idempotencyKey: freshKey('link') }),
    ).toMatchObject({ refused: { code: 'INVALID_INPUT', field: 'checkoutId' } });
  });

  it('is made only so often that the order can still be paid', async () => {
    const id = await checkoutOf('nisha');
    const make = () => makeCheckoutLink(app, SHOP, { checkoutId: id, idempotencyKey: freshKey('link') });
    let made = await make();
    while (!('refused' in made)) made = await make();

    expect(made.refused).toMatchObject({ code: 'INVALID_INPUT', field: 'checkoutId' });
    expect((await pay(await server.token('CUSTOMER', 'nisha'), id)).data).toEqual({
      payCheckout: { checkout: { status: 'PAYING' }, userErrors: [] },
    });
  });

  it('lets one in of two tabs at once', async () => {
    const id = await checkoutOf('nisha');
    const secret = await linkTo(id);
    const came = await Promise.all([1, 2, 3, 4].map(() => come(id, secret)));

    expect(came.map(({ statusCode }) => statusCode).sort()).toEqual([200, 400, 400, 400]);
  });

  it('is not good for another checkout, of the same customer or of somebody else', async () => {
    const [id, own, theirs] = [
      await checkoutOf('nisha'),
      await checkoutOf('nisha'),
      await checkoutOf('omar'),
    ];
    const secret = await linkTo(id);
    await linkTo(own);
    await linkTo(theirs);

    for (const other of [own, theirs, 'omar:made-up'])
      expect(await verdict(come(other, secret))).toEqual(NOT_USABLE);
    expect((await come(id, secret)).statusCode).toBe(200);
  });

  it('is refused in the same words whatever is wrong with it', async () => {
    const id = await checkoutOf('nisha');
    const used = await linkTo(id);
    await come(id, used);
    const cancelled = await checkoutOf('nisha');
    const late = await linkTo(cancelled);
    const cancel = { checkoutId: cancelled, reason: null, idempotencyKey: freshKey('cancel') };
    await cancelCheckout(app, SHOP, cancel);
    const bodies = await Promise.all(
      [
        come(id, used),
        come(id, 'x'.repeat(32)),
        come(id, 'short'),
        come('made:up', used),
        come(cancelled, late),
      ].map(async (answer) => (await answer).body),
    );

    expect(new Set(bodies).size).toBe(1);
  });

  it('is told again to the same call, and another takes its place', async () => {
    const id = await checkoutOf('nisha');
    const key = freshKey('link');
    const first = await linkTo(id, key);
    expect(await linkTo(id, key)).toBe(first);
    const second = await linkTo(id);

    expect(await verdict(come(id, first))).toEqual(NOT_USABLE);
    expect((await come(id, second)).statusCode).toBe(200);
  });

  it('is nowhere at rest, and in no log', async () => {
    const id = await checkoutOf('nisha');
    const secret = await linkTo(id);
    await come(id, 'y'.repeat(32));
    await come(id, secret);
    const kept = await Promise.all(
      ((await app.database.db?.collections()) ?? []).map((each) => each.find().toArray()),
    );

    expect(
      JSON.stringify(kept, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain(secret);
    expect(server.log.join('\n')).not.toContain(secret);
  });

  it('is guessed from one place a few times only', async () => {
    const id = await checkoutOf('nisha');
    const secret = await linkTo(id);
    const guesses = [];
    for (let n = 0; n < 22; n += 1) guesses.push(await verdict(come(id, 'z'.repeat(32), '203.0.113.9')));

    expect(guesses.at(0)).toEqual(NOT_USABLE);
    expect(guesses.at(-1)).toEqual([429, 'RATE_LIMITED']);
    expect(await verdict(come(id, secret, '203.0.113.9'))).toEqual([429, 'RATE_LIMITED']);
    expect((await come(id, secret)).statusCode).toBe(200);
  });

  it('ends with its checkout, which is not to be had of an ended one', async () => {
    const id = await checkoutOf('nisha');
    const secret = await linkTo(id);
    app.clock.advance({ ms: 31 * 60_000 });

    expect(await verdict(come(id, secret))).toEqual(NOT_USABLE);
    const again = await makeCheckoutLink(app, SHOP, { checkoutId: id, idempotencyKey: freshKey('link') });
    expect(again).toMatchObject({ refused: { code: 'CHECKOUT_ENDED' } });
  });

  it('has no part in signing in', async () => {
    expect((await door.post(server, 'pay-link', { checkoutId: 'x' })).status).toBe(400);
  });
});
