import { deleteTemporaryFolders } from '../support/folders.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

afterAll(deleteTemporaryFolders);

/** A server that was told something and then logs a line. */
async function logging(line: string): Promise<TestServer> {
  const server = await openTestServer();
  const token = await server.token('STAFF', 'ravi');
  await server.graphql('query Hello($input: String) { hello }', {
    token,
    variables: { input: { name: 'Asha Rao', notes: [{ reason: 'Fell ill in May' }] } },
    headers: { cookie: 'visit=a1b2c3d4e5' },
  });
  await server.graphql('query Hello { hello(code: "7KQ2-M9TX") }');
  server.app.log.info(line);
  return server;
}

describe('a server that a test closes', () => {
  it.each([
    ['a name', 'Asha Rao came by'],
    ['a free text', 'because: Fell ill in May'],
    ['a cookie', 'cookie a1b2c3d4e5'],
    ['a code within an operation', 'tried 7KQ2-M9TX'],
  ])('fails the test where its log tells %s', async (_, line) => {
    const server = await logging(line);
    await expect(server.close()).rejects.toThrow(line);
  });

  it('is fine with a log that tells who did what by their ids', async () => {
    const server = await logging('ravi asked for cus_asha');
    await expect(server.close()).resolves.toBeUndefined();
  });
});
