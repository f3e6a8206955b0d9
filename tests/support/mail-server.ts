import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { Certificate } from './certificate.ts';

export interface MailServerOptions {
  /** TLS from the first byte, or offered before anything is said. Without it there is none. */
  readonly security?: 'tls' | 'starttls';
  readonly certificate?: Certificate;
}

export interface TestMailServer {
  readonly port: number;
  /** What was taken, each with its head. */
  readonly taken: readonly string[];
  /** Everything that was said to it, line by line. */
  readonly heard: readonly string[];
  /** What of that anybody on the line could read. */
  readonly heardPlain: readonly string[];
  /** Answers this to the next so many mails instead of taking them. */
  refuse(answer: string, times: number): void;
  close(): Promise<void>;
}

const ANSWERS: Readonly<Record<string, string>> = {
  DATA: '354 go on',
  QUIT: '221 bye',
  STARTTLS: '502 not known',
};

/** A mail server that speaks as much SMTP as it takes to be left a mail. */
export async function startMailServer({
  security,
  certificate,
}: MailServerOptions = {}): Promise<TestMailServer> {
  const [taken, heard, heardPlain, refusals] = [
    [] as string[],
    [] as string[],
    [] as string[],
    [] as string[],
  ];
  const sockets = new Set<Socket>();
  const greet = (socket: Socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
    socket.write('220 mail.test\r\n');
    serve(socket);
  };
  const serve = (socket: Socket) => {
    const isPlain = !(socket instanceof TLSSocket);
    const say = (line: string) => socket.write(`${line}\r\n`);
    let mail: string[] | null = null;
    let rest = '';
    const hear = (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (isPlain) heardPlain.push(line);
        if (mail && line !== '.') mail.push(line);
        else if (mail) {
          taken.push(mail.join('\n'));
          mail = null;
          say('250 taken');
        } else {
          heard.push(line);
          if (line === 'DATA') mail = [];
          if (line === 'STARTTLS' && security === 'starttls' && isPlain) {
            socket.off('data', hear);
            say('220 go on');
            return serve(
              new TLSSocket(socket, { isServer: true, ...certificate }).on('error', () => undefined),
            );
          }
          const refusal = line.startsWith('MAIL') ? refusals.shift() : undefined;
          const offers = isPlain && security === 'starttls' ? '250 STARTTLS' : '250 AUTH PLAIN';
          say(refusal ?? ANSWERS[line] ?? (line.startsWith('AUTH') ? '235 welcome' : offers));
        }
      }
    };
    socket.on('data', hear);
  };
  const server = (
    security === 'tls' ? createTlsServer({ ...certificate }, greet) : createServer(greet)
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    ...{ taken, heard, heardPlain },
    refuse: (answer, times) => void refusals.push(...Array<string>(times).fill(answer)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
