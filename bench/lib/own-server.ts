import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { issueToken } from '../../api/identity/issue-token.ts';
import { openExistingKeys } from '../../api/identity/signing-keys.ts';
import { readConfig } from '../../api/server/config.ts';
import type { CheckedLog } from '../../tests/support/checked-log.ts';
import { listenTo } from '../../tests/support/server-process.ts';
import { Callers, type Asking } from './callers.ts';
import type { HttpConnection } from './http-connection.ts';
import type { Contender } from './load.ts';

const DEBIT = `mutation Deduct($input: DeductCreditsInput!) {
  deductCredits(input: $input) {
    transaction { id amount { amount } createdAt }
    wallet { id balance { amount } }
    userErrors { code message }
  }
}`;

const HOLD = `mutation Hold($input: PlaceHoldInput!) {
  placeHold(input: $input) {
    transaction { id amount { amount } createdAt hold { id expiresAt } }
    wallet { id balance { amount } }
    userErrors { code message }
  }
}`;

const CAPTURE = `mutation Capture($input: CaptureHoldInput!) {
  captureHold(input: $input) {
    transaction { id amount { amount } createdAt }
    wallet { id balance { amount } }
    userErrors { code message }
  }
}`;

export interface Place {
  readonly uri: string;
  readonly databaseName: string;
  readonly dataDirectory: string;
  /** Besides those of every such server. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Who asks: a till of the shop, somebody who may do everything, or one customer. */
export interface Asker {
  readonly id: string;
  readonly role: 'STAFF' | 'ADMIN' | 'CUSTOMER';
}

const TILL: Asker = { id: 'checkout', role: 'STAFF' };

/** The server as it runs in production, in a process of its own, asked over HTTP with a token. */
export class OwnServer {
  readonly processId: number;
  readonly #process: ChildProcess;
  readonly #log: CheckedLog;
  readonly #callers: Callers;
  readonly #port: number;
  readonly #tokens: Tokens;
  #acknowledged = 0;

  private constructor({ child, log, port, tokens }: Started, till: string) {
    this.#process = child;
    this.#log = log;
    this.processId = child.pid ?? 0;
    this.#port = port;
    this.#tokens = tokens;
    this.#callers = new Callers(port, till);
  }

  static async start(place: Place, options: readonly string[] = []): Promise<OwnServer> {
    const environment = {
      NODE_ENV: 'production',
      MONGODB_URI: place.uri,
      DATABASE_NAME: place.databaseName,
      DATA_DIRECTORY: place.dataDirectory,
      HOST: '127.0.0.1',
      PORT: '0',
      RATE_LIMITS: 'off',
      BENCHMARK: 'on',
      LOOPBACK_DATABASE: 'on',
      DRAIN_SECONDS: '0',
      CONNECTIONS_PER_ADDRESS: '10000',
      LOG_LEVEL: 'warn',
      ...place.settings,
    };
    const words = ['--max-semi-space-size=64', 'dist/api/server/main.js'];
    const child = spawn(process.execPath, [...options, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    const { log, port } = listenTo(child);
    const listensAt = await port;
    const tokens = discreetly(log, await tokensOf(environment));
    return new OwnServer({ child, log, port: listensAt, tokens }, await tokens(TILL));
  }

  get acknowledged(): number {
    return this.#acknowledged;
  }

  spread(name: string, callers: number, walletIds: readonly string[]): Contender {
    return this.asking({
      ...{ name, callers },
      body: (step) => debitOf(step, walletIds[step % walletIds.length] ?? ''),
      check: (answer) => {
        if (!answer.includes('"userErrors":[]')) throw new Error(`Not debited: ${answer}`);
        this.#acknowledged += 1;
      },
    });
  }

  /** Sets a rupee aside and then spends it: what a debit does in one call. */
  holding(name: string, callers: number, walletIds: readonly string[]): Contender {
    let calls = 0;
    return this.asking({
      ...{ name, callers },
      body: (step) => holdOf(step, walletIds[step % walletIds.length] ?? ''),
      next: (answer, step) => captureOf(step, /"hold":\{"id":"([^"]+)"/.exec(answer)?.[1] ?? ''),
      check: (answer) => {
        if (!answer.includes('"userErrors":[]')) throw new Error(`Not held or captured: ${answer}`);
        calls += 1;
        if (calls % 2 === 0) this.#acknowledged += 1;
      },
    });
  }

  asking(asking: Asking): Contender {
    return this.#callers.contender(asking);
  }

  /** Where it listens. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** A token for a quarter of an hour. */
  tokenOf(asker: Asker): Promise<string> {
    return this.#tokens(asker);
  }

  /** Somebody else's own callers, who are closed by whoever asks for them. */
  async callersOf(asker: Asker): Promise<Callers> {
    return new Callers(this.#port, await this.#tokens(asker));
  }

  async stop(): Promise<void> {
    this.#callers.disconnect();
    this.#process.kill('SIGTERM');
    if (this.#process.exitCode === null) await once(this.#process, 'exit');
    this.#log.mustBeDiscreet();
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
    this.#callers.disconnect();
    this.#log.mustBeDiscreet();
  }

  connect(): Promise<HttpConnection> {
    return this.#callers.connect();
  }

  /** The answer to a debit of one rupee under a key of its step. */
  debitOnce(connection: HttpConnection, step: number, customerId: string): Promise<string> {
    return connection.post(debitOf(step, customerId));
  }
}

function debitOf(step: number, customerId: string): string {
  const input = {
    customerId,
    amount: { amount: '1.00' },
    orderId: `order-${step}`,
    idempotencyKey: `bench-step-${String(step).padStart(10, '0')}`,
  };
  return JSON.stringify({ query: DEBIT, variables: { input } });
}

function holdOf(step: number, customerId: string): string {
  const key = `bench-hold-${String(step).padStart(10, '0')}`;
  const input = { customerId, amount: { amount: '1.00' }, orderId: `order-${step}`, idempotencyKey: key };
  return JSON.stringify({ query: HOLD, variables: { input } });
}

function captureOf(step: number, holdId: string): string {
  const input = { holdId, idempotencyKey: `bench-capture-${String(step).padStart(10, '0')}` };
  return JSON.stringify({ query: CAPTURE, variables: { input } });
}

type Tokens = (asker: Asker) => Promise<string>;

interface Started {
  readonly child: ChildProcess;
  readonly log: CheckedLog;
  readonly port: number;
  readonly tokens: Tokens;
}

/** No token that is handed out may stand in the log. */
function discreetly(log: CheckedLog, tokens: Tokens): Tokens {
  return async (asker) => {
    const token = await tokens(asker);
    log.hide(token);
    return token;
  };
}

async function tokensOf(environment: Record<string, string>): Promise<Tokens> {
  const { identity, dataDirectory, isProduction } = readConfig(environment);
  const keys = await openExistingKeys({ directory: dataDirectory, isProduction, now: Date.now });
  if (!keys) throw new Error('The server has left no keys.');
  const { issuer, audience } = identity;
  const terms = { issuer, audience, lifetimeSeconds: 900 };
  return ({ id, role }) =>
    issueToken(
      keys,
      terms,
      { id, name: id, role, sessionVersion: null },
      { now: Date.now(), tokenId: randomUUID() },
    );
}
