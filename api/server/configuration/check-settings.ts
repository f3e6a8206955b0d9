import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { readDatabaseAddress } from './database-address.ts';
import { sealingKeyOf } from '../../secrets/seals.ts';
import type { Values } from './read-settings.ts';

const SHORTEST_TOKEN = 24;

/** What is wrong with settings that are each well-formed: one sentence for each, naming the variables. */
export function contradictionsIn(values: Values): string[] {
  return [
    ...demoProblems(values),
    ...databaseProblems(values),
    ...productionProblems(values),
    ...issuerProblems(values),
    ...mailProblems(values),
    ...networkProblems(values),
    ...paymentProblems(values),
    ...ruleProblems(values),
  ];
}

function demoProblems({ NODE_ENV, DEMO_MODE, JWT_JWKS_URL }: Values): string[] {
  return problems(
    [
      NODE_ENV === 'production' && DEMO_MODE,
      'DEMO_MODE is on with NODE_ENV=production. Its accounts have passwords anyone can read: switch one of the two off.',
    ],
    [
      DEMO_MODE && JWT_JWKS_URL !== null,
      'DEMO_MODE and JWT_JWKS_URL exclude each other: the demo signs its own people in.',
    ],
  );
}

function databaseProblems({ NODE_ENV, MONGODB_URI, EMBEDDED_DATABASE }: Values): string[] {
  return problems(
    [
      readDatabaseAddress(MONGODB_URI ?? '').hasTimeLimit,
      'MONGODB_URI has a timeoutMS, with which the driver may take the answer to one command for that to another. Leave it out: every wait has an end without it.',
    ],
    [
      MONGODB_URI === null && !EMBEDDED_DATABASE,
      'MONGODB_URI is required: the address of a MongoDB replica set, such as mongodb://db1,db2,db3/?replicaSet=rs0.',
    ],
    [
      NODE_ENV === 'production' && EMBEDDED_DATABASE,
      'EMBEDDED_DATABASE is on with NODE_ENV=production. It has neither copies nor passwords: set MONGODB_URI instead.',
    ],
  );
}

/** Settings of a workbench, which would do harm where real money is. */
function productionProblems(values: Values): string[] {
  if (values.NODE_ENV !== 'production') return [];
  const { MONGODB_URI, METRICS_TOKEN, RAZORPAY_KEY_ID, LOOPBACK_DATABASE } = values;
  const database = readDatabaseAddress(MONGODB_URI ?? '');
  const mayBePlain = MONGODB_URI === null || (LOOPBACK_DATABASE && database.isLoopback);
  return problems(
    [
      !mayBePlain && !database.isAuthenticated,
      'MONGODB_URI has no user and password, so anybody who reaches the database may write money into it. Put them in, or an authMechanism that needs none; only for a database on this very machine, set LOOPBACK_DATABASE to on.',
    ],
    [
      !mayBePlain && !database.isSecured,
      'MONGODB_URI does not ask for TLS with a certificate that is looked at, so what goes to the database can be read and changed on its way. Add tls=true and nothing that allows invalid certificates; only for a database on this very machine, set LOOPBACK_DATABASE to on.',
    ],
    [
      LOOPBACK_DATABASE && !database.isLoopback,
      'LOOPBACK_DATABASE is on, but MONGODB_URI names other machines than this one. Switch it off.',
    ],
    [
      RAZORPAY_KEY_ID?.startsWith('rzp_test_') === true,
      'RAZORPAY_KEY_ID is a test key (rzp_test_…) with NODE_ENV=production. It credits what nobody has paid: set the live key.',
    ],
    [
      METRICS_TOKEN !== null && METRICS_TOKEN.length < SHORTEST_TOKEN,
      `METRICS_TOKEN has fewer than ${SHORTEST_TOKEN} characters and could be guessed. Set a longer one, such as from "openssl rand -hex 32".`,
    ],
    [
      !values.RATE_LIMITS && !values.BENCHMARK,
      'RATE_LIMITS is off with NODE_ENV=production. Switch it on, or say with BENCHMARK=on that this is a load measurement.',
    ],
  );
}

function issuerProblems({ JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE, SEALING_KEYS }: Values): string[] {
  return problems(
    [
      JWT_JWKS_URL !== null && (JWT_ISSUER === null || JWT_AUDIENCE === null),
      'JWT_JWKS_URL needs JWT_ISSUER and JWT_AUDIENCE: without them the tokens of any other service of that issuer would be accepted.',
    ],
    [
      SEALING_KEYS.length > 2 || SEALING_KEYS.some((key) => sealingKeyOf(key) === null),
      'SEALING_KEYS takes one or two keys of 32 bytes of chance each, such as from "openssl rand -base64 32".',
    ],
  );
}

function mailProblems(values: Values): string[] {
  const { NODE_ENV, SMTP_HOST, SMTP_USER, SMTP_PASSWORD, MAIL_FROM, SMTP_SECURITY, SMTP_CA_FILE } = values;
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(SMTP_HOST ?? '');
  return problems(
    [
      SMTP_HOST === null &&
        [SMTP_USER, SMTP_PASSWORD, MAIL_FROM, SMTP_CA_FILE].some((value) => value !== null),
      'SMTP_HOST is missing, but other settings of the mail server are there: set it, or take them away.',
    ],
    [
      SMTP_HOST !== null && MAIL_FROM === null,
      'MAIL_FROM is required with SMTP_HOST: whom mails come from, such as "Early Bird <wallet@shop.example>".',
    ],
    [
      (SMTP_USER === null) !== (SMTP_PASSWORD === null),
      'SMTP_USER and SMTP_PASSWORD belong together: set both or neither.',
    ],
    [
      SMTP_CA_FILE !== null && !existsSync(SMTP_CA_FILE),
      'SMTP_CA_FILE cannot be read: it names the file with the certificates that vouch for the mail server, as PEM.',
    ],
    [
      NODE_ENV === 'production' && SMTP_HOST !== null && SMTP_SECURITY === 'none' && !isHere,
      'SMTP_SECURITY is none, so everybody on the line to SMTP_HOST could read sign-in codes. Set starttls or tls.',
    ],
  );
}

