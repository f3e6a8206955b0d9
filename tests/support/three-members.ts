import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongoose } from '@typegoose/typegoose';

const NAME = 'wallet';
const LOOK_EVERY_MS = 250;
/** A member that was killed rolls back what the others never had. One that hangs doing so is started again, as an operator would. */
const REJOIN_WITHIN_MS = 30_000;

interface Member {
  readonly port: number;
  readonly path: string;
  process: ChildProcess;
}

interface State {
  readonly name: string;
  readonly stateStr: string;
}

/** A replica set of three members on this machine, as a shop would have on three: its primary can be told to step down, or killed. */
export class ThreeMembers {
  /** Names all members. */
  readonly uri: string;
  /** Names one, who tells of the others: an address that is also a URL. */
  readonly seed: string;
  readonly #folder: string;
  readonly #mongod: string;
  readonly #members: Member[];

  private constructor(folder: string, mongod: string, members: Member[]) {
    this.#folder = folder;
    this.#mongod = mongod;
    this.#members = members;
    const hosts = members.map(({ port }) => `127.0.0.1:${port}`).join(',');
    this.seed = `mongodb://127.0.0.1:${members[0]?.port}/test?replicaSet=${NAME}`;
    this.uri = `mongodb://${hosts}/test?replicaSet=${NAME}`;
  }

  static async start(mongod: string): Promise<ThreeMembers> {
    const folder = await mkdtemp(join(tmpdir(), 'early-bird-three-'));
    const members: Member[] = [];
    for (const name of ['a', 'b', 'c']) {
      const path = join(folder, name);
      await mkdir(path);
      const port = await freePort();
      members.push({ port, path, process: launch(mongod, port, path) });
    }
    const set = new ThreeMembers(folder, mongod, members);
    await set.#initiate();
    await set.primary();
    return set;
  }

  /** The primary's port; waits until there is one that all members agree on and that the others follow. */
  async primary(): Promise<number> {
    for (;;) {
      const states = await this.#states();
      const primaries = states.filter(({ stateStr }) => stateStr === 'PRIMARY');
      const followers = states.filter(({ stateStr }) => stateStr === 'SECONDARY');
      if (primaries.length === 1 && followers.length === this.#members.length - 1) {
        return Number(primaries[0]?.name.split(':')[1]);
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  /** Has the primary hand over to another. */
  async stepDown(): Promise<void> {
    await ask(await this.primary(), { replSetStepDown: 20, secondaryCatchUpPeriodSecs: 10 });
  }

  /** Ends the primary as a power cut would; returns how to start it again, which waits until it follows. */
  async killPrimary(): Promise<() => Promise<void>> {
    const port = await this.primary();
    const member = this.#members.find((known) => known.port === port);
    if (!member) throw new Error(`There is no member on port ${port}.`);
    await end(member);
    return () => this.#restart(member);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#members.map(end));
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #restart(member: Member): Promise<void> {
    for (;;) {
      member.process = launch(this.#mongod, member.port, member.path);
      for (let waited = 0; waited < REJOIN_WITHIN_MS; waited += LOOK_EVERY_MS) {
        await sleep(LOOK_EVERY_MS);
        const own = (await this.#states()).find(({ name }) => name.endsWith(`:${member.port}`));
        if (own && ['PRIMARY', 'SECONDARY'].includes(own.stateStr)) return;
      }
      await end(member);
    }
  }

  async #initiate(): Promise<void> {
    const members = this.#members.map(({ port }, _id) => ({ _id, host: `127.0.0.1:${port}` }));
    for (const { port } of this.#members) await ask(port, { ping: 1 });
    await ask(this.#members[0]?.port ?? 0, { replSetInitiate: { _id: NAME, members } });
  }

  /** As a member that answers sees them. */
  async #states(): Promise<readonly State[]> {
    for (const { port } of this.#members) {
      try {
        return (await ask(port, { replSetGetStatus: 1 }))['members'] as State[];
      } catch {
        // It is down, or just coming up: another one knows.
      }
    }
    return [];
  }
}

async function end({ process }: Member): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill('SIGKILL');
  await once(process, 'exit');
}

async function ask(port: number, command: mongoose.mongo.Document): Promise<mongoose.mongo.Document> {
  const address = `mongodb://127.0.0.1:${port}/?directConnection=true&serverSelectionTimeoutMS=30000`;
  const client = new mongoose.mongo.MongoClient(address);
  try {
    return await client.db('admin').command(command);
  } finally {
    await client.close();
  }
}

function launch(mongod: string, port: number, path: string): ChildProcess {
  const words = ['--replSet', NAME, '--port', `${port}`, '--dbpath', path, '--bind_ip', '127.0.0.1'];
  const small = ['--wiredTigerCacheSizeGB', '0.5', '--oplogSize', '512', '--nounixsocket', '--quiet'];
  const parameters = ['diagnosticDataCollectionEnabled=false', 'transactionLifetimeLimitSeconds=15'];
  const set = parameters.flatMap((parameter) => ['--setParameter', parameter]);
  return spawn(mongod, [...words, ...small, ...set], { stdio: 'ignore' });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
