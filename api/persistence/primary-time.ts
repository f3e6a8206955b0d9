import type { Instant } from '../domain/calendar.ts';
import type { Database } from './connection.ts';

/** What the clock of the primary says, of the router in front of a sharded cluster. Throws when none answers. */
export async function primaryTime(database: Database): Promise<Instant> {
  const { localTime } = await database.getClient().db('admin').command({ hello: 1 });
  const time = Number(localTime);
  if (!Number.isSafeInteger(time)) throw new Error('The database does not say what time it is.');
  return time;
}

/** Tells each time another member has become the primary, until the returned function is called. */
export function whenPrimaryChanges(database: Database, tell: () => void): () => void {
  const client = database.getClient();
  let known = '';
  const look = ({ newDescription: { servers } }: { newDescription: { servers: Members } }) => {
    const primary = [...servers.values()].find(({ type }) => type === 'RSPrimary')?.address;
    if (primary === undefined || primary === known) return;
    const isAnother = known !== '';
    known = primary;
    if (isAnother) tell();
  };
  client.on('topologyDescriptionChanged', look);
  return () => client.off('topologyDescriptionChanged', look);
}

type Members = ReadonlyMap<string, { readonly type: string; readonly address: string }>;
