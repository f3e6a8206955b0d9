import { endedStay, together, type EndedStay } from '../domain/programme.ts';
import { isMoneyEntry, type Entry, type MoneyEntry } from '../domain/wallet/entries.ts';
import { MOVEMENTS } from '../domain/wallet/running-totals.ts';
import { rupees } from './words.ts';

/** Far more than there are pairs of months. */
const MOST_APART = 20_000;

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
    if (!stay) return;
    this.#stays.push(stay);
    // A wallet leaves many months, and there are few pairs of months: so few are held, and merged seldom.
    if (this.#stays.length >= MOST_APART) this.#stays = together(this.#stays);
  }

  /** By the two months, each sum that says something else than the journals. */
  differences(kept: readonly EndedStay[]): [string, string][] {
    const found = together(this.#stays);
    const named = [...kept, ...found].map(({ last, next }) => `${last} to ${next}`);
    return [...new Set(named)].sort().flatMap((name) => {
      const [written, counted] = [kept, found].map((stays) =>
        stays.find(({ last, next }) => `${last} to ${next}` === name),
      );
      return MOVEMENTS.flatMap((movement): [string, string][] => {
        const [said, owed] = [written?.totals[movement] ?? 0n, counted?.totals[movement] ?? 0n];
        if (said === owed) return [];
        return [[name, `${movement} is kept as ${rupees(said)}, all journals come to ${rupees(owed)}`]];
      });
    });
  }
}
