import type { FastifyInstance } from 'fastify';
import { actId, actOf, differences } from '../../domain/act.ts';
import type { App } from '../../services/app.ts';
import type { Caller } from '../../services/caller.ts';
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
    const seconds = await rateLimits.operation(asked.caller.actor.id, ROOT_FIELDS);
    if (seconds !== null) return sendProblem(request, reply, tooManyRequests(seconds));
    const release = slots.take(asked.caller.actor.id);
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
  { caller, customerId, filter }: ExportRequest,
  maxRows: number,
): Promise<HistoryExport | HttpProblem> {
  const found = await exportHistory(app, customerId, filter, maxRows);
  if (!found) return { status: 404, code: 'NOT_FOUND', message: 'This customer has no wallet.' };
  if (found.count <= maxRows) {
    await noteExport(app, caller, found);
    return found;
  }
  const message = `An export has at most ${maxRows} entries, and here are more. Choose a shorter period.`;
  return { status: 400, code: 'EXPORT_TOO_LARGE', message };
}

/** Whoever of the shop exports somebody's history has done so before the first line is sent. */
async function noteExport(app: App, caller: Caller, { wallet, filter, count }: HistoryExport): Promise<void> {
  if (caller.actor.role === 'CUSTOMER') return;
  const { from, to } = filter;
  const day = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
  const exported = differences(null, { from: day(from), to: day(to), entries: String(count) });
  const id = actId('exportHistory', app.ids.unique());
  const subject = { kind: 'CUSTOMER', id: wallet.id } as const;
  const deed = { id, at: app.now(), act: 'exportHistory', subject, ...exported } as const;
  await app.stores.acts.note([actOf(caller, deed)]);
}
