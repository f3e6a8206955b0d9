import type { ExecutionResult } from 'graphql';
import { GivenUp, type Patience } from '../persistence/patience.ts';
import type { Principal } from '../identity/principal.ts';

/** What is known of a request before anything is read from its body. */
export interface RequestFacts {
  readonly requestId: string;
  /** Null for an anonymous request. */
  readonly principal: Principal | null;
  /** What the client calls itself; it proves nothing. */
  readonly clientName: string | null;
  /** Whether staff want to see what the operation costs. */
  readonly asksForCost: boolean;
  /** Of the household that it comes from, see `networkOf`. */
  readonly network: string;
  /** Whether nobody is there any more to be answered. */
  readonly isGone: () => boolean;
}

/** What an operation weighs, what its caller may ask for at once, and the path of the field that weighs most. */
export interface OperationCost {
  readonly weight: number;
  readonly budget: number;
  readonly heaviest: string;
}

export interface RequestInfo extends RequestFacts, Patience {
  /** Aborted when the operation has run out of time. */
  readonly signal: AbortSignal;
}

/** What is found out about a request on its way, for the log. */
export interface RequestTrace {
  operationName: string | null;
  readonly errorCodes: string[];
}

/** A request to GraphQL on its way. */
export class RequestState implements RequestInfo {
  readonly requestId: string;
  readonly principal: Principal | null;
  readonly clientName: string | null;
  readonly asksForCost: boolean;
  readonly network: string;
  readonly isGone: () => boolean;
  readonly trace: RequestTrace = { operationName: null, errorCodes: [] };
  readonly startedAt: number;
  /** What has come of the operation before Apollo got to see the request. */
  early: { readonly refusal: unknown } | { readonly result: ExecutionResult } | null = null;
  /** Asked, once the permissions allow it, before a wallet is changed: the caller's own when none is named. */
  beforeWalletChange: ((named: string | null) => Promise<void>) | null = null;
  /** Known when it was asked for. */
  cost: OperationCost | null = null;
  readonly #elapsed: () => number;
  #controller: AbortController | null = null;
  #readUntil: number | null = null;

  /** `elapsed` is a clock in milliseconds that only moves forward. */
  constructor(facts: RequestFacts, elapsed: () => number) {
    this.requestId = facts.requestId;
    this.principal = facts.principal;
    this.clientName = facts.clientName;
    this.asksForCost = facts.asksForCost;
    this.network = facts.network;
    this.isGone = facts.isGone;
    this.#elapsed = elapsed;
    this.startedAt = elapsed();
  }

  /** Most operations end in time and nobody listens, so there is nothing to abort until somebody asks for this. */
  get signal(): AbortSignal {
    return (this.#controller ??= new AbortController()).signal;
  }

  abort(): void {
    this.#controller?.abort();
  }

  /** From now on it is read for so long only, the first time that it is said. A change is never given up half-way, so nobody says this of one. */
  readFor(milliseconds: number): void {
    this.#readUntil ??= this.#elapsed() + milliseconds;
  }

  left(): number | null {
    if (this.#readUntil === null) return null;
    const left = this.#readUntil - this.#elapsed();
    if (left <= 0 || this.isGone()) throw new GivenUp();
    return left;
  }
}

const STATE = Symbol('request state');

/** A GraphQL context with the request behind it. A property of the context, because Apollo copies contexts. */
export function withRequest<C extends object>(context: C, state: RequestState): C {
  return Object.assign(context, { [STATE]: state });
}

/** The request behind a context, if it was made with `withRequest`. */
export function requestIn(context: object): RequestState | undefined {
  return (context as { [STATE]?: RequestState })[STATE];
}

/** The request behind a context made with `withRequest`. */
export function requestOf(context: object): RequestState {
  const state = requestIn(context);
  if (!state) throw new Error('This context was not made for a request.');
  return state;
}
