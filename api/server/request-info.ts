import type { Principal } from '../identity/principal.ts';

/** What is known of a request before anything is read from its body. */
export interface RequestInfo {
  readonly requestId: string;
  /** Null for an anonymous request. */
  readonly principal: Principal | null;
  readonly address: string;
  /** What the client calls itself; it proves nothing. */
  readonly clientName: string | null;
  readonly clientVersion: string | null;
  /** Aborted when the operation has run out of time. */
  readonly signal: AbortSignal;
}

/** What is found out about a request on its way, for the log. */
export interface RequestTrace {
  operationName: string | null;
  readonly errorCodes: string[];
}

export interface RequestState {
  readonly info: RequestInfo;
  readonly trace: RequestTrace;
  readonly startedAt: number;
  readonly abort: () => void;
}

const STATE = Symbol('request state');

/** A GraphQL context with the request behind it. A property of the context, because Apollo copies contexts. */
export function withRequest<C extends object>(context: C, state: RequestState): C {
  return Object.assign(context, { [STATE]: state });
}

/** The request behind a context made with `withRequest`. */
export function requestOf(context: object): RequestState {
  const state = (context as { [STATE]?: RequestState })[STATE];
  if (!state) throw new Error('This context was not made for a request.');
  return state;
}
