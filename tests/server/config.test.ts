import { readFile } from 'node:fs/promises';
import { ConfigurationProblem, readConfig, readLocalConfig } from '../../api/server/config.ts';
import { settingsDocument } from '../../api/server/configuration/settings-document.ts';
import { defaultPolicy } from '../../api/domain/policy.ts';

const URI = { MONGODB_URI: 'mongodb://shop:secret@db1/?replicaSet=rs0&tls=true' };

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigurationProblem) return error.problems;
    throw error;
  }
  return [];
}

describe('an installation that says nothing of its kind', () => {
  test('is strict: production, no demo, no introspection, no playground', () => {
    expect(readConfig(URI)).toMatchObject({
      environment: 'production',
      isProduction: true,
      isDemo: false,
      introspection: false,
      playground: false,
      http: { host: '0.0.0.0', corsOrigins: [] },
      rateLimits: { isOn: true, perSubject: 120, perWallet: 10, perAddress: 300, perAnonymousAddress: 30 },
    });
  });

  test('is comfortable when it is a demo, and listens to this machine only', () => {
    expect(readConfig({ DEMO_MODE: 'true', EMBEDDED_DATABASE: 'true' })).toMatchObject({
      environment: 'development',
      isDemo: true,
      introspection: true,
      playground: true,
      http: { host: '127.0.0.1', port: 4000 },
      database: { uri: null, isEmbedded: true },
    });
  });

  test('is local for a tool on the same machine', () => {
    expect(readLocalConfig({}).isProduction).toBe(false);
    expect(() => readLocalConfig({ ...URI, NODE_ENV: 'production' })).toThrow(/for local instances only/);
  });
});

describe('production', () => {
  const SECURE = 'mongodb://shop:secret@db1,db2/?replicaSet=rs0&tls=true';
  const startsWith = (environment: Record<string, string>) =>
    problemsOf({ NODE_ENV: 'production', ...environment }).map((problem) => problem.split(' ')[0]);

  test.each([
    ['a user, a password and TLS', SECURE],
    ['options in any case, and the old name of TLS', 'mongodb://shop:secret@db1/?SSL=TRUE'],
    ['a service record, which means TLS', 'mongodb+srv://shop:secret@shop.example/'],
    ['a certificate instead of a password', 'mongodb://db1/?authMechanism=MONGODB-X509&tls=true'],
  ])('takes a database with %s', (_what, MONGODB_URI) => {
    expect(startsWith({ MONGODB_URI })).toEqual([]);
  });

  test.each([
    ['nobody’s name', 'mongodb://db1/?tls=true'],
    ['a user without password', 'mongodb://shop@db1/?tls=true'],
    ['no TLS', 'mongodb://shop:secret@db1/'],
    ['TLS switched off', 'mongodb+srv://shop:secret@db1/?tls=false'],
    ['any certificate', `${SECURE}&tlsAllowInvalidCertificates=true`],
    ['any certificate at all', `${SECURE}&tlsInsecure=true`],
    ['a time limit of the driver’s own', `${SECURE}&timeoutMS=5000`],
    ['this machine, without saying that it is meant', 'mongodb://shop:secret@localhost/'],
  ])('refuses a database with %s', (_what, MONGODB_URI) => {
    expect(startsWith({ MONGODB_URI })).toEqual(['MONGODB_URI']);
  });

  test('takes a plain database on this very machine when it is told to, and nowhere else', () => {
    const plain = { LOOPBACK_DATABASE: 'on' };
    for (const hosts of ['localhost', '127.0.0.1:27018', '[::1]:27017', 'localhost:1,127.0.0.1:2'])
      expect(startsWith({ ...plain, MONGODB_URI: `mongodb://${hosts}/?replicaSet=rs0` })).toEqual([]);
    for (const hosts of ['localhost,db1', 'localhost.evil.example', '10.0.0.1', '127.0.0.1@db1'])
      expect(startsWith({ ...plain, MONGODB_URI: `mongodb://${hosts}/?replicaSet=rs0` })).toContain(
        'LOOPBACK_DATABASE',
      );
  });

  test('takes no test keys, no token that can be guessed, and no server without limits that is not a bench', () => {
    const MONGODB_URI = SECURE;
    expect(startsWith({ MONGODB_URI, RAZORPAY_KEY_ID: 'rzp_test_1' })).toEqual(['RAZORPAY_KEY_ID']);
    expect(startsWith({ MONGODB_URI, METRICS_TOKEN: 'x'.repeat(23) })).toEqual(['METRICS_TOKEN']);
    expect(startsWith({ MONGODB_URI, METRICS_TOKEN: 'x'.repeat(24) })).toEqual([]);
    expect(startsWith({ MONGODB_URI, RATE_LIMITS: 'off' })).toEqual(['RATE_LIMITS']);
    expect(startsWith({ MONGODB_URI, RATE_LIMITS: 'off', BENCHMARK: 'on' })).toEqual([]);
  });
});

