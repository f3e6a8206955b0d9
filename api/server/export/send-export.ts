import { addAbortSignal, PassThrough, pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import { dayOf, type Instant } from '../../domain/calendar.ts';
import type { HistoryExport } from '../../services/queries/export-history.ts';
import { COLUMNS, csvRows, incompleteRow, periodOf } from './csv-rows.ts';

export interface Sending {
  readonly now: Instant;
  /** After so long a transfer is broken off. */
  readonly milliseconds: number;
  /** Aborted when the server stops: then the file ends early and says so. */
  readonly stop: AbortSignal;
  /** Called when nothing more is read, however it ended. */
  readonly onEnd: () => void;
}

/** Every cell is quoted: a program that cuts at commas or semicolons must not make two cells of one. */
const FORMAT = { record_delimiter: '\r\n', quoted: true, quoted_empty: true };

/** Sends an export while it is read, no faster than it is taken. */
export function sendExport(reply: FastifyReply, exported: HistoryExport, sending: Sending): FastifyReply {
  const { now, milliseconds, stop, onEnd } = sending;
  const text = new PassThrough();
  addAbortSignal(AbortSignal.timeout(milliseconds), text);
  pipeline(Readable.from(textOf(exported, now, stop), { highWaterMark: 1 }), text, onEnd);
  return reply
    .header('content-type', 'text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${fileName(exported, now)}"`)
    .header('x-entry-count', String(exported.count))
    .send(text);
}

/** A page of rows becomes one piece of text: a piece for each row would cost more to send than to read. */
async function* textOf(exported: HistoryExport, now: Instant, stop: AbortSignal): AsyncGenerator<string> {
  // Without the mark at the beginning, spreadsheets take the text for another encoding.
  yield stringify([[...COLUMNS]], { ...FORMAT, bom: true });
  for await (const rows of csvRows(exported, now)) {
    if (stop.aborted) return yield stringify([incompleteRow()], FORMAT);
    yield stringify(rows, FORMAT);
  }
}

/** `early-bird-history_2026-11-01_2026-11-30.csv`; with the customer's id, so that staff tell files apart. */
function fileName(exported: HistoryExport, now: Instant): string {
  const { from, to } = periodOf(exported, now);
  const days = [from, to].map(dayOf);
  return `${['early-bird-history', exported.wallet.id, ...days].join('_')}.csv`;
}
