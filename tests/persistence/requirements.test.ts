import { connect, disconnect } from '../../api/persistence/connection.ts';
import { unmetRequirements } from '../../api/persistence/requirements.ts';
import { openTestDatabase } from '../support/database.ts';
import { startLonelyServer } from '../support/special-servers.ts';

const at = openTestDatabase();

describe('what the money rules need of a database', () => {
  it('is met by a replica set', async () => {
    const database = await connect(at.uri, at.name);
    expect(await unmetRequirements(database)).toEqual([]);
    await disconnect(database);
  });

  it('is not met by a server that stands alone, and it is said what to do', async () => {
    const server = await startLonelyServer();
    const database = await connect(server.uri, 'alone');
    expect(await unmetRequirements(database)).toEqual([
      'The MongoDB server stands alone. Transactions need a replica set: start it with --replSet and run rs.initiate().',
    ]);
    await disconnect(database);
    await server.stop();
  });

  it('cannot be looked at where no server answers, which is said within seconds', async () => {
    await expect(connect('mongodb://127.0.0.1:1/?replicaSet=none', 'none')).rejects.toThrow('ECONNREFUSED');
  });
});
