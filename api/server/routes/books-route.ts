import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actId, actOf, differences, type ActName, type ActSubject } from '../../domain/act.ts';
import type { App } from '../../services/app.ts';
import type { Caller } from '../../services/caller.ts';
import { allCodes } from '../../services/queries/export-codes.ts';
import { codesOfBatch, codesToldUntil } from '../../services/queries/export-gift-codes.ts';
import { findCampaign } from '../../services/queries/find-campaigns.ts';
import { BOOKS } from '../../services/queries/export-books.ts';
import { findJob, findFailedRows } from '../../services/queries/find-jobs.ts';
import type { Campaign } from '../../domain/campaign.ts';
import type { Job } from '../../domain/job.ts';
import { symbolsMeant } from '../../domain/base32.ts';
import { formatRupees } from '../../domain/money.ts';
import { callerOf } from '../caller.ts';
import { sendProblem, tooManyRequests, type HttpProblem } from '../errors.ts';
import { subjectOf } from '../../resolvers/subject-id.ts';
import { auditTable } from '../export/audit-table.ts';
import { BadQuery, readAuditQuery, readBooksQuery, readCardsQuery } from '../export/export-query.ts';
import { tableOf, type Cell, type Table } from '../export/books-tables.ts';
import { cardsTable } from '../export/cards-table.ts';
import { ExportSlots } from '../export/export-slots.ts';
import { sendTable, type Format } from '../export/send-table.ts';
import type { ExportRouteOptions } from './export-route.ts';

/** These read everything there is. */
const ROOT_FIELDS = 50;
const AT_ONCE = { most: 2, mostEach: 1 };
const BUSY_SECONDS = 30;
const ROWS_AT_ONCE = 200;

interface Sent {
  readonly table: Table;
  readonly fileName: string;
  readonly format: Format;
  /** What the act says of it. */
  readonly act: ActName;
  readonly subject: ActSubject | null;
  readonly facts: Readonly<Record<string, string | null>>;
}

/**
 * `GET /export/entries.csv`, `wallets`, `liability`, `gift-cards` and `audit`, also as `.ndjson`, the failed rows of a job and the
 * codes of a campaign or of a batch of gift cards: what is of everybody, for admins. Read while it is sent; that somebody did so is
 * written to the acts before the first line leaves.
 */
export function booksRoute(server: FastifyInstance, options: ExportRouteOptions): void {
  const { app, limits, rateLimits, stopping } = options;
  const slots = new ExportSlots(AT_ONCE);
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    find: () => Promise<Sent | HttpProblem> | Sent | HttpProblem,
  ) => {
    const caller = adminOf(request);
    if ('status' in caller) return sendProblem(request, reply, caller);
    const seconds = await rateLimits.operation(caller.actor.id, ROOT_FIELDS);
    if (seconds !== null) return sendProblem(request, reply, tooManyRequests(seconds));
    const found = await find();
    if ('status' in found) return sendProblem(request, reply, found);
    const release = slots.take(caller.actor.id);
    if (!release) return sendProblem(request, reply, tooManyRequests(BUSY_SECONDS));
    try {
      await note(app, caller, found);
    } catch (error) {
      release();
      throw error;
    }
    const { table, fileName, format } = found;
    const milliseconds = limits.seconds * 1_000;
    return sendTable(reply, table, {
      fileName,
      format,
      milliseconds,
      stop: stopping.endTransfers,
      onEnd: release,
    });
  };
  for (const book of BOOKS) {
    for (const format of ['csv', 'ndjson'] as const) {
      const path = `/export/${book}.${format}`;
      server.get(path, { exposeHeadRoute: false, helmet: false }, (request, reply) =>
        answer(request, reply, () => booksOf(app, { book, format }, request)),
      );
    }
  }
  for (const format of ['csv', 'ndjson'] as const) {
    server.get(`/export/audit.${format}`, { exposeHeadRoute: false, helmet: false }, (request, reply) =>
      answer(request, reply, () => auditOf(app, format, request)),
    );
    server.get(`/export/gift-cards.${format}`, { exposeHeadRoute: false, helmet: false }, (request, reply) =>
      answer(request, reply, () => cardsOf(app, format, request)),
    );
  }
  server.get(
    '/export/jobs/:id/failed-rows.csv',
    { exposeHeadRoute: false, helmet: false },
    (request, reply) =>
      answer(request, reply, () => failedRowsOf(app, (request.params as { id: string }).id)),
  );
  server.get('/export/jobs/:id/codes.csv', { exposeHeadRoute: false, helmet: false }, (request, reply) =>
    answer(request, reply, () => giftCodesOf(app, (request.params as { id: string }).id)),
  );
  server.get('/export/campaigns/:id/codes.csv', { exposeHeadRoute: false, helmet: false }, (request, reply) =>
    answer(request, reply, () => codesOf(app, (request.params as { id: string }).id)),
  );
}

function booksOf(
  app: App,
  { book, format }: { readonly book: (typeof BOOKS)[number]; readonly format: Format },
  { query }: FastifyRequest,
): Sent | HttpProblem {
  return understood(() => {
    const { personal, ...given } = readBooksQuery(query as Record<string, unknown>);
    const period = { from: given.from ?? 0, to: given.to ?? app.now() };
    const dates = { from: new Date(period.from).toISOString(), to: new Date(period.to).toISOString() };
    const of = book === 'entries' ? dates : { personal: String(personal) };
    return {
      ...{ table: tableOf(app, { book, personal, ...period }), fileName: `early-bird-${book}`, format },
      ...{ act: 'exportBooks', subject: null, facts: { book, format, ...of } },
    };
  });
}

