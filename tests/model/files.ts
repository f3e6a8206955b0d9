import { isEnded, ROWS_OF_A_PART, type Job } from '../../api/domain/job.ts';
import { formatRupees } from '../../api/domain/money.ts';
import { addJobRows } from '../../api/services/add-job-rows.ts';
import { decideApproval } from '../../api/services/decide-approval.ts';
import { runJobs } from '../../api/services/run-job.ts';
import { startJob } from '../../api/services/start-job.ts';
import { steerJob, type Steering } from '../../api/services/steer-job.ts';
import { callerOf } from '../support/app.ts';
import type { DeskParts } from './desk.ts';
import { told, type ModelWallet } from './model-wallet.ts';
import { granted, policy } from './rules.ts';

interface Row {
  readonly wallet: ModelWallet;
  readonly amount: bigint;
}

/** What the model says of a job once it has ended. */
interface Sums {
  readonly done: number;
  readonly failed: number;
  readonly credited: bigint;
}

const COLUMNS = ['customer_id', 'amount', 'reason'];
const REASON = 'Festival';
const meera = callerOf('ADMIN', 'meera');
const leela = callerOf('ADMIN', 'leela');

/**
 * A file of credits, in one part or several, that both processes work through at once, that is paused, gone on with and stopped by chance and
 * cut off by whatever happens to processes. Parts are done whole, once and in their order, or not at all. Throws at a difference.
 */
export class Files {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Works through a file that names each wallet once, or so often that it has several parts; `between` has wallets move once it is checked. */
  async work(wallets: readonly ModelWallet[], now: number, between: () => Promise<void>): Promise<void> {
    const rows = this.#rowsFor(wallets);
    const parts = Array.from({ length: Math.ceil(rows.length / ROWS_OF_A_PART) }, (_, part) =>
      rows.slice(part * ROWS_OF_A_PART, (part + 1) * ROWS_OF_A_PART),
    );
    const fine = parts.map((part) => checked(part, now));
    const job = await this.#uploaded(rows);
    const asChecked = { fine: fine.flat().length, amount: amountOf(fine.flat()) };
    this.#mustBe(job, { fine: job.fine, amount: job.amount }, asChecked);
    await between();
    const ended = await this.#workedThrough(job);
    const done = parts.slice(0, ended.next);
    const sums = done.map((part, n) => credited(part, fine[n] ?? [], now)).reduce(added, NOTHING);
    const { done: rowsDone, failed, credited: money } = ended;
    this.#mustBe(ended, { done: rowsDone, failed, credited: money }, sums);
    this.#parts.count({ lines: [] }, `file ${ended.status}`);
    for (let row = 0; row < rowsDone; row += 1) this.#parts.count({ lines: [] }, 'row of a file');
  }

  #rowsFor(wallets: readonly ModelWallet[]): Row[] {
    const { random } = this.#parts;
    const times = random.percent(50) ? 1 : Math.ceil((ROWS_OF_A_PART + 1) / wallets.length);
    return Array.from({ length: times }, () => wallets)
      .flat()
      .map((wallet) => ({ wallet, amount: policy.operation.min + BigInt(random.below(20_000)) }));
  }

  async #uploaded(rows: readonly Row[]): Promise<Job> {
    const { tills, newKey } = this.#parts;
    const file = {
      kind: 'BULK_CREDIT',
      fileName: 'festival.csv',
      columns: COLUMNS,
      total: rows.length,
    } as const;
    const input = { ...file, fileHash: newKey(), idempotencyKey: newKey() };
    const started = await tills.send((app) => startJob(app, meera, input));
    if ('refused' in started) throw this.#parts.problem(`A file was refused: ${started.refused.code}.`);
    let { job } = started;
    for (let from = 0; from < rows.length; from += ROWS_OF_A_PART) {
      const part = rows.slice(from, from + ROWS_OF_A_PART);
      const cells = part.map(({ wallet, amount }) => [
        wallet.id,
        formatRupees(amount).replaceAll(/[₹,]/g, ''),
        REASON,
      ]);
      const added = await tills.send((app) => addJobRows(app, { jobId: job.id, from, rows: cells }));
      if ('refused' in added) throw this.#parts.problem(`Rows were refused: ${added.refused.code}.`);
      job = added.job;
    }
    return job;
  }

  async #workedThrough({ id }: Job): Promise<Job> {
    const { tills, random } = this.#parts;
    await this.#begin(id);
    for (;;) {
      const job = (await tills.send((app) => app.stores.jobs.load([id]))).get(id);
      if (!job) throw this.#parts.problem(`The job ${id} is gone.`);
      if (isEnded(job)) return job;
      const work = () => tills.send((app) => runJobs(app));
      const steering = job.status === 'PAUSED' ? 'resumeJob' : random.percent(15) ? 'stopJob' : 'pauseJob';
      const isSteered = job.status === 'PAUSED' || random.percent(40);
      await Promise.all([work(), work(), isSteered ? this.#steer(id, steering) : null]);
    }
  }

  /** Above the limit of whoever begins it, another admin has to approve. */
  async #begin(id: string): Promise<void> {
    const { tills, newKey } = this.#parts;
    const begun = await this.#steer(id, 'resumeJob');
    const approval = 'refused' in begun ? null : begun.approval;
    if (!approval) return;
    const input = { approvalId: approval.id, verdict: 'APPROVE', note: null, expectedSeq: null } as const;
    const key = { idempotencyKey: newKey() };
    const decided = await tills.send((app) => decideApproval(app, leela, { ...input, ...key }));
    if ('refused' in decided) throw this.#parts.problem(`A file was not approved: ${decided.refused.code}.`);
    this.#parts.count({ lines: [] }, 'file approved');
  }

  /** What comes too late is refused, and that is nobody's fault. */
  #steer(jobId: string, act: Steering) {
    const input = { jobId, idempotencyKey: this.#parts.newKey() };
    return this.#parts.tills.send((app) => steerJob(app, meera, act, input));
  }

  #mustBe({ id, status }: Job, product: object, model: object): void {
    if (plain(product) !== plain(model))
      throw this.#parts.problem(told(`the file ${id}, ${status},`, product, model));
  }
}

const NOTHING: Sums = { done: 0, failed: 0, credited: 0n };

/** The rows of a part that can be done as the wallets are, which stay so. */
function checked(part: readonly Row[], now: number): readonly Row[] {
  const before = new Map(part.map(({ wallet }) => [wallet, wallet.naive.lines.length]));
  const fine = part.filter((row) => 'lines' in grantedBy(row, now));
  for (const [wallet, lines] of before) wallet.naive.forgetAfter(lines);
  return fine;
}

/** What becomes of a part: the rows that were fine are done as the wallets are by now, and all others have failed. */
function credited(part: readonly Row[], fine: readonly Row[], now: number): Sums {
  const done = fine.filter((row) => 'lines' in grantedBy(row, now));
  return { done: done.length, failed: part.length - done.length, credited: amountOf(done) };
}

function grantedBy({ wallet, amount }: Row, now: number) {
  return granted(wallet, { amount, source: 'PROMOTION', reason: REASON, origin: 'BULK' }, now);
}

function added(a: Sums, b: Sums): Sums {
  return { done: a.done + b.done, failed: a.failed + b.failed, credited: a.credited + b.credited };
}

function amountOf(rows: readonly Row[]): bigint {
  return rows.reduce((sum, { amount }) => sum + amount, 0n);
}

function plain(sums: object): string {
  return Object.entries(sums)
    .map(([name, value]) => `${name}: ${value}`)
    .sort()
    .join(', ');
}
