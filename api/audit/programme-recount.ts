import { PROGRAMME_COUNTERS, programmeTotals, type ProgrammeTotals } from '../domain/programme.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import { rupees } from './words.ts';

/** What all journals together come to by month, for comparing it with the counters that are kept along with them. */
export class ProgrammeRecount {
  readonly #months = new Map<string, Map<string, bigint>>();

  note(entry: Entry): void {
    for (const [month, totals] of programmeTotals([entry])) {
      const sums = this.#months.get(month) ?? new Map<string, bigint>();
      for (const [counter, amount] of Object.entries(totals)) {
        sums.set(counter, (sums.get(counter) ?? 0n) + amount);
      }
      this.#months.set(month, sums);
    }
  }

  /** By month, each counter that says something else than the journals. */
  differences(kept: ReadonlyMap<string, ProgrammeTotals>): [string, string][] {
    const months = [...new Set([...this.#months.keys(), ...kept.keys()])].sort();
    return months.flatMap((month) =>
      PROGRAMME_COUNTERS.flatMap((counter): [string, string][] => {
        const counted = this.#months.get(month)?.get(counter) ?? 0n;
        const said = kept.get(month)?.[counter] ?? 0n;
        if (counted === said) return [];
        return [[month, `${counter} is kept as ${rupees(said)}, all entries come to ${rupees(counted)}`]];
      }),
    );
  }
}
