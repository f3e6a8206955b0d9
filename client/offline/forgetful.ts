import type { SnapshotStore } from './snapshot.ts';

/** Where what is seen is not kept for later. */
export const FORGETFUL: SnapshotStore = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
  wipe: () => Promise.resolve(),
};
