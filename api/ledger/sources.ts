import type { Customer } from '../domain/customer.ts';
import type { PaymentEvent } from '../domain/payment-event.ts';
import type { Purchase } from '../domain/purchase.ts';
import type { Referral } from '../domain/referral.ts';
import type { Reward, RewardClaim } from '../domain/reward.ts';
import type { TopUp } from '../domain/top-up.ts';
import type { Entry, RefundEntry } from '../domain/wallet/entries.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import type { DocumentStore, Session } from '../persistence/stores/document-store.ts';
import type { Stores } from '../persistence/stores/stores.ts';
import { WorkingSet, type Loaded, type Reads } from './working-set.ts';

/** What the engine reads, by collection. A new aggregate is one more line here and in `STORED`. */
export interface Documents {
  readonly wallets: Wallet;
  readonly customers: Customer;
  readonly rewards: Reward;
  readonly claims: RewardClaim;
  readonly referrals: Referral;
  readonly purchases: Purchase;
  readonly topUps: TopUp;
  readonly paymentEvents: PaymentEvent;
}
export type DocumentName = keyof Documents;

/** What a batch may change, in the order in which it writes: the same everywhere, so that two batches never lock crosswise. */
const STORED = ['wallets', 'rewards', 'claims', 'referrals', 'purchases', 'topUps', 'paymentEvents'] as const;
const LOADED: readonly DocumentName[] = [...STORED, 'customers'];

/** Reads all that some commands name, outside of any transaction: what changes meanwhile is caught by the guards. */
export async function load(stores: Stores, reads: readonly Reads[]): Promise<WorkingSet> {
  // Refunds are read after the wallets: one made in between has moved its wallet on, so the guard will notice.
  const [loaded, entries] = await Promise.all([loadDocuments(stores, reads), loadEntries(stores, reads)]);
  const refunds = await loadRefunds(stores, reads);
  return new WorkingSet(loaded, entries, refunds);
}

/** Writes a batch within a transaction: guarded documents first, then the journal and what it counts for. */
export async function save(stores: Stores, set: WorkingSet, session: Session): Promise<void> {
  for (const name of STORED) await saveAll(stores, name, set, session);
  await stores.journal.append(set.appended, session);
  await stores.programme.count(set.appended, session);
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
  return STORED.flatMap((name) => (reads[name] ?? []).map((id) => `${name}:${id}`));
}

async function loadDocuments(stores: Stores, reads: readonly Reads[]): Promise<Loaded> {
  const maps = await Promise.all(
    LOADED.map(async (name) => [name, await loadAll(stores, name, reads)] as const),
  );
  return Object.fromEntries(maps) as unknown as Loaded;
}

async function loadAll(
  stores: Stores,
  name: DocumentName,
  reads: readonly Reads[],
): Promise<Map<string, unknown>> {
  const ids = distinct(reads.map((read) => read[name]));
  return ids.length === 0 ? new Map<string, unknown>() : stores[name].load(ids);
}

async function loadEntries(stores: Stores, reads: readonly Reads[]): Promise<Map<string, Entry>> {
  const ids = distinct(reads.map((read) => read.entries));
  return ids.length === 0 ? new Map() : stores.journal.load(ids);
}

async function loadRefunds(stores: Stores, reads: readonly Reads[]): Promise<Map<string, RefundEntry[]>> {
  const debitIds = distinct(reads.map((read) => read.refundsOf));
  if (debitIds.length === 0) return new Map();
  const refunds = new Map<string, RefundEntry[]>(debitIds.map((id) => [id, []]));
  for (const entry of await stores.journal.refundsOf(debitIds)) refunds.get(entry.debitId)?.push(entry);
  return refunds;
}

function distinct(lists: readonly (readonly string[] | undefined)[]): string[] {
  return [...new Set(lists.flatMap((list) => list ?? []))];
}
