import { mongoose } from '@typegoose/typegoose';
import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { openTestDatabase } from '../support/database.ts';

const { MongoServerError } = mongoose.mongo;

/** What the driver knows of a server, as far as these tests tell it something. */
interface KnownServer {
  readonly description: {
    readonly topologyVersion: { readonly processId: unknown; readonly counter: number };
  };
  handleError(error: Error): void;
}

const at = openTestDatabase();
let database: Database;

beforeAll(async () => {
  database = await connect(at.uri, at.name);
});
afterAll(() => disconnect(database));

describe('a connection', () => {
  it('outlives an election of which a refused command tells before the driver has seen it', async () => {
    const server = knownServer(database);
    const { processId, counter } = server.description.topologyVersion;

    // As a command's answer is read: int64 is a bigint there.
    server.handleError(
      new MongoServerError({
        ok: 0,
        code: 10107,
        topologyVersion: { processId, counter: BigInt(counter) + 1n },
      }),
    );

    await expect(database.getClient().db().command({ ping: 1 })).resolves.toMatchObject({ ok: 1 });
  });
});

/** The one server of the tests' replica set, as the driver keeps it. */
function knownServer(from: Database): KnownServer {
  const { topology } = from.getClient() as unknown as {
    topology: { s: { servers: Map<string, KnownServer> } };
  };
  const [server] = topology.s.servers.values();
  if (!server) throw new Error('The driver knows no server');
  return server;
}
