import type { FastifyRequest } from 'fastify';
import { mayRead, ownCustomerId } from '../../resolvers/reach.ts';
import type { HistoryFilter } from '../../services/queries/history-filter.ts';
import type { Caller } from '../../services/caller.ts';
import { callerOf } from '../caller.ts';
import type { HttpProblem } from '../errors.ts';
import { BadQuery, readExportQuery, type ExportQuery } from './export-query.ts';

export interface ExportRequest {
  /** Who asks. */
  readonly caller: Caller;
  /** Whose history. */
  readonly customerId: string;
  readonly filter: HistoryFilter;
}

/** Who asks for whose history: a customer for the own, staff and admins for anybody's. The problem where that is not so. */
export function readExportRequest(request: FastifyRequest): ExportRequest | HttpProblem {
  const { principal, refusedToken, id: requestId } = request;
  const caller = callerOf({ principal, requestId, clientName: null });
  if (!caller) return unauthenticated(refusedToken);
  if (caller.viewedBy !== undefined) {
    const message = 'Whoever looks as a customer exports nothing. Export it as yourself.';
    return { status: 403, code: 'FORBIDDEN', message };
  }
  if (caller.paysFor !== undefined)
    return { status: 403, code: 'FORBIDDEN', message: 'A link to pay an order exports nothing. Sign in.' };
  const query = queryOf(request);
  if ('status' in query) return query;
  const customerId = query.customerId ?? ownCustomerId(caller);
  if (customerId === null) return badUserInput('Name the customer with customerId: staff have no wallet.');
  if (!mayRead(caller, customerId)) {
    return { status: 403, code: 'FORBIDDEN', message: 'You cannot export the history of another customer.' };
  }
  return { caller, customerId, filter: query.filter };
}

function queryOf({ query }: FastifyRequest): ExportQuery | HttpProblem {
  try {
    return readExportQuery(query as Record<string, unknown>);
  } catch (error) {
    if (error instanceof BadQuery) return badUserInput(error.message);
    throw error;
  }
}

function unauthenticated(refusedToken: string | null): HttpProblem {
  const message =
    refusedToken === null
      ? 'Sign in to export a history.'
      : `The access token is not accepted: ${refusedToken}. Sign in again.`;
  return { status: 401, code: 'UNAUTHENTICATED', message };
}

function badUserInput(message: string): HttpProblem {
  return { status: 400, code: 'BAD_USER_INPUT', message };
}
