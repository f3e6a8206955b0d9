import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

export interface StopTimes {
  /** How long a stopping server still takes what comes, so that whoever sends it callers hears of it first. */
  readonly drainMs: number;
  /** How long it then has for what it accepted. */
  readonly finishMs: number;
}

/** Connections fall idle one by one while the rest is finished. */
const LOOK_MS = 50;

/**
 * The end of a server, in steps: it says that it is not ready any more and asks its callers to come back elsewhere; it listens no
 * more and finishes what it accepted; after half of the time for that, long transfers are told to end; after three quarters,
 * whoever still does not take his answer is cut off, so that there is time left for the engine.
 */
export class Stopping {
  readonly #times: StopTimes;
  readonly #endTransfers = new AbortController();
  #hasBegun = false;

  constructor(times: StopTimes) {
    this.#times = times;
  }

  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Aborted when long transfers have to end. */
  get endTransfers(): AbortSignal {
    return this.#endTransfers.signal;
  }

  /** Says so where it is asked whether the server is ready, and leaves others the time to hear of it. */
  async drain(): Promise<void> {
    this.#hasBegun = true;
    if (this.#times.drainMs > 0) await sleep(this.#times.drainMs);
  }

  /** Sees to the connections of a server that closes. */
  watch(app: FastifyInstance): void {
    const open = new Set<Socket>();
    app.server.on('connection', (socket: Socket) => {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    });
    app.addHook('onRequest', (_request, reply, done) => {
      if (this.#hasBegun) void reply.header('connection', 'close');
      done();
    });
    app.addHook('preClose', async () => {
      this.#hasBegun = true;
      if (app.server.listening) await this.#finish(app.server, open);
    });
  }

  /**
   * Node would close the connections of all answers that are written, also where the caller has not read them yet. So it is told
   * to close idle connections only while there are no such answers, and the listener is closed without it.
   */
  async #finish(server: Server, open: ReadonlySet<Socket>): Promise<void> {
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    const isRead = () => [...open].every(({ writableLength }) => writableLength === 0);
    const closeIdle = () => isRead() && server.closeIdleConnections();
    closeIdle();
    const idle = setInterval(closeIdle, LOOK_MS);
    const told = setTimeout(() => this.#endTransfers.abort(), this.#times.finishMs / 2);
    const cut = setTimeout(() => server.closeAllConnections(), this.#times.finishMs * 0.75);
    await closed;
    for (const timer of [idle, told, cut]) clearTimeout(timer);
  }
}
