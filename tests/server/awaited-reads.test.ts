import { once } from 'node:events';
import { request as send } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { mongoose } from '@typegoose/typegoose';
import { GivenUp } from '../../api/persistence/patience.ts';
import { executableSchema } from '../../api/server/executable-schema.ts';
import { callerOf, freshKey, openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { addCredits } from '../../api/services/add-credits.ts';
import { told } from '../support/commands.ts';
import { openTestDatabase } from '../support/database.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

type Command = mongoose.mongo.Document;

const at = openTestDatabase();
let app: TestApp;
let server: TestServer;
/** Reads of the journal, as the database was asked for them. */
const reads: Command[] = [];
let onRead = (): void => undefined;
/** What is called when Apollo has an answer, whether anybody takes it or not. */
let onAnswer = (): void => undefined;

beforeAll(async () => {
  app = await openTestApp({ uri: told(at.uri), name: at.name });
  await openWallet(app, 'asha');
  for (let credit = 0; credit < 3; credit += 1) {
    app.clock.advance({ days: 1 });
    await credited('asha');
  }
  app.database.getClient().on('commandStarted', ({ command }) => {
    if ((command['find'] ?? command['aggregate']) !== 'wallet_transactions') return;
    reads.push(command);
    onRead();
  });
  server = await openTestServer({
    schema: executableSchema(),
    wallets: app,
    settings: { RATE_LIMITS: 'off' },
    plugins: [{ requestDidStart: async () => ({ willSendResponse: async () => onAnswer() }) }],
  });
});
afterAll(async () => {
  await server.close();
  await app.close();
  await deleteTemporaryFolders();
});
beforeEach(() => {
  reads.length = 0;
  onRead = () => undefined;
});

function credited(customerId: string): Promise<unknown> {
  const credit = {
    amount: 100_00n,
    source: 'MANUAL',
    reason: 'Goodwill',
    orderId: null,
    expiresAt: null,
  } as const;
  return addCredits(app, callerOf('ADMIN'), { customerId, ...credit, idempotencyKey: freshKey('credit') });
}

async function ask(selection: string): Promise<Record<string, unknown>> {
  const token = await server.token('CUSTOMER', 'asha');
  const { data, errors } = await server.graphql(`query Read { viewer { wallet { ${selection} } } }`, {
    token,
  });
  expect(errors).toEqual([]);
  return (data?.['viewer'] as { wallet: Record<string, unknown> }).wallet;
}

describe('the figures of a wallet', () => {
  test.each([
    'balanceHistory(days: 10) { day closingBalance { amount } }',
    'transactionSummary(from: "2026-03-11T00:00:00+05:30") { count }',
    'statistics { months { month } }',
    'transactions(first: 2) { totalCount months { month count } }',
    'expiryHistory(first: 2) { totalCount nodes { id } }',
  ])('are read once however often a request names them: %s', async (figures) => {
    await ask(figures);
    const alone = reads.length;
    reads.length = 0;

    const wallet = await ask(
      `a: ${figures} b: ${figures} transactions(first: 3) { nodes { wallet { c: ${figures} } } }`,
    );

    expect(alone).toBeGreaterThan(0);
    expect(reads.length).toBeLessThanOrEqual(alone + 1);
    expect(wallet['a']).toEqual(wallet['b']);
    const { nodes } = wallet['transactions'] as { nodes: { wallet: { c: unknown } }[] };
    expect(nodes.map(({ wallet: { c } }) => c)).toEqual(Array.from({ length: 3 }, () => wallet['a']));
  });
});

describe('a read', () => {
  test('tells the database how long somebody waits for it', async () => {
    await ask('transactions(first: 2) { nodes { id usedBy: createdAt } } balanceHistory(days: 5) { day }');

    expect(reads.length).toBeGreaterThan(1);
    for (const { maxTimeMS } of reads) {
      expect(maxTimeMS).toBeGreaterThan(0);
      expect(maxTimeMS).toBeLessThanOrEqual(server.config.queryLimits.deadlineMs);
    }
  });

  test('does not begin when nobody waits for it any more', async () => {
    const gone = app.stores.awaited({
      left: () => {
        throw new GivenUp();
      },
    });

    await expect(async () => gone.journal.balancesAt('asha', [1])).rejects.toThrow(GivenUp);
    await expect(async () =>
      gone.directory.customers(null, { order: 'NEWEST_FIRST', limit: 1 }),
    ).rejects.toThrow(GivenUp);
    expect(reads).toEqual([]);
  });

  test('that the database broke off may be tried again', async () => {
    const impatient = await openTestServer({
      schema: executableSchema(),
      wallets: { ...app, stores: { ...app.stores, awaited: () => app.stores.awaited({ left: overdue }) } },
    });
    const { errors } = await impatient.graphql(
      'query Read { viewer { wallet { statistics { months { month } } } } }',
      {
        token: await impatient.token('CUSTOMER', 'asha'),
      },
    );
    await impatient.close();

    expect(errors[0]?.extensions['code']).toBe('TRY_AGAIN');
  });
});

/** As of somebody who has stopped waiting. */
function overdue(): never {
  throw new GivenUp();
}

test('a query is read no further when its caller has gone', async () => {
  const sockets: Socket[] = [];
  server.app.server.on('connection', (socket: Socket) => sockets.push(socket));
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.app.server.address() as AddressInfo;
  const answered = new Promise<void>((resolve) => (onAnswer = resolve));
  onRead = () => sockets.forEach((socket) => socket.destroy());

  const call = send({
    ...{ port, path: '/graphql', method: 'POST' },
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await server.token('CUSTOMER', 'asha')}`,
    },
  });
  const lost = once(call, 'error');
  const query =
    'query Gone { viewer { wallet { transactions(first: 2) { nodes { id wallet { balanceHistory(days: 3) { day } } } } } } }';
  call.end(JSON.stringify({ query }));
  await Promise.all([lost, answered]);

  expect(reads.map(({ limit }) => limit as number)).toEqual([3]);
});