describe('the mail server', () => {
  const GIVEN = { ...URI, SMTP_HOST: 'mail.shop.example', MAIL_FROM: 'Early Bird <wallet@shop.example>' };

  test('may be left out, and is whole otherwise', () => {
    expect(readConfig({ ...URI }).mail.smtp).toBeNull();
    expect(readConfig({ ...GIVEN }).mail.smtp).toMatchObject({
      port: 587,
      security: 'starttls',
      login: null,
    });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['nobody whom mails come from', { MAIL_FROM: '' }, /^MAIL_FROM is required/],
    ['somebody whom mails come from who is several', { MAIL_FROM: 'a@b.example, c@d.example' }, /^MAIL_FROM/],
    ['a name without a password', { SMTP_USER: 'wallet' }, /^SMTP_USER and SMTP_PASSWORD belong together/],
    ['a password without a name', { SMTP_PASSWORD: 'sesame' }, /^SMTP_USER and SMTP_PASSWORD belong/],
    ['all but the server', { SMTP_HOST: '' }, /^SMTP_HOST is missing/],
    ['who vouches for it, but nowhere', { SMTP_CA_FILE: 'no/such.pem' }, /^SMTP_CA_FILE cannot be read/],
    [
      'no TLS in production',
      { SMTP_SECURITY: 'none', NODE_ENV: 'production', MONGODB_URI: 'mongodb+srv://u:p@db/' },
      /^SMTP_SECURITY is none/,
    ],
  ])('with %s is refused', (_what, settings, problem) => {
    expect(problemsOf({ ...GIVEN, ...settings }).join()).toMatch(problem);
  });
});

describe('a server does not start', () => {
  test('as a demo in production', () => {
    expect(problemsOf({ ...URI, NODE_ENV: 'production', DEMO_MODE: 'on' }).join()).toMatch(
      /DEMO_MODE is on with NODE_ENV=production.*passwords anyone can read/,
    );
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['without a database', {}, /MONGODB_URI is required/],
    [
      'on an embedded database in production',
      { NODE_ENV: 'production', EMBEDDED_DATABASE: 'on' },
      /EMBEDDED_DATABASE is on with NODE_ENV=production/,
    ],
    [
      'with an issuer but no audience',
      { ...URI, JWT_JWKS_URL: 'https://id.example/keys' },
      /JWT_ISSUER and JWT_AUDIENCE/,
    ],
    ['open to every origin', { ...URI, CORS_ORIGINS: '*' }, /CORS_ORIGINS names "\*"/],
    ['trusting whoever it is', { ...URI, TRUST_PROXY: 'true' }, /TRUST_PROXY names "true"/],
    ['with tiers that do not rise', { ...URI, TIER_GOLD_FROM: '500.00' }, /must rise/],
    ['with an upside-down range', { ...URI, OPERATION_MIN: '10', OPERATION_MAX: '5' }, /OPERATION_MIN/],
    [
      'fetching keys without TLS',
      { ...URI, JWT_JWKS_URL: 'http://id.example/keys' },
      /must be an https address/,
    ],
    ['with tokens that live for hours', { ...URI, ACCESS_TOKEN_SECONDS: '3600' }, /ACCESS_TOKEN_SECONDS/],
  ])('%s', (_why, environment, reason) => {
    expect(problemsOf(environment).join('\n')).toMatch(reason);
  });

  test('and names everything that is wrong at once', () => {
    const problems = problemsOf({
      PORT: '99999',
      RATE_LIMITS: 'maybe',
      LOG_LEVEL: 'loud',
      OPERATION_MAX: '1.005',
      NODE_ENV: 'staging',
    });
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'LOG_LEVEL',
      'NODE_ENV',
      'OPERATION_MAX',
      'PORT',
      'RATE_LIMITS',
    ]);
  });

  test('and shows no secret when it complains', () => {
    expect(problemsOf({ MONGODB_URI: 'postgres://root:hunter2@db' }).join()).not.toContain('hunter2');
  });
});

test('the rules of the wallets are read as exact rupees', () => {
  const { policy } = readConfig({
    ...URI,
    TIER_BASIS: 'ROLLING_SPEND',
    OPERATION_MAX: '499.50',
    TIER_SILVER_FROM: '0.01',
  });
  expect(policy.tierBasis).toBe('ROLLING_SPEND');
  expect(policy.operation.max).toBe(49_950n);
  expect(policy.tiers.map(({ threshold }) => threshold)).toEqual([0n, 1n, 500_000n, 1_000_000n]);
  expect(readConfig(URI).policy).toEqual(defaultPolicy);
});

test('an empty value counts as not set', () => {
  expect(readConfig({ ...URI, PORT: '', HOST: ' ' }).http).toMatchObject({ port: 4000, host: '0.0.0.0' });
});

test('the documentation lists every setting as it is', async () => {
  expect(await readFile('docs/configuration.md', 'utf8')).toBe(settingsDocument());
});
