import type { FastifyInstance } from 'fastify';
import type { App } from '../../services/app.ts';
import { exportHistory, type HistoryExport } from '../../services/queries/export-history.ts';
import type { Config } from '../config.ts';
import { sendProblem, tooManyRequests, type HttpProblem } from '../errors.ts';
import { readExportRequest, type ExportRequest } from '../export/export-request.ts';
import type { Stopping } from '../connections/stopping.ts';
import { ExportSlots } from '../export/export-slots.ts';
import { sendExport } from '../export/send-export.ts';
import type { RateLimits } from '../limits/rate-limits.ts';

export interface ExportRouteOptions {
  readonly app: App;
  readonly limits: Config['exports'];
  readonly rateLimits: RateLimits;
  readonly stopping: Stopping;
}

const PATH = '/export/transactions.csv';
/** An export reads as much as many questions, and counts as so many. */
const ROOT_FIELDS = 10;
const EXPORTS_EACH = 2;
const BUSY_SECONDS = 10;

/**
 * `GET /export/transactions.csv`: a history for a spreadsheet. It is read while it is sent, so its length costs no memory;
 * whoever goes away stops the reading, and an export that fails on its way ends as a broken transfer.
 */
export function exportRoute(server: FastifyInstance, options: ExportRouteOptions): void {
  const { app, limits, rateLimits, stopping } = options;
  const slots = new ExportSlots({ most: limits.atOnce, mostEach: EXPORTS_EACH });
  server.get(PATH, { exposeHeadRoute: false, helmet: false }, async (request, reply) => {
    const asked = readExportRequest(request);
    if ('status' in asked) return sendProblem(request, reply, asked);
    const seconds = await rateLimits.operation(asked.subject, ROOT_FIELDS);
    if (seconds !== null) return sendProblem(request, reply, tooManyRequests(seconds));
    const release = slots.take(asked.subject);
    if (!release) return sendProblem(request, reply, tooManyRequests(BUSY_SECONDS));
    const found = await find(app, asked, limits.maxRows).catch((error: unknown) => {
      release();
      throw error;
    });
    if (!('status' in found)) {
      return sendExport(reply, found, {
        now: app.now(),
        milliseconds: limits.seconds * 1_000,
        stop: stopping.endTransfers,
        onEnd: release,
      });
    }
    release();
    return sendProblem(request, reply, found);
  });
}

async function find(
  app: App,
  { customerId, filter }: ExportRequest,
  maxRows: number,
): Promise<HistoryExport | HttpProblem> {
  const found = await exportHistory(app, customerId, filter, maxRows);
  if (!found) return { status: 404, code: 'NOT_FOUND', message: 'This customer has no wallet.' };
  if (found.count <= maxRows) return found;
  const message = `An export has at most ${maxRows} entries, and here are more. Choose a shorter period.`;
  return { status: 400, code: 'EXPORT_TOO_LARGE', message };
}
