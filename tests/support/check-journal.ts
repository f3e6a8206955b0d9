import { isDeepStrictEqual } from 'node:util';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import type { Entry, EntryKind } from '../../api/domain/wallet/entries.ts';
import type { Database } from '../../api/persistence/connection.ts';
import type { Stores } from '../../api/persistence/stores/stores.ts';
import { brokenLaws } from '../domain/journal-laws.ts';
import { countedProgramme, recountProgramme } from './recount-programme.ts';

const EVERY_KIND: readonly EntryKind[] = [
  'OPEN',
  'CREDIT',
  'DEBIT',
  'REFUND',
  'EXPIRY',
  'REVERSAL',
  'STATUS',
  'EXTENSION',
  'HOLD',
  'RELEASE',
  'PURCHASE',
];

interface Kept {
  readonly database: Database;
  readonly stores: Stores;
}

/** The whole journal of a wallet, oldest first. */
export function journalOf({ stores }: Pick<Kept, 'stores'>, walletId: string): Promise<Entry[]> {
  const everything = { kinds: EVERY_KIND, afterSeq: 0, upToSeq: 2 ** 31 - 1 };
  return stores.journal.range(walletId, everything, 'OLDEST_FIRST', 1_000_000);
}

/** A wallet as it is stored, with nothing counted as expired on the way. */
export async function storedWallet({ stores }: Pick<Kept, 'stores'>, id: string): Promise<Wallet> {
  const wallet = (await stores.wallets.load([id])).get(id);
  if (!wallet) throw new Error(`There is no wallet ${id}.`);
  return wallet;
}

/**
 * What is wrong with a database: every law that a wallet and its journal break, every journal without a wallet, and every
 * month that was counted wrongly. Nothing in a sound one.
 */
export async function damageIn(kept: Kept): Promise<string[]> {
  const wallets = (await kept.database.collection('customer_wallets').distinct('_id')).map(String);
  const journals = (await kept.database.collection('wallet_transactions').distinct('walletId')).map(String);
  const damage = journals.filter((id) => !wallets.includes(id)).map((id) => `${id}: a journal, no wallet`);
  for (const id of wallets) {
    const laws = brokenLaws(await storedWallet(kept, id), await journalOf(kept, id));
    damage.push(...laws.map((law) => `${id}: broken: ${law}`));
  }
  return [...damage, ...(await miscountedMonths(kept))];
}

async function miscountedMonths({ stores, database }: Kept): Promise<string[]> {
  const counted = await countedProgramme(stores);
  const recounted = await recountProgramme(database);
  const months = [...new Set([...Object.keys(counted), ...Object.keys(recounted)])];
  return months
    .filter((month) => !isDeepStrictEqual(counted[month], recounted[month]))
    .map((month) => `${month}: miscounted`);
}
