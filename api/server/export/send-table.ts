import { addAbortSignal, PassThrough, pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import type { Cell, Table } from './books-tables.ts';
import { harmless } from './csv-rows.ts';
import type { Sending } from './send-export.ts';

/** How a table is written: for spreadsheets, or a line of JSON for each row. */
export type Format = 'csv' | 'ndjson';

const CSV = { record_delimiter: '\r\n', quoted: true, quoted_empty: true };
const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
} as const satisfies Record<Format, string>;

/** What stands at the end of a file that is not whole. */
const INCOMPLETE = 'The server stopped before the end. Export again.';

/** Sends a table while it is read, no faster than it is taken. */
export function sendTable(
  reply: FastifyReply,
  table: Table,
  {
    fileName,
    format,
    milliseconds,
    stop,
    onEnd,
  }: Omit<Sending, 'now'> & { fileName: string; format: Format },
): FastifyReply {
  const text = new PassThrough();
  addAbortSignal(AbortSignal.timeout(milliseconds), text);
  const written = format === 'csv' ? csvOf(table, stop) : linesOf(table, stop);
  pipeline(Readable.from(written, { highWaterMark: 1 }), text, onEnd);
  return reply
    .header('content-type', TYPES[format])
    .header('content-disposition', `attachment; filename="${fileName}.${format}"`)
    .send(text);
}

async function* csvOf({ columns, pages }: Table, stop: AbortSignal): AsyncGenerator<string> {
  yield stringify([[...columns]], { ...CSV, bom: true });
  for await (const rows of pages) {
    if (stop.aborted) return yield stringify([[INCOMPLETE]], CSV);
    if (rows.length > 0)
      yield stringify(
        rows.map((row) => row.map(cellOf)),
        CSV,
      );
  }
}

async function* linesOf({ columns, pages }: Table, stop: AbortSignal): AsyncGenerator<string> {
  for await (const rows of pages) {
    if (stop.aborted) return yield `${JSON.stringify({ incomplete: INCOMPLETE })}\n`;
    const lines = rows.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map((name, n) => [name, row[n] ?? null]))),
    );
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
  }
}

/** An amount keeps its minus; any other text that a spreadsheet would run stays text. */
function cellOf(cell: Cell): string {
  return cell === null ? '' : /^-?\d+(\.\d+)?$/.test(cell) ? cell : harmless(cell);
}
