import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import { parseRefreshToken } from './refresh-token.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts';
import { crossSiteProblem } from './same-site.ts';
import type { Credentials, Grant, SignIn } from './sign-in.ts';

export interface AuthRoutesOptions {
  readonly signIn: SignIn;
  readonly isDemo: boolean;
  readonly isProduction: boolean;
  readonly allowedOrigins: readonly string[];
  /** How often a session may be refreshed in a minute; null for any number. */
  readonly refreshesPerMinute: number | null;
}

const credentials = {
  type: 'object',
  required: ['email', 'password'],
  additionalProperties: false,
  properties: {
    email: { type: 'string', minLength: 1, maxLength: 254 },
    password: { type: 'string', minLength: 1, maxLength: 200 },
  },
} as const;
const signOutTerms = {
  type: ['object', 'null'],
  additionalProperties: false,
  properties: { everywhere: { type: 'boolean' } },
} as const;

/** `/auth/…`: the built-in sign-in. Failures are `{ error: { code, message } }`. */
export async function authRoutes(app: FastifyInstance, options: AuthRoutesOptions): Promise<void> {
  const { signIn, isDemo, isProduction } = options;
  const refreshes =
    options.refreshesPerMinute === null
      ? null
      : new RateLimiterMemory({ points: options.refreshesPerMinute, duration: 60 });
  acceptEmptyBodies(app);
  app.addHook('onRequest', async (request, reply) => {
    const problem = request.method === 'POST' ? crossSiteProblem(request, options.allowedOrigins) : null;
    if (problem !== null) return refuse(reply, 403, 'FORBIDDEN', problem);
  });

  app.post<{ Body: Credentials }>(
    '/auth/sign-in',
    { schema: { body: credentials } },
    async (request, reply) => {
      const answer = await signIn.signIn(request.body, request.ip);
      if ('grant' in answer) return grant(reply, answer.grant);
      if (answer.problem === 'INVALID_CREDENTIALS') {
        return refuse(reply, 401, answer.problem, 'The email address or the password is not right.');
      }
      return tooMany(reply, 'TOO_MANY_ATTEMPTS', 'Too many attempts to sign in.', answer.retryAfterSeconds);
    },
  );

  app.post('/auth/refresh', async (request, reply) => {
    const token = readSessionCookie(request);
    const waitSeconds = await waitFor(refreshes, parseRefreshToken(token)?.sessionId);
    if (waitSeconds !== null) return tooMany(reply, 'RATE_LIMITED', 'Too many refreshes.', waitSeconds);
    const granted = await signIn.refresh(token);
    if (granted) return grant(reply, granted);
    clearSessionCookie(reply, isProduction);
    return refuse(reply, 401, 'UNAUTHENTICATED', 'Nobody is signed in here. Sign in again.');
  });

  app.post<{ Body: { everywhere?: boolean } | null }>(
    '/auth/sign-out',
    { schema: { body: signOutTerms } },
    async (request, reply) => {
      await signIn.signOut(readSessionCookie(request), request.body?.everywhere === true);
      clearSessionCookie(reply, isProduction);
      return reply.code(204).send();
    },
  );

  if (isDemo) {
    app.get('/auth/demo-accounts', () =>
      DEMO_ACCOUNTS.map(({ name, role, email, password, blurb }) => ({ name, role, email, password, blurb })),
    );
  }

  function grant(reply: FastifyReply, { session, ...answer }: Grant): FastifyReply {
    // Without a new token another tab has just received it, and the cookie, which both share, is right already.
    if (session.refreshToken !== null) {
      const { refreshToken: value, expiresAt } = session;
      setSessionCookie(reply, { value, expires: new Date(expiresAt), isSecure: isProduction });
    }
    return reply.send(answer);
  }
}

/** Refreshing and signing out need no body, and some clients announce JSON all the same. */
function acceptEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request: FastifyRequest, body, done) => {
      if (body === '') return done(null, null);
      void parse(request, body.toString(), done);
    },
  );
}

async function waitFor(limiter: RateLimiterMemory | null, key: string | undefined): Promise<number | null> {
  if (!limiter || key === undefined) return null;
  try {
    await limiter.consume(key);
    return null;
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    return Math.max(1, Math.ceil(rejection.msBeforeNext / 1_000));
  }
}

function tooMany(reply: FastifyReply, code: string, what: string, retryAfterSeconds: number): FastifyReply {
  const message = `${what} Try again in ${retryAfterSeconds} seconds.`;
  return reply
    .code(429)
    .header('retry-after', String(retryAfterSeconds))
    .send({ error: { code, message, retryAfterSeconds } });
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ error: { code, message } });
}
