import type { Database } from './connection.ts';

const OLDEST_SERVER = 6;

/**
 * What the money rules need of the database, looked at before anything is served. Returns a sentence for each thing that is
 * wrong; none when all is well.
 */
export async function unmetRequirements(database: Database): Promise<string[]> {
  const admin = database.getClient().db('admin');
  const hello = await admin.command({ hello: 1 });
  const sharded = hello['msg'] === 'isdbgrid';
  if (!hello['setName'] && !sharded) {
    return [
      'The MongoDB server stands alone. Transactions need a replica set: start it with --replSet and run rs.initiate().',
    ];
  }
  const problems: string[] = [];
  const { version } = await admin.command({ buildInfo: 1 });
  if (Number.parseInt(String(version), 10) < OLDEST_SERVER) {
    problems.push(`MongoDB ${String(version)} is too old: at least ${OLDEST_SERVER}.0 is needed.`);
  }
  if (Array.isArray(hello['arbiters']) && hello['arbiters'].length > 0) {
    problems.push(
      'The replica set has an arbiter, with which majority writes can stall. Replace it by a data-bearing member.',
    );
  }
  if (!sharded) problems.push(...(await replicaSetProblems(database)));
  return problems;
}

async function replicaSetProblems(database: Database): Promise<string[]> {
  const admin = database.getClient().db('admin');
  const { config } = await admin.command({ replSetGetConfig: 1 });
  if (config?.writeConcernMajorityJournalDefault !== false) return [];
  return [
    'writeConcernMajorityJournalDefault is off, so acknowledged money could be lost in a crash. Set it to true.',
  ];
}
