import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { PrincipalRole } from '../../api/identity/principal.ts';
import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => {
  await server.close();
  await deleteTemporaryFolders();
});

/** A request with a text of so many bytes in its variables. */
async function send(bytes: number, role: PrincipalRole | null, announced = true) {
  const text = JSON.stringify({
    query: 'query Echo($text: String) { echo(text: $text) }',
    variables: { text: 'x'.repeat(bytes) },
  });
  const response = await server.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      ...(role && { authorization: `Bearer ${await server.token(role)}` }),
    },
    payload: announced ? text : Readable.from([text.slice(0, 5_000), text.slice(5_000)]),
  });
  return { status: response.statusCode, text: response.body };
}

describe('the size of a body', () => {
  test.each([true, false])(
    'may be that of a thousand credits for admins (announced: %s)',
    async (announced) => {
      expect(await send(500_000, 'ADMIN', announced)).toMatchObject({ status: 200 });
      expect(await send(1_100_000, 'ADMIN', announced)).toMatchObject({ status: 413 });
    },
  );

  test.each([
    [null, true],
    [null, false],
    ['CUSTOMER', true],
    ['CUSTOMER', false],
    ['STAFF', true],
    ['STAFF', false],
  ] as const)('is small for everybody else (%s, announced: %s)', async (role, announced) => {
    expect(await send(90_000, role, announced)).toMatchObject({ status: 200 });
    const refused = await send(110_000, role, announced);
    expect(refused.status).toBe(413);
    expect(refused.text).toContain('The body is too large.');
  });
});

test('a body without an end that nobody reads harms nobody', async () => {
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(
    'POST /graphql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: endless\r\nConnection: close\r\n\r\n',
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  await new Promise<void>((resolve) => whenAllAreClosed(resolve));

  expect(String(answer)).toMatch(/^HTTP\/1\.1 4/);
  expect(await send(1_000, null)).toMatchObject({ status: 200 });
});

function whenAllAreClosed(then: () => void): void {
  server.app.server.getConnections((_error, count) => {
    if (count === 0) then();
    else setImmediate(whenAllAreClosed, then);
  });
}
