import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { connect, disconnect, type Database } from '../../../api/persistence/connection.ts';
import { AccountStore } from '../../../api/persistence/stores/account.store.ts';
import { openBrowser } from '../../support/browser.ts';
import { cheapHashOf } from '../../support/cheap-hash.ts';
import { dropDatabase, freshDatabase, type TestDatabase } from '../../support/database.ts';
import { startDemoServer, type DemoServer } from '../../support/demo-server.ts';

/** Somebody with a sign-in. */
export interface Visitor {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

export interface NewcomerOptions {
  readonly name?: string;
  /** In rupees; left out, the wallet is empty. */
  readonly credits?: string;
  /** Whether the shop's customer has a wallet yet. */
  readonly wallet?: boolean;
}

/** Asha of the sample shop: a long history and every kind of entry. Tests that move money make customers of their own. */
export const ASHA: Visitor = {
  id: 'cus_asha',
  email: 'asha@example.com',
  password: 'early-bird-asha',
};
/** Staff of the demo. */
export const RAVI: Visitor = { id: 'staff_ravi', email: 'ravi@example.com', password: 'early-bird-ravi' };
/** The admin of the demo. */
export const MEERA: Visitor = { id: 'admin_meera', email: 'meera@example.com', password: 'early-bird-meera' };
const PASSWORD = 'a password of the tests';
const PASSWORD_HASH = cheapHashOf(PASSWORD);
/** Long enough for a machine that is busy with other things too: each wait ends with its event, not with its time. */
const PATIENCE_MS = 60_000;

/** Much shorter than a token of the demo lives. */
const SIGNED_IN_FOR_MS = 120_000;

/** The demo shop, built and running, and a browser to visit it with. */
export class Shop {
  #at!: TestDatabase;
  #server!: DemoServer;
  #browser!: Browser;
  #database!: Database;
  #admin: { readonly token: string; readonly until: number } | undefined;
  #newcomers = 0;
  #colleagues = 0;
  #visits: BrowserContext[] = [];
  #kept: BrowserContext[] = [];

  get origin(): string {
    return this.#server.origin;
  }

  async start(): Promise<void> {
    this.#at = freshDatabase();
    const at = this.#at;
    [this.#server, this.#browser, this.#database] = await Promise.all([
      startDemoServer(at),
      openBrowser(),
      connect(at.uri, at.name),
    ]);
    for (const { email, password } of [ASHA, RAVI, MEERA]) this.#server.log.hide(email, password);
    this.#server.log.hide(PASSWORD);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await disconnect(this.#database);
    await this.#server.stop();
    await dropDatabase(this.#at);
  }

  /** A browser without any past, at no page yet. One that is opened in a test is closed after it. */
  async stranger(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 900 },
      baseURL: this.origin,
      // Each visit would fill the store of a worker of its own; tests of being offline ask for it.
      serviceWorkers: 'block',
      // What moves is drawn again and again, without a graphics card, for nobody.
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    this.#visits.push(context);
    return context.newPage();
  }

