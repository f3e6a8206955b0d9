import { exportJWK, exportSPKI, generateKeyPair, type CryptoKey } from 'jose';
import { issueToken } from '../../api/identity/issue-token.ts';
import { openSigningKeys, type SigningKeys } from '../../api/identity/signing-keys.ts';
import { ownTokenVerifier, type TokenVerifier } from '../../api/identity/verify-token.ts';
import { TestClock } from '../support/clock.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';
import { AUDIENCE, forge, handMade, ISSUER, type Forgery } from '../support/tokens.ts';

const clock = new TestClock('2026-03-10T09:30:00+05:30');
const seconds = (offset: number) => Math.floor(clock.now() / 1_000) + offset;
let keys: SigningKeys;
let verifier: TokenVerifier;

beforeAll(async () => {
  keys = await openSigningKeys({ directory: await temporaryFolder(), isProduction: false, now: clock.now });
  verifier = ownTokenVerifier(keys, { issuer: ISSUER, audience: AUDIENCE, now: clock.now });
});
afterAll(deleteTemporaryFolders);

async function publicKey(): Promise<CryptoKey> {
  const key = await keys.verifying(keys.signing.kid);
  if (!key) throw new Error('The newest key verifies its own tokens.');
  return key;
}
const claims = () => ({
  sub: 'cus_asha',
  role: 'ADMIN',
  name: 'Asha',
  iss: ISSUER,
  aud: AUDIENCE,
  iat: seconds(0),
  exp: seconds(600),
  jti: 'forged',
});

async function expectRefused(token: string): Promise<void> {
  expect(await verifier.verify(token)).toEqual({ refused: expect.any(String) as string });
}

const expectForgeryRefused = async (forgery: Forgery) =>
  expectRefused(await forge(keys, clock.now(), forgery));

test('a token of ours says who calls, what they may be and until when', async () => {
  const token = await issueToken(
    keys,
    { issuer: ISSUER, audience: AUDIENCE, lifetimeSeconds: 600 },
    { id: 'staff_ravi', role: 'STAFF', name: 'Ravi', sessionVersion: 3 },
    { now: clock.now(), tokenId: 'token-7' },
  );
  expect(await verifier.verify(token)).toEqual({
    principal: {
      subject: 'staff_ravi',
      role: 'STAFF',
      name: 'Ravi',
      tokenId: 'token-7',
      expiresAt: clock.now() + 600_000,
      sessionVersion: 3,
      session: null,
    },
  });
});

test('the unforged sample is accepted, so that what is refused below is refused for its forgery', async () => {
  expect(await verifier.verify(await forge(keys, clock.now()))).toHaveProperty(
    'principal.subject',
    'cus_asha',
  );
});

describe('without a signature', () => {
  test.each(['none', 'None', 'NONE', 'nOnE'])('alg %s is refused', async (alg) => {
    const header = { alg, typ: 'at+jwt', kid: keys.signing.kid };
    await expectRefused(handMade(header, claims()));
    await expectRefused(handMade(header, claims(), 'AAAA'));
  });

  test('a signed token with its signature cut off, swapped or changed is refused', async () => {
    const [header, body, signature = ''] = (await forge(keys, clock.now())).split('.');
    const [, other] = (await forge(keys, clock.now(), { claims: { role: 'ADMIN' } })).split('.');
    await expectRefused(`${header}.${body}.`);
    await expectRefused(`${header}.${body}`);
    await expectRefused(`${header}.${other}.${signature}`);
    await expectRefused(`${header}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`);
  });
});

describe('with the public key as a secret', () => {
  test.each(['HS256', 'HS384', 'HS512'])('%s is refused', async (alg) => {
    const key = await publicKey();
    const raw = Buffer.from((await exportJWK(key)).x ?? '', 'base64url');
    const pem = Buffer.from(await exportSPKI(key));
    const padded = Buffer.concat([raw, raw]);
    for (const secret of [pem, padded]) await expectForgeryRefused({ header: { alg }, key: secret });
  });
});

describe('with a key of its own', () => {
  let own: Awaited<ReturnType<typeof generateKeyPair>>;
  beforeAll(async () => {
    own = await generateKeyPair('EdDSA', { extractable: true });
  });

  test('a token under our key’s id is refused', () => expectForgeryRefused({ key: own.privateKey }));

  test.each(['../../dev/null', "' or 1=1 --", '', '__proto__', 'constructor', 'a'.repeat(300)])(
    'a token with the key id %p is refused',
    (kid) => expectForgeryRefused({ header: { kid }, key: own.privateKey }),
  );

  test('a token without a key id, or with one that is no text, is refused', async () => {
    await expectRefused(handMade({ alg: 'EdDSA', typ: 'at+jwt' }, claims(), 'AAAA'));
    await expectRefused(handMade({ alg: 'EdDSA', typ: 'at+jwt', kid: { $gt: '' } }, claims(), 'AAAA'));
  });

  test('a token that brings the key along is refused', async () => {
    const jwk = await exportJWK(own.publicKey);
    await expectForgeryRefused({ header: { jwk }, key: own.privateKey });
    await expectForgeryRefused({ header: { x5c: ['MIIB'] }, key: own.privateKey });
  });

  test('another algorithm is refused', async () => {
    const elliptic = await generateKeyPair('ES256');
    await expectForgeryRefused({ header: { alg: 'ES256' }, key: elliptic.privateKey });
  });
});

