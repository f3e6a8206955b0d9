import type { Policy } from '../domain/policy.ts';
import { Figures, noteChange } from '../domain/programme-figures.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import { missingFrom } from '../persistence/count-programme.ts';

/** The sums over all wallets, added up wallet by wallet, for comparing them with those that are kept. */
export class FigureRecount {
  readonly #policy: Policy;
  readonly #counted = new Figures();

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  note(wallet: Wallet): void {
    noteChange(this.#counted, undefined, wallet, this.#policy);
  }

  /** By sheet and field, each sum that is kept as something else: amounts are in paise, all others are counts. */
  differences(kept: Figures): [string, string][] {
    const differing = [...missingFrom(kept, this.#counted, this.#policy).sheets].sort();
    return differing.flatMap(([sheet, fields]) =>
      [...fields]
        .filter(([, amount]) => amount !== 0n)
        .map(([field]): [string, string] => [
          `programme ${sheet}`,
          `${field} is kept as ${kept.get(sheet, field)}, all wallets come to ${this.#counted.get(sheet, field)}`,
        ]),
    );
  }
}
