import { runAudit, type AuditReport } from '../audit/run-audit.ts';
import { AuditStopped, Pace } from '../audit/pace.ts';
import { addDays, dayOf, startOfDay, type Instant } from '../domain/calendar.ts';
import type { Database } from '../persistence/connection.ts';
import { gatherFigures, recountProgramme } from '../persistence/count-programme.ts';
import { underFreeLease } from '../persistence/lease.ts';
import type { AuditRun } from '../persistence/stores/audit-run.store.ts';
import { CustomerCount } from '../persistence/stores/customer-count.ts';
import type { App } from '../services/app.ts';

export interface NightlyAuditParts {
  readonly app: App;
  readonly database: Database;
  /** Milliseconds on a clock that only moves forward. */
  readonly elapsed: () => number;
  /** From which hour of the day on, in the shop's time zone. */
  readonly hour: number;
  /** The last run, whichever process did it, at each look. */
  readonly onLook: (last: AuditRun) => void;
  readonly onRun: (run: AuditRun) => void;
  readonly onError: (error: unknown) => void;
}

const LOOK_EVERY_MS = 60_000;
const HOUR = 3_600_000;

/** One part in five of the time is work, in pieces of a few milliseconds, and a moment is kept for less than half of five minutes. */
const PAGE = 200;
const PAUSES = 4;
const MOMENT_MS = 120_000;

const MOST_FINDINGS = 200;
const MOST_NOTICES = 50;
const LONGEST_TEXT = 2_000;

/**
 * Looks through all money once a day while the server runs, so gently that customers do not notice, and writes down what it
 * found. One process does it for all. What is cut off begins anew, here or in another process.
 */
export class NightlyAudit {
  readonly #parts: NightlyAuditParts;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(parts: NightlyAuditParts) {
    this.#parts = parts;
  }

  /** The first look is a minute later: a start has other things to do. */
  start(): void {
    const look = () => void (this.#running = this.#look());
    this.#timer = setTimeout(look, LOOK_EVERY_MS).unref();
  }

  /** Ends after the page that is being looked at. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  async #look(): Promise<void> {
    const { app, onLook, onRun, onError } = this.#parts;
    try {
      await runNightly(this.#parts, () => this.#isStopped, onRun);
      const last = await app.stores.audits.last();
      if (last) onLook(last);
    } catch (error) {
      if (!(error instanceof AuditStopped)) onError(error);
    }
    if (!this.#isStopped) this.start();
  }
}

/** Runs the audit if its hour has come and nobody has run it today or is at it. */
export async function runNightly(
  parts: Pick<NightlyAuditParts, 'app' | 'database' | 'elapsed' | 'hour'>,
  isStopped: () => boolean,
  onRun: (run: AuditRun) => void,
): Promise<void> {
  const { app, database, hour } = parts;
  const isDue = async () => (await nextAudit(app, hour)) <= app.now();
  if (!(await isDue())) return;
  await underFreeLease(database, 'nightly-audit', async () => {
    if (!(await isDue())) return;
    const run = await lookThrough(parts, isStopped);
    await app.stores.audits.save(run);
    onRun(run);
  });
}

/** When the next run is due: today's hour, or tomorrow's once today's has been run. */
export async function nextAudit({ stores, now }: App, hour: number): Promise<Instant> {
  const today = startOfDay(now()) + hour * HOUR;
  const last = await stores.audits.last();
  return last && last.startedAt >= today ? addDays(today, 1) : today;
}

async function lookThrough(
  { app, database, elapsed }: Pick<NightlyAuditParts, 'app' | 'database' | 'elapsed'>,
  isStopped: () => boolean,
): Promise<AuditRun> {
  const startedAt = app.now();
  await gatherFigures(database);
  await new CustomerCount(database).close(startedAt);
  const { breathe } = new Pace({ elapsed, isStopped, pauses: PAUSES });
  const gentle = { page: PAGE, momentMs: MOMENT_MS, breathe };
  const report = await runAudit({ database, policy: app.policy, now: startedAt, elapsed, gentle });
  const mended = await mendFigures(app, database, report);
  const { wallets, entries, violations, cohorts } = report;
  return {
    ...{ day: dayOf(startedAt), startedAt, finishedAt: app.now(), wallets, entries, violations },
    cohorts,
    findings: findingsOf(report).slice(0, MOST_FINDINGS),
    notices: [...mended, ...report.notices].slice(0, MOST_NOTICES).map(shortened),
  };
}

/** Sums over all wallets hold no money: they are counted anew where they say something else than the wallets. */
async function mendFigures({ policy }: App, database: Database, report: AuditReport): Promise<string[]> {
  const isWrong = report.invariants.some(({ code, violations }) => code === 'I30' && violations > 0);
  if (!isWrong) return [];
  await recountProgramme(database, policy);
  return ['The sums over all wallets that the programme shows were counted anew.'];
}

function findingsOf({ invariants }: AuditReport): AuditRun['findings'] {
  return invariants.flatMap(({ code, sentence, first }) =>
    first.map(({ record, entry, problem }) => ({
      invariant: code,
      rule: sentence,
      record: shortened(record),
      entry: entry === undefined ? null : shortened(entry),
      problem: shortened(problem),
    })),
  );
}

function shortened(text: string): string {
  return text.slice(0, LONGEST_TEXT);
}
