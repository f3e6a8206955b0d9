import { once } from 'node:events';
import { get, request as open, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { openTestApp, openWallet, type TestApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { smallSchema } from '../support/small-schema.ts';

const at = openTestDatabase();
const LONG = 'A balance of ₹499.50. '.repeat(200);
let app: TestApp;
let database: Database;
let server: TestServer;
let base: string;

beforeAll(async () => {
  database = await connect(at.uri, at.name);
  await setUp(database);
  app = await openTestApp(at);
  await openWallet(app, 'asha');
  // An issuer with a name so long that the answers to a sign-in would be worth compressing.
  const settings = { DEMO_MODE: 'on', JWT_ISSUER: 'issuer'.repeat(200) };
  server = await openTestServer({ database, wallets: app, schema: smallSchema(), settings, sdl: LONG });
  base = await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await app.close();
  await disconnect(database);
  await deleteTemporaryFolders();
});

const QUERY = 'query Echo($text: String) { echo(text: $text) }';

async function echo(
  text: string,
  acceptEncoding = 'br, gzip',
): Promise<{ message: IncomingMessage; body: Buffer }> {
  const { port } = server.app.server.address() as AddressInfo;
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': acceptEncoding,
    authorization: `Bearer ${await server.token('CUSTOMER', 'asha')}`,
  };
  const request = open({ port, path: '/graphql', method: 'POST', headers });
  request.end(JSON.stringify({ query: QUERY, variables: { text } }));
  const [message] = (await once(request, 'response')) as [IncomingMessage];
  return { message, body: await buffer(message) };
}

const VARY = expect.stringMatching(/accept-encoding/) as string;
const dataOf = (body: Buffer) => (JSON.parse(body.toString()) as { data: { echo: string } }).data.echo;

describe('an answer of the API', () => {
  // The first one is Apollo's, the others come by the way that is made for operations seen before.
  test.each(['first', 'again'])('is compressed when it is long and the caller takes it so: %s', async () => {
    const brotli = await echo(LONG);
    expect(brotli.message.headers).toMatchObject({ 'content-encoding': 'br', vary: VARY });
    expect(brotli.body.length).toBeLessThan(LONG.length / 10);
    expect(dataOf(brotliDecompressSync(brotli.body))).toBe(LONG);
    const zipped = await echo(LONG, 'deflate, gzip;q=0.5');
    expect(zipped.message.headers['content-encoding']).toBe('gzip');
    expect(dataOf(gunzipSync(zipped.body))).toBe(LONG);
  });

  test.each(['identity', 'br;q=0', '', 'zstd'])('is as it is for who accepts %p', async (acceptEncoding) => {
    const { message, body } = await echo(LONG, acceptEncoding);
    expect(message.headers).not.toHaveProperty('content-encoding');
    expect(message.headers['vary']).toEqual(VARY);
    expect(dataOf(body)).toBe(LONG);
  });

  test('is as it is when it is short', async () => {
    const { message, body } = await echo('short');
    expect(message.headers).not.toHaveProperty('content-encoding');
    expect(message.headers['vary']).not.toEqual(VARY);
    expect(dataOf(body)).toBe('short');
  });
});

describe('a client as they are', () => {
  test('reads the contract and a history without knowing how they came', async () => {
    const contract = await fetch(`${base}/schema.graphql`);
    expect(contract.headers.get('content-encoding')).toBe('gzip');
    expect(await contract.text()).toBe(LONG);
    const authorization = `Bearer ${await server.token('CUSTOMER', 'asha')}`;
    const history = await fetch(`${base}/export/transactions.csv`, {
      headers: { authorization, 'accept-encoding': 'br' },
    });
    expect(history.headers.get('content-encoding')).toBe('br');
    expect(await history.text()).toContain('"CLOSING"');
  });

  test('never gets a token compressed, nor anything else of a sign-in', async () => {
    const signIn = await fetch(`${base}/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'asha@example.com', password: 'early-bird-asha' }),
    });
    const [session = ''] = (signIn.headers.get('set-cookie') ?? '').split(';');
    const refresh = await fetch(`${base}/auth/refresh`, { method: 'POST', headers: { cookie: session } });
    for (const answer of [signIn, refresh]) {
      expect(answer.headers.get('content-encoding')).toBeNull();
      expect((await answer.text()).length).toBeGreaterThan(1_024);
    }
  });
});

test('an export whose reader has gone is not compressed any further', async () => {
  const { port } = server.app.server.address() as AddressInfo;
  const headers = {
    authorization: `Bearer ${await server.token('CUSTOMER', 'asha')}`,
    'accept-encoding': 'gzip',
  };
  for (let reader = 0; reader < 5; reader += 1) {
    const leaving = get({ port, path: '/export/transactions.csv', headers });
    const [message] = (await once(leaving, 'response')) as [IncomingMessage];
    expect(message.statusCode).toBe(200);
    leaving.destroy();
    await once(leaving, 'close');
  }
});
