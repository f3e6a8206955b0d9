import type { FastifyInstance } from 'fastify';
import { refuse, tooMany } from '../../identity/auth-answers.ts';
import { networkOf } from '../../identity/network-of.ts';
import type { PayTokens } from '../../identity/pay-tokens.ts';
import { crossSiteProblem } from '../../identity/same-site.ts';
import { localId } from '../../resolvers/global-id.ts';
import type { App } from '../../services/app.ts';
import { useCheckoutLink } from '../../services/checkout-links.ts';

const presented = {
  type: 'object',
  required: ['checkoutId', 'secret'],
  additionalProperties: false,
  properties: {
    checkoutId: { type: 'string', minLength: 1, maxLength: 400 },
    secret: { type: 'string', minLength: 1, maxLength: 64 },
  },
} as const;

export interface PayLinkOptions {
  readonly wallets: App;
  readonly payTokens: PayTokens;
  readonly allowedOrigins: readonly string[];
}

/**
 * `POST /auth/pay-link`: who came by the link of a checkout gets a token that is good for that one alone. The secret comes in the
 * body, for an address is written down on its way.
 */
export async function payLinkRoute(
  app: FastifyInstance,
  { wallets, payTokens, allowedOrigins }: PayLinkOptions,
): Promise<void> {
  app.post<{ Body: { checkoutId: string; secret: string } }>(
    '/auth/pay-link',
    { schema: { body: presented } },
    async (request, reply) => {
      const problem = crossSiteProblem(request, allowedOrigins);
      if (problem !== null) return refuse(reply, 403, 'FORBIDDEN', problem);
      const { checkoutId: named, secret } = request.body;
      const checkoutId = localId('Checkout', named) ?? '';
      const used = await useCheckoutLink(wallets, networkOf(request.ip), { checkoutId, secret });
      if (used && 'waitSeconds' in used) {
        const why = 'Too many links that lead nowhere. Wait before the next.';
        return tooMany(reply, 'RATE_LIMITED', why, used.waitSeconds);
      }
      if (!used)
        return refuse(reply, 400, 'LINK_NOT_USABLE', 'This link was used before, or its time is over.');
      const { walletId, id, expiresAt } = used.checkout;
      void reply.header('cache-control', 'no-store');
      return reply.send(await payTokens.issue(walletId, id, expiresAt));
    },
  );
}
