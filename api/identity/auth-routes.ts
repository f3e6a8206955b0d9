import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Instant } from '../domain/calendar.ts';
import type { SessionEnd } from '../persistence/stores/session.store.ts';
import type { Grant } from './admission.ts';
import { busy, originOf, refuse, sendGrant, sendNextStep, tooMany } from './auth-answers.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import { emailCodeRoutes } from './email-code/email-code-routes.ts';
import type { EmailCodes } from './email-code/email-codes.ts';
import { Cookies, SESSION_COOKIE } from './cookies.ts';
import { crossSiteProblem } from './same-site.ts';
import type { Principal } from './principal.ts';
import type { Presented } from './sessions.ts';
import { secondFactorRoutes } from './second-factor/second-factor-routes.ts';
import type { SecondStep } from './second-factor/second-step.ts';
import { principalOf, viewRoutes } from './view-routes.ts';
import type { Views } from './views.ts';
import { BUSY_SECONDS, type Credentials, type SignIn } from './sign-in.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Requests to this route are counted by the route itself, once it knows whose they are. */
    readonly isCountedLater?: true;
  }
}

/** How often sessions may be used. Every answer is the number of seconds to wait, or null to go on. */
export interface SessionLimits {
  /** To be asked before a cookie is looked up, so that made-up ones do not keep the database busy. */
  lookUp(address: string): Promise<number | null>;
  /** The cookie is of this session. */
  ofSession(address: string, sessionId: string): Promise<number | null>;
  /** There was no cookie, or it is of no session. */
  ofNobody(address: string): Promise<number | null>;
}

