import { resolve } from 'node:path';
import { defaultPolicy, type Policy, type TierLevel, type TierTerms } from '../domain/policy.ts';
import { contradictionsIn } from './configuration/check-settings.ts';
import { readSettings, type Environment, type Values } from './configuration/read-settings.ts';
import type { Surroundings } from './configuration/setting.ts';

/** The server cannot start as it is set up. The message says, for the operator, everything that is wrong at once. */
export class ConfigurationProblem extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['The configuration needs attention:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'ConfigurationProblem';
  }
}

export type Config = ReturnType<typeof assemble>;

/**
 * The settings of this process, checked. This is the only place that looks at the environment. Throws
 * `ConfigurationProblem` naming every variable that is wrong.
 */
export function readConfig(environment: Environment = process.env): Config {
  return checked(environment, surroundingsOf(environment));
}

/** The same for a tool beside a local instance, where an unset NODE_ENV does not mean production. */
export function readLocalConfig(environment: Environment = process.env): Config {
  if (environment['NODE_ENV']?.trim() === 'production') {
    throw new ConfigurationProblem(['NODE_ENV is production, and this tool is for local instances only.']);
  }
  return checked({ EMBEDDED_DATABASE: 'on', ...environment }, 'local');
}

function checked(environment: Environment, surroundings: Surroundings): Config {
  const problems: string[] = [];
  const values = readSettings(environment, surroundings, problems);
  // A setting that could not be read stands at its default, so what it seems to contradict would only mislead.
  if (problems.length === 0) problems.push(...contradictionsIn(values));
  if (problems.length > 0) throw new ConfigurationProblem(problems);
  return assemble(values);
}

function surroundingsOf(environment: Environment): Surroundings {
  const kind = environment['NODE_ENV']?.trim();
  if (kind) return kind === 'production' ? 'production' : 'local';
  const demo = environment['DEMO_MODE']?.trim().toLowerCase() ?? '';
  return ['true', '1', 'on', 'yes'].includes(demo) ? 'local' : 'production';
}

function assemble(values: Values) {
  const rootDirectory = process.cwd();
  return {
    environment: values.NODE_ENV,
    isProduction: values.NODE_ENV === 'production',
    isDemo: values.DEMO_MODE,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    rootDirectory,
    dataDirectory: resolve(rootDirectory, values.DATA_DIRECTORY),
    logLevel: values.LOG_LEVEL,
    introspection: values.INTROSPECTION,
    playground: values.PLAYGROUND,
    metricsToken: values.METRICS_TOKEN,
    expiryIntervalSeconds: values.EXPIRY_INTERVAL_SECONDS,
    audit: { isNightly: values.AUDIT_NIGHTLY, hour: values.AUDIT_HOUR },
    http: {
      host: values.HOST,
      port: values.PORT,
      trustProxy: values.TRUST_PROXY,
      corsOrigins: values.CORS_ORIGINS,
      bodyLimitBytes: values.BODY_LIMIT_BYTES,
    },
    connections: connectionsOf(values),
    /** Where spans go; null when nothing is traced. */
    tracesUrl: tracesUrlOf(values),
    database: {
      uri: values.MONGODB_URI,
      name: values.DATABASE_NAME,
      isEmbedded: values.EMBEDDED_DATABASE && values.MONGODB_URI === null,
      mongodBinary: values.MONGOMS_SYSTEM_BINARY,
    },
    identity: identityOf(values),
    mail: mailOf(values),
    rateLimits: rateLimitsOf(values),
    queryLimits: queryLimitsOf(values),
    exports: {
      maxRows: values.EXPORT_MAX_ROWS,
      atOnce: values.EXPORTS_AT_ONCE,
      seconds: values.EXPORT_SECONDS,
    },
    engine: {
      queueCapacity: values.ENGINE_QUEUE,
      batchSize: values.ENGINE_BATCH,
      batchesInFlight: values.ENGINE_BATCHES_IN_FLIGHT,
      deadlineMs: values.ENGINE_DEADLINE_MS,
      backgroundWaitMs: values.ENGINE_BACKGROUND_WAIT_MS,
      maxAttempts: values.ENGINE_ATTEMPTS,
    },
    clock: {
      expiryMs: values.CLOCK_SKEW_EXPIRY_SECONDS * 1_000,
      writesMs: values.CLOCK_SKEW_WRITES_SECONDS * 1_000,
    },
    payments: paymentsOf(values),
    policy: policyOf(values),
    shop: {
      name: values.SHOP_NAME,
      phone: values.SHOP_PHONE,
      email: values.SHOP_EMAIL,
      hours: values.SHOP_HOURS,
    },
  };
}

