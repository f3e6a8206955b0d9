import { useEffect, useState } from 'react';
import type { SessionState } from '../session/session.ts';
import { useClock } from '../ui/clock.tsx';
import { isFresh } from './snapshot.ts';
import type { Snapshot, SnapshotStore } from './snapshot.ts';

/** What the last person saw, where the shop can't be asked who is here; undefined while that is being looked up. */
export function useSnapshot(state: SessionState, snapshots: SnapshotStore): Snapshot | null | undefined {
  const now = useClock();
  const [found, setFound] = useState<Snapshot | null>();
  const away = state.status === 'signedOut' && state.reason === 'unreachable';
  useEffect(() => {
    if (!away) return undefined;
    let current = true;
    void snapshots.read().then((kept) => {
      const shown = kept !== null && isFresh(kept, now()) ? kept : null;
      if (kept !== null && shown === null) void snapshots.wipe();
      if (current) setFound(shown);
    });
    return () => {
      current = false;
    };
  }, [away, snapshots, now]);
  return away ? found : null;
}
