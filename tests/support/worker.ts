import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Debits for a worker to make: step by step, under keys that every worker with the same plan would use. */
export interface Plan {
  readonly uri: string;
  readonly name: string;
  readonly wallets: readonly string[];
  readonly steps: number;
  readonly concurrency: number;
  /** Workers with the same prefix do the same work; the second finds it done. */
  readonly prefix: string;
}

export interface Answered {
  readonly step: number;
  /** DONE, REPLAYED, or the code of a refusal or an error. */
  readonly answer: string;
  readonly entryId: string | null;
}

export function keyOf({ prefix }: Plan, step: number): string {
  return `${prefix}-step-${String(step).padStart(8, '0')}`;
}

export function walletOf({ wallets }: Plan, step: number): string {
  return wallets[step % wallets.length] ?? '';
}

/** In paise: differs from step to step, so that a mix-up shows in the balance. */
export function amountOf(step: number): bigint {
  return 1_00n + BigInt(step % 7);
}

/** A process of its own that works through a plan. */
export class Worker {
  readonly answers: Answered[] = [];
  readonly #process;
  readonly #ended: Promise<void>;
  #errors = '';

  constructor(plan: Plan) {
    const program = join(__dirname, 'ledger-worker.ts');
    const words = ['--import', '@swc-node/register/esm-register', program, JSON.stringify(plan)];
    this.#process = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process.stderr.on('data', (text: Buffer) => (this.#errors += text.toString()));
    this.#ended = once(this.#process, 'close').then(() => {});
    const lines = createInterface({ input: this.#process.stdout });
    lines.on('line', (line) => this.answers.push(JSON.parse(line) as Answered));
  }

  /** Returns when so many steps have been answered. */
  async answered(count: number): Promise<void> {
    while (this.answers.length < count) {
      const isOver = await Promise.race([
        once(this.#process.stdout, 'data').then(() => false),
        this.#ended.then(() => true),
      ]);
      if (isOver && this.answers.length < count) throw new Error(`The worker ended early: ${this.#errors}`);
      await new Promise(setImmediate);
    }
  }

  /** Returns when the worker has done all its work; throws with what it wrote when it failed. */
  async finished(): Promise<readonly Answered[]> {
    await this.#ended;
    if (this.#process.exitCode !== 0) throw new Error(`The worker failed: ${this.#errors}`);
    return this.answers;
  }

  /** Ends the process as a power cut would, and returns when it is gone. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}
