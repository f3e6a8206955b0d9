import type { Trust } from '../ledger/clock.ts';
import { DatabaseClock } from '../ledger/database-clock.ts';
import type { Database } from '../persistence/connection.ts';
import { primaryTime, whenPrimaryChanges } from '../persistence/primary-time.ts';
import type { Config } from './config.ts';
import type { Readiness } from './routes/operations-routes.ts';

export interface ClockSurroundings {
  /** What the clock of this machine says. */
  readonly now: () => number;
  readonly elapsed: () => number;
  readonly onChange?: (trust: Trust, sentence: string) => void;
}

/** The time of a database for this process, asked again whenever it gets another primary. */
export async function openClock(
  { clock: bounds }: Pick<Config, 'clock'>,
  { now: wall, elapsed, onChange }: ClockSurroundings,
  database: Database,
): Promise<DatabaseClock> {
  return DatabaseClock.open({
    ask: () => primaryTime(database),
    whenAnother: (tell) => whenPrimaryChanges(database, tell),
    wall,
    elapsed,
    bounds,
    ...(onChange && { onChange: (trust, skewMs) => onChange(trust, clockSentence(trust, skewMs)) }),
  });
}

/** What the clock keeps the server from, for whoever decides whether to send it work. */
export function clockReadiness(trust: Trust, skewMs: number): Pick<Readiness, 'clock' | 'why'> {
  if (trust === 'FULL') return { clock: 'ok' };
  return { clock: trust === 'NO_WRITES' ? 'wrong' : 'unsure', why: clockSentence(trust, skewMs) };
}

/** How wrong the clock is and what that means, for operators. */
export function clockSentence(trust: Trust, skewMs: number): string {
  const seconds = Math.round(Math.abs(skewMs) / 100) / 10;
  const apart = `the clock of this machine is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} the database's`;
  return trust === 'NO_WRITES'
    ? `${apart}, so nothing is written`
    : `${apart}, so no credit is booked as expired`;
}
