import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { issueToken } from '../../api/identity/issue-token.ts';
import { openExistingKeys } from '../../api/identity/signing-keys.ts';
import { readConfig } from '../../api/server/config.ts';
import type { CheckedLog } from '../support/checked-log.ts';
import { listenTo } from '../support/server-process.ts';

/** What came of one sending: an answer, or why there was none. */
export type Sent =
  | { readonly kind: 'ANSWER'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'ERROR'; readonly code: string; readonly message: string }
  | { readonly kind: 'LOST'; readonly message: string };

const RENEW_AFTER_MS = 300_000;

export interface Place {
  readonly uri: string;
  readonly databaseName: string;
  readonly dataDirectory: string;
}

/** A server as it runs in production, in a process of its own. Several of one place share keys and database. */
export class ShopServer {
  readonly #process: ChildProcess;
  readonly #log: CheckedLog;
  readonly #url: string;
  readonly #newToken: () => Promise<string>;
  #token: { readonly text: Promise<string>; readonly at: number } | null = null;

  private constructor(process: ChildProcess, log: CheckedLog, port: number, newToken: () => Promise<string>) {
    this.#process = process;
    this.#log = log;
    this.#url = `http://127.0.0.1:${port}/graphql`;
    this.#newToken = newToken;
  }

  static async start({ uri, databaseName, dataDirectory }: Place): Promise<ShopServer> {
    const environment = {
      NODE_ENV: 'production',
      MONGODB_URI: uri,
      DATABASE_NAME: databaseName,
      DATA_DIRECTORY: dataDirectory,
      HOST: '127.0.0.1',
      PORT: '0',
      RATE_LIMITS: 'off',
      SERVICE_ACCOUNTS: 'checkout',
      BENCHMARK: 'on',
      LOOPBACK_DATABASE: 'on',
      DRAIN_SECONDS: '0',
      LOG_LEVEL: 'error',
    };
    const child = spawn(process.execPath, ['dist/api/server/main.js'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    const { log, port } = listenTo(child);
    return new ShopServer(child, log, await port, await tokensFor(environment));
  }

  async send(query: string, variables: object): Promise<Sent> {
    const token = await this.#current();
    this.#log.hide(token);
    this.#log.heed(variables);
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as {
        data?: Record<string, unknown> | null;
        errors?: { message: string; extensions?: { code?: string } }[];
      };
      const [error] = errors ?? [];
      if (error) return { kind: 'ERROR', code: error.extensions?.code ?? '?', message: error.message };
      return { kind: 'ANSWER', data: data ?? {} };
    } catch (error) {
      return { kind: 'LOST', message: String(error) };
    }
  }

  /** Tokens live for a quarter of an hour, and a run may take longer. */
  #current(): Promise<string> {
    const now = performance.now();
    if (!this.#token || now - this.#token.at > RENEW_AFTER_MS)
      this.#token = { text: this.#newToken(), at: now };
    return this.#token.text;
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    if (this.#process.exitCode === null) await once(this.#process, 'exit');
    for (const line of this.#log.lines) console.error(line.trimEnd());
    this.#log.mustBeDiscreet();
  }
}

async function tokensFor(environment: Record<string, string>): Promise<() => Promise<string>> {
  const { identity, dataDirectory, isProduction } = readConfig(environment);
  const keys = await openExistingKeys({ directory: dataDirectory, isProduction, now: Date.now });
  if (!keys) throw new Error('The server has left no keys.');
  const { issuer, audience } = identity;
  const subject = { id: 'checkout', name: 'Checkout', role: 'ADMIN', sessionVersion: null } as const;
  const terms = { issuer, audience, lifetimeSeconds: 900 };
  return () => issueToken(keys, terms, subject, { now: Date.now(), tokenId: randomUUID() });
}
