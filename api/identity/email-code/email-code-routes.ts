import type { FastifyInstance } from 'fastify';
import type { Instant } from '../../domain/calendar.ts';
import { originOf, refuse, sendGrant, tooMany } from '../auth-answers.ts';
import type { Cookies } from '../cookies.ts';
import { mailLanguages, type MailLanguage } from './code-mail.ts';
import { BROWSER_COOKIE, type EmailCodes } from './email-codes.ts';

export interface EmailCodeRoutesOptions {
  readonly emailCodes: EmailCodes;
  readonly cookies: Cookies;
  readonly now: () => Instant;
}

const email = { type: 'string', minLength: 1, maxLength: 254 } as const;
const ask = {
  type: 'object',
  required: ['email'],
  additionalProperties: false,
  properties: { email, language: { type: 'string', enum: mailLanguages } },
} as const;
const entry = {
  type: 'object',
  required: ['email', 'code'],
  additionalProperties: false,
  properties: { email, code: { type: 'string', minLength: 1, maxLength: 20 } },
} as const;

/** `/auth/code…`: signing in with a code by e-mail. */
export async function emailCodeRoutes(
  app: FastifyInstance,
  { emailCodes, cookies, now }: EmailCodeRoutesOptions,
): Promise<void> {
  app.post<{ Body: { email: string; language?: MailLanguage } }>(
    '/auth/code',
    { schema: { body: ask } },
    async (request, reply) => {
      const { email, language = 'en' } = request.body;
      const answer = await emailCodes.ask(email, language, originOf(request, cookies));
      if ('problem' in answer)
        return tooMany(reply, answer.problem, 'Too many codes were asked for.', answer.retryAfterSeconds);
      const { seconds: expiresIn } = emailCodes;
      const expires = new Date(now() + expiresIn * 1_000);
      cookies.set(reply, { name: BROWSER_COOKIE, value: answer.browser, expires });
      return reply.code(202).send({ expiresIn });
    },
  );

  app.post<{ Body: { email: string; code: string } }>(
    '/auth/code/verify',
    { schema: { body: entry } },
    async (request, reply) => {
      const answer = await emailCodes.enter(request.body, originOf(request, cookies));
      if ('grant' in answer) {
        cookies.clear(reply, BROWSER_COOKIE);
        return sendGrant(reply, cookies, answer.grant);
      }
      if (answer.problem === 'INVALID_CODE') {
        return refuse(
          reply,
          401,
          answer.problem,
          'This code is not right, was used before, or its time is over. It works only where it was asked for.',
        );
      }
      return tooMany(reply, answer.problem, 'Too many codes were tried.', answer.retryAfterSeconds);
    },
  );
}
