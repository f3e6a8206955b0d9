import type { mongoose } from '@typegoose/typegoose';
import type { Policy } from '../../domain/policy.ts';
import { ALL, Figures, noteChange } from '../../domain/programme-figures.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import { BulkWriter } from '../bulk-writer.ts';
import { collectionOf } from '../collections.ts';
import type { Database } from '../connection.ts';
import { ProgrammeFigureModel, type FigureTree } from '../models/programme-figure.model.ts';
import { inSnapshot, type Change, type Session } from './document-store.ts';

/** More than batches are ever in flight, so that two of one process do not meet in a document. */
const SLOTS = 8;

/** `programme_figures`: sums over all wallets, kept as they change, so that nobody has to look at all of them. */
export class FigureStore {
  readonly #collection: mongoose.mongo.Collection<ProgrammeFigureModel>;
  readonly #bulk: BulkWriter<ProgrammeFigureModel>;
  readonly #policy: Policy;
  readonly #writer: string;
  #slot = 0;

  /** `writer` keeps processes out of each other's way; should two have the same, they wait for each other and count right. */
  constructor(database: Database, policy: Policy, writer: string) {
    this.#collection = collectionOf<ProgrammeFigureModel>(database, ProgrammeFigureModel);
    this.#bulk = new BulkWriter(database, 'programme_figures');
    this.#policy = policy;
    this.#writer = writer;
  }

  /** Adds what changes of wallets do to the sums, within the transaction that makes them: once if that commits, else never. */
  async note(changes: readonly Change<Wallet>[], session: Session): Promise<void> {
    if (changes.length === 0) return;
    const figures = new Figures();
    for (const { before, after } of changes) noteChange(figures, before, after, this.#policy);
    await this.add(figures, session);
  }

  /** Adds to the sums within a transaction: one command, with one update for each sheet that is concerned. */
  async add(figures: Figures, session: Session): Promise<void> {
    const slot = (this.#slot = (this.#slot + 1) % SLOTS);
    const name = `${this.#writer}:${slot}`;
    await this.#bulk.increase(increases(figures, name), session);
  }

  /** The sums of the present alone. */
  async present(session: Session): Promise<Figures> {
    const figures = new Figures();
    const kept = this.#collection.find({ sheet: ALL }, { ...inSnapshot(session), batchSize: 10_000 });
    for (const { sheet, figures: tree } of await kept.toArray()) addTree(figures, sheet, '', tree ?? {});
    return figures;
  }

  /** The sums; days and their balances only of months from `firstMonth` on. */
  async sums(firstMonth: string, session?: Session): Promise<Figures> {
    const figures = new Figures();
    const recent = { sheet: { $gte: firstMonth } };
    const older = { sheet: { $lt: firstMonth } };
    const find = (filter: object, projection?: object) =>
      this.#collection
        .find(filter, { ...inSnapshot(session), batchSize: 10_000, ...(projection && { projection }) })
        .toArray();
    const [whole, withoutDays] = await Promise.all([
      find(recent),
      find(older, { sheet: 1, 'figures.moved': 1 }),
    ]);
    for (const { sheet, figures: tree } of [...whole, ...withoutDays])
      addTree(figures, sheet, '', tree ?? {});
    return figures;
  }
}

/** What adds figures to documents of this name. */
export function increases(figures: Figures, name: string) {
  return [...figures.sheets].flatMap(([sheet, fields]) => {
    const changed = [...fields].filter(([, amount]) => amount !== 0n);
    const $inc = Object.fromEntries(changed.map(([field, amount]) => [`figures.${field}`, amount]));
    return changed.length === 0
      ? []
      : [{ q: { _id: `${sheet}:${name}` }, u: { $inc, $setOnInsert: { sheet } } }];
  });
}

/** Adds a stored document to the sums. */
export function addTree(figures: Figures, sheet: string, prefix: string, tree: FigureTree): void {
  for (const [name, value] of Object.entries(tree)) {
    const field = prefix === '' ? name : `${prefix}.${name}`;
    if (typeof value === 'bigint') figures.add(sheet, field, value);
    else addTree(figures, sheet, field, value);
  }
}
