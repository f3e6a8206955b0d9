import { performance } from 'node:perf_hooks';
import { defaultPolicy } from '../../api/domain/policy.ts';
import type { Entry } from '../../api/domain/wallet/entries.ts';
import { AuditSnapshot } from '../../api/persistence/stores/audit.store.ts';
import type { Database } from '../../api/persistence/connection.ts';
import { runAudit } from '../../api/audit/run-audit.ts';
import { keyedEntryId } from '../../api/services/idempotency.ts';
import type { Completed, Till } from './till.ts';

/** What is lost, doubled or wrong, in sentences: the audit, and the journals beside what the tills were told. */
export async function checkBooks(database: Database, tills: readonly Till[]): Promise<string[]> {
  const now = Date.now();
  const audit = await runAudit({ database, policy: defaultPolicy, now, elapsed: () => performance.now() });
  const found = audit.invariants.flatMap(({ code, first }) =>
    first.map(({ record, problem }) => `${code} ${record}: ${problem}`),
  );
  const completed = tills.flatMap((till) => till.completed);
  return [...found, ...(await against(database, completed))];
}

/** Every call that was done has its one entry, every entry of a till its call, and nothing was done under two. */
async function against(database: Database, completed: readonly Completed[]): Promise<string[]> {
  const faults: string[] = [];
  const entries = await allEntries(database);
  const expected = new Set<string>();
  for (const { call, refusal } of completed) {
    const id = keyedEntryId(call.walletId, call.key);
    const found = entries.get(id) ?? [];
    if (refusal !== null) {
      if (found.length > 0) faults.push(`${call.name} ${call.key} was refused (${refusal}) and is booked`);
      faults.push(`${call.name} ${call.key} was refused: ${refusal}`);
      continue;
    }
    expected.add(id);
    if (found.length !== 1) faults.push(`${call.name} ${call.key} is booked ${found.length} times`);
    const orders = found.flatMap((entry) => (entry.kind === 'DEBIT' ? [entry.orderId] : []));
    if (orders.some((orderId) => orderId !== call.key)) faults.push(`${call.key} debited another order`);
  }
  const keyed = [...entries.values()]
    .flat()
    .filter(({ intent, actor }) => intent !== null && actor.id === 'checkout');
  for (const { id } of keyed) if (!expected.has(id)) faults.push(`${id} is booked and nobody was told`);
  return faults;
}

async function allEntries(database: Database): Promise<Map<string, Entry[]>> {
  const snapshot = await AuditSnapshot.open(database, { reading: (work) => work() });
  const entries = new Map<string, Entry[]>();
  try {
    for await (const page of snapshot.entries()) {
      for (const { id, value } of page) if (value) entries.set(id, [...(entries.get(id) ?? []), value]);
    }
  } finally {
    await snapshot.close();
  }
  return entries;
}
