import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface TestMailServer {
  readonly port: number;
  /** What was taken, each with its head. */
  readonly taken: readonly string[];
  /** Everything that was said to it, line by line. */
  readonly heard: readonly string[];
  /** Answers this to the next so many mails instead of taking them. */
  refuse(answer: string, times: number): void;
  close(): Promise<void>;
}

const ANSWERS: Readonly<Record<string, string>> = {
  DATA: '354 go on',
  QUIT: '221 bye',
  STARTTLS: '502 not known',
};

/** A mail server that speaks as much SMTP as it takes to be left a mail, without TLS. */
export async function startMailServer(): Promise<TestMailServer> {
  const [taken, heard, refusals, sockets] = [
    [] as string[],
    [] as string[],
    [] as string[],
    new Set<Socket>(),
  ];
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
    const say = (line: string) => socket.write(`${line}\r\n`);
    let mail: string[] | null = null;
    let rest = '';
    say('220 mail.test');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (mail && line !== '.') mail.push(line);
        else if (mail) {
          taken.push(mail.join('\n'));
          mail = null;
          say('250 taken');
        } else {
          heard.push(line);
          if (line === 'DATA') mail = [];
          const refusal = line.startsWith('MAIL') ? refusals.shift() : undefined;
          say(refusal ?? ANSWERS[line] ?? '250 AUTH PLAIN');
        }
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    taken,
    heard,
    refuse: (answer, times) => void refusals.push(...Array<string>(times).fill(answer)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
