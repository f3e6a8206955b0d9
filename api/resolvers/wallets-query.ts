import type { WalletFilter } from '../../schema/wallet/wallet-filter.input.ts';
import type { WalletsQuery } from '../services/queries/find-wallets-page.ts';

/** A filter without what was left out; an empty list or an empty search narrows nothing. */
export function walletsQueryOf(filter: WalletFilter | null | undefined): WalletsQuery {
  const { search, status, tier, minBalance, maxBalance, expiringWithinDays } = filter ?? {};
  return {
    ...(search && { search }),
    ...(status?.length && { statuses: status }),
    ...(tier?.length && { tiers: tier }),
    ...(minBalance && { minBalance: minBalance.amount }),
    ...(maxBalance && { maxBalance: maxBalance.amount }),
    ...(typeof expiringWithinDays === 'number' && { expiringWithinDays }),
  };
}
