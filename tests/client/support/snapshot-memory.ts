import type { Snapshot, SnapshotStore } from '../../../client/offline/snapshot.ts';

/** Room for a snapshot in a document that has no database. It keeps copies, as a database does. */
export function createSnapshotMemory(): SnapshotStore {
  let kept: string | null = null;
  return {
    read: () => Promise.resolve(kept === null ? null : (JSON.parse(kept) as Snapshot)),
    write: (snapshot) => {
      kept = JSON.stringify(snapshot);
      return Promise.resolve();
    },
    wipe: () => {
      kept = null;
      return Promise.resolve();
    },
  };
}
