import type { FastifyInstance } from 'fastify';
import type { DemoMailbox } from './demo-mailbox.ts';
import { mailboxPage, STYLE } from './mailbox-page.ts';

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

/** `/mailbox`: what a demo would have sent. Registered nowhere else. */
export async function mailboxRoutes(
  app: FastifyInstance,
  { mailbox }: { readonly mailbox: DemoMailbox },
): Promise<void> {
  app.get('/mailbox', (_request, reply) =>
    reply.headers(HEADERS).type('text/html; charset=utf-8').send(mailboxPage(mailbox.mails)),
  );
  app.get('/mailbox/style.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
}
