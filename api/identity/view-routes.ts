import type { FastifyInstance, FastifyRequest } from 'fastify';
import { asMeant, SHORT_TEXT } from '../domain/text-forms.ts';
import { refuse } from './auth-answers.ts';
import type { Principal } from './principal.ts';
import type { ViewAnswer, Views } from './views.ts';

const asked = {
  type: 'object',
  required: ['customerId', 'reason'],
  additionalProperties: false,
  properties: {
    customerId: { type: 'string', minLength: 1, maxLength: 64 },
    // One line, as every reason of an act.
    reason: { type: 'string', pattern: SHORT_TEXT.source },
  },
} as const;

type Problem = Extract<ViewAnswer, { problem: string }>['problem'];
const ANSWERS: Readonly<Record<Problem, readonly [status: number, code: string, message: string]>> = {
  NOBODY: [403, 'FORBIDDEN', 'Only staff and admins look as a customer.'],
  NO_SESSION: [403, 'FORBIDDEN', 'Sign in here to look as a customer: what you see ends with your session.'],
  NO_REASON: [400, 'BAD_USER_INPUT', 'Say in a word or two why you look.'],
  NOT_FOUND: [404, 'NOT_FOUND', 'The shop has no customer with this id.'],
};

/** `POST /auth/view-as`: a token to look at the app as a customer sees it. */
export async function viewRoutes(app: FastifyInstance, { views }: { readonly views: Views }): Promise<void> {
  app.post<{ Body: { customerId: string; reason: string } }>(
    '/auth/view-as',
    { schema: { body: asked } },
    async (request, reply) => {
      const principal = principalOf(request);
      if (!principal) return refuse(reply, 401, 'UNAUTHENTICATED', 'Sign in first.');
      const { customerId, reason } = request.body;
      const asked = { customerId, reason: asMeant(reason), requestId: request.id };
      const answer = await views.open(principal, asked);
      return 'problem' in answer ? refuse(reply, ...ANSWERS[answer.problem]) : reply.send(answer);
    },
  );
}

/** Whoever the bearer token speaks for, which the server has looked at before the request comes here. */
export function principalOf(request: FastifyRequest): Principal | null {
  return (request as FastifyRequest & { readonly principal?: Principal | null }).principal ?? null;
}
