import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { originOf, refuse, sendGrant, tooMany } from '../auth-answers.ts';
import type { Cookies } from '../cookies.ts';
import { principalOf } from '../view-routes.ts';
import type { Asker, Refused, SecondStep } from './second-step.ts';

export interface SecondFactorRoutesOptions {
  readonly secondStep: SecondStep;
  readonly cookies: Cookies;
}

const ticket = { type: 'string', minLength: 1, maxLength: 2_000 } as const;
const code = { type: 'string', minLength: 1, maxLength: 40 } as const;
const bodyOf = (required: readonly string[], properties: object) =>
  ({ type: 'object', required, additionalProperties: false, properties }) as const;

type Answered = readonly [status: number, code: string, message: string];
const ANSWERS: Readonly<Record<Exclude<Refused['problem'], 'TOO_MANY_ATTEMPTS'>, Answered>> = {
  NOBODY: [401, 'UNAUTHENTICATED', 'Sign in as staff or admin first.'],
  TICKET_NOT_USABLE: [401, 'TICKET_NOT_USABLE', 'That took too long. Sign in again from the beginning.'],
  INVALID_CODE: [
    401,
    'INVALID_CODE',
    'This code is not right, or it was used before. Wait for the next one.',
  ],
  CODE_NEEDED: [
    403,
    'SECOND_FACTOR_REQUIRED',
    'Enter a code of the present authenticator app, or a recovery code.',
  ],
  NOTHING_BEGUN: [409, 'NOTHING_BEGUN', 'That took too long. Begin again with a new QR code.'],
  NO_FACTOR: [409, 'NO_SECOND_FACTOR', 'There is no second step to switch off.'],
  FACTOR_REQUIRED: [
    403,
    'SECOND_FACTOR_IS_REQUIRED',
    'Staff and admins need a second step here. Set up another one instead.',
  ],
};

/** `/auth/second-factor…`: the second step of signing in, and setting it up. */
export async function secondFactorRoutes(
  app: FastifyInstance,
  { secondStep, cookies }: SecondFactorRoutesOptions,
): Promise<void> {
  app.get('/auth/second-factor', async (request, reply) => {
    const state = await secondStep.state(askerOf(request));
    return 'problem' in state ? refuseFor(reply, state) : reply.send(state);
  });

  app.post<{ Body: { ticket: string; code: string } }>(
    '/auth/second-factor/verify',
    { schema: { body: bodyOf(['ticket', 'code'], { ticket, code }) } },
    async (request, reply) => {
      const answer = await secondStep.enter(
        request.body.ticket,
        request.body.code,
        originOf(request, cookies),
      );
      if ('problem' in answer) return refuseFor(reply, answer);
      const { grant, recoveryCodesLeft } = answer;
      return sendGrant(reply, cookies, grant, recoveryCodesLeft === null ? {} : { recoveryCodesLeft });
    },
  );

  app.post<{ Body: { ticket?: string; code?: string } | null }>(
    '/auth/second-factor/begin',
    { schema: { body: { ...bodyOf([], { ticket, code }), type: ['object', 'null'] } } },
    async (request, reply) => {
      const asker = askerOf(request, request.body?.ticket);
      const begun = await secondStep.begin(asker, request.body?.code, originOf(request, cookies));
      return 'problem' in begun ? refuseFor(reply, begun) : reply.send(begun);
    },
  );

  app.post<{ Body: { ticket?: string; code: string } }>(
    '/auth/second-factor/confirm',
    { schema: { body: bodyOf(['code'], { ticket, code }) } },
    async (request, reply) => {
      const asker = askerOf(request, request.body.ticket);
      const answer = await secondStep.confirm(asker, request.body.code, originOf(request, cookies));
      if ('problem' in answer) return refuseFor(reply, answer);
      const { recoveryCodes, grant } = answer;
      return grant ? sendGrant(reply, cookies, grant, { recoveryCodes }) : reply.send({ recoveryCodes });
    },
  );

  app.post<{ Body: { code: string } }>(
    '/auth/second-factor/disable',
    { schema: { body: bodyOf(['code'], { code }) } },
    async (request, reply) => {
      const answer = await secondStep.remove(askerOf(request), request.body.code, originOf(request, cookies));
      return answer === 'DONE' ? reply.code(204).send() : refuseFor(reply, answer);
    },
  );
}

/** Whoever the bearer token speaks for, which the server has looked at before the request comes here. */
function askerOf(request: FastifyRequest, given?: string): Asker {
  return { principal: given === undefined ? principalOf(request) : null, ticket: given };
}

function refuseFor(reply: FastifyReply, refused: Refused): FastifyReply {
  if (refused.problem === 'TOO_MANY_ATTEMPTS')
    return tooMany(reply, refused.problem, 'Too many codes were tried.', refused.retryAfterSeconds);
  return refuse(reply, ...ANSWERS[refused.problem]);
}
