/**
 * npm run elections [-- --elections 20 --callers 24 --wallets 30]: a replica set of three members, two servers, callers that send
 * each call again under its key until it is answered, and one election after another: by turns the primary is told to step down,
 * and killed and started again. Ends with what was answered and how long nobody was, or with what was lost, doubled or wrong and an
 * exit code.
 */
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { findMongod } from '../../api/database/find-mongod.ts';
import { connect, disconnect } from '../../api/persistence/connection.ts';
import { ThreeMembers } from '../support/three-members.ts';
import { checkBooks } from './check-books.ts';
import { holdElections } from './hold-elections.ts';
import { reportOf } from './report.ts';
import { ShopServer } from './shop-server.ts';
import { openShop } from './open-shop.ts';
import { Till } from './till.ts';

const { values } = parseArgs({
  options: {
    elections: { type: 'string', default: '20' },
    callers: { type: 'string', default: '24' },
    wallets: { type: 'string', default: '30' },
  },
});

const DATABASE = 'elections';
const elapsed = () => performance.now();

const mongod = await findMongod({
  mongodBinary: process.env['MONGOMS_SYSTEM_BINARY'],
  cacheDirectory: join('.cache', 'mongodb'),
  say: console.error,
});
const members = await ThreeMembers.start(mongod);
const dataDirectory = await mkdtemp(join(tmpdir(), 'early-bird-keys-'));
const place = { uri: members.uri, databaseName: DATABASE, dataDirectory };
const servers: ShopServer[] = [];
try {
  const walletIds = await openShop(members.uri, DATABASE, Number(values.wallets));
  for (let n = 0; n < 2; n += 1) servers.push(await ShopServer.start(place));
  const tills = Array.from(
    { length: Number(values.callers) },
    (_, n) => new Till(String(n), servers, walletIds, elapsed),
  );
  let isOver = false;
  const working = Promise.all(tills.map((till) => till.work(() => isOver)));
  const holding = holdElections(members, tills, Number(values.elections), elapsed);
  const elections = await Promise.race([holding, working.then(() => [])]);
  isOver = true;
  await working;
  const database = await connect(members.uri, DATABASE);
  const faults = [...tills.flatMap((till) => till.faults), ...(await checkBooks(database, tills))];
  await disconnect(database);
  console.log(reportOf(tills, elections));
  for (const fault of faults.slice(0, 20)) console.log(fault);
  console.log(faults.length === 0 ? 'Nothing was lost, doubled or wrong.' : `${faults.length} faults.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await members.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
