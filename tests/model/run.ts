/**
 * npm run model [-- --commands 10000000 --seed 1 --often ORDERS]: the product beside the naive model for as long as one likes, on a database of
 * its own that is gone afterwards. Ends with how often each outcome was met, or with the first difference and an exit code.
 */
import 'reflect-metadata';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findMongod } from '../../api/database/find-mongod.ts';
import { startFailingReplicaSet } from '../support/special-servers.ts';
import { notMet } from './model-check.ts';
import { isPhase, ServiceModel } from './service-model.ts';

const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    wallets: { type: 'string', default: '300' },
    often: { type: 'string' },
  },
});

const { often } = values;
if (often !== undefined && !isPhase(often)) throw new Error(`There is no phase called ${often}.`);

process.env['TEST_MONGOD_BINARY'] = await findMongod({
  mongodBinary: process.env['MONGOMS_SYSTEM_BINARY'],
  cacheDirectory: join('.cache', 'mongodb'),
  say: console.error,
});
const server = await startFailingReplicaSet();
const model = await ServiceModel.open({
  at: { uri: server.uri, name: 'model' },
  seed: Number(values.seed),
  commands: Number(values.commands),
  wallets: Number(values.wallets),
  ...(often !== undefined && { often }),
  say: console.error,
});
try {
  await model.run();
  const met = [...model.outcomes].sort(([, a], [, b]) => b - a);
  console.log(`${model.commands} commands, and no difference.`);
  for (const [outcome, times] of met) console.log(`${String(times).padStart(9)}  ${outcome}`);
  // What is about one thing does not meet all others.
  const left = often === undefined ? notMet(model, Number(values.commands)) : [];
  for (const line of left) console.error(line);
  if (left.length > 0) process.exitCode = 1;
} finally {
  await model.close();
  await server.stop();
}
