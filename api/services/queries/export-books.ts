import type { Customer } from '../../domain/customer.ts';
import type { Instant } from '../../domain/calendar.ts';
import { isMoneyEntry, type MoneyEntry } from '../../domain/wallet/entries.ts';
import { asOf } from '../../domain/wallet/decide.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { App } from '../app.ts';
import { matching } from './history-filter.ts';

/** What of everybody is exported: entries, wallets, or the credits that are owed. */
export const BOOKS = ['entries', 'wallets', 'liability'] as const;
export type Book = (typeof BOOKS)[number];

export interface Period {
  readonly from: Instant;
  /** Not included. */
  readonly to: Instant;
}

const WALLETS_AT_ONCE = 200;
const ENTRIES_AT_ONCE = 500;

/** Every wallet as it is, what is due counted as expired, in the order of their ids; a page at a time. */
export async function* allWallets({ stores, now, policy }: App): AsyncGenerator<Wallet[]> {
  for await (const page of stores.wallets.all(WALLETS_AT_ONCE))
    yield page.map((wallet) => asOf(wallet, now(), policy));
}

/** The same with the customers whose they are, where these are known. */
export async function* allWalletsOfPeople(
  app: App,
): AsyncGenerator<{ readonly wallet: Wallet; readonly customer: Customer | null }[]> {
  for await (const page of allWallets(app)) {
    const customers = await app.stores.customers.load(page.map(({ id }) => id));
    yield page.map((wallet) => ({ wallet, customer: customers.get(wallet.id) ?? null }));
  }
}

/** What moved money in a period, wallet by wallet in the order of their ids, each from the oldest to the newest. */
export async function* allEntries(app: App, { from, to }: Period): AsyncGenerator<MoneyEntry[]> {
  for await (const wallets of app.stores.wallets.all(WALLETS_AT_ONCE)) {
    const moved = wallets.filter(({ updatedAt, openedAt }) => updatedAt >= from && openedAt < to);
    for (const { id, seq: upToSeq } of moved) {
      for (let afterSeq = 0; ;) {
        const range = { ...matching({}), afterSeq, upToSeq };
        const page = await app.stores.journal.range(id, range, 'OLDEST_FIRST', ENTRIES_AT_ONCE);
        const inside = page.filter(({ at }) => at >= from && at < to).filter(isMoneyEntry);
        if (inside.length > 0) yield inside;
        afterSeq = page.at(-1)?.seq ?? upToSeq;
        if (page.length < ENTRIES_AT_ONCE) break;
      }
    }
  }
}
