import type { WalletStatusChange } from '../../../schema/wallet/wallet-status-change.type.ts';
import type { StatusEntry } from '../../domain/wallet/entries.ts';

export function presentStatusChange({
  previous,
  status,
  reason,
  actor,
  at,
}: StatusEntry): WalletStatusChange {
  return { from: previous, to: status, reason: reason ?? '', actor, changedAt: at };
}
