import { setTimeout as pause } from 'node:timers/promises';
import type { Policy } from '../domain/policy.ts';
import { Figures, noteChange, tierTerms } from '../domain/programme-figures.ts';
import { collectionOf } from './collections.ts';
import type { Database } from './connection.ts';
import { BulkWriter } from './bulk-writer.ts';
import { ProgrammeFigureModel } from './models/programme-figure.model.ts';
import { WalletModel } from './models/wallet.model.ts';
import { inSnapshot, type Session, StaleRead } from './stores/document-store.ts';
import { addTree, increases } from './stores/figure.store.ts';
import { walletFromDocument } from './stores/wallet.store.ts';
import { failureOf, inTransaction } from './transaction.ts';

/** Says by which terms of tiers all wallets have been counted. Counts for nothing itself. */
const COUNTED = 'counted';
const BASE = 'base';
/** Sheets that are no sums over wallets. */
const NO_SUMS = [COUNTED, 'customers'];
const MOST_ATTEMPTS = 10;
const TOGETHER = 1_000;

/**
 * Counts all wallets once, before sums were kept or when tiers go by other terms than before: then the sums have what was
 * there, and all since. Every process does this before it serves; mostly it is one look at a document.
 */
export async function countProgramme(database: Database, policy: Policy): Promise<void> {
  const terms = tierTerms(policy);
  for (let attempt = 1; ; attempt += 1) {
    const counted = await figuresOf(database).findOne({ _id: COUNTED });
    if (counted && terms in counted.figures) return;
    try {
      return await recountProgramme(database, policy);
    } catch (error) {
      // Another process was faster, or is about to be.
      if (attempt === MOST_ATTEMPTS || failureOf(error) === 'FATAL') throw error;
    }
  }
}

/**
 * Counts all wallets anew and adds to the sums what they lacked, which may be less than nothing. Writes go on meanwhile: the
 * sums and the wallets are read at one instant, and what is added is the difference. Two at once do it once.
 */
export async function recountProgramme(database: Database, policy: Policy): Promise<void> {
  const session = database.getClient().startSession({ snapshot: true });
  try {
    const counted = await figuresOf(database).findOne({ _id: COUNTED }, inSnapshot(session));
    const missing = missingFrom(
      (await keptFigures(database, session)) ?? new Figures(),
      await countFigures(database, policy, session),
      policy,
    );
    await inTransaction(
      database,
      async (writing) => {
        await mark(database, counted, tierTerms(policy), writing);
        const writer = new BulkWriter<ProgrammeFigureModel>(database, 'programme_figures');
        await writer.increase(increases(missing, BASE), writing);
      },
      () => true,
    );
  } finally {
    await session.endSession();
  }
}

/** The sums as they are kept, in a snapshot; null as long as nobody has counted. */
export async function keptFigures(database: Database, session: Session): Promise<Figures | null> {
  if (!(await figuresOf(database).findOne({ _id: COUNTED }, inSnapshot(session)))) return null;
  const kept = new Figures();
  const found = figuresOf(database).find(
    { sheet: { $nin: NO_SUMS } },
    { ...inSnapshot(session), batchSize: TOGETHER },
  );
  for await (const { sheet, figures } of found) addTree(kept, sheet, '', figures);
  return kept;
}

/** By how much sums would have to grow to be what was counted. Those by other terms of tiers are nobody's to judge. */
export function missingFrom(kept: Figures, counted: Figures, policy: Policy): Figures {
  const missing = new Figures();
  const ours = `tiers.${tierTerms(policy)}.`;
  const isOurs = (field: string) => !field.startsWith('tiers.') || field.startsWith(ours);
  for (const [sheet, fields] of counted.sheets)
    for (const [field, amount] of fields) missing.add(sheet, field, amount);
  for (const [sheet, fields] of kept.sheets)
    for (const [field, amount] of fields) if (isOurs(field)) missing.add(sheet, field, -amount);
  return missing;
}

/**
 * Brings the many shares of each sheet together, of processes that run and of those that are gone, so that reading stays
 * quick. What a process adds meanwhile makes one of the two try again, so a sheet may have to wait for the next time.
 */
export async function gatherFigures(database: Database): Promise<void> {
  const collection = figuresOf(database);
  for (const sheet of await collection.distinct('sheet', { sheet: { $nin: NO_SUMS } })) {
    try {
      await inTransaction(
        database,
        (session) => gatherSheet(database, sheet, session),
        () => true,
      );
    } catch (error) {
      if (failureOf(error) === 'FATAL') throw error;
    }
    await pause(0);
  }
}

async function gatherSheet(database: Database, sheet: string, session: Session): Promise<void> {
  const collection = figuresOf(database);
  const shares = await collection.find({ sheet }, { session }).toArray();
  const others = shares.map(({ _id }) => _id).filter((id) => id !== `${sheet}:${BASE}`);
  if (others.length === 0) return;
  const sums = new Figures();
  for (const { figures } of shares) addTree(sums, sheet, '', figures);
  await collection.deleteMany({ _id: { $in: shares.map(({ _id }) => _id) } }, { session });
  await new BulkWriter<ProgrammeFigureModel>(database, 'programme_figures').increase(
    increases(sums, BASE),
    session,
  );
}

async function countFigures(database: Database, policy: Policy, session: Session): Promise<Figures> {
  const figures = new Figures();
  const wallets = collectionOf<WalletModel>(database, WalletModel).find(
    {},
    { ...inSnapshot(session), batchSize: TOGETHER },
  );
  for await (const document of wallets) noteChange(figures, undefined, walletFromDocument(document), policy);
  return figures;
}

async function mark(
  database: Database,
  counted: ProgrammeFigureModel | null,
  terms: string,
  session: Session,
): Promise<void> {
  const collection = figuresOf(database);
  const times = { [terms]: 1n };
  if (!counted) {
    await collection.insertOne(
      { _id: COUNTED, sheet: COUNTED, figures: { times: 1n, ...times } },
      { session },
    );
    return;
  }
  const { matchedCount } = await collection.updateOne(
    { _id: COUNTED, 'figures.times': counted.figures['times'] },
    { $inc: { 'figures.times': 1n, [`figures.${terms}`]: 1n } },
    { session },
  );
  if (matchedCount !== 1) throw new StaleRead('programme_figures');
}

function figuresOf(database: Database) {
  return collectionOf<ProgrammeFigureModel>(database, ProgrammeFigureModel);
}
