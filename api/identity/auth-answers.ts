import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Grant, Origin } from './admission.ts';
import { SESSION_COOKIE, type Cookies } from './cookies.ts';
import { deviceOf } from './device.ts';
import type { NextStep } from './second-factor/second-step.ts';

/** Beyond the session. Browsers keep no cookie longer than 400 days. */
const DEVICE_KNOWN_FOR = 300 * 86_400_000;

/** From where a request comes. */
export function originOf(request: FastifyRequest, cookies: Cookies): Origin {
  return {
    address: request.ip,
    requestId: request.id,
    device: deviceOf(request.headers['user-agent']),
    cookie: (name) => cookies.read(request, name),
  };
}

/** Hands out an access token in the answer, with what else there is to say, and the rest in cookies. */
export function sendGrant(
  reply: FastifyReply,
  cookies: Cookies,
  { accessToken, expiresIn, account, session, device }: Grant,
  more: object = {},
): FastifyReply {
  // Without a token the cookie, which all tabs share, is right already.
  if (session.refreshToken !== null) {
    const { refreshToken: value, expiresAt } = session;
    cookies.set(reply, { name: SESSION_COOKIE, value, expires: new Date(expiresAt) });
  }
  if (device !== null) {
    const expires = new Date(session.expiresAt + DEVICE_KNOWN_FOR);
    cookies.set(reply, { name: device.cookie, value: device.value, expires });
  }
  return reply.send({ accessToken, expiresIn, account, ...more });
}

/** The password was right and is not enough. No answer that lets anybody in: older clients show what it says. */
export function sendNextStep(reply: FastifyReply, { needs, ticket, expiresIn }: NextStep): FastifyReply {
  const said =
    needs === 'PROVE'
      ? { code: 'SECOND_FACTOR_REQUIRED', message: 'Enter the code that your authenticator app shows.' }
      : {
          code: 'SECOND_FACTOR_SETUP_REQUIRED',
          message: 'Set up an authenticator app to sign in: staff and admins need one here.',
        };
  return reply.code(401).send({ error: { ...said, ticket, expiresIn } });
}

export function tooMany(
  reply: FastifyReply,
  code: string,
  what: string,
  retryAfterSeconds: number,
): FastifyReply {
  const message = `${what} Try again in ${retryAfterSeconds} seconds.`;
  return reply
    .code(429)
    .header('retry-after', String(retryAfterSeconds))
    .send({ error: { code, message, retryAfterSeconds } });
}

export function busy(reply: FastifyReply, retryAfterSeconds: number): FastifyReply {
  const message = 'Many people are signing in at the moment. Try again in a few seconds.';
  return reply
    .code(503)
    .header('retry-after', String(retryAfterSeconds))
    .send({ error: { code: 'TRY_AGAIN', message, retryAfterSeconds } });
}

export function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ error: { code, message } });
}
