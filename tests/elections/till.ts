import { setTimeout as sleep } from 'node:timers/promises';
import type { Sent, ShopServer } from './shop-server.ts';

/** What a caller wants done, under a key of its own. */
export interface Call {
  readonly name: 'createWallet' | 'addCredits' | 'deductCredits' | 'refundCredits';
  readonly walletId: string;
  readonly key: string;
  readonly input: object;
}

/** A call that was answered at last. */
export interface Completed {
  readonly call: Call;
  /** The id of the entry that it made; null when it was refused. */
  readonly entryId: string | null;
  readonly replayed: boolean;
  /** What came before the answer: codes of errors, or LOST where the connection broke. */
  readonly before: readonly string[];
  readonly refusal: string | null;
  readonly at: number;
}

interface Payload {
  readonly transaction?: { readonly id: string } | null;
  readonly wallet?: { readonly id: string } | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string }[];
}

const PAUSE_MS = 100;
/** Between what a debit, a credit and a refund take and give. */
const DEBIT = { amount: '2.00' };
const CREDIT = { amount: '5.00' };
/** Out of so many calls one is a credit, one a refund, and now and then a new wallet is opened. */
const ROUND = 10;
const MOST_FAULTS = 20;
const OPENING_EVERY = 40;

/** One caller, who does one thing after another and sends each again, to the next server, until it is answered. */
export class Till {
  readonly completed: Completed[] = [];
  /** Sentences of what should never have been said. */
  readonly faults: string[] = [];
  readonly #name: string;
  readonly #servers: readonly ShopServer[];
  readonly #walletIds: readonly string[];
  readonly #elapsed: () => number;
  #step = 0;
  #server = 0;
  #lastDebit: { id: string; walletId: string } | null = null;

  constructor(
    name: string,
    servers: readonly ShopServer[],
    walletIds: readonly string[],
    elapsed: () => number,
  ) {
    this.#name = name;
    this.#servers = servers;
    this.#walletIds = walletIds;
    this.#elapsed = elapsed;
    this.#server = Number(name) % servers.length;
  }

  /** Works until it is told to stop, and then has every call answered. */
  async work(isOver: () => boolean): Promise<void> {
    for (; !isOver(); this.#step += 1) {
      const call = await this.#next();
      const completed = await this.#complete(call);
      this.completed.push(completed);
      if (call.name === 'deductCredits' && completed.entryId) {
        this.#lastDebit = { id: completed.entryId, walletId: call.walletId };
      }
    }
  }

  async #next(): Promise<Call> {
    const step = this.#step;
    const key = `election-${this.#name.padStart(3, '0')}-${String(step).padStart(8, '0')}`;
    if (step % OPENING_EVERY === OPENING_EVERY - 1) return this.#opening(key);
    const walletId = this.#walletIds[(step * 7 + Number(this.#name)) % this.#walletIds.length] ?? '';
    if (step % ROUND === 0) {
      return {
        name: 'addCredits',
        walletId,
        key,
        input: { amount: CREDIT, customerId: walletId, reason: 'Goodwill' },
      };
    }
    const debit = this.#lastDebit;
    if (step % ROUND === 5 && debit) {
      this.#lastDebit = null;
      return {
        name: 'refundCredits',
        walletId: debit.walletId,
        key,
        input: { debitId: debit.id, reason: 'Returned' },
      };
    }
    return {
      name: 'deductCredits',
      walletId,
      key,
      input: { amount: DEBIT, customerId: walletId, orderId: key },
    };
  }

  async #opening(key: string): Promise<Call> {
    const walletId = `opened-${this.#name}-${this.#step}`;
    const save =
      'mutation Save($input: SaveCustomerInput!) { saveCustomer(input: $input) { userErrors { code } } }';
    await this.#persist(save, { customerId: walletId, name: 'Asha Rao' }, []);
    return { name: 'createWallet', walletId, key, input: { customerId: walletId } };
  }

  async #complete(call: Call): Promise<Completed> {
    const { name, key, input } = call;
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const entry = name === 'createWallet' ? '' : 'transaction { id }';
    const query = `mutation Act($input: ${type}) { ${name}(input: $input) { ${entry} wallet { id } replayed userErrors { code } } }`;
    const before: string[] = [];
    const data = await this.#persist(query, { ...input, idempotencyKey: key }, before);
    const payload = data[name] as Payload;
    const refusal = payload.userErrors[0]?.code ?? null;
    if (payload.replayed && before.every((code) => code === 'TRY_AGAIN')) {
      this.#fault(
        `${name} ${key}: only ever told that nothing was changed, and it was done (${before.length})`,
      );
    }
    const { replayed } = payload;
    const entryId = payload.transaction?.id ?? null;
    return { call, entryId, replayed, before, refusal, at: this.#elapsed() };
  }

  /** Sends until there is an answer. */
  async #persist(query: string, input: object, before: string[]): Promise<Readonly<Record<string, unknown>>> {
    for (;;) {
      const sent = await this.#send(query, input);
      if (sent.kind === 'ANSWER') return sent.data;
      before.push(sent.kind === 'LOST' ? 'LOST' : sent.code);
      if (!isToBeExpected(sent)) this.#fault(`${JSON.stringify(sent)} for ${JSON.stringify(input)}`);
      this.#server += 1;
      await sleep(PAUSE_MS);
    }
  }

  #fault(sentence: string): void {
    this.faults.push(sentence);
    // Something else is wrong than that there is no primary: to send it for ever would not help.
    if (this.faults.length >= MOST_FAULTS) throw new Error(this.faults.join('\n'));
  }

  #send(query: string, input: object): Promise<Sent> {
    const server = this.#servers[this.#server % this.#servers.length];
    if (!server) throw new Error('There is no server.');
    return server.send(query, { input });
  }
}

/** While there is no primary, a call may have to be sent again; nobody may be told that something is broken. */
function isToBeExpected(sent: Sent): boolean {
  return sent.kind === 'ERROR' && ['TRY_AGAIN', 'OUTCOME_UNKNOWN'].includes(sent.code);
}
