import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestDatabase } from './database.ts';

/** A debit of one rupee that stops before its commit. */
export interface HoldingPlan extends TestDatabase {
  readonly wallet: string;
  readonly key: string;
}

/** A process of its own that has written a debit and not committed it. */
export class HoldingProcess {
  readonly #process;
  readonly #lines;
  readonly #ended: Promise<unknown>;

  private constructor(plan: HoldingPlan) {
    const program = join(__dirname, 'holding-worker.ts');
    const words = ['--import', '@swc-node/register/esm-register', program, JSON.stringify(plan)];
    this.#process = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
    this.#ended = once(this.#process, 'close');
  }

  /** Returns when the wallet is held. */
  static async start(plan: HoldingPlan): Promise<HoldingProcess> {
    const started = new HoldingProcess(plan);
    await started.#says();
    return started;
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Ends the process as a power cut would, and returns when it is gone. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  /** The process stands still, as on a machine that was put to sleep. */
  pause(): void {
    this.#process.kill('SIGSTOP');
  }

  /** Lets the process go on to its commit, and returns what it says then. */
  async resume(): Promise<string> {
    this.#process.kill('SIGCONT');
    this.#process.stdin.write('\n');
    return this.#says();
  }

  /** Lets the process stop in order. */
  async leave(): Promise<void> {
    this.#process.stdin.end();
    await this.#ended;
  }

  async #says(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('The process ended early.');
    return value;
  }
}
