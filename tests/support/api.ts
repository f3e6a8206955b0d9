import { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Actor } from '../../api/domain/actor.ts';
import type { GraphqlContext } from '../../api/resolvers/context.ts';
import { contextFactory } from '../../api/server/context.ts';
import { executableSchema } from '../../api/server/executable-schema.ts';
import { formatError } from '../../api/server/format-error.ts';
import { nameRequest } from '../../api/server/name-request.plugin.ts';
import type { Caller } from '../../api/services/caller.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp, type TestAppOptions } from './app.ts';
import { openTestDatabase } from './database.ts';
import { plannedAnswers } from './planned-answers.ts';

export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** What mutations answer, as far as tests go on with it. */
export interface Payload {
  readonly wallet: Readonly<Record<string, unknown>> | null;
  readonly transaction: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly replayed: boolean;
  readonly userErrors: readonly Readonly<Record<string, unknown>>[];
}

const USER_ERRORS =
  'userErrors { code message field since firstUsedAt retryAfterSeconds available { amount } shortBy { amount } min { amount } max { amount } refundable { amount } held { amount } required { amount } largest { amount } }';

/** Mutations that are safe to repeat without a key. */
const KEYLESS = new Set([
  ...['saveView', 'removeView'],
  'saveCustomer',
  'updateReward',
  ...['updateCampaign', 'setCampaignStatus'],
  ...['giftCardLook', 'showGiftCardCode'],
  'setRewardStatus',
  'recordPurchase',
  'endSession',
  'addJobRows',
]);

/** Somebody at the door of the API. */
export class Client {
  readonly #run: (query: string, variables: Record<string, unknown>) => Promise<Answer>;

  constructor(run: (query: string, variables: Record<string, unknown>) => Promise<Answer>) {
    this.#run = run;
  }

  ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    return this.#run(query, variables);
  }

  /** The data of a query that is expected to work. */
  async read<T = Readonly<Record<string, unknown>>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<T> {
    const { data, errors } = await this.#run(query, variables);
    expect(errors).toEqual([]);
    return data as T;
  }

  /** Sends a mutation with a key of its own, unless the input brings one. */
  attempt(name: string, input: object, selection: string): Promise<Answer> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const keyed = KEYLESS.has(name) ? input : { idempotencyKey: freshKey(name), ...input };
    return this.#run(
      `mutation Test($input: ${type}) { ${name}(input: $input) { ${selection} ${USER_ERRORS} } }`,
      {
        input: keyed,
      },
    );
  }

  /** The payload of a mutation that is expected to be answered, even if with a refusal. */
  async act<P = Payload>(name: string, input: object, selection = ''): Promise<P> {
    const { data, errors } = await this.attempt(name, input, selection);
    expect(errors).toEqual([]);
    return data?.[name] as P;
  }
}

export interface TestApiOptions extends TestAppOptions {
  /** Whether what is asked stays as it is while it is answered; then plans must come to the same answers. */
  readonly isQuiet?: boolean;
}

/** The API as it is behind HTTP: the guarded schema and the server's way with errors, on a database of the file's own. */
export class TestApi {
  app!: TestApp;
  /** Where it keeps everything, for another application beside it. */
  database!: { readonly uri: string; readonly name: string };
  #server!: ApolloServer<GraphqlContext>;
  #contextOf!: (caller: Caller | null, requestId: string) => GraphqlContext;

  async start(at: { uri: string; name: string }, options: TestApiOptions = {}): Promise<void> {
    this.database = at;
    this.app = await openTestApp(at, options);
    this.#contextOf = contextFactory(this.app);
    const { isQuiet = true } = options;
    const schema = executableSchema();
    this.#server = new ApolloServer<GraphqlContext>({
      schema,
      formatError,
      plugins: [nameRequest, ...(isQuiet ? [plannedAnswers(schema)] : [])],
    });
    await this.#server.start();
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await this.app.close();
  }

  get anonymous(): Client {
    return this.#client(null);
  }

  get admin(): Client {
    return this.as('ADMIN', 'meera');
  }

  get staff(): Client {
    return this.as('STAFF', 'ravi');
  }

  customer(id: string): Client {
    return this.as('CUSTOMER', id);
  }

  as(role: Actor['role'], id: string): Client {
    return this.#client(callerOf(role, id));
  }

  /** A customer with an open, empty wallet; answers the customer's id. */
  openWallet(customerId: string): Promise<string> {
    return openWallet(this.app, customerId);
  }

  /** A customer whose wallet holds one credit. */
  async fundedWallet(customerId: string, amount: string, more: object = {}): Promise<string> {
    await this.openWallet(customerId);
    await this.grant(customerId, amount, more);
    return customerId;
  }

  grant(customerId: string, amount: string, more: object = {}): Promise<Payload> {
    const input = { customerId, amount: { amount }, reason: 'Goodwill', ...more };
    return this.admin.act('addCredits', input, 'transaction { id }');
  }

  spend(customerId: string, amount: string, more: object = {}): Promise<Payload> {
    const input = { amount: { amount }, orderId: 'order-1', ...more };
    return this.customer(customerId).act('deductCredits', input, 'transaction { id }');
  }

  /** A reward of ₹75 that has begun, has no limit and no end, unless told otherwise; answers its id. */
  /** Makes a campaign whose code for all is its name, and has another admin start it. */
  async makeCampaign(more: object = {}): Promise<string> {
    const terms = {
      ...{ name: 'Diwali', value: { amount: '50' }, codes: 'SHARED', startsAt: '2026-03-01T00:00:00+05:30' },
      ...{ maxUses: 100, ...more },
    };
    const { campaign } = await this.admin.act<{ campaign: { id: string } }>(
      'createCampaign',
      terms,
      'campaign { id }',
    );
    const start = { campaignId: campaign.id, step: 'START' };
    await this.as('ADMIN', 'meena').act('setCampaignStatus', start, 'campaign { status }');
    return campaign.id;
  }

  /** Issues one gift card; answers its id and its code. */
  async makeCard(amount = '500', more: object = {}): Promise<{ readonly id: string; readonly code: string }> {
    const { giftCards } = await this.admin.act<{
      giftCards: { code: string; giftCard: { id: string } }[];
    }>(
      'issueGiftCards',
      { count: 1, amount: { amount }, reason: 'Prize draw', ...more },
      'giftCards { code giftCard { id } }',
    );
    const [card] = giftCards;
    if (!card) throw new Error('No card was issued.');
    return { id: card.giftCard.id, code: card.code };
  }

  async makeReward(more: object = {}): Promise<string> {
    const input = {
      name: 'Early riser bonus',
      description: 'For any customer. No minimum order.',
      creditAmount: { amount: '75' },
      validFrom: '2026-03-01T00:00:00+05:30',
      ...more,
    };
    const { reward } = await this.admin.act<{ reward: { id: string } }>(
      'createReward',
      input,
      'reward { id }',
    );
    return reward.id;
  }

  #client(caller: Caller | null): Client {
    return new Client(async (query, variables) => {
      const contextValue = this.#contextOf(caller, caller?.requestId ?? 'req-anonymous');
      const { body } = await this.#server.executeOperation({ query, variables }, { contextValue });
      if (body.kind !== 'single') throw new Error('The API answers in one piece.');
      const { data = null, errors = [] } = body.singleResult;
      return { data, errors };
    });
  }
}

/** The API for the tests of the file that calls this at its top. */
export function openTestApi(options?: TestApiOptions): TestApi {
  const api = new TestApi();
  const database = openTestDatabase();
  beforeAll(() => api.start(database, options));
  afterAll(() => api.stop());
  return api;
}
