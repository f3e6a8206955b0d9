import type { FastifyInstance } from 'fastify';
import type { Notifications } from './notifications.ts';

export const WEBHOOK_PATH = '/webhooks/payments';
const LARGEST_NOTIFICATION = 262_144;

/**
 * `POST /webhooks/payments`. The body is taken as the very bytes that were signed, on this route alone. Whoever cannot sign
 * learns nothing else; everything that is signed is acknowledged, also what fits no top-up, so that it is not sent again.
 */
export async function webhookRoute(
  app: FastifyInstance,
  { notifications }: { readonly notifications: Notifications },
): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: LARGEST_NOTIFICATION },
    (_request, body, done) => done(null, body),
  );
  app.addHook('onClose', () => notifications.settled());
  app.post(WEBHOOK_PATH, { bodyLimit: LARGEST_NOTIFICATION }, async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const receipt = await notifications.receive({ body, headers: request.headers }, request.id);
    void reply.header('cache-control', 'no-store');
    if (receipt !== 'FORGED') return reply.code(200).send({ status: 'received' });
    const message = 'The signature does not belong to this body.';
    return reply.code(401).send({ error: { code: 'UNAUTHENTICATED', message, requestId: request.id } });
  });
}
