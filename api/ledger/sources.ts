import type { Entry } from '../domain/wallet/entries.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import { StaleRead, type DocumentStore, type Session } from '../persistence/stores/document-store.ts';
import type { Stores } from '../persistence/stores/stores.ts';
import type { DocumentName, Documents } from './documents.ts';
import type { WalletMemory } from './wallet-memory.ts';
import { NAMED_WHEN_SURE, WorkingSet, type Loaded, type Reads } from './working-set.ts';

/** What a batch may change, in the order in which it writes: the same everywhere, so that two batches never lock crosswise. */
const STORED = [
  ...(['wallets', 'rewards', 'claims', 'campaigns', 'voucherCodes', 'voucherUses'] as const),
  ...(['giftCards', 'giftCardEntries', 'giftCodes', 'gifts'] as const),
  ...(['referrals', 'purchases', 'bulkCredits'] as const),
  ...(['checkouts', 'checkoutOrders', 'topUps', 'paymentEvents', 'paymentReviews', 'customers'] as const),
  ...(['limitUses', 'approvals', 'approvalSlots', 'jobParts', 'jobs', 'acts'] as const),
] as const;
/**
 * What tells that a key has acted. It is read once everything else is there: whoever finds what an earlier call with its key has
 * left then finds that call as well, and is not refused because of it (decision 139).
 */
const TELLING = ['giftCardEntries', 'checkouts', 'topUps', 'approvals', 'jobs'] as const;
const FIRST: readonly DocumentName[] = [...STORED, 'shortCodes' as const, 'sharedCodes' as const].filter(
  (name) => !TELLING.some((telling) => telling === name),
);
const NONE: ReadonlyMap<string, unknown> = new Map();

/** A command that wants to read. One that is sure sees what the database says now, any other may go by memory. */
export interface Asking {
  readonly reads: Reads;
  readonly isSure: boolean;
}

/** Reads all that some commands name, outside of any transaction: what changes meanwhile is caught by the guards. */
export async function load(
  stores: Stores,
  commands: readonly Asking[],
  memory: WalletMemory,
): Promise<WorkingSet> {
  const reads = commands.map((command) => command.reads);
  const wallets = memory.recall(openToMemory(commands));
  const loaded = await loadDocuments(stores, reads, wallets);
  // Entries come last: what a wallet contains is then among them, and one that is newer gives it away.
  const [entries, named] = await Promise.all([loadEntries(stores, commands), loadNamed(stores, commands)]);
  mustFit(loaded.wallets, [...entries.values(), ...named], reads);
  cardsMustFit(loaded, reads);
  return new WorkingSet(loaded, entries, named);
}

/**
 * Writes a batch within a transaction. The journal comes first: it guards the wallets, which are changed in place and must be
 * the ones that were read.
 */
export async function save(stores: Stores, set: WorkingSet, session: Session): Promise<void> {
  await stores.journal.append(set.appended, session);
  for (const name of STORED) await saveAll(stores, name, set, session);
  await stores.programme.note(set.changesOf('wallets'), set.appended, session);
  await stores.figures.note(set.changesOf('wallets'), session);
}

async function saveAll<D extends (typeof STORED)[number]>(
  stores: Stores,
  name: D,
  set: WorkingSet,
  session: Session,
): Promise<void> {
  const changes = set.changesOf(name);
  // Each name stands for the store of its own documents, which the compiler cannot follow through the index.
  const store = stores[name] as unknown as DocumentStore<Documents[D]>;
  if (changes.length > 0) await store.save(changes, session);
}

/** The documents that a command may change: nothing else that touches them runs beside it. */
export function lockedBy(reads: Reads): string[] {
  const locks: string[] = [];
  for (const name of STORED) for (const id of reads[name] ?? []) locks.push(`${name}:${id}`);
  return locks;
}

/** A wallet that a sure command reads is read for all. */
function openToMemory(commands: readonly Asking[]): string[] {
  const walletsOf = (some: readonly Asking[]) => distinct(some.map(({ reads }) => reads.wallets));
  const fresh = new Set(walletsOf(commands.filter(({ isSure }) => isSure)));
  return walletsOf(commands.filter(({ isSure }) => !isSure)).filter((id) => !fresh.has(id));
}

async function loadDocuments(
  stores: Stores,
  reads: readonly Reads[],
  wallets: ReadonlyMap<string, Wallet>,
): Promise<Loaded> {
  const all = (names: readonly DocumentName[]) =>
    Promise.all(
      names.map(async (name) => {
        const known = name === 'wallets' ? wallets : NONE;
        return [name, await loadAll(stores, name, reads, known)] as const;
      }),
    );
  const first = await all(FIRST);
  return Object.fromEntries([...first, ...(await all(TELLING))]) as unknown as Loaded;
}

async function loadAll(
  stores: Stores,
  name: DocumentName,
  reads: readonly Reads[],
  known: ReadonlyMap<string, unknown>,
): Promise<ReadonlyMap<string, unknown>> {
  const ids = distinct(reads.map((read) => read[name])).filter((id) => !known.has(id));
  return ids.length === 0 ? known : new Map([...known, ...(await stores[name].load(ids))]);
}

async function loadEntries(stores: Stores, commands: readonly Asking[]): Promise<Map<string, Entry>> {
  const ids = distinct(
    commands.map(({ reads: { entries = [], key }, isSure }) =>
      isSure && key !== undefined ? [key, ...entries] : entries,
    ),
  );
  return ids.length === 0 ? new Map() : stores.journal.load(ids);
}

/** An entry that is newer than the wallet it belongs to would be answered with a wallet that knows nothing of it. */
function mustFit(
  wallets: ReadonlyMap<string, Wallet>,
  entries: readonly Entry[],
  reads: readonly Reads[],
): void {
  if (entries.length === 0) return;
  const asked = new Set(distinct(reads.map((read) => read.wallets)));
  const isNewer = ({ walletId, seq }: Entry) =>
    asked.has(walletId) && seq > (wallets.get(walletId)?.seq ?? 0);
  if (entries.some(isNewer)) throw new StaleRead('customer_wallets');
}

/** The same of gift cards. */
function cardsMustFit({ giftCards, giftCardEntries }: Loaded, reads: readonly Reads[]): void {
  if (giftCardEntries.size === 0) return;
  const asked = new Set(distinct(reads.map((read) => read.giftCards)));
  for (const { cardId, seq } of giftCardEntries.values())
    if (asked.has(cardId) && seq > (giftCards.get(cardId)?.version ?? 0)) throw new StaleRead('gift_cards');
}

const NAMINGS = ['refundsOf', 'reversalsOf', 'debitsOf', 'expiriesOf', 'ofHolds', 'since'] as const;

/** Each once, however many names lead to it. */
async function loadNamed({ journal }: Stores, commands: readonly Asking[]): Promise<Entry[]> {
  const found = await Promise.all(
    NAMINGS.map(async (naming): Promise<Entry[]> => {
      const asking = NAMED_WHEN_SURE.includes(naming) ? commands.filter(({ isSure }) => isSure) : commands;
      const ids = distinct(asking.map(({ reads }) => reads[naming]));
      return ids.length === 0 ? [] : journal[naming](ids);
    }),
  );
  return [...new Map(found.flat().map((entry) => [entry.id, entry])).values()];
}

function distinct(lists: readonly (readonly string[] | undefined)[]): string[] {
  const items = new Set<string>();
  for (const list of lists) for (const item of list ?? []) items.add(item);
  return [...items];
}
