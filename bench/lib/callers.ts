import { HttpConnection } from './http-connection.ts';
import type { Contender } from './load.ts';

/** How many ask at the same time, and what. */
export interface Asking {
  readonly name: string;
  readonly callers: number;
  /** The body of a request, in plain ASCII. */
  body(step: number): string;
  /** Throws where the answer is not what was asked for. */
  check(answer: string): void;
  /** What is asked next in the same step, and counts with it. */
  next?(answer: string, step: number): string;
}

/** Callers of one server, each with a connection of its own and one question at a time. */
export class Callers {
  readonly #port: number;
  readonly #token: string;
  #connections: readonly HttpConnection[] = [];
  #free: HttpConnection[] = [];

  constructor(port: number, token: string) {
    this.#port = port;
    this.#token = token;
  }

  contender({ name, callers, body, check, next }: Asking): Contender {
    return {
      ...{ name, callers },
      ready: () => this.#connect(callers),
      act: async (step) => {
        const answer = await this.#ask(body(step));
        check(answer);
        if (next) check(await this.#ask(next(answer, step)));
      },
    };
  }

  connect(): Promise<HttpConnection> {
    return HttpConnection.open(this.#port, this.#token);
  }

  disconnect(): void {
    for (const connection of this.#connections) connection.close();
  }

  /** Anew each time: the server closes connections that nobody used while others were measured. */
  async #connect(count: number): Promise<void> {
    this.disconnect();
    this.#connections = await Promise.all(Array.from({ length: count }, () => this.connect()));
    this.#free = [...this.#connections];
  }

  async #ask(body: string): Promise<string> {
    const connection = this.#free.pop();
    if (!connection) throw new Error('There are more callers than connections.');
    const answer = await connection.post(body);
    this.#free.push(connection);
    return answer;
  }
}
