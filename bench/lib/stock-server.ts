import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Callers, type Asking } from './callers.ts';
import type { Contender } from './load.ts';

/** Apollo on Express, in a process of its own, asked in the same way as ours: with nothing behind it, or as a whole service. */
export class StockServer {
  readonly processId: number;
  readonly #process: ChildProcess;
  readonly #callers: Callers;

  private constructor(child: ChildProcess, port: number) {
    this.#process = child;
    this.processId = child.pid ?? 0;
    this.#callers = new Callers(port, 'nobody looks at it');
  }

  static async start(
    file: 'stock-server.mjs' | 'conventional-server.mjs' = 'stock-server.mjs',
    environment: Readonly<Record<string, string>> = {},
  ): Promise<StockServer> {
    const program = fileURLToPath(new URL(file, import.meta.url));
    const child = spawn(process.execPath, ['--max-semi-space-size=64', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', ...environment },
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /^port (\d+)$/.exec(line)?.[1];
      if (port !== undefined) return new StockServer(child, Number(port));
    }
    throw new Error('The stock server ended before it was ready.');
  }

  asking(asking: Asking): Contender {
    return this.#callers.contender(asking);
  }

  async stop(): Promise<void> {
    this.#callers.disconnect();
    this.#process.kill('SIGTERM');
    if (this.#process.exitCode === null && this.#process.signalCode === null)
      await once(this.#process, 'exit');
  }
}
