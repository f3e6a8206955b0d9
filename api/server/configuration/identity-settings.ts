import { address, choice, integer, text } from './setting.ts';

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
      'How long the refresh token before the present one is still understood, for two tabs that refresh at once. Later use of it ends the session.',
  }),
  SIGN_IN_ATTEMPTS: integer({
    min: 1,
    max: 100,
    default: 5,
    description: 'Failed sign-ins to one account from one address before it is locked for that address.',
  }),
  SIGN_IN_WINDOW_SECONDS: integer({
    min: 1,
    max: 86_400,
    default: 900,
    description: 'The time in which failed sign-ins are counted, and for which the lock lasts.',
  }),
} as const;