  /** A browser in which the customer has signed in before, at no page yet. */
  async visitor(customer: Visitor, options: BrowserContextOptions = {}): Promise<Page> {
    const knownHere = [{ name: 'early-bird.signed-in', value: 'yes' }];
    const storageState = { cookies: [], origins: [{ origin: this.origin, localStorage: knownHere }] };
    const page = await this.stranger({ storageState, ...options });
    const { email, password } = customer;
    const answer = await page.request.post('/auth/sign-in', { data: { email, password } });
    if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}.`);
    return page;
  }

  /** Visits that were begun before the tests of a file go on through all of them. */
  keepVisits(): void {
    this.#kept.push(...this.#visits.splice(0));
  }

  async closeVisits(): Promise<void> {
    await Promise.all(this.#visits.splice(0).map((context) => context.close()));
  }

  async closeKeptVisits(): Promise<void> {
    await Promise.all(this.#kept.splice(0).map((context) => context.close()));
  }

  /** A customer of the shop's with a sign-in and a wallet, made the way the shop makes them. */
  async newcomer({ name = 'Bina Bose', credits, wallet = true }: NewcomerOptions = {}): Promise<Visitor> {
    this.#newcomers += 1;
    const id = `cus_newcomer_${this.#newcomers}`;
    const email = `${id}@example.com`;
    const now = Date.now();
    const account = { id, email, name, role: 'CUSTOMER', passwordHash: PASSWORD_HASH } as const;
    this.#server.log.hide(email, name);
    await new AccountStore(this.#database).save(account, now);
    await this.asAdmin('saveCustomer', { customerId: id, name, email });
    if (wallet) await this.asAdmin('createWallet', { customerId: id, idempotencyKey: randomUUID() });
    if (credits !== undefined) await this.grant({ id, email, password: PASSWORD }, credits);
    return { id, email, password: PASSWORD };
  }

  /** Somebody new who works for the shop, with a password alone. */
  async colleague(): Promise<Visitor> {
    this.#colleagues += 1;
    const id = `staff_colleague_${this.#colleagues}`;
    const email = `${id}@example.com`;
    const account = { id, email, name: 'Chandra Das', role: 'STAFF', passwordHash: PASSWORD_HASH } as const;
    this.#server.log.hide(email, account.name);
    await new AccountStore(this.#database).save(account, Date.now());
    return { id, email, password: PASSWORD };
  }

  grant({ id }: Visitor, rupees: string, reason = 'Welcome gift'): Promise<void> {
    const amount = { amount: rupees };
    return this.asAdmin('addCredits', {
      customerId: id,
      amount,
      source: 'PROMOTION',
      reason,
      idempotencyKey: randomUUID(),
    });
  }

  /** Something that only its owner gets to see, and the server's log never. */
  hide(secret: string): void {
    this.#server.log.hide(secret);
  }

  freeze({ id }: Visitor, reason: string): Promise<void> {
    return this.asAdmin('setWalletStatus', {
      customerId: id,
      status: 'FROZEN',
      reason,
      idempotencyKey: randomUUID(),
    });
  }

  /** Sends a mutation as the admin of the demo and insists that it worked. */
  async asAdmin(name: string, input: object): Promise<void> {
    await this.#act(name, input);
  }

  /** The page on which a customer pays an order, with all credits there are and a payment for the rest. */
  async checkoutOf({ id }: Visitor, orderId: string, rupees: string): Promise<string> {
    const input = { customerId: id, orderId, total: { amount: rupees }, credits: 'ALL' };
    const idempotencyKey = randomUUID();
    const answer = await this.#act('startCheckout', { ...input, idempotencyKey }, 'checkout { payUrl }');
    return (answer as { checkout: { payUrl: string } }).checkout.payUrl;
  }

  /** A link by which somebody pays at such a page without signing in, once. */
  async linkTo(payUrl: string): Promise<string> {
    const checkoutId = decodeURIComponent(payUrl.replace('/pay/', ''));
    const input = { checkoutId, idempotencyKey: randomUUID() };
    const { payLink } = (await this.#act('makeCheckoutLink', input, 'payLink')) as { payLink: string };
    this.#server.log.hide(payLink.split('#')[1]);
    return payLink;
  }

  /** The code of a gift card that the shop gives away, with so many rupees on it. */
  async giftCard(rupees: string): Promise<string> {
    const input = {
      count: 1,
      amount: { amount: rupees },
      reason: 'Prize draw',
      idempotencyKey: randomUUID(),
    };
    const answer = await this.#act('issueGiftCards', input, 'giftCards { code }');
    const [{ code }] = (answer as { giftCards: [{ code: string }] }).giftCards;
    this.#server.log.hide(code);
    return code;
  }

  async #act(name: string, input: object, told = ''): Promise<object> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation Arrange($input: ${type}) { ${name}(input: $input) { ${told} userErrors { code message } } }`;
    const answer = await this.#post('/graphql', { query, variables: { input } }, await this.#adminToken());
    const { data, errors } = answer as {
      data: Record<string, { userErrors: unknown[] }> | null;
      errors?: unknown;
    };
    const done = data?.[name];
    if (errors || done?.userErrors.length !== 0) {
      throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
    }
    return done;
  }

  /** The shop is open for longer than a token is good for. */
  async #adminToken(): Promise<string> {
    if (this.#admin !== undefined && performance.now() < this.#admin.until) return this.#admin.token;
    const until = performance.now() + SIGNED_IN_FOR_MS;
    const { email, password } = MEERA;
    const answer = await this.#post('/auth/sign-in', { email, password });
    const { accessToken } = answer as { accessToken: string };
    this.#server.log.hide(accessToken);
    this.#admin = { token: accessToken, until };
    return accessToken;
  }

  async #post(path: string, body: object, token?: string): Promise<unknown> {
    const response = await fetch(`${this.origin}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    return response.json();
  }
}

const shop = new Shop();
let isOpen: Promise<void> | undefined;
/** The files that have not finished yet, of those that this run of the modules takes in. */
let filesLeft = 0;

/**
 * The shop for the tests of the file that calls this at its top. Files that run together share it: a server, a sample shop and a
 * browser cost more than most tests in them.
 */
export function openShop(): Shop {
  filesLeft += 1;
  beforeAll(() => (isOpen ??= shop.start()));
  beforeEach(() => shop.keepVisits());
  afterEach(() => shop.closeVisits());
  afterAll(async () => {
    await shop.closeKeptVisits();
    filesLeft -= 1;
    if (filesLeft === 0) await shop.stop();
  });
  return shop;
}
