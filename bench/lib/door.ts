import type { HttpConnection } from './http-connection.ts';
import { OwnServer, type Asker, type Place } from './own-server.ts';

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

  /** What is answered to this document by the name of somebody; null where nothing is, or only that it could not be done now. */
  async ask<Answer>(asker: Asker, query: string, variables: object): Promise<Answer | null> {
    try {
      const token = await this.#server?.tokenOf(asker);
      const body = JSON.stringify({ query, variables });
      const response = await this.#post('/graphql', body, {
        authorization: `Bearer ${String(token)}`,
        'content-type': 'application/json',
      });
      const { data, errors } = (await response?.json()) as { data?: Answer | null; errors?: unknown };
      return errors === undefined ? (data ?? null) : null;
    } catch {
      return null;
    }
  }

  /** Whether the server has acknowledged a notification of the payment provider. */
  async notify(body: string, headers: Readonly<Record<string, string>>): Promise<boolean> {
    try {
      return (await this.#post('/webhooks/payments', body, headers))?.ok === true;
    } catch {
      return false;
    }
  }

  async #post(
    path: string,
    body: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response | null> {
    const server = this.#server;
    return server ? fetch(`${server.url}${path}`, { method: 'POST', headers, body }) : null;
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
