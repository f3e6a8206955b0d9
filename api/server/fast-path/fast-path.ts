import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Turns } from '../../ledger/turns.ts';
import type { Execute, Executed } from '../limits/operation-executor.ts';
import type { OperationGate } from '../operation-gate.ts';
import { requestOf } from '../request-info.ts';
import type { AnswerPlans } from './answer-plans.ts';
import type { KnownOperation, KnownOperations } from './known-operations.ts';

export interface FastPathParts {
  readonly known: KnownOperations;
  readonly plans: AnswerPlans;
  readonly gate: OperationGate;
  readonly execute: Execute;
}

/** Clients send a handful of `Accept` headers. */
const MOST_TYPES = 64;
/** So long may what is asked along with something else keep the rest of its answer waiting. */
const ALONG_MS = 300;

/** As its caller wrote it. */
interface QuestionAlong {
  readonly query: string;
  readonly operationName: string;
  readonly variables?: Record<string, unknown>;
}

interface Question {
  readonly known: KnownOperation;
  readonly variables: Record<string, unknown> | undefined;
}

interface Asked extends Question {
  readonly contentType: string;
}

/**
 * Answers operations that Apollo has seen before, without Apollo's way there, which takes longer than most operations
 * themselves (decision 13). It answers only what goes well. Whatever else comes of a request is left in its state, and Apollo
 * tells it like everything that it found out by itself.
 */
export class FastPath {
  readonly #parts: FastPathParts;
  /** With which content type those were answered who accept the same. The rules for that are Apollo's. */
  readonly #types = new LRUCache<string, string>({ max: MOST_TYPES });
  readonly #turns = new Turns();

  constructor(parts: FastPathParts) {
    this.#parts = parts;
  }

  /** The body of the answer; null when the request has to go to Apollo. */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    makeContext: () => object,
  ): Promise<string | null> {
    const asked = this.#asked(request);
    if (!asked) return null;
    const context = makeContext();
    await new Promise<void>((resolve) => this.#turns.take(resolve));
    const state = requestOf(context);
    try {
      await this.#parts.gate.admit(asked.known, asked.variables, state);
      const result = await this.#execute(asked, context);
      if (result.errors) {
        state.early = { result };
        return null;
      }
      this.#parts.gate.report(state);
      void reply.header('content-type', asked.contentType);
      return `{"data":${result.text ?? JSON.stringify(result.data)}}\n`;
    } catch (refusal) {
      state.early = { refusal };
      return null;
    }
  }

  /**
   * The answer to a question that came along with something else; null when it was not seen before, when it is none but a
   * change, and whenever it does not go well or takes too long. Then it has to be asked by itself.
   */
  async answerAlong(
    { query, operationName, variables }: QuestionAlong,
    context: object,
  ): Promise<object | null> {
    const known = this.#parts.known.find(query, operationName);
    if (known?.operation.operation !== OperationTypeNode.QUERY) return null;
    await new Promise<void>((resolve) => this.#turns.take(resolve));
    const state = requestOf(context);
    try {
      await this.#parts.gate.admit(known, variables, state);
      const { errors, text, data } = await this.#execute({ known, variables }, context, ALONG_MS);
      if (errors) return null;
      this.#parts.gate.report(state);
      return { data: text === undefined ? data : (JSON.parse(text) as unknown) };
    } catch {
      // Asked by itself, it is told what is wrong.
      return null;
    }
  }

  /** Remembers how Apollo answered, for the next one who asks like this. */
  learn({ principal, headers }: FastifyRequest, reply: FastifyReply): void {
    const type = reply.getHeader('content-type');
    if (principal && reply.statusCode === 200 && typeof type === 'string') {
      this.#types.set(headers.accept ?? '', type);
    }
  }

  #execute({ known, variables }: Question, context: object, withinMs?: number): Promise<Executed> {
    const { plans, execute } = this.#parts;
    const request = variables === undefined ? {} : { variables };
    const terms = { ...known, request, context, ...(withinMs !== undefined && { withinMs }) };
    if (!plans.has(known)) return execute(terms);
    return execute({ ...terms, write: () => plans.write(known, variables, context) });
  }

  /** What is asked for, if it is the plain request of somebody known for something known. */
  #asked({ method, principal, refusedToken, body, headers }: FastifyRequest): Asked | null {
    if (method !== 'POST' || !principal || refusedToken !== null || !isRecord(body)) return null;
    if ('x-query-cost' in headers) return null;
    const { query, variables, operationName, extensions } = body;
    if (typeof query !== 'string') return null;
    if (variables !== undefined && variables !== null && !isRecord(variables)) return null;
    if (extensions !== undefined && (!isRecord(extensions) || 'persistedQuery' in extensions)) return null;
    if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
      return null;
    const known = this.#parts.known.find(query, operationName ?? null);
    const contentType = this.#types.get(headers.accept ?? '');
    if (!known || contentType === undefined) return null;
    return { known, variables: variables ?? undefined, contentType };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
