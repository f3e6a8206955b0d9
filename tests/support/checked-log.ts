import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Fields of inputs in which people say something of themselves or others, or that open a door. */
const TELLING =
  /^(?:name|email|phone|reason|note|reference|password|newPassword|code|recoveryCode|recoveryCodes|codePrefix|search|link|secret|ticket|refreshToken|accessToken)$/;
/** The same within the text of an operation. */
const IN_QUERY = /\b(?:name|email|phone|reason|note|password|code|search)\s*:\s*"([^"\\]{4,400})"/g;
/** What is shorter stands in many a line by chance. */
const SHORTEST = 6;
/** Single words may be the words of a log as well; what is somebody's has a space, a sign or a number in it. */
const ORDINARY = /^[\p{L}_]+$/u;

/**
 * The log of a server that a test has started, and what was said to that server and by it that no log may repeat: names, addresses,
 * numbers, free texts, codes, passwords, tokens and cookies. Whoever closes the server asks whether it did.
 */
export class CheckedLog {
  readonly lines: string[] = [];
  readonly #untold = new Set<string>();

  readonly write = (line: string): void => void this.lines.push(line);

  /** Remembers what is sent to the server and what it hands out. */
  listen(app: FastifyInstance): void {
    app.addHook('preHandler', async (request) => this.#hear(request));
    app.addHook('onSend', async (request, reply, payload) => {
      for (const cookie of [reply.getHeader('set-cookie')].flat()) this.#hide(valueOf(cookie));
      if (typeof payload === 'string' && request.url.startsWith('/auth')) this.#look(parsed(payload));
      return payload;
    });
  }

  /** Remembers what somebody sends, where there is no listening to the server itself. */
  heed(input: unknown): void {
    this.#look(input);
  }

  /** What no log may repeat besides. */
  hide(...texts: readonly (string | null | undefined)[]): void {
    for (const text of texts) this.#hide(text);
  }

  /** The lines that tell what they must not. */
  telling(): string[] {
    const whole = this.lines.join('\n');
    const told = [...this.#untold].filter((text) => whole.includes(text));
    return told.length === 0 ? [] : this.lines.filter((line) => told.some((text) => line.includes(text)));
  }

  /** Throws when the log tells what it must not. */
  mustBeDiscreet(): void {
    const telling = this.telling();
    if (telling.length > 0) throw new Error(`The log tells what is nobody's business:\n${telling.join('')}`);
  }

  /** Throws when something went wrong for which a server is to blame. */
  mustBeUntroubled(): void {
    const troubled = this.lines.filter((line) => /^\{"level":"(?:error|fatal)"/.test(line));
    if (troubled.length > 0) throw new Error(`The log tells of trouble:\n${troubled.join('\n')}`);
  }

  #hear({ headers, body }: FastifyRequest): void {
    const { authorization, cookie } = headers;
    this.#hide(/^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]);
    for (const part of (cookie ?? '').split(';')) this.#hide(valueOf(part));
    if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return;
    this.#look(body);
    const query = 'query' in body && typeof body.query === 'string' ? body.query : '';
    for (const [, text] of query.matchAll(IN_QUERY)) this.#hide(text);
  }

  #look(value: unknown, name = '', depth = 0): void {
    if (typeof value === 'string' && TELLING.test(name)) this.#hide(value);
    if (typeof value !== 'object' || value === null || depth > 8) return;
    for (const [key, inner] of Object.entries(value))
      this.#look(inner, Array.isArray(value) ? name : key, depth + 1);
  }

  #hide(text: string | null | undefined): void {
    const said = text?.trim() ?? '';
    if (said.length >= SHORTEST && !ORDINARY.test(said)) this.#untold.add(said);
  }
}

function valueOf(cookie: unknown): string | undefined {
  return typeof cookie === 'string' ? /^[^=]*=([^;]*)/.exec(cookie)?.[1] : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
