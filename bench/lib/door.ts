import type { HttpConnection } from './http-connection.ts';
import { OwnServer, type Place } from './own-server.ts';

export type Heard = 'ANSWERED' | 'NOTHING' | 'CLOSED';

/** Where callers find a server that is killed now and then and started again. */
export class Door {
  readonly #place: Place;
  #server: OwnServer | null = null;
  #opening = opening();
  #free: HttpConnection[] = [];

  private constructor(place: Place) {
    this.#place = place;
  }

  static async open(place: Place): Promise<Door> {
    const door = new Door(place);
    await door.start();
    return door;
  }

  /** Resolves while a server is there to be asked. */
  async isOpen(): Promise<void> {
    await this.#opening.opened;
  }

  async start(): Promise<void> {
    this.#server = await OwnServer.start(this.#place);
    this.#opening.open();
  }

  /** Ends the server as a power cut would. */
  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    this.#opening = opening();
    this.#free = [];
    await server?.kill();
  }

  async stop(): Promise<void> {
    for (const connection of this.#free) connection.close();
    await this.#server?.stop();
  }

  /** A debit of one rupee, the same for the same step. */
  async debit(step: number, wallet: string): Promise<Heard> {
    const server = this.#server;
    if (!server) return 'CLOSED';
    try {
      this.#free = this.#free.filter((connection) => connection.isOpen);
      const connection = this.#free.pop() ?? (await server.connect());
      const answer = await server.debitOnce(connection, step, wallet);
      if (server === this.#server) this.#free.push(connection);
      return answer.includes('"userErrors":[]') ? 'ANSWERED' : 'NOTHING';
    } catch {
      return 'NOTHING';
    }
  }
}

function opening(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