function networkProblems(values: Values): string[] {
  const { CORS_ORIGINS, TRUST_PROXY } = values;
  return [
    ...problems([
      values.HEADERS_SECONDS > values.REQUEST_SECONDS,
      'HEADERS_SECONDS must be at most REQUEST_SECONDS: the head is a part of the request.',
    ]),
    ...CORS_ORIGINS.filter((origin) => !isOrigin(origin)).map(
      (origin) => `CORS_ORIGINS names "${origin}", which is no origin such as https://shop.example.`,
    ),
    ...TRUST_PROXY.filter((proxy) => !isNetwork(proxy)).map(
      (proxy) => `TRUST_PROXY names "${proxy}", which is no network address.`,
    ),
  ];
}

function paymentProblems(values: Values): string[] {
  const { NODE_ENV, PAYMENT_PROVIDER, RAZORPAY_KEY_ID, RAZORPAY_KEY_SECRET, RAZORPAY_WEBHOOK_SECRETS } =
    values;
  const isRazorpay = PAYMENT_PROVIDER === 'razorpay';
  const { CHECKOUT_RETURN_ORIGINS: origins, CHECKOUT_SECRET: secret } = values;
  const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;
  return problems(
    [
      origins.length > 0 && (secret === null || secret.length < 32),
      'CHECKOUT_RETURN_ORIGINS needs CHECKOUT_SECRET, of at least 32 characters: without it the shop could be told anything.',
    ],
    [
      !origins.every((text) => isOrigin(text) && (text.startsWith('https:') || NODE_ENV !== 'production')),
      'CHECKOUT_RETURN_ORIGINS must be https origins, such as https://shop.example, without a path.',
    ],
    [
      NODE_ENV === 'production' && PAYMENT_PROVIDER === 'mock',
      'PAYMENT_PROVIDER is mock with NODE_ENV=production. It credits what nobody has paid: set razorpay or none.',
    ],
    [
      isRazorpay && (RAZORPAY_KEY_ID === null || RAZORPAY_KEY_SECRET === null),
      'PAYMENT_PROVIDER is razorpay, which needs RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET.',
    ],
    [
      isRazorpay && RAZORPAY_WEBHOOK_SECRETS.length === 0,
      'PAYMENT_PROVIDER is razorpay, which needs RAZORPAY_WEBHOOK_SECRETS: nobody else may say that money was collected.',
    ],
    [
      RAZORPAY_WEBHOOK_SECRETS.length > 2 || RAZORPAY_WEBHOOK_SECRETS.some((secret) => secret.length < 16),
      'RAZORPAY_WEBHOOK_SECRETS takes one or two secrets of at least 16 characters.',
    ],
    [
      isRazorpay && values.TOP_UP_EXPIRY_MINUTES < 16,
      'TOP_UP_EXPIRY_MINUTES must be at least 16 with razorpay, whose payment links live a quarter of an hour at least.',
    ],
  );
}

function ruleProblems(values: Values): string[] {
  const { TIER_SILVER_FROM, TIER_GOLD_FROM, TIER_PLATINUM_FROM } = values;
  return problems(
    [
      TIER_SILVER_FROM <= 0n || TIER_GOLD_FROM <= TIER_SILVER_FROM || TIER_PLATINUM_FROM <= TIER_GOLD_FROM,
      'TIER_SILVER_FROM, TIER_GOLD_FROM and TIER_PLATINUM_FROM must rise, from above 0.',
    ],
    [
      values.OPERATION_MIN <= 0n || values.OPERATION_MAX < values.OPERATION_MIN,
      'OPERATION_MIN must be above 0 and at most OPERATION_MAX.',
    ],
    [
      values.TOP_UP_MIN <= 0n || values.TOP_UP_MAX < values.TOP_UP_MIN,
      'TOP_UP_MIN must be above 0 and at most TOP_UP_MAX.',
    ],
    [
      values.CLOCK_SKEW_WRITES_SECONDS < values.CLOCK_SKEW_EXPIRY_SECONDS,
      'CLOCK_SKEW_WRITES_SECONDS must be at least CLOCK_SKEW_EXPIRY_SECONDS.',
    ],
    [
      values.GIFT_CARD_MIN <= 0n || values.GIFT_CARD_MAX < values.GIFT_CARD_MIN,
      'GIFT_CARD_MIN must be above 0 and at most GIFT_CARD_MAX.',
    ],
    [values.WALLET_MAX_BALANCE < values.OPERATION_MIN, 'WALLET_MAX_BALANCE must be at least OPERATION_MIN.'],
  );
}

function problems(...checks: readonly (readonly [boolean, string])[]): string[] {
  return checks.filter(([wrong]) => wrong).map(([, sentence]) => sentence);
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    more.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
