import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair } from 'jose';
import { AUDIENCE, forge, handMade, ISSUER, type Forgery } from '../../support/tokens.ts';
import { graphql, type Attack, type Shop } from '../attack.ts';

/** Doors that a token opens. */
const DOORS: readonly (readonly [string, (token: string) => Attack['request']])[] = [
  ['a query', (token) => graphql(token, 'query Read { viewer { id wallet { id } } }')],
  [
    'a mutation',
    (token) =>
      graphql(
        token,
        'mutation Take { deductCredits(input: { customerId: "asha", amount: { amount: "1" }, orderId: "o", idempotencyKey: "attack-token-0001" }) { replayed } }',
      ),
  ],
  [
    'an export',
    (token) => ({
      path: '/export/transactions.csv',
      method: 'GET',
      headers: { authorization: `Bearer ${token}` },
    }),
  ],
];

/** Tokens that somebody made who does not have our keys, or that were made for something else. */
export async function tokenAttacks({ server }: Shop): Promise<Attack[]> {
  const { keys, clock } = server;
  const { kid } = keys.signing;
  const seconds = (offset: number) => Math.floor(clock.now() / 1_000) + offset;
  const claims = {
    ...{ sub: 'asha', role: 'ADMIN', name: 'Asha', iss: ISSUER, aud: AUDIENCE, jti: 'forged' },
    ...{ iat: seconds(0), exp: seconds(600) },
  };
  const own = await generateKeyPair('EdDSA', { extractable: true });
  const publicKey = await keys.verifying(kid);
  if (!publicKey) throw new Error('The newest key verifies its own tokens.');
  const [spki, jwk, foreign] = [
    await exportSPKI(publicKey),
    await exportJWK(publicKey),
    await exportJWK(own.publicKey),
  ];
  const sign = (forgery: Forgery) => forge(keys, clock.now(), forgery);
  const header = (more: object) => ({ alg: 'EdDSA', typ: 'at+jwt', kid, ...more });
  const good = await sign({});
  const [head = '', body = '', signature = ''] = good.split('.');
  const admin = Buffer.from(JSON.stringify(claims)).toString('base64url');

  const tokens: Record<string, string> = {};
  for (const alg of ['none', 'None', 'NONE', 'nOnE', '', 'HS256', 'RS256', 'ES256', 'PS512']) {
    tokens[`alg "${alg}" without a signature`] = handMade(header({ alg }), claims);
    tokens[`alg "${alg}" with somebody's signature`] = handMade(header({ alg }), claims, signature);
  }
  for (const [name, secret] of Object.entries({
    PEM: spki,
    trimmed: spki.trim(),
    JWK: JSON.stringify(jwk),
    x: String(jwk.x),
  })) {
    tokens[`signed by our public key as a secret, ${name}`] = await sign({
      header: { alg: 'HS256' },
      claims: { role: 'ADMIN' },
      key: new TextEncoder().encode(secret.padEnd(32, '=')),
    });
  }
  for (const wrong of [
    '../../../dev/null',
    "' or '1'='1",
    '',
    'unknown',
    '__proto__',
    'constructor',
    '\u0000',
    `${kid}\n`,
    'x'.repeat(500),
  ]) {
    tokens[`kid ${JSON.stringify(wrong).slice(0, 30)}`] = await sign({
      header: { kid: wrong },
      key: own.privateKey,
    });
  }
  const url = 'http://127.0.0.1:9/keys';
  for (const [name, more] of Object.entries({
    jwk: { jwk: foreign },
    jku: { jku: url },
    x5u: { x5u: url },
    x5c: { x5c: ['AAAA'] },
  })) {
    tokens[`brings its own key as ${name}`] = await sign({ header: more, key: own.privateKey });
  }
  for (const crit of [['exp'], ['b64'], ['unknown']]) {
    tokens[`crit ${crit.join()}`] = handMade(header({ crit, b64: false, unknown: 1 }), claims, signature);
  }
  for (const typ of ['JWT', 'rt+jwt', 'refresh', 'id+jwt', 'AT+JWT+x', '']) {
    tokens[`typ "${typ}"`] = await sign({ header: { typ } });
  }
  const wrongClaims: Record<string, Record<string, unknown>> = {
    'of another issuer': { iss: 'evil' },
    'of an issuer like ours': { iss: `${ISSUER}.evil` },
    'for somebody else': { aud: 'another-api' },
    'for a list that is not ours': { aud: ['another-api'] },
    'that has expired': { exp: seconds(-60) },
    'that expired long ago': { exp: 1 },
    'that begins later': { nbf: seconds(600) },
    'issued in the future': { iat: seconds(3_600), exp: seconds(4_000) },
    'that lives for a year': { exp: seconds(31_536_000) },
    'with an expiry in words': { exp: 'tomorrow' },
    'with a role that does not exist': { role: 'ROOT' },
    'with two roles': { role: ['CUSTOMER', 'ADMIN'] },
    'with a role in small letters': { role: 'admin' },
    'with an empty subject': { sub: '' },
    'with a subject that is a number': { sub: 7 },
    'with a subject that is an operator': { sub: { $gt: '' } },
  };
  for (const [name, wrong] of Object.entries(wrongClaims)) tokens[name] = await sign({ claims: wrong });
  for (const missing of ['sub', 'role', 'iss', 'aud', 'exp', 'iat'])
    tokens[`without ${missing}`] = await sign({ without: [missing] });
  Object.assign(tokens, {
    'with the body of an admin': `${head}.${admin}.${signature}`,
    'without a signature': `${head}.${body}.`,
    'with two parts': `${head}.${body}`,
    'with four parts': `${good}.x`,
    'with five parts, as if encrypted': `${head}..${body}.${signature}.x`,
    'with a bit flipped': `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    'in capitals': good.toUpperCase(),
    'written backwards': [...good].reverse().join(''),
    'that is a hash': createHash('sha256').update('asha').digest('hex'),
    'that is noise': randomBytes(64).toString('base64url'),
    'that says null': 'null',
    'that says undefined': 'undefined',
    'that is a bracket': '{}',
    'of another shop': await sign({ key: own.privateKey, claims: { role: 'ADMIN' } }),
  });
  return Object.entries(tokens).flatMap(([name, token]) =>
    DOORS.map(([door, request]): Attack => ({
      name: `${door} by a token ${name}`,
      expects: 'UNAUTHENTICATED',
      request: request(token),
    })),
  );
}