function tracesUrlOf(values: Values): string | null {
  if (values.OTEL_SDK_DISABLED || values.OTEL_TRACES_EXPORTER === 'none') return null;
  const collector = values.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, '');
  return (
    values.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (collector === undefined ? null : `${collector}/v1/traces`)
  );
}

function connectionsOf(values: Values) {
  return {
    keepAliveMs: values.KEEP_ALIVE_SECONDS * 1_000,
    headersMs: values.HEADERS_SECONDS * 1_000,
    requestMs: values.REQUEST_SECONDS * 1_000,
    // A connection is as quiet while its operation runs as one whose caller does not read.
    stalledMs: Math.max(values.STALLED_SECONDS * 1_000, queryLimitsOf(values).mutationDeadlineMs + 1_000),
    most: values.MAX_CONNECTIONS,
    perAddress: values.CONNECTIONS_PER_ADDRESS,
    drainMs: values.DRAIN_SECONDS * 1_000,
    finishMs: values.SHUTDOWN_SECONDS * 1_000,
  };
}

function identityOf(values: Values) {
  return {
    issuer: values.JWT_ISSUER ?? 'early-bird-wallet',
    audience: values.JWT_AUDIENCE ?? 'early-bird-wallet-api',
    /** An issuer other than this server, whose keys are published. */
    external:
      values.JWT_JWKS_URL === null
        ? null
        : {
            jwksUrl: values.JWT_JWKS_URL,
            algorithm: values.JWT_ALGORITHM,
            type: values.JWT_TYPE,
            roleClaim: values.JWT_ROLE_CLAIM,
            subjectClaim: values.JWT_SUBJECT_CLAIM,
            maxLifetimeSeconds: values.JWT_MAX_LIFETIME_SECONDS,
          },
    accessTokenSeconds: values.ACCESS_TOKEN_SECONDS,
    viewAsSeconds: values.VIEW_AS_SECONDS,
    payLinkSeconds: values.PAY_LINK_SECONDS,
    sessionHours: values.SESSION_HOURS,
    refreshGraceSeconds: values.REFRESH_GRACE_SECONDS,
    signInAttempts: values.SIGN_IN_ATTEMPTS,
    signInWindowSeconds: values.SIGN_IN_WINDOW_SECONDS,
    signInsAtOnce: values.SIGN_INS_AT_ONCE,
    signInsWaiting: values.SIGN_INS_WAITING,
    isSecondFactorRequired: values.SECOND_FACTOR_REQUIRED,
    sealingKeys: values.SEALING_KEYS,
    emailCode: {
      isOn: values.EMAIL_SIGN_IN,
      minutes: values.EMAIL_CODE_MINUTES,
      tries: values.EMAIL_CODE_TRIES,
      mailsPerHour: values.EMAIL_CODES_PER_HOUR,
    },
  };
}

function mailOf(values: Values) {
  const { SMTP_HOST: host, SMTP_USER: user, SMTP_PASSWORD: password, MAIL_FROM: from } = values;
  return {
    /** The mail server; null when there is none. */
    smtp:
      host === null || from === null
        ? null
        : {
            ...{ host, from, port: values.SMTP_PORT, security: values.SMTP_SECURITY },
            login: user === null || password === null ? null : { user, password },
            caFile: values.SMTP_CA_FILE,
          },
    queue: values.MAIL_QUEUE,
  };
}