function auditOf(app: App, format: Format, { query }: FastifyRequest): Sent | HttpProblem {
  return understood(() => {
    const { actorId, act, subjectId, from, to: until } = readAuditQuery(query as Record<string, unknown>);
    // What is done while the file is made, this export first of all, is not part of it.
    const to = until ?? app.now();
    const subject = subjectId === null ? null : subjectOf(subjectId);
    const dates = {
      from: from === null ? null : new Date(from).toISOString(),
      to: new Date(to).toISOString(),
    };
    return {
      ...{
        table: auditTable(app, { actorId, act, subject, from, to }),
        fileName: 'early-bird-audit',
        format,
      },
      ...{ act: 'exportBooks', subject: null },
      facts: { book: 'audit', format, actorId, act, subjectId, ...dates },
    };
  });
}

function cardsOf(app: App, format: Format, { query }: FastifyRequest): Sent | HttpProblem {
  return understood(() => {
    const { status, lastFour, from, to: until } = readCardsQuery(query as Record<string, unknown>);
    // What is issued while the file is made is not part of it.
    const to = until ?? app.now() + 1;
    const filter = {
      ...{ statuses: status ?? undefined, from: from ?? undefined, to },
      ...{ lastFour: lastFour === null ? undefined : symbolsMeant(lastFour) },
    };
    const dates = {
      from: from === null ? null : new Date(from).toISOString(),
      to: new Date(to).toISOString(),
    };
    return {
      ...{ table: cardsTable(app, filter), fileName: 'early-bird-gift-cards', format },
      ...{ act: 'exportBooks', subject: null },
      facts: { book: 'gift-cards', format, status: status?.join(' ') ?? null, ...dates },
    };
  });
}

function understood(read: () => Sent): Sent | HttpProblem {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadQuery) return { status: 400, code: 'BAD_USER_INPUT', message: error.message };
    throw error;
  }
}

async function failedRowsOf(app: App, id: string): Promise<Sent | HttpProblem> {
  const job = await findJob(app, id);
  if (!job) return { status: 404, code: 'NOT_FOUND', message: 'There is no such job.' };
  const columns = ['row', ...job.columns, 'column', 'problem'];
  return {
    ...{ table: { columns, pages: failedPages(app, job) }, fileName: 'failed-rows', format: 'csv' },
    ...{ act: 'exportFailedRows', subject: { kind: 'JOB', id }, facts: { fileName: job.fileName } },
  };
}

async function codesOf(app: App, id: string): Promise<Sent | HttpProblem> {
  const campaign = await findCampaign(app, id);
  if (!campaign) return { status: 404, code: 'NOT_FOUND', message: 'There is no such campaign.' };
  const columns = ['number', 'code', 'used_at'];
  return {
    ...{ table: { columns, pages: codePages(app, campaign) }, fileName: 'voucher-codes', format: 'csv' },
    ...{ act: 'exportVoucherCodes', subject: { kind: 'CAMPAIGN', id } },
    facts: { name: campaign.name, codes: String(campaign.codeCount) },
  };
}

async function giftCodesOf(app: App, id: string): Promise<Sent | HttpProblem> {
  const job = await findJob(app, id);
  const until = job && codesToldUntil(job);
  if (!job || until === null) return { status: 404, code: 'NOT_FOUND', message: 'There is no such batch.' };
  if (app.now() > until)
    return { status: 410, code: 'GONE', message: 'The codes of this batch are not told any more.' };
  const columns = ['number', 'code', 'amount', 'expires_at', 'status'];
  return {
    ...{ table: { columns, pages: giftCodePages(app, job) }, fileName: 'gift-card-codes', format: 'csv' },
    ...{ act: 'exportGiftCodes', subject: { kind: 'JOB', id } },
    facts: { name: job.fileName, cards: String(job.done) },
  };
}

async function* giftCodePages(app: App, job: Job): AsyncGenerator<Cell[][]> {
  for await (const cards of codesOfBatch(app, job)) {
    yield cards.map(({ number, code, card, status }) => [
      ...[String(number), code, formatRupees(card.initial), new Date(card.expiresAt).toISOString(), status],
    ]);
  }
}

async function* codePages(app: App, campaign: Campaign): AsyncGenerator<Cell[][]> {
  for await (const codes of allCodes(app, campaign)) {
    yield codes.map(({ number, code, usedAt }) => [
      ...[String(number), code, usedAt === null ? null : new Date(usedAt).toISOString()],
    ]);
  }
}

async function* failedPages(app: App, job: Job): AsyncGenerator<Cell[][]> {
  for (let after = -1; ;) {
    const { rows, hasMore } = await findFailedRows(app, job, { first: ROWS_AT_ONCE, after });
    yield rows.map(({ row, cells, problem }) => [
      // People count rows from 1, and the headings are the first.
      ...[String(row + 2), ...job.columns.map((_, n) => cells[n] ?? null)],
      ...[problem?.column ?? null, problem?.problem ?? null],
    ]);
    after = rows.at(-1)?.row ?? after;
    if (!hasMore) return;
  }
}

function adminOf(request: FastifyRequest): Caller | HttpProblem {
  const { principal, refusedToken, id: requestId } = request;
  const caller = callerOf({ principal, requestId, clientName: null });
  if (!caller) {
    const message =
      refusedToken === null ? 'Sign in to export.' : `The access token is not accepted: ${refusedToken}.`;
    return { status: 401, code: 'UNAUTHENTICATED', message };
  }
  return caller.actor.role === 'ADMIN'
    ? caller
    : { status: 403, code: 'FORBIDDEN', message: 'Only admins export what is of everybody.' };
}

async function note(app: App, caller: Caller, { act, subject, facts }: Sent): Promise<void> {
  const id = actId(act, app.ids.unique());
  const deed = { id, at: app.now(), act, subject, ...differences(null, facts) };
  await app.stores.acts.note([actOf(caller, deed)]);
}
