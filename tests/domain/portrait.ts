import type { Policy, TierBasis } from '../../api/domain/policy.ts';
import { asOf } from '../../api/domain/wallet/decide.ts';
import { heldBy, type OpenHold } from '../../api/domain/wallet/holds.ts';
import { spendable } from '../../api/domain/wallet/lots.ts';
import { tierStanding } from '../../api/domain/wallet/tier.ts';
import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import type { Portrait } from './naive-portrait.ts';

const BASES: readonly TierBasis[] = ['BALANCE', 'LIFETIME_CREDITS', 'ROLLING_SPEND'];

/** All that can be seen of a wallet, for laying it beside the portrait of the naive model. */
export function portraitOf(wallet: Wallet, policy: Policy, clock: number): Portrait {
  const now = Math.max(clock, wallet.updatedAt);
  const { seq, status, statusReason, statusSince, balance, lots, openedAt, updatedAt } = wallet;
  const { lastTransactionAt, largestDebit, rewardsClaimed, referrals, referredBy } = wallet;
  const standings = BASES.map((tierBasis) => {
    const { tier, qualifying, next, toNext } = tierStanding(wallet, { ...policy, tierBasis }, now);
    return { level: tier.level, qualifying, next: next?.level ?? null, toNext };
  });
  const view = asOf(wallet, clock, policy);
  return {
    ...{ seq, status, statusReason, statusSince, balance, lots, openedAt, updatedAt },
    ...{ lastTransactionAt, largestDebit, rewardsClaimed, referrals, referredBy },
    extensions: Object.fromEntries(wallet.extensions.map(({ lot, expiresAt }) => [lot, expiresAt])),
    totals: wallet.running,
    months: wallet.monthlySpend,
    standings,
    spendable: spendable(lots, now),
    view: { balance: view.balance, lots: view.lots, holds: view.holds.map(holdState) },
    held: heldBy(wallet.holds),
    holds: wallet.holds.map(holdState),
  };
}

function holdState({ amount, placedSeq, placedAt, expiresAt, draws }: OpenHold): object {
  return { amount, placedSeq, placedAt, expiresAt, draws };
}
