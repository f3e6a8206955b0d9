import { Socket } from 'node:net';
import { mongoose } from '@typegoose/typegoose';
import { connect, disconnect, type Database } from '../../api/persistence/connection.ts';
import { isReachable } from '../../api/persistence/reachable.ts';
import { inTransaction } from '../../api/persistence/transaction.ts';
import { openTestDatabase } from '../support/database.ts';

const { MongoServerError } = mongoose.mongo;

/** What the driver knows of a server, as far as these tests tell it something. */
interface KnownServer {
  readonly description: {
    minRoundTripTime: number;
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

  it.each([
    ['a heartbeat', 'update', beaten],
    ['a look whether it is there', 'hello', (late: Database) => isReachable(late, 50)],
  ])('gives every command its own answer after %s whose process stood still', async (_, command, ask) => {
    const stalled = new Stalling(command);
    const late = await connect(at.uri, at.name, undefined, stalled);
    // As the driver's monitor finds out within seconds.
    knownServer(late).description.minRoundTripTime = 1;

    await ask(late);
    await stalled.over;
    const numbers = Array.from({ length: 40 }, (_each, number) => number);
    const answers = await Promise.all(numbers.map((number) => echoed(late, number)));

    expect(answers).toEqual(numbers);
    await disconnect(late);
  });
});

/**
 * Lets the process stand still for a moment right after a command was sent, as a busy machine does: the first look, the second
 * heartbeat. The first of those is the one that lists the process.
 */
class Stalling {
  readonly over: Promise<void>;
  #end = () => {};
  #left: number;
  #id = '';

  constructor(readonly name: string) {
    this.#left = name === 'update' ? 2 : 1;
    this.over = new Promise((resolve) => (this.#end = resolve));
  }

  started({ id, name }: { readonly id: string; readonly name: string }): void {
    if (name !== this.name || (this.#left -= 1) !== 0) return;
    this.#id = id;
    const { write } = Socket.prototype;
    Socket.prototype.write = function (this: Socket, ...sent: Parameters<Socket['write']>) {
      Socket.prototype.write = write;
      const isWritten = write.apply(this, sent);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_100);
      return isWritten;
    } as Socket['write'];
  }

  ended(id: string): void {
    if (id === this.#id) this.#end();
  }
}

/** A process is listed before its first transaction, and from then on says every second that it lives. */
function beaten(late: Database): Promise<void> {
  return inTransaction(
    late,
    () => Promise.resolve(),
    () => true,
  );
}

async function echoed(from: Database, number: number): Promise<number> {
  const found = await from
    .getClient()
    .db('admin')
    .aggregate<{ n: number }>([{ $documents: [{ n: number }] }])
    .toArray();
  return Number(found[0]?.n);
}

/** The one server of the tests' replica set, as the driver keeps it. */
function knownServer(from: Database): KnownServer {
  const { topology } = from.getClient() as unknown as {
    topology: { s: { servers: Map<string, KnownServer> } };
  };
  const [server] = topology.s.servers.values();
  if (!server) throw new Error('The driver knows no server');
  return server;
}
