/** What the engine tells about itself while it works; metrics listen. */
export interface EngineObserver {
  /** The number of commands waiting, after it changed. */
  queued(length: number): void;
  /** A batch ended with a known commit. */
  committed(batch: {
    readonly commands: number;
    readonly milliseconds: number;
    readonly attempts: number;
  }): void;
  /** A batch is about to be decided again. */
  retried(reason: RetryReason): void;
  /** Left out, nobody looks on while a batch is attempted. */
  readonly aroundBatch?: AroundBatch;
}

/** Does one attempt of a batch of so many commands, and answers what came of it. */
export type AroundBatch = <T>(commands: number, attempt: () => Promise<T>) => Promise<T>;

export type RetryReason = 'STALE_READ' | 'DUPLICATE_KEY' | 'TRANSIENT' | 'UNREACHABLE';

export const silent: EngineObserver = { queued: () => {}, committed: () => {}, retried: () => {} };
