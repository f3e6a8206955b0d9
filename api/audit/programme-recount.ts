import { endedStay, together, type EndedStay } from '../domain/programme.ts';
import { isMoneyEntry, type Entry, type MoneyEntry } from '../domain/wallet/entries.ts';
import { MOVEMENTS } from '../domain/wallet/running-totals.ts';
import { rupees } from './words.ts';

/** What wallets had moved when they left a month, by their journals, for comparing it with what was written down then. */
export class ProgrammeRecount {
  #stays: EndedStay[] = [];
  #previous: MoneyEntry | null = null;

  /** The next entry, of one journal after the other. */
  note(entry: Entry): void {
    if (!isMoneyEntry(entry)) return;
    const before = this.#previous;
    this.#previous = entry;
    if (before?.walletId !== entry.walletId) return;
    const moved = { lastTransactionAt: before.at, running: before.running };
    const stay = endedStay(moved, { lastTransactionAt: entry.at });
    if (stay) this.#stays = together([...this.#stays, stay]);
  }

  /** By the two months, each sum that says something else than the journals. */
  differences(kept: readonly EndedStay[]): [string, string][] {
    const named = [...kept, ...this.#stays].map(({ last, next }) => `${last} to ${next}`);
    return [...new Set(named)].sort().flatMap((name) => {
      const [written, counted] = [kept, this.#stays].map((stays) =>
        stays.find(({ last, next }) => `${last} to ${next}` === name),
      );
      return MOVEMENTS.flatMap((movement): [string, string][] => {
        const [said, found] = [written?.totals[movement] ?? 0n, counted?.totals[movement] ?? 0n];
        if (said === found) return [];
        return [[name, `${movement} is kept as ${rupees(said)}, all journals come to ${rupees(found)}`]];
      });
    });
  }
}
