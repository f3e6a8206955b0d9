import type { FastifyInstance } from 'fastify';
import { paymentPage, STYLE, unknownPage } from './mock-pages.ts';
import { DECISIONS, SEQUELS, type MockProvider } from './mock-provider.ts';

interface Address {
  readonly Params: { readonly id: string };
}

/** The mock provider's pages: `/mock-payments/:id`. Never registered in production. */
export async function mockRoutes(
  app: FastifyInstance,
  { provider }: { readonly provider: MockProvider },
): Promise<void> {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  app.addHook('onClose', async () => provider.stop());
  app.get('/mock-payments/style.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
  app.get<Address>('/mock-payments/:id', (request, reply) => {
    const payment = provider.find(request.params.id);
    return reply
      .code(payment ? 200 : 404)
      .type('text/html; charset=utf-8')
      .send(payment ? paymentPage(payment) : unknownPage());
  });
  app.post<Address>('/mock-payments/:id', async (request, reply) => {
    const { id } = request.params;
    const asked = request.body instanceof URLSearchParams ? request.body.get('decision') : null;
    const decision = DECISIONS.find((known) => known === asked);
    const sequel = SEQUELS.find((known) => known === asked);
    if (!(decision ?? sequel) || !provider.find(id)) {
      return reply.code(404).type('text/html; charset=utf-8').send(unknownPage());
    }
    if (decision) await provider.decide(id, decision);
    if (sequel) await provider.follow(id, sequel);
    return reply.redirect(`/mock-payments/${id}`, 303);
  });
}
