import type { FastifyInstance } from 'fastify';
import type { Notifications } from './notifications.ts';

export const WEBHOOK_PATH = '/webhooks/payments';
const LARGEST_NOTIFICATION = 262_144;

/** Counts what was forged, by where it came from. */
export interface Forgeries {
  /** For how many seconds nothing more is taken from this address; null if it is. */
  wait(address: string): Promise<number | null>;
  count(address: string): Promise<void>;
}

export interface WebhookOptions {
  readonly notifications: Notifications;
  /** Left out, whoever forges may go on. */
  readonly forgeries?: Forgeries;
}

/**
 * `POST /webhooks/payments`. The body is taken as the very bytes that were signed, on this route alone. Whoever cannot sign
 * learns nothing else, and after some tries is not listened to; everything that is signed is acknowledged, also what fits no
 * top-up, so that it is not sent again, and however much of it comes.
 */
export async function webhookRoute(
  app: FastifyInstance,
  { notifications, forgeries }: WebhookOptions,
): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: LARGEST_NOTIFICATION },
    (_request, body, done) => done(null, body),
  );
  app.addHook('onClose', () => notifications.settled());
  app.addHook('onRequest', async ({ ip, id: requestId }, reply) => {
    const seconds = (await forgeries?.wait(ip)) ?? null;
    if (seconds === null) return;
    const message = `Too many notifications with a wrong signature. Try again in ${seconds} seconds.`;
    const error = { code: 'RATE_LIMITED', message, requestId, retryAfterSeconds: seconds };
    return reply.code(429).header('retry-after', String(seconds)).send({ error });
  });
  app.post(WEBHOOK_PATH, { bodyLimit: LARGEST_NOTIFICATION }, async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const receipt = await notifications.receive({ body, headers: request.headers }, request.id);
    void reply.header('cache-control', 'no-store');
    if (receipt === 'FORGED') await forgeries?.count(request.ip);
    else return reply.code(200).send({ status: 'received' });
    const message = 'The signature does not belong to this body.';
    return reply.code(401).send({ error: { code: 'UNAUTHENTICATED', message, requestId: request.id } });
  });
}
