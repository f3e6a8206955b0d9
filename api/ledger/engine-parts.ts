import type { Instant } from '../domain/calendar.ts';
import type { Policy } from '../domain/policy.ts';
import type { Database } from '../persistence/database.ts';
import type { Stores } from '../persistence/stores/stores.ts';
import type { Trust } from './clock.ts';
import type { EngineObserver } from './observer.ts';

export interface EngineSettings {
  /** How many commands may wait; one more is refused. */
  readonly queueCapacity: number;
  /** How many commands share one transaction at most. */
  readonly batchSize: number;
  readonly batchesInFlight: number;
  /** How long after its arrival a command may still be tried, in milliseconds; background work, after it was taken. */
  readonly deadlineMs: number;
  /** How long background work may wait for its turn, in milliseconds. */
  readonly backgroundWaitMs: number;
  /** How often a batch is decided anew before it is split or given up. */
  readonly maxAttempts: number;
}

export const defaultEngineSettings: EngineSettings = {
  queueCapacity: 10_000,
  batchSize: 128,
  batchesInFlight: 2,
  deadlineMs: 8_000,
  backgroundWaitMs: 120_000,
  maxAttempts: 12,
};

export interface EngineParts {
  readonly database: Database;
  readonly stores: Stores;
  readonly policy: Policy;
  /** Server time: what entries are dated with. */
  readonly now: () => Instant;
  /** What may be done at that time; everything where it is left out. */
  readonly trust?: () => Trust;
  /** Milliseconds on a clock that only moves forward: what deadlines are measured with. */
  readonly elapsed: () => number;
  /** Between 0 and 1: spreads retries of several processes apart. */
  readonly random: () => number;
  readonly settings?: Partial<EngineSettings>;
  readonly observer?: EngineObserver;
}
