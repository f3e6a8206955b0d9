import type { Actor } from '../../api/domain/actor.ts';
import type { Policy } from '../../api/domain/policy.ts';
import { isRefusal } from '../../api/domain/refusal.ts';
import type { WalletCommand } from '../../api/domain/wallet/commands.ts';
import { decide } from '../../api/domain/wallet/decide.ts';
import { entryIdOf } from '../../api/domain/wallet/entry-id.ts';
import type { Entry } from '../../api/domain/wallet/entries.ts';
import { evolve } from '../../api/domain/wallet/evolve.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import type { Database } from '../../api/persistence/connection.ts';
import { inTransaction } from '../../api/persistence/transaction.ts';
import type { App } from '../../api/services/app.ts';

const TOGETHER = 2_000;
const YEAR = 365 * 86_400_000;
const ACTOR: Actor = { id: 'bench', role: 'ADMIN', channel: 'API' };

/** Pays for nine debits. */
const CREDIT: WalletCommand = {
  ...{ kind: 'CREDIT', amount: 900_00n, source: 'PURCHASE', reason: 'Bench' },
  ...{ expiresOn: null, orderId: null },
};

/**
 * Stores a wallet with so many entries, spread evenly over the last year, as the domain decides them one after another. A year
 * of the shop, whether it had three entries a day or two a minute.
 */
export async function storeLongJournal(app: App, database: Database, id: string, size: number) {
  const began = app.now() - YEAR;
  let wallet: Wallet | null = null;
  let part: Entry[] = [];
  const write = (session: Parameters<Parameters<typeof inTransaction>[1]>[0]) =>
    app.stores.journal.append(part, session);
  for (let n = 0; n < size; n += 1) {
    const at = began + Math.floor((n / size) * YEAR);
    const entry = decided(wallet, id, commandNumber(id, n, wallet), at, app.policy, n);
    wallet = evolve(wallet, entry);
    part.push(entry);
    if (part.length < TOGETHER && n < size - 1) continue;
    await inTransaction(database, write, () => true);
    part = [];
  }
  if (!wallet) throw new Error('A journal begins with an opening.');
  const change = { id, before: undefined, after: wallet };
  await inTransaction(
    database,
    (session) => app.stores.wallets.save([change], session),
    () => true,
  );
  return wallet;
}

function commandNumber(id: string, n: number, wallet: Wallet | null): WalletCommand {
  if (n === 0) return { kind: 'OPEN', referralCode: id };
  // What is spent comes to what was added, so that neither the balance nor the lots grow with the journal.
  if (n % 10 === 1 || !wallet || wallet.balance < 100_00n) return CREDIT;
  return { kind: 'DEBIT', amount: 100_00n, orderId: `order-${n}`, reason: null };
}

function decided(
  wallet: Wallet | null,
  id: string,
  command: WalletCommand,
  now: number,
  policy: Policy,
  n: number,
): Entry {
  const context = { now, policy, actor: ACTOR, requestId: 'bench', intent: null };
  const decision = decide(wallet, command, id, { ...context, entryId: entryIdOf(id, `bench-${n}`) });
  const [entry] = isRefusal(decision) ? [] : decision;
  if (!entry) throw new Error(`${command.kind} number ${n} left no entry.`);
  return entry;
}
