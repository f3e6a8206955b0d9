import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AroundBatch } from '../../ledger/observer.ts';
import type { CommandWatcher } from '../../persistence/command-watcher.ts';
import type { Execute } from '../limits/operation-executor.ts';
import { operationLabel } from './operation-labels.ts';

const SERVICE = 'early-bird-wallet';

/** Sends traces to a collector: requests, the operations in them, batches of the engine, and commands to the database below each. */
export class Traces {
  readonly #provider: NodeTracerProvider;
  readonly #tracer: Tracer;
  readonly #requests = new WeakMap<FastifyRequest, { readonly span: Span; readonly within: Context }>();

  /** The address takes spans by OTLP over HTTP. What else there is to say, such as headers, the packages read as their standard has it. */
  constructor(url: string) {
    this.#provider = new NodeTracerProvider({
      resource: defaultResource()
        .merge(resourceFromAttributes({ 'service.name': SERVICE }))
        .merge(detectResources({ detectors: [envDetector] })),
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
    });
    this.#provider.register();
    this.#tracer = this.#provider.getTracer(SERVICE);
  }

  /** A span for each request, below the caller's where it names one. */
  watch(app: FastifyInstance): void {
    app.addHook('onRequest', (request, _reply, done) => {
      const outer = propagation.extract(ROOT_CONTEXT, request.headers);
      const span = this.#tracer.startSpan(request.method, { kind: SpanKind.SERVER }, outer);
      const within = trace.setSpan(outer, span);
      this.#requests.set(request, { span, within });
      context.with(within, done);
    });
    // The body has arrived since, in a context that is nobody's.
    app.addHook('preHandler', (request, _reply, done) => {
      context.with(this.#requests.get(request)?.within ?? ROOT_CONTEXT, done);
    });
    app.addHook('onResponse', (request, reply, done) => {
      const { span } = this.#requests.get(request) ?? {};
      const route = request.routeOptions.url ?? 'unknown';
      span?.updateName(`${request.method} ${route}`);
      span?.setAttributes({
        'http.request.method': request.method,
        'http.route': route,
        'http.response.status_code': reply.statusCode,
        'wallet.request_id': request.id,
      });
      if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
      done();
    });
  }

  /** A span for each operation that is executed, by the names that metrics have too. */
  around(execute: Execute): Execute {
    return (executable) => {
      const { operation, operationName } = executable;
      const type = operation?.operation ?? 'query';
      const name = operationLabel(operation?.name?.value ?? operationName);
      const attributes = { 'graphql.operation.type': type, 'graphql.operation.name': name };
      return this.#tracer.startActiveSpan(`${type} ${name}`, { attributes }, async (span) => {
        try {
          const result = await execute(executable);
          if (result.errors) span.setStatus({ code: SpanStatusCode.ERROR });
          return result;
        } finally {
          span.end();
        }
      });
    };
  }

  /** A trace of its own for each batch, because it is of many requests; linked to the one that set it off. */
  readonly aroundBatch: AroundBatch = (commands, work) => {
    const cause = trace.getSpanContext(context.active());
    const options = {
      root: true,
      attributes: { 'engine.commands': commands },
      ...(cause && { links: [{ context: cause }] }),
    };
    return this.#tracer.startActiveSpan('engine batch', options, async (span) => {
      try {
        return await work();
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  };

  /** A span for each command to the database that one of the others has sent; what was in it is nobody's business here. */
  get commands(): CommandWatcher {
    const open = new Map<string, Span>();
    return {
      started: ({ id, name, collection }) => {
        if (!trace.getSpan(context.active())) return;
        const attributes = {
          'db.system.name': 'mongodb',
          'db.operation.name': name,
          ...(collection !== null && { 'db.collection.name': collection }),
        };
        open.set(id, this.#tracer.startSpan(`mongodb ${name}`, { kind: SpanKind.CLIENT, attributes }));
      },
      ended: (id, isFailure) => {
        const span = open.get(id);
        open.delete(id);
        if (isFailure) span?.setStatus({ code: SpanStatusCode.ERROR });
        span?.end();
      },
    };
  }

  /** Sends what is left. A collector that does not answer loses it, and holds nobody up for long. */
  async stop(): Promise<void> {
    await this.#provider.shutdown().catch(() => undefined);
    for (const api of [trace, context, propagation]) api.disable();
  }
}
