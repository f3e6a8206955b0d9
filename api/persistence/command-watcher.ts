import type { Database } from './database.ts';

/** Who hears of every command that is sent to the database, and when it was answered. Never of what was in it. */
export interface CommandWatcher {
  started(command: { readonly id: string; readonly name: string; readonly collection: string | null }): void;
  ended(id: string, isFailure: boolean): void;
}

/** The connection must have been opened to be watched: the driver tells nothing otherwise, which costs nothing. */
export function watchCommands(database: Database, watcher: CommandWatcher): void {
  database
    .getClient()
    .on('commandStarted', ({ address, requestId, commandName: name, command }) => {
      const about: unknown = command[name];
      watcher.started({
        id: `${address} ${requestId}`,
        name,
        collection: typeof about === 'string' ? about : null,
      });
    })
    .on('commandSucceeded', ({ address, requestId }) => watcher.ended(`${address} ${requestId}`, false))
    .on('commandFailed', ({ address, requestId }) => watcher.ended(`${address} ${requestId}`, true));
}
