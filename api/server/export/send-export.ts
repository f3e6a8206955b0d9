import { addAbortSignal, pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { FastifyReply } from 'fastify';
import type { Instant } from '../../domain/calendar.ts';
import type { HistoryExport } from '../../services/queries/export-history.ts';
import { COLUMNS, csvRows, indiaTime, periodOf } from './csv-rows.ts';

export interface Sending {
  readonly now: Instant;
  /** After so long a transfer is broken off. */
  readonly milliseconds: number;
  /** Called when nothing more is read, however it ended. */
  readonly onEnd: () => void;
}

/** Sends an export while it is read, no faster than it is taken. */
export function sendExport(reply: FastifyReply, exported: HistoryExport, sending: Sending): FastifyReply {
  const { now, milliseconds, onEnd } = sending;
  const lines = stringify({
    header: true,
    columns: [...COLUMNS],
    // Without the mark at the beginning, spreadsheets take the text for another encoding.
    bom: true,
    record_delimiter: '\r\n',
  });
  addAbortSignal(AbortSignal.timeout(milliseconds), lines);
  pipeline(Readable.from(csvRows(exported, now)), lines, onEnd);
  return reply
    .header('content-type', 'text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${fileName(exported, now)}"`)
    .header('x-entry-count', String(exported.count))
    .send(lines);
}

/** `early-bird-history_2026-11-01_2026-11-30.csv`; with the customer's id, so that staff tell files apart. */
function fileName(exported: HistoryExport, now: Instant): string {
  const { from, to } = periodOf(exported, now);
  const days = [from, to].map((at) => indiaTime(at).date);
  return `${['early-bird-history', exported.wallet.id, ...days].join('_')}.csv`;
}
