import type { Database } from '../../api/persistence/connection.ts';

export interface Failure {
  readonly failCommands: readonly string[];
  /** Only on connections that were opened under this name; others run such commands too, as every second to say that they live. */
  readonly appName?: string;
  /** The connection ends before the command runs. */
  readonly closeConnection?: true;
  /** The command does not run and answers with this error. */
  readonly errorCode?: number;
  /** The command runs, and then the server says that it does not know whether a majority has it. */
  readonly writeConcernError?: { readonly code: number; readonly errmsg: string };
}

/** Makes commands fail, so often or until `stopFailing`. */
export async function fail(
  database: Database,
  data: Failure,
  times: number | 'ALWAYS' = 'ALWAYS',
): Promise<void> {
  const mode = times === 'ALWAYS' ? 'alwaysOn' : { times };
  await admin(database).command({ configureFailPoint: 'failCommand', mode, data });
}

export async function stopFailing(database: Database): Promise<void> {
  await admin(database).command({ configureFailPoint: 'failCommand', mode: 'off' });
}

function admin(database: Database) {
  return database.getClient().db('admin');
}
