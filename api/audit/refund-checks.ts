import { sum } from '../domain/money.ts';
import type { DebitEntry, Entry, RefundEntry } from '../domain/wallet/entries.ts';
import { isDue, type Draw, type Restore } from '../domain/wallet/lots.ts';
import type { LotExtension } from '../domain/wallet/wallet.ts';
import type { AuditSnapshot, StoredEntry } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { differenceOf } from './lot-checks.ts';
import { rupees } from './words.ts';

/** I13: all refunds of each debit beside it. They are read debit by debit, so only those of a few are held at once. */
export async function checkRefunds(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  let open: RefundEntry[] = [];
  for await (const page of snapshot.refunds()) {
    const refunds = [...open, ...readable(page)];
    // The last debit of a page may have more refunds on the next.
    const last = refunds.at(-1)?.debitId;
    open = refunds.filter(({ debitId }) => debitId === last);
    await checkAll(
      refunds.filter(({ debitId }) => debitId !== last),
      snapshot,
      findings,
    );
  }
  await checkAll(open, snapshot, findings);
}

async function checkAll(
  refunds: readonly RefundEntry[],
  snapshot: AuditSnapshot,
  findings: Findings,
): Promise<void> {
  const byDebit = new Map<string, RefundEntry[]>();
  for (const refund of refunds) byDebit.set(refund.debitId, [...(byDebit.get(refund.debitId) ?? []), refund]);
  const debits = await snapshot.entriesById([...byDebit.keys()]);
  findings.checked('I13', refunds.length);
  for (const [debitId, together] of byDebit) {
    const debit = debits.get(debitId);
    if (faultOf(debit, together, []) === null) continue;
    // Staff may have given a lot more time between debit and refund: few have, so only now the wallet is asked.
    const walletId = debit?.walletId ?? '';
    const wallet = (await snapshot.walletsById([walletId])).get(walletId);
    const problem = faultOf(debit, together, wallet?.extensions ?? []);
    const [last] = together.toSorted((a, b) => b.seq - a.seq);
    if (last && problem) findings.violated('I13', { record: last.walletId, entry: last.id }, problem);
  }
}

function faultOf(
  debit: Entry | undefined,
  refunds: readonly RefundEntry[],
  extensions: readonly LotExtension[],
): string | null {
  if (debit?.kind !== 'DEBIT') return `there is no debit ${refunds[0]?.debitId ?? ''}`;
  const given = sum(refunds.map(({ amount }) => amount));
  if (given > debit.amount)
    return `${rupees(given)} was given back of ${rupees(debit.amount)}, by ${refunds.length} refunds`;
  for (const refund of refunds) {
    const problem = refundFault(refund, debit, extensions);
    if (problem) return problem;
  }
  return overfilled(debit, refunds);
}

function refundFault(
  refund: RefundEntry,
  debit: DebitEntry,
  extensions: readonly LotExtension[],
): string | null {
  if (refund.walletId !== debit.walletId) return `its debit ${debit.id} is another wallet's`;
  if (refund.seq <= debit.seq) return `it came before its debit ${debit.id}`;
  for (const [index, restore] of refund.restores.entries()) {
    const draw = debit.draws.find(({ lot }) => lot.id === restore.drawnFrom);
    if (!draw) return `the debit did not draw lot ${restore.drawnFrom}`;
    const fault =
      restore.lot.id === restore.drawnFrom
        ? sameLotFault(restore, draw, refund, extensions)
        : newLotFault(restore, draw, refund, `${refund.seq}.${index + 1}`);
    if (fault) return fault;
  }
  return null;
}

/** It goes back to its lot on the terms of its lot; only staff may have given that more time meanwhile. */
function sameLotFault(
  { lot }: Restore,
  draw: Draw,
  { at }: RefundEntry,
  extensions: readonly LotExtension[],
): string | null {
  if (isDue(lot, at)) return `lot ${lot.id} had expired`;
  const extended = extensions.find((extension) => extension.lot === lot.id)?.expiresAt ?? null;
  const isLater = lot.expiresAt !== null && draw.lot.expiresAt !== null && lot.expiresAt > draw.lot.expiresAt;
  const mayBe = isLater && extended !== null && lot.expiresAt <= extended;
  const different = differenceOf(mayBe ? { ...draw.lot, expiresAt: lot.expiresAt } : draw.lot, lot);
  return different ? `${different} of lot ${lot.id} is not what the debit drew` : null;
}

function newLotFault(
  { lot, amount }: Restore,
  draw: Draw,
  { seq, at }: RefundEntry,
  id: string,
): string | null {
  if (!isDue(draw.lot, at)) return `lot ${draw.lot.id} had not expired, yet lot ${lot.id} was opened for it`;
  const isHeir = lot.id === id && lot.openedSeq === seq && lot.original === amount && lot.expiresAt !== null;
  const kept = (['creditSeq', 'funding', 'source'] as const).find((fact) => lot[fact] !== draw.lot[fact]);
  if (kept) return `${kept} of lot ${lot.id} is not that of lot ${draw.lot.id}`;
  return isHeir ? null : `lot ${lot.id} is not opened as one for what had expired`;
}

function overfilled(debit: DebitEntry, refunds: readonly RefundEntry[]): string | null {
  const restores = refunds.flatMap((refund) => refund.restores);
  for (const { lot, amount } of debit.draws) {
    const given = sum(restores.map((restore) => (restore.drawnFrom === lot.id ? restore.amount : 0n)));
    if (given > amount) return `${rupees(given)} was given back to lot ${lot.id} of ${rupees(amount)} drawn`;
  }
  return null;
}

function readable(page: readonly StoredEntry[]): RefundEntry[] {
  return page.flatMap(({ value }) => (value?.kind === 'REFUND' ? [value] : []));
}
