import type { Session } from '../session/session.ts';
import type { SnapshotStore } from './snapshot.ts';

/**
 * The snapshot goes when its owner does: at signing out, when the session has ended, and when somebody else signs in.
 * Only a shop that can't be reached leaves it where it is, for that is what it is for.
 */
export function guardSnapshot(session: Session, snapshots: SnapshotStore): void {
  session.subscribe(() => {
    const state = session.state();
    if (state.status === 'signedOut' && state.reason !== 'unreachable') void snapshots.wipe();
    if (state.status === 'signedIn') void wipeUnlessOf(state.account.id, snapshots);
  });
}

async function wipeUnlessOf(accountId: string, snapshots: SnapshotStore): Promise<void> {
  const kept = await snapshots.read();
  if (kept !== null && kept.account.id !== accountId) await snapshots.wipe();
}
