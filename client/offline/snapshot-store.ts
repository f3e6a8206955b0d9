import { createStore, del, get, set } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import type { Snapshot, SnapshotStore } from './snapshot.ts';

const KEY = 'last';

/**
 * The snapshot in the browser's own database. Private windows and full disks may refuse it; the app then works as before
 * and only has nothing to show without a network.
 */
export function createSnapshotStore(): SnapshotStore {
  let opened: UseStore | null = null;
  const store = (): UseStore => (opened ??= createStore('early-bird', 'snapshots'));
  async function attempt<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      return await act();
    } catch {
      return null;
    }
  }
  return {
    read: async () => (await attempt(() => get<Snapshot>(KEY, store()))) ?? null,
    write: async (snapshot) => void (await attempt(() => set(KEY, snapshot, store()))),
    wipe: async () => void (await attempt(() => del(KEY, store()))),
  };
}