/** What a page asks along with renewing its visit, because it cannot ask before and each way there and back is long. */
export interface Question {
  /** Who it believes is here. Nobody else is asked for. */
  readonly accountId: string;
  readonly operationName: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** The answer of GraphQL, for whoever was just renewed; null where it does not come along and has to be asked for as ever. */
export type AskAlong = (
  request: FastifyRequest,
  principal: Principal,
  question: Question,
) => Promise<object | null>;

export interface AuthRoutesOptions {
  readonly signIn: SignIn;
  readonly secondStep: SecondStep;
  readonly emailCodes: EmailCodes | null;
  readonly views: Views;
  readonly isDemo: boolean;
  readonly isProduction: boolean;
  readonly allowedOrigins: readonly string[];
  readonly limits: SessionLimits;
  readonly askAlong: AskAlong;
  readonly now: () => Instant;
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
const choice = {
  type: 'object',
  required: ['link', 'password'],
  additionalProperties: false,
  properties: {
    link: { type: 'string', minLength: 1, maxLength: 300 },
    // Long enough not to be guessed; what it is made of is nobody's business.
    password: { type: 'string', minLength: 12, maxLength: 200 },
  },
} as const;
const refreshTerms = {
  type: ['object', 'null'],
  properties: {
    question: {
      type: 'object',
      required: ['accountId', 'operationName', 'query'],
      additionalProperties: false,
      properties: {
        accountId: { type: 'string', maxLength: 128 },
        operationName: { type: 'string', maxLength: 128 },
        query: { type: 'string' },
        variables: { type: 'object' },
      },
    },
  },
} as const;
const signOutTerms = {
  type: ['object', 'null'],
  additionalProperties: false,
  properties: { everywhere: { type: 'boolean' } },
} as const;

/** `/auth/…`: the built-in sign-in. Failures are `{ error: { code, message } }`. */
export async function authRoutes(app: FastifyInstance, options: AuthRoutesOptions): Promise<void> {
  const { signIn, isDemo, limits } = options;
  const cookies = new Cookies(options.isProduction);
  acceptEmptyBodies(app);
  app.addHook('onRequest', async (request, reply) => {
    const problem = request.method === 'POST' ? crossSiteProblem(request, options.allowedOrigins) : null;
    if (problem !== null) return refuse(reply, 403, 'FORBIDDEN', problem);
    const { viewedBy, paysFor } = principalOf(request) ?? {};
    if (paysFor !== undefined)
      return refuse(reply, 403, 'FORBIDDEN', 'A link to pay an order has no part in signing in.');
    if (viewedBy)
      return refuse(reply, 403, 'FORBIDDEN', 'Whoever looks as a customer has no part in how they sign in.');
  });

  app.post<{ Body: Credentials }>(
    '/auth/sign-in',
    { schema: { body: credentials } },
    async (request, reply) => {
      const answer = await signIn.signIn(request.body, originOf(request, cookies));
      if ('grant' in answer) return sendGrant(reply, cookies, answer.grant);
      if ('next' in answer) return sendNextStep(reply, answer.next);
      if (answer.problem === 'INVALID_CREDENTIALS') {
        return refuse(reply, 401, answer.problem, 'The email address or the password is not right.');
      }
      if (answer.problem === 'BUSY') return busy(reply, answer.retryAfterSeconds);
      return tooMany(reply, 'TOO_MANY_ATTEMPTS', 'Too many attempts to sign in.', answer.retryAfterSeconds);
    },
  );

  app.post<{ Body: { link: string; password: string } }>(
    '/auth/password',
    { schema: { body: choice } },
    async (request, reply) => {
      const { link, password } = request.body;
      const outcome = await signIn.choosePassword(link, password, request.ip);
      if (outcome === 'BUSY') return busy(reply, BUSY_SECONDS);
      if (outcome === 'DONE') return reply.code(204).send();
      return refuse(
        reply,
        400,
        'LINK_NOT_USABLE',
        'This link was used before, or its time is over. Ask for a new one.',
      );
    },
  );

  app.post<{ Body?: { question?: Question } | null }>(
    '/auth/refresh',
    { schema: { body: refreshTerms }, config: { isCountedLater: true } },
    async (request, reply) => {
      const found = await find(request);
      if ('waitSeconds' in found)
        return tooMany(reply, 'RATE_LIMITED', 'Too many refreshes.', found.waitSeconds);
      const answer = found.presented && (await signIn.refresh(found.presented));
      if (answer && 'grant' in answer) {
        const told = await answerAlong(request, answer.grant);
        return sendGrant(reply, cookies, answer.grant, told === null ? {} : { answer: told });
      }
      cookies.clear(reply, SESSION_COOKIE);
      return reply.code(401).send({ error: signedOut(answer?.over ?? 'LEFT') });
    },
  );

  app.post<{ Body: { everywhere?: boolean } | null }>(
    '/auth/sign-out',
    { schema: { body: signOutTerms }, config: { isCountedLater: true } },
    async (request, reply) => {
      const found = await find(request);
      if ('waitSeconds' in found)
        return tooMany(reply, 'RATE_LIMITED', 'Too many requests.', found.waitSeconds);
      if (found.presented) await signIn.signOut(found.presented, request.body?.everywhere === true);
      cookies.clear(reply, SESSION_COOKIE);
      return reply.code(204).send();
    },
  );

  const { emailCodes, now } = options;
  // Before anybody signs in: what a page may offer.
  app.get('/auth/ways', () => ({ password: true, emailCode: emailCodes !== null }));
  if (emailCodes) await app.register(emailCodeRoutes, { emailCodes, cookies, now });
  await app.register(viewRoutes, { views: options.views });
  await app.register(secondFactorRoutes, { secondStep: options.secondStep, cookies });
  if (isDemo) {
    app.get('/auth/demo-accounts', () =>
      DEMO_ACCOUNTS.map(({ name, role, email, password, blurb }) => ({ name, role, email, password, blurb })),
    );
  }

  async function answerAlong(
    request: FastifyRequest<{ Body?: { question?: Question } | null }>,
    { principal }: Grant,
  ): Promise<object | null> {
    const question = request.body?.question;
    return question?.accountId === principal.subject ? options.askAlong(request, principal, question) : null;
  }

  /** The session of the cookie, which is counted; null without one. */
  async function find(request: FastifyRequest): Promise<Found> {
    const { ip } = request;
    const token = cookies.read(request, SESSION_COOKIE);
    const wait = token === undefined ? null : await limits.lookUp(ip);
    if (wait !== null) return { waitSeconds: wait };
    const presented = await signIn.presented(token);
    const waitSeconds = presented
      ? await limits.ofSession(ip, presented.session.id)
      : await limits.ofNobody(ip);
    return waitSeconds === null ? { presented } : { waitSeconds };
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

type Found = { readonly presented: Presented | null } | { readonly waitSeconds: number };

/** Why nobody is signed in, for the person: what may be somebody else's doing is said. */
function signedOut(over: SessionEnd) {
  const code = 'UNAUTHENTICATED';
  switch (over) {
    case 'REUSED':
      return {
        ...{ code, reason: 'SESSION_REUSED' },
        message:
          'The session was ended for safety: an old copy of it was used again. Sign in again; if that was not you, sign out everywhere and change the password.',
      };
    case 'ENDED':
      return {
        ...{ code, reason: 'SESSION_ENDED' },
        message: 'The session was ended from another device. Sign in again.',
      };
    case 'LEFT':
      return { code, reason: 'NO_SESSION', message: 'Nobody is signed in here. Sign in again.' };
  }
}
