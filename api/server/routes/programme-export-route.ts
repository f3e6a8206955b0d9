import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { DateTime } from '../../../schema/scalars/date-time.ts';
import { programmePeriod } from '../../resolvers/programme-period.ts';
import type { App } from '../../services/app.ts';
import { programmeStatistics, type Period } from '../../services/queries/programme-statistics.ts';
import { sendProblem, tooManyRequests, type HttpProblem } from '../errors.ts';
import { programmeCsv, TABLE_NAMES, type TableName } from '../export/programme-csv.ts';
import type { RateLimits } from '../limits/rate-limits.ts';

export interface ProgrammeExportOptions {
  readonly app: App;
  readonly rateLimits: RateLimits;
}

/** The figures take as much as many questions. */
const ROOT_FIELDS = 10;
const NAMES = ['table', 'from', 'to'];

/** `GET /export/programme.csv?table=movement&from=…&to=…`: a table of the programme's figures for a spreadsheet. For admins. */
export function programmeExportRoute(server: FastifyInstance, options: ProgrammeExportOptions): void {
  const { app, rateLimits } = options;
  server.get('/export/programme.csv', { exposeHeadRoute: false, helmet: false }, async (request, reply) => {
    const asked = askedBy(request, app.now());
    if ('status' in asked) return sendProblem(request, reply, asked);
    const seconds = await rateLimits.operation(request.principal?.subject ?? '', ROOT_FIELDS);
    if (seconds !== null) return sendProblem(request, reply, tooManyRequests(seconds));
    const { name, text } = programmeCsv(asked.table, await programmeStatistics(app, asked.period));
    return reply
      .header('content-type', 'text/csv; charset=utf-8; header=present')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(text);
  });
}

interface Asked {
  readonly table: TableName;
  readonly period: Period;
}

function askedBy({ principal, refusedToken, query }: FastifyRequest, now: number): Asked | HttpProblem {
  if (!principal) {
    const why = refusedToken === null ? '' : ` The access token is not accepted: ${refusedToken}.`;
    return { status: 401, code: 'UNAUTHENTICATED', message: `Sign in to export figures.${why}` };
  }
  if (principal.role !== 'ADMIN')
    return { status: 403, code: 'FORBIDDEN', message: 'Only admins see the figures of the programme.' };
  const given = query as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).find((name) => !NAMES.includes(name));
  if (unknown !== undefined) return badUserInput(`There is only ${NAMES.join(', ')} to ask by.`);
  const table = TABLE_NAMES.find((name) => name === given['table']);
  if (!table) return badUserInput(`table must be one of ${TABLE_NAMES.join(', ')}.`);
  try {
    const [from, to] = [momentOf(given['from']), momentOf(given['to'])];
    return { table, period: programmePeriod({ from, to }, now) };
  } catch (error) {
    if (error instanceof GraphQLError) return badUserInput(error.message);
    throw error;
  }
}

function momentOf(value: unknown): number | null {
  if (value === undefined || value === '') return null;
  // In an address a plus sign stands for a space unless it is encoded.
  return DateTime.parseValue(typeof value === 'string' ? value.replace(' ', '+') : value);
}

function badUserInput(message: string): HttpProblem {
  return { status: 400, code: 'BAD_USER_INPUT', message };
}
