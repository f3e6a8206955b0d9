export interface RecurringParts {
  /** Does what there is to do and says after how many milliseconds it wants to look again. */
  readonly work: (signal: AbortSignal) => Promise<number>;
  /** The wait after a run that failed, in milliseconds. */
  readonly pauseMs: number;
  readonly onError: (error: unknown) => void;
}

/** Does something again and again while the server runs. Once stopped it begins nothing any more. */
export class Recurring {
  readonly #parts: RecurringParts;
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(parts: RecurringParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Tells the work to end, and returns when it has. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    const { work, pauseMs, onError } = this.#parts;
    const { signal } = this.#stopping;
    let pause = pauseMs;
    try {
      if (!signal.aborted) pause = await work(signal);
    } catch (error) {
      onError(error);
    }
    this.#running = undefined;
    if (!signal.aborted) this.#timer = setTimeout(() => this.start(), pause).unref();
  }
}