test.each(['jku', 'x5u'])(
  'an address of keys in the header (%s) is refused even when all else is right',
  (name) => expectForgeryRefused({ header: { [name]: 'https://evil.example/keys' } }),
);

test('even our own key in the header is refused', async () => {
  await expectForgeryRefused({ header: { jwk: await exportJWK(await publicKey()) } });
});

describe('claims', () => {
  test.each(['iss', 'aud', 'exp', 'iat', 'sub', 'jti', 'role'])('without %s are refused', (name) =>
    expectForgeryRefused({ without: [name] }),
  );

  test.each<[string, Record<string, unknown>]>([
    ['of another issuer', { iss: 'https://evil.example' }],
    ['of several issuers', { iss: [ISSUER] }],
    ['for another audience', { aud: 'early-bird-wallet-refresh' }],
    ['for several audiences', { aud: [AUDIENCE, 'other'] }],
    ['for a list of one audience', { aud: [AUDIENCE] }],
    ['of nobody', { sub: '' }],
    ['of a subject that is no text', { sub: { $ne: null } }],
    ['of a subject with odd characters', { sub: 'cus_asha\n{"role":"ADMIN"}' }],
    ['of an unknown role', { role: 'SUPERADMIN' }],
    ['of several roles', { role: ['CUSTOMER', 'ADMIN'] }],
    ['of a role in other letters', { role: 'admin' }],
    ['of the system', { role: 'SYSTEM' }],
  ])('%s are refused', (_what, changed) => expectForgeryRefused({ claims: changed }));

  test.each<[string, () => Record<string, unknown>]>([
    ['that have expired', () => ({ iat: seconds(-700), exp: seconds(-60) })],
    ['that live too long', () => ({ exp: seconds(3_600) })],
    ['that live for ever', () => ({ exp: Number.MAX_SAFE_INTEGER })],
    ['issued in the future', () => ({ iat: seconds(120), exp: seconds(600) })],
    ['not yet valid', () => ({ nbf: seconds(120) })],
    ['issued long ago', () => ({ iat: seconds(-7_200), exp: seconds(300) })],
    ['that expire before they are issued', () => ({ exp: seconds(-1), iat: seconds(0) })],
    ['whose expiry is a text', () => ({ exp: String(seconds(600)) })],
  ])('%s are refused', async (_what, changed) => expectForgeryRefused({ claims: changed() }));

  test('a little off because clocks differ are accepted', async () => {
    const early = await forge(keys, clock.now(), { claims: { iat: seconds(20), exp: seconds(620) } });
    const late = await forge(keys, clock.now(), { claims: { iat: seconds(-620), exp: seconds(-20) } });
    expect(await verifier.verify(early)).toHaveProperty('principal');
    expect(await verifier.verify(late)).toHaveProperty('principal');
  });
});

describe('a token of another kind', () => {
  test.each(['JWT', 'rt+jwt', 'dpop+jwt', 'AT+JWT-refresh'])('(%s) is refused', (typ) =>
    expectForgeryRefused({ header: { typ } }),
  );

  test('that says nothing of its kind is refused', async () => {
    const { kid } = keys.signing;
    await expectRefused(handMade({ alg: 'EdDSA', kid }, claims(), 'AAAA'));
  });
});

describe('a token that asks for more', () => {
  test('than is understood is refused', async () => {
    await expectRefused(
      handMade({ alg: 'EdDSA', typ: 'at+jwt', kid: keys.signing.kid, crit: ['exp'] }, claims(), 'AAAA'),
    );
    await expectForgeryRefused({ header: { zip: 'DEF' } });
  });

  test('than four kilobytes of room is refused before it is decoded', async () => {
    await expectForgeryRefused({ claims: { name: 'x'.repeat(4_000) } });
    await expectRefused(`${'A'.repeat(1_000_000)}.e30.AAAA`);
  });
});

test.each(['', '.', '..', 'a.b.c', 'e30.e30.e30', 'bnVsbA.bnVsbA.bnVsbA', 'W10.W10.W10', '💥.💥.💥'])(
  'the nonsense %p is refused',
  expectRefused,
);

test('a token that was accepted is refused once it has expired', async () => {
  const token = await forge(keys, clock.now());
  expect(await verifier.verify(token)).toHaveProperty('principal');
  clock.advance({ ms: 631_000 });
  expect(await verifier.verify(token)).toEqual({ refused: 'it has expired' });
});