function rateLimitsOf(values: Values) {
  return {
    isOn: values.RATE_LIMITS,
    perSubject: values.RATE_LIMIT_SUBJECT,
    perWallet: values.RATE_LIMIT_WALLET,
    perWalletBurst: values.RATE_LIMIT_WALLET_BURST,
    perAddress: values.RATE_LIMIT_ADDRESS,
    perAnonymousAddress: values.RATE_LIMIT_ANONYMOUS,
    perSessionRefresh: values.RATE_LIMIT_REFRESH,
    vitalsPerAddress: values.RATE_LIMIT_VITALS,
    forgedPerAddress: values.RATE_LIMIT_FORGED,
    serviceAccounts: values.SERVICE_ACCOUNTS,
  };
}

function queryLimitsOf(values: Values) {
  return {
    tokens: values.QUERY_MAX_TOKENS,
    depth: values.QUERY_MAX_DEPTH,
    aliases: values.QUERY_MAX_ALIASES,
    directives: values.QUERY_MAX_DIRECTIVES,
    fields: values.QUERY_MAX_FIELDS,
    rootFields: values.QUERY_MAX_ROOT_FIELDS,
    budgets: {
      CUSTOMER: values.QUERY_BUDGET_CUSTOMER,
      STAFF: values.QUERY_BUDGET_STAFF,
      SERVICE: values.QUERY_BUDGET_SERVICE,
      ADMIN: values.QUERY_BUDGET_ADMIN,
    },
    variables: values.QUERY_MAX_VARIABLES,
    variableDepth: values.QUERY_MAX_VARIABLE_DEPTH,
    deadlineMs: values.OPERATION_DEADLINE_MS,
    // The engine may begin its last attempt just before its own deadline, and waits five seconds for a database that is away.
    mutationDeadlineMs: Math.max(values.OPERATION_DEADLINE_MS, values.ENGINE_DEADLINE_MS + 6_000),
  };
}

function paymentsOf(values: Values) {
  return {
    provider: values.PAYMENT_PROVIDER,
    expiryMs: values.TOP_UP_EXPIRY_MINUTES * 60_000,
    pollAfterMs: values.PAYMENT_POLL_AFTER_SECONDS * 1_000,
    pollIntervalMs: values.PAYMENT_POLL_INTERVAL_SECONDS * 1_000,
    callDeadlineMs: values.PAYMENT_CALL_DEADLINE_SECONDS * 1_000,
    isShared: values.RAZORPAY_SHARED_ACCOUNT,
    ...(values.CHECKOUT_SECRET !== null && {
      returns: { origins: values.CHECKOUT_RETURN_ORIGINS, secret: values.CHECKOUT_SECRET },
    }),
    upiPayee: values.UPI_PAYEE,
    payeeName: values.PAYEE_NAME,
    razorpay: {
      url: (values.RAZORPAY_URL ?? '').replace(/\/+$/, ''),
      keyId: values.RAZORPAY_KEY_ID ?? '',
      keySecret: values.RAZORPAY_KEY_SECRET ?? '',
      webhookSecrets: values.RAZORPAY_WEBHOOK_SECRETS,
      hasUpiCodes: values.RAZORPAY_UPI_CODES,
      payeeName: values.PAYEE_NAME,
      returnUrl: values.PUBLIC_URL,
    },
  };
}

