import type { WalletStatusChange } from '../../../schema/wallet/wallet-status-change.type.ts';
import type { StatusEntry } from '../../domain/wallet/entries.ts';

export function presentStatusChange({
  previous,
  status,
  reason,
  shownReason,
  actor,
  at,
}: StatusEntry): WalletStatusChange {
  return {
    from: previous,
    to: status,
    reason: reason ?? '',
    shownReason: shownReason ?? null,
    actor,
    changedAt: at,
  };
}
