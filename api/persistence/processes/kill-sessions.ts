import { mongoose } from '@typegoose/typegoose';
import type { Database } from '../database.ts';

/** Ends what runs on sessions, and what they have open. They must be of the same database user. */
export async function killSessions(database: Database, ids: readonly string[]): Promise<void> {
  const sessions = ids.map((id) => ({ id: new mongoose.mongo.UUID(id) }));
  await database.getClient().db('admin').command({ killSessions: sessions });
}
