import type { Act } from '../domain/act.ts';
import type { Database } from './connection.ts';
import { ActStore } from './stores/act.store.ts';
import type { Session } from './stores/document-store.ts';
import { failureOf, inTransaction } from './transaction.ts';

const MOST_ATTEMPTS = 10;
/** Five seconds of them. */
const MOST_ASKS = 100;

/** Thrown to leave a transaction in which there was nothing to do. */
class NothingChanged extends Error {}

/**
 * Makes a change that is none of the engine's, and writes the act that tells of it: both or neither. The change says whether
 * there was anything to change; false is answered when there was not, and nothing is written.
 */
export async function changeWithAct(
  database: Database,
  act: Act,
  change: (session: Session) => Promise<boolean>,
): Promise<boolean> {
  const acts = new ActStore(database);
  const write = async (session: Session): Promise<void> => {
    if (!(await change(session))) throw new NothingChanged();
    await acts.append([act], session);
  };
  for (let attempt = 1; ; attempt += 1) {
    let asks = 0;
    try {
      await inTransaction(database, write, () => (asks += 1) <= MOST_ASKS);
      return true;
    } catch (error) {
      if (error instanceof NothingChanged) return false;
      // Somebody is changing the same document; that goes first.
      if (attempt === MOST_ATTEMPTS || failureOf(error) !== 'TRANSIENT') throw error;
    }
  }
}
