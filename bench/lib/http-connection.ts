import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const END_OF_HEAD = '\r\n\r\n';
const LENGTH = /content-length: (\d+)/i;

/**
 * One connection that is kept open and asked one thing at a time. It knows just enough HTTP for that, so that the load
 * takes as little as possible of the processors that the server is measured on.
 */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #head: string;
  #received = '';
  #answer: { resolve: (body: string) => void; reject: (error: Error) => void } | null = null;

  private constructor(socket: Socket, head: string) {
    this.#socket = socket;
    this.#head = head;
    socket.setNoDelay(true);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', (error) => this.#answer?.reject(error));
    socket.on('close', () => this.#answer?.reject(new Error('The server closed the connection.')));
  }

  static async open(port: number, token: string): Promise<HttpConnection> {
    const socket = connect({ host: '127.0.0.1', port });
    await once(socket, 'connect');
    const head = [
      'POST /graphql HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
      'Accept: application/json',
    ];
    return new HttpConnection(socket, head.join('\r\n'));
  }

  /** Whether it can be asked: a server closes what nobody has used for a while. */
  get isOpen(): boolean {
    return !this.#socket.destroyed;
  }

  /** Sends a body of plain ASCII and returns that of the answer. */
  post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#answer = { resolve, reject };
      this.#socket.write(`${this.#head}\r\nContent-Length: ${body.length}${END_OF_HEAD}${body}`);
    });
  }

  close(): void {
    this.#answer = null;
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#received += text;
    const end = this.#received.indexOf(END_OF_HEAD);
    if (end === -1) return;
    const length = Number(LENGTH.exec(this.#received.slice(0, end))?.[1]);
    const body = this.#received.slice(end + END_OF_HEAD.length);
    if (Buffer.byteLength(body) < length) return;
    this.#received = '';
    const answer = this.#answer;
    this.#answer = null;
    answer?.resolve(body);
  }
}
