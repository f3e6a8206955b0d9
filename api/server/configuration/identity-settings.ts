import { address, choice, flag, integer, list, text } from './setting.ts';

/** Who may come in, and for how long. */
export const identitySettings = {
  JWT_ISSUER: text({
    default: null,
    description:
      'Who issues access tokens. Unset: this server, with keys of its own. With JWT_JWKS_URL: the issuer to accept.',
  }),
  JWT_AUDIENCE: text({
    default: null,
    description: 'The audience a token must name. Required with JWT_JWKS_URL.',
  }),
  JWT_JWKS_URL: address({
    default: null,
    description:
      'Where an external issuer publishes its keys. When set, only its tokens are accepted and the built-in sign-in is closed.',
  }),
  JWT_ALGORITHM: choice(['EdDSA', 'ES256', 'ES384', 'RS256', 'PS256'], {
    default: 'EdDSA',
    description: 'The one signature algorithm accepted from an external issuer.',
  }),
  JWT_TYPE: text({
    default: 'at+jwt',
    description: 'The type an external issuer writes into the header of its access tokens.',
  }),
  JWT_ROLE_CLAIM: text({
    default: 'role',
    description: 'The claim of an external token that holds CUSTOMER, STAFF or ADMIN.',
  }),
  JWT_SUBJECT_CLAIM: text({
    default: 'sub',
    description:
      "The claim of an external token that holds who somebody is: the shop's customer id for customers. It may hold `|`, `:` and `@`.",
  }),
  JWT_MAX_LIFETIME_SECONDS: integer({
    min: 60,
    max: 3_600,
    default: 900,
    description: 'An external token that lives longer than this is refused.',
  }),
  ACCESS_TOKEN_SECONDS: integer({
    min: 30,
    max: 900,
    default: 600,
    description: 'How long an access token of the built-in sign-in lives.',
  }),
  VIEW_AS_SECONDS: integer({
    min: 30,
    max: 900,
    default: 600,
    description:
      'How long staff and admins may look at the app as a customer sees it, before they have to say once more why.',
  }),
  PAY_LINK_SECONDS: integer({
    min: 60,
    max: 900,
    default: 900,
    description:
      'How long the page works that the link to pay an order leads to. It never works longer than the order can be paid.',
  }),
  SESSION_HOURS: integer({
    min: 1,
    max: 2_160,
    default: 336,
    description: 'After how long one has to sign in again, however often the session was refreshed.',
  }),
  REFRESH_GRACE_SECONDS: integer({
    min: 0,
    max: 60,
    default: 10,
    description:
      'How long several tabs may refresh with the same token, whatever came of it meanwhile. Later use of one whose successor is in use ends the session.',
  }),
  SIGN_IN_ATTEMPTS: integer({
    min: 1,
    max: 100,
    default: 5,
    description:
      'Failed sign-ins to one account from one network before the next has to wait, each time longer. Another network and a device that the account knows are counted on their own.',
  }),
  SIGN_IN_WINDOW_SECONDS: integer({
    min: 1,
    max: 86_400,
    default: 900,
    description: 'How long failed sign-ins are remembered, and the longest wait after one.',
  }),
  SECOND_FACTOR_REQUIRED: flag({
    default: { production: true, local: false },
    description:
      'Whether staff and admins who sign in here must have a second factor. Whoever has none sets it up at the next sign-in; the people of a demo need none.',
  }),
  SEALING_KEYS: list({
    default: [],
    secret: true,
    description:
      'One or two keys of 32 bytes, such as from "openssl rand -base64 32": the first seals the secrets of authenticator apps in the database, both open them. Unset, a key is made and kept in DATA_DIRECTORY.',
  }),
  EMAIL_SIGN_IN: flag({
    default: true,
    description:
      'Whether customers may sign in with a code by e-mail instead of a password, where mails can be sent.',
  }),
  EMAIL_CODE_MINUTES: integer({
    min: 1,
    max: 60,
    default: 10,
    description: 'How long such a code can be used, once.',
  }),
  EMAIL_CODE_TRIES: integer({
    min: 1,
    max: 10,
    default: 5,
    description: 'After how many wrong ones another code has to be asked for.',
  }),
  EMAIL_CODES_PER_HOUR: integer({
    min: 1,
    max: 100,
    default: 10,
    description:
      'How many codes are sent to one address within an hour, however many ask; as many again for each device that the account knows.',
  }),
  SIGN_INS_AT_ONCE: integer({
    min: 1,
    max: 16,
    default: 2,
    description: 'Passwords looked at side by side. The same few threads check signatures of tokens.',
  }),
  SIGN_INS_WAITING: integer({
    min: 1,
    max: 1_000,
    default: 16,
    description:
      'Sign-ins that wait for their turn, half of them from one network at most. Others are told to try again.',
  }),
} as const;
