import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { Attack, HttpCall } from './attack.ts';

export interface Outcome {
  readonly status: number;
  /** As attacks expect it. */
  readonly code: string;
  readonly milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends an attack to the server at this port, as often at once as it says. */
export async function outcomesOf(port: number, attack: Attack): Promise<Outcome[]> {
  return Promise.all(Array.from({ length: attack.times ?? 1 }, () => outcomeOf(port, attack)));
}

export function hangUp(): void {
  agent.destroy();
}

async function outcomeOf(port: number, { request: call }: Attack): Promise<Outcome> {
  const begun = performance.now();
  const { status, body } = 'raw' in call ? await sendRaw(port, call.raw) : await sendCall(port, call);
  return { status, code: codeOf(status, body), milliseconds: performance.now() - begun };
}

async function sendCall(port: number, call: HttpCall): Promise<{ status: number; body: string }> {
  const { path = '/graphql', method = 'POST', headers = {}, body } = call;
  const sent = request({
    ...{ port, host: '127.0.0.1', path, method, agent },
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
  });
  // A server that refuses early closes the connection while the rest of the body is on its way.
  sent.on('error', () => undefined);
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  return { status: answer.statusCode, body: await textOf(answer) };
}

async function sendRaw(port: number, text: string): Promise<{ status: number; body: string }> {
  const socket = connect(port, '127.0.0.1');
  socket.write(text, 'latin1');
  const answer = await textOf(socket);
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), body: rest.join('\r\n\r\n') };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  try {
    for await (const chunk of stream) text += String(chunk);
  } catch {
    // What came before the connection was closed is the answer.
  }
  return text;
}

interface Body {
  readonly data?: Readonly<Record<string, { userErrors?: { code: string }[] } | null>> | null;
  readonly errors?: readonly { extensions?: { code?: string } }[];
  readonly error?: { code?: string };
}

function codeOf(status: number, text: string): string {
  const body = parsed(text);
  if (!body) return String(status);
  const code = body.errors?.[0]?.extensions?.code ?? body.error?.code;
  if (code !== undefined) return code;
  const [answer] = Object.values(body.data ?? {});
  if (answer === null) return 'NULL';
  return answer?.userErrors?.[0]?.code ?? String(status);
}

function parsed(text: string): Body | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
