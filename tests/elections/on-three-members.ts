/**
 * npm run three-members -- npx jest tests/services/races.test.ts --selectProjects api: runs a command whose tests find a replica set
 * of three members where they would have started one of one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findMongod } from '../../api/database/find-mongod.ts';
import { ThreeMembers } from '../support/three-members.ts';

const [program = 'npx', ...words] = process.argv.slice(2);
const mongod = await findMongod({
  mongodBinary: process.env['MONGOMS_SYSTEM_BINARY'],
  cacheDirectory: join('.cache', 'mongodb'),
  say: console.error,
});
const members = await ThreeMembers.start(mongod);
try {
  const env = { ...process.env, TEST_MONGODB_URI: members.seed, TEST_MONGOD_BINARY: mongod };
  const [exitCode] = (await once(spawn(program, words, { stdio: 'inherit', env }), 'exit')) as [number];
  process.exitCode = exitCode;
} finally {
  await members.stop();
}
