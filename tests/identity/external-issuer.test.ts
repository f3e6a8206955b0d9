import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { recordingSignIns } from '../../api/identity/recorded-sign-ins.ts';
import { externalTokenVerifier } from '../../api/identity/verify-token.ts';
import { connect, disconnect } from '../../api/persistence/connection.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { ActStore } from '../../api/persistence/stores/act.store.ts';
import { TestClock } from '../support/clock.ts';
import { openTestDatabase } from '../support/database.ts';
import { openTestServer } from '../support/server.ts';

const clock = new TestClock('2026-03-10T09:30:00+05:30');
const ISSUER = 'https://id.example';
const AUDIENCE = 'wallet';

/** An issuer of its own: publishes its keys and counts how often they are fetched. */
class Issuer {
  fetches = 0;
  isDown = false;
  /** What an answer waits for. */
  held: Promise<void> = Promise.resolve();
  #newer: JWK | null = null;
  #key!: CryptoKey;
  #published!: JWK;
  #server!: Server;

  async open(): Promise<this> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    this.#key = privateKey;
    this.#published = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'ES256', use: 'sig' };
    this.#server = createServer((_request, response) => {
      this.fetches += 1;
      void this.held.then(() => {
        response.statusCode = this.isDown ? 503 : 200;
        const keys = [this.#published, ...(this.#newer ? [this.#newer] : [])];
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
      });
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get jwksUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/keys`;
  }

  sign(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): Promise<string> {
    const now = Math.floor(clock.now() / 1_000);
    const complete = {
      sub: 'auth0|4711',
      'https://shop.example/role': 'CUSTOMER',
      iss: ISSUER,
      aud: AUDIENCE,
      iat: now,
      exp: now + 600,
      jti: 'jti-1',
      ...claims,
    };
    return new SignJWT(complete)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'key-1', ...header })
      .sign(this.#key);
  }

  /** The same key under another name, which is as good as a new one. */
  publishUnder(kid: string): void {
    this.#newer = { ...this.#published, kid };
  }

  verifier(subjectClaim = 'sub') {
    const external = {
      jwksUrl: this.jwksUrl,
      algorithm: 'ES256',
      type: 'at+jwt',
      roleClaim: 'https://shop.example/role',
      subjectClaim,
      maxLifetimeSeconds: 900,
    };
    return externalTokenVerifier(external, { issuer: ISSUER, audience: AUDIENCE, now: clock.now });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.closeAllConnections();
      this.#server.close(() => resolve());
    });
  }
}

let issuer: Issuer;
beforeEach(async () => {
  issuer = await new Issuer().open();
});
afterEach(() => issuer.close());

test('its tokens are accepted, the role being where the configuration says', async () => {
  expect(await issuer.verifier().verify(await issuer.sign())).toMatchObject({
    principal: { subject: 'auth0|4711', role: 'CUSTOMER', sessionVersion: null },
  });
});

test('its tokens may name other audiences beside ours', async () => {
  const verifier = issuer.verifier();
  expect(await verifier.verify(await issuer.sign({ aud: [AUDIENCE, 'userinfo'] }))).toHaveProperty(
    'principal',
  );
  expect(await verifier.verify(await issuer.sign({ aud: ['userinfo'] }))).toHaveProperty('refused');
});

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['another issuer', { iss: 'https://evil.example' }, {}],
  ['no role', { 'https://shop.example/role': undefined }, {}],
  ['a role in the usual claim only', { 'https://shop.example/role': undefined, role: 'ADMIN' }, {}],
  ['a lifetime of a day', { exp: Math.floor(clock.now() / 1_000) + 86_400 }, {}],
  ['an identity token', {}, { typ: 'JWT' }],
])('a token with %s is refused', async (_what, claims, header) => {
  expect(await issuer.verifier().verify(await issuer.sign(claims, header))).toHaveProperty('refused');
});

test('a thousand made-up key ids lead to one fetch', async () => {
  const verifier = issuer.verifier();
  const made = await Promise.all(
    Array.from({ length: 1_000 }, (_, index) =>
      issuer.sign({ jti: `jti-${index}` }, { kid: `made-up-${index}` }),
    ),
  );
  const answers = await Promise.all(made.map((token) => verifier.verify(token)));
  expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(1_000);
  expect(issuer.fetches).toBe(1);
});

test('an address of keys within a token is never asked', async () => {
  const elsewhere = await new Issuer().open();
  const verifier = issuer.verifier();
  for (const name of ['jku', 'x5u']) {
    const token = await elsewhere.sign({}, { [name]: elsewhere.jwksUrl });
    expect(await verifier.verify(token)).toHaveProperty('refused');
  }
  expect(elsewhere.fetches).toBe(0);
  await elsewhere.close();
});

test('while its keys cannot be fetched callers are told to try again, and the issuer is left in peace', async () => {
  issuer.isDown = true;
  const verifier = issuer.verifier();
  const token = await issuer.sign();
  for (let index = 0; index < 5; index += 1) {
    await expect(verifier.verify(token)).rejects.toThrow(/cannot be fetched/);
  }
  expect(issuer.fetches).toBe(1);
  issuer.isDown = false;
  clock.advance({ ms: 5_001 });
  expect(await verifier.verify(await issuer.sign())).toHaveProperty('principal');
});

test.each(['auth0|4711', 'asha@example.in', 'urn:shop:customer:4711', 'a.b-c_d'])(
  'who somebody is stands in the claim of the configuration, and may be %s',
  async (customerId) => {
    const token = await issuer.sign({ 'https://shop.example/customer': customerId });
    const verifier = issuer.verifier('https://shop.example/customer');
    expect(await verifier.verify(token)).toMatchObject({ principal: { subject: customerId } });
  },
);

test('a token without that claim is refused, whatever its subject', async () => {
  const verifier = issuer.verifier('https://shop.example/customer');
  expect(await verifier.verify(await issuer.sign())).toHaveProperty('refused');
});

describe('an issuer that is slow', () => {
  let release: () => void;
  const hold = () => (issuer.held = new Promise((resolve) => (release = resolve)));

  test('keeps nobody waiting whose key is known: keys are fetched anew behind their backs', async () => {
    const verifier = issuer.verifier();
    await verifier.verify(await issuer.sign());
    void hold();
    clock.advance({ ms: 6 * 60_000 });
    expect(await verifier.verify(await issuer.sign({ jti: 'jti-2' }))).toHaveProperty('principal');
    release();
  });

  test('keeps only the token waiting that names an unknown key', async () => {
    const verifier = issuer.verifier();
    await verifier.verify(await issuer.sign());
    void hold();
    clock.advance({ ms: 31_000 });
    issuer.publishUnder('key-2');
    const waiting = verifier.verify(await issuer.sign({ jti: 'jti-3' }, { kid: 'key-2' }));
    expect(await verifier.verify(await issuer.sign({ jti: 'jti-4' }))).toHaveProperty('principal');
    release();
    expect(await waiting).toHaveProperty('principal');
  });
});

test('an issuer that is down refuses the token of an unknown key alone', async () => {
  const verifier = issuer.verifier();
  await verifier.verify(await issuer.sign());
  issuer.isDown = true;
  clock.advance({ ms: 31_000 });
  expect(await verifier.verify(await issuer.sign({ jti: 'jti-5' }, { kid: 'made-up' }))).toHaveProperty(
    'refused',
  );
  expect(await verifier.verify(await issuer.sign({ jti: 'jti-6' }))).toHaveProperty('principal');
  clock.advance({ ms: 30 * 60_000 });
  expect(await verifier.verify(await issuer.sign({ jti: 'jti-7' }))).toHaveProperty('principal');
  clock.advance({ ms: 31 * 60_000 });
  await expect(verifier.verify(await issuer.sign({ jti: 'jti-8' }))).rejects.toThrow(/cannot be fetched/);
});

describe('staff who sign in with an external issuer', () => {
  const at = openTestDatabase();
  const staff = { 'https://shop.example/role': 'STAFF', sub: 'ravi' };

  test('are recorded once for each token, by whichever process and however often they call', async () => {
    const database = await connect(at.uri, at.name);
    await setUp(database);
    const acts = new ActStore(database);
    const process = () => recordingSignIns(issuer.verifier(), { issuer: ISSUER, acts, now: clock.now });
    const [here, there] = [process(), process()];
    const [first, second] = [await issuer.sign(staff), await issuer.sign({ ...staff, jti: 'jti-2' })];
    await Promise.all([
      here.verify(first, 'req-1'),
      here.verify(first, 'req-2'),
      there.verify(first, 'req-3'),
    ]);
    await here.verify(second, 'req-4');
    await here.verify(await issuer.sign({ jti: 'jti-3' }), 'req-customer');
    await here.verify(await issuer.sign({ ...staff, iss: 'https://evil.example' }), 'req-evil');

    const all = { beyond: null, from: null, to: null, limit: 10 };
    const written = await acts.stretch({ act: 'signIn' }, all);

    expect(written).toHaveLength(2);
    for (const act of written)
      expect(act).toMatchObject({
        actor: { id: 'ravi', role: 'STAFF' },
        subject: { kind: 'ACCOUNT', id: 'ravi' },
      });
    await disconnect(database);
  });

  test('do not get in while that cannot be recorded', async () => {
    const acts = { note: () => Promise.reject(new Error('no database')) };
    const verifier = recordingSignIns(issuer.verifier(), { issuer: ISSUER, acts, now: clock.now });
    await expect(verifier.verify(await issuer.sign(staff), 'req-5')).rejects.toThrow('no database');
  });
});

test('with an external issuer there is no sign-in here, and an unreachable one is an answer, not a crash', async () => {
  issuer.isDown = true;
  const server = await openTestServer({ verifier: issuer.verifier() });
  const { status, errors } = await server.graphql('query Hello { hello }', { token: await issuer.sign() });
  expect(status).toBe(503);
  expect(errors[0]?.extensions['code']).toBe('TRY_AGAIN');
  const signIn = await server.app.inject({ method: 'POST', url: '/auth/sign-in', payload: {} });
  expect(signIn.statusCode).toBe(404);
  await server.close();
});