function policyOf(values: Values): Policy {
  const thresholds: Record<TierLevel, bigint> = {
    BRONZE: 0n,
    SILVER: values.TIER_SILVER_FROM,
    GOLD: values.TIER_GOLD_FROM,
    PLATINUM: values.TIER_PLATINUM_FROM,
  };
  const [lowest, ...others] = defaultPolicy.tiers;
  const withThreshold = (tier: TierTerms) => ({ ...tier, threshold: thresholds[tier.level] });
  return {
    ...defaultPolicy,
    tierBasis: values.TIER_BASIS,
    tiers: [withThreshold(lowest), ...others.map(withThreshold)],
    operation: { min: values.OPERATION_MIN, max: values.OPERATION_MAX },
    topUp: { min: values.TOP_UP_MIN, max: values.TOP_UP_MAX },
    maxBalance: values.WALLET_MAX_BALANCE,
    maxOpenLots: values.WALLET_MAX_OPEN_LOTS,
    holds: {
      maxOpen: values.HOLD_MAX_OPEN,
      defaultHours: Math.min(values.HOLD_DEFAULT_HOURS, values.HOLD_MAX_DAYS * 24),
      maxDays: values.HOLD_MAX_DAYS,
    },
    checkouts: {
      max: values.CHECKOUT_MAX,
      minPayment: values.CHECKOUT_MIN_PAYMENT,
      minutes: values.CHECKOUT_MINUTES,
    },
    maxJobRows: values.JOB_MAX_ROWS,
    maxCampaignBudget: values.CAMPAIGN_MAX_BUDGET,
    giftCards: {
      amount: { min: values.GIFT_CARD_MIN, max: values.GIFT_CARD_MAX },
      days: values.GIFT_CARD_DAYS,
      buyerDay: values.GIFT_CARD_BUYER_DAY,
    },
    refundGraceDays: values.REFUND_GRACE_DAYS,
    maxRefundsPerDebit: values.MAX_REFUNDS_PER_DEBIT,
    referral: {
      referrerBonus: values.REFERRER_BONUS,
      referredBonus: values.REFERRED_BONUS,
      validityDays: values.REFERRAL_VALIDITY_DAYS,
      windowDays: values.REFERRAL_WINDOW_DAYS,
      monthlyLimit: values.REFERRAL_MONTHLY_LIMIT,
    },
    approvals: {
      limits: {
        STAFF: {
          addCredits: { each: values.LIMIT_STAFF_GRANT, day: values.LIMIT_STAFF_GRANT_DAY },
          refundCredits: { each: values.LIMIT_STAFF_REFUND, day: values.LIMIT_STAFF_REFUND_DAY },
          refundTopUp: { each: values.LIMIT_STAFF_REFUND, day: values.LIMIT_STAFF_REFUND_DAY },
          settleReceivable: { each: values.LIMIT_STAFF_REFUND, day: values.LIMIT_STAFF_REFUND_DAY },
          // Only admins write off.
          writeOffReceivable: defaultPolicy.approvals.limits.STAFF.writeOffReceivable,
          // Only admins add credits in bulk.
          bulkAddCredits: defaultPolicy.approvals.limits.STAFF.bulkAddCredits,
          creditReview: { each: values.LIMIT_STAFF_REVIEW, day: values.LIMIT_STAFF_REVIEW_DAY },
          refundReview: { each: values.LIMIT_STAFF_REVIEW, day: values.LIMIT_STAFF_REVIEW_DAY },
        },
        ADMIN: {
          addCredits: { each: values.LIMIT_ADMIN_GRANT, day: values.LIMIT_ADMIN_GRANT_DAY },
          refundCredits: { each: values.LIMIT_ADMIN_REFUND, day: values.LIMIT_ADMIN_REFUND_DAY },
          refundTopUp: { each: values.LIMIT_ADMIN_REFUND, day: values.LIMIT_ADMIN_REFUND_DAY },
          settleReceivable: { each: values.LIMIT_ADMIN_REFUND, day: values.LIMIT_ADMIN_REFUND_DAY },
          writeOffReceivable: { each: values.LIMIT_ADMIN_GRANT, day: values.LIMIT_ADMIN_GRANT_DAY },
          bulkAddCredits: { each: values.LIMIT_ADMIN_BULK, day: values.LIMIT_ADMIN_BULK_DAY },
          creditReview: { each: values.LIMIT_ADMIN_REVIEW, day: values.LIMIT_ADMIN_REVIEW_DAY },
          refundReview: { each: values.LIMIT_ADMIN_REVIEW, day: values.LIMIT_ADMIN_REVIEW_DAY },
        },
      },
      days: values.APPROVAL_DAYS,
      exempt: values.SERVICE_ACCOUNTS,
    },
  };
}
