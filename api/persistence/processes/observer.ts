/** Hears what becomes of processes that died. */
export interface RecoveryObserver {
  /** What so many dead processes had left open was ended. */
  ended(processes: number): void;
  /**
   * The database user may not list this process, or may not end sessions. Said once each: from then on what a dead process
   * left open stays until the database gives it up by itself.
   */
  refused(what: 'LIST' | 'END', error: unknown): void;
}

export const silent: RecoveryObserver = { ended: () => {}, refused: () => {} };
