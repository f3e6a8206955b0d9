import type { mongoose } from '@typegoose/typegoose';
import {
  endedStay,
  endedStays,
  together,
  type EndedStay,
  type ProgrammeTotals,
} from '../../domain/programme.ts';
import type { Entry } from '../../domain/wallet/entries.ts';
import { MOVEMENTS } from '../../domain/wallet/running-totals.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { ProgrammeStayModel } from '../models/programme-stay.model.ts';
import { inSnapshot, type Change, type Session } from './document-store.ts';

/** More than batches are ever in flight, so that two of one process do not meet in a document. */
const SLOTS = 8;

/** `programme_stays`: what wallets had moved when they left a month, from which, with the figures, follows what all moved in any month. */
export class ProgrammeStore {
  readonly #ended: mongoose.mongo.Collection<ProgrammeStayModel>;
  readonly #writer: string;
  #slot = 0;

  /** `writer` keeps processes out of each other's way; should two have the same, they wait for each other and count right. */
  constructor(database: Database, writer: string) {
    this.#ended = collectionOf<ProgrammeStayModel>(database, ProgrammeStayModel);
    this.#writer = writer;
  }

  /**
   * Writes down what changed wallets had moved in the months that they leave by these entries, within the transaction that
   * appends them: once if that commits, else never. For most changes there is nothing to write.
   */
  async note(changes: readonly Change<Wallet>[], entries: readonly Entry[], session: Session): Promise<void> {
    const leaving = changes.filter(({ before, after }) => endedStay(before, after) !== null);
    if (leaving.length === 0) return;
    const appended = byWallet(entries);
    const ended = leaving.flatMap(({ id, before }) => endedStays(before, appended.get(id) ?? []));
    const slot = (this.#slot = (this.#slot + 1) % SLOTS);
    for (const { last, next, totals } of together(ended)) {
      const _id = `${last}:${next}:${this.#writer}:${slot}`;
      const sums = Object.entries(totals).map(([movement, total]) => [`totals.${movement}`, total]);
      const update = { $inc: Object.fromEntries(sums), $setOnInsert: { last, next } };
      await this.#ended.updateOne({ _id }, update, { session, upsert: true });
    }
  }

  /** The stays that ended, in few sums. */
  async ended(session?: Session): Promise<EndedStay[]> {
    const sums = Object.fromEntries(MOVEMENTS.map((movement) => [movement, { $sum: `$totals.${movement}` }]));
    const found = await this.#ended
      .aggregate<Summed>([{ $group: { _id: { last: '$last', next: '$next' }, ...sums } }], {
        ...inSnapshot(session),
      })
      .toArray();
    return found.map(({ _id, ...totals }) => ({ ..._id, totals: exact(totals) }));
  }
}

function byWallet(entries: readonly Entry[]): Map<string, Entry[]> {
  const grouped = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = grouped.get(entry.walletId);
    if (known) known.push(entry);
    else grouped.set(entry.walletId, [entry]);
  }
  return grouped;
}

type Summed = { readonly _id: { readonly last: string; readonly next: string } } & Readonly<
  Record<string, bigint | number>
>;

/** A sum over nothing comes as a plain 0. */
function exact(totals: Readonly<Record<string, bigint | number>>): ProgrammeTotals {
  return Object.fromEntries(Object.entries(totals).map(([movement, total]) => [movement, BigInt(total)]));
}
