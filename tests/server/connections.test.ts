import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { networkOf } from '../../api/identity/network-of.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer, type TestServerOptions } from '../support/server.ts';

const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});
afterAll(deleteTemporaryFolders);

interface Listening extends TestServer {
  readonly port: number;
}

async function listen(options: TestServerOptions = {}): Promise<Listening> {
  const server = await openTestServer(options);
  opened.push(server);
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  return Object.assign(server, { port: (server.app.server.address() as AddressInfo).port });
}

async function dial({ port }: Listening): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  opened.push({ close: () => socket.destroy() });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Resolves with all that was read once the other side has closed. */
async function closing(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (piece) => (text += piece.toString()));
  await once(socket, 'close');
  return text;
}

const REQUEST = 'GET /healthz HTTP/1.1\r\nhost: shop.example\r\n\r\n';

/** More than the buffers between two programs hold. */
const LARGE = 'x'.repeat(32 * 1_048_576);
const ASK_FOR_MUCH = 'GET /schema.graphql HTTP/1.1\r\nhost: shop.example\r\n\r\n';

/** The answer to one request on a connection that stays open. */
async function ask(socket: Socket, request = REQUEST): Promise<string> {
  socket.write(request);
  const [piece] = (await once(socket, 'data')) as [Buffer];
  return piece.toString();
}

describe('a connection', () => {
  test('is kept for longer than proxies keep theirs, as long as it is told to callers', async () => {
    const server = await listen();
    expect(server.config.connections.keepAliveMs).toBe(72_000);
    expect(await ask(await dial(server))).toMatch(/keep-alive: timeout=72/i);
    const patient = await listen({ settings: { KEEP_ALIVE_SECONDS: '120' } });
    expect(await ask(await dial(patient))).toMatch(/keep-alive: timeout=120/i);
  });

  test('that is idle outlives those on which a head comes too slowly', async () => {
    const server = await listen({ settings: { HEADERS_SECONDS: '1' } });
    const idle = await dial(server);
    await ask(idle);
    const slow = await dial(server);
    slow.write('GET /healthz HTTP/1.1\r\nhost: shop');
    const silent = await dial(server);
    expect(await closing(slow)).toMatch(/^HTTP\/1.1 408 /);
    await closing(silent);
    expect(await ask(idle)).toMatch(/^HTTP\/1.1 200 /);
  });

  test('is cut when a body comes too slowly', async () => {
    const server = await listen({ settings: { HEADERS_SECONDS: '1', REQUEST_SECONDS: '1' } });
    const slow = await dial(server);
    slow.write(
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{',
    );
    expect(await closing(slow)).toMatch(/^HTTP\/1.1 408 /);
  });

  test('is cut when its caller does not read the answer', async () => {
    const server = await listen({ sdl: LARGE, connections: { stalledMs: 200 } });
    const cut = once(server.app.server, 'connection').then(([socket]) => once(socket as Socket, 'close'));
    const lazy = await dial(server);
    lazy.pause();
    lazy.write(ASK_FOR_MUCH);
    await cut;
    expect(await ask(await dial(server))).toMatch(/^HTTP\/1.1 200 /);
  });

  test.each([
    ['one address', { CONNECTIONS_PER_ADDRESS: '2' }],
    ['all together', { MAX_CONNECTIONS: '10', CONNECTIONS_PER_ADDRESS: '2000' }],
  ])('is one of so many of %s', async (_whose, settings) => {
    const server = await listen({ settings });
    const most = Number(Object.values(settings)[0]);
    const held = [];
    for (let index = 0; index < most; index += 1) held.push(await dial(server));
    for (const socket of held) expect(await ask(socket)).toMatch(/^HTTP\/1.1 200 /);
    const extra = await dial(server);
    expect(await closing(extra)).toBe('');
    expect(await server.metrics.print()).toContain('http_connections_refused_total 1');
    const gone = once(server.app.server, 'connection');
    held[0]?.destroy();
    while ((await connectionsOf(server)) >= most) await new Promise(setImmediate);
    expect(await ask(await dial(server))).toMatch(/^HTTP\/1.1 200 /);
    await gone;
  });

  test('of a proxy that is named is not counted', async () => {
    const server = await listen({ settings: { CONNECTIONS_PER_ADDRESS: '1', TRUST_PROXY: '127.0.0.0/8' } });
    const sockets = [await dial(server), await dial(server), await dial(server)];
    for (const socket of sockets) expect(await ask(socket)).toMatch(/^HTTP\/1.1 200 /);
  });
});

function connectionsOf({ app }: TestServer): Promise<number> {
  return new Promise((resolve, reject) =>
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}

describe('a server that stops', () => {
  test('says so first, goes on answering and asks its callers to come back elsewhere', async () => {
    const server = await listen({ connections: { drainMs: 0 } });
    await server.stopping.drain();
    const socket = await dial(server);
    const readiness = await ask(socket, 'GET /readyz HTTP/1.1\r\nhost: a\r\n\r\n');
    expect(readiness).toMatch(/^HTTP\/1.1 503 /);
    expect(readiness).toMatch(/connection: close/i);
    expect(readiness).toContain('"status":"stopping"');
    const { status } = await server.graphql('query Hello { hello }');
    expect(status).toBe(200);
  });

  test('does not wait for connections that fall idle while it stops', async () => {
    const server = await listen();
    const agent = new Agent({ keepAlive: true });
    opened.push({ close: () => agent.destroy() });
    const [response] = (await once(get({ port: server.port, path: '/healthz', agent }), 'response')) as [
      IncomingMessage,
    ];
    const closed = server.app.close();
    response.resume();
    await closed;
  });

  test('lets who reads slowly have the whole answer', async () => {
    const server = await listen({ sdl: LARGE });
    const slow = await dial(server);
    slow.write(ASK_FOR_MUCH);
    await once(slow, 'readable');
    const closed = server.app.close();
    expect((await closing(slow)).endsWith(LARGE)).toBe(true);
    await closed;
  });

  test('cuts off who does not take his answer, in time for the engine', async () => {
    const server = await listen({ sdl: LARGE, connections: { finishMs: 400 } });
    const lazy = await dial(server);
    lazy.write(ASK_FOR_MUCH);
    await once(lazy, 'readable');
    await server.app.close();
    expect(server.stopping.endTransfers.aborted).toBe(true);
  });
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1:2:3', '2001:db8:0:0::/64'],
  ['2001:0DB8::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['203.0.113.9', '203.0.113.9'],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
