import { monthOf, startOfMonth, type Instant } from '../calendar.ts';
import { sum, type Paise } from '../money.ts';
import type { Policy, TierLevel, TierTerms } from '../policy.ts';
import { spendable } from './lots.ts';
import { CREDIT_MOVEMENTS, tallyOf } from './running-totals.ts';
import type { MonthlySpend, Wallet } from './wallet.ts';

export interface TierStanding {
  readonly tier: TierTerms;
  /** What the tier was measured by, in paise. */
  readonly qualifying: Paise;
  readonly next: TierTerms | null;
  /** How much more reaches the next tier, in paise; null at the highest. */
  readonly toNext: Paise | null;
}

/** The highest tier whose threshold the amount (in paise) reaches; thresholds are lower bounds without gaps (product rule 7). */
export function tierFor(qualifying: Paise, policy: Policy): TierTerms {
  return policy.tiers.findLast((tier) => tier.threshold <= qualifying) ?? policy.tiers[0];
}

/** Where a wallet stands at an instant, by the basis that the policy names. */
export function tierStanding(wallet: Wallet, policy: Policy, now: Instant): TierStanding {
  const qualifying = qualifyingAmount(wallet, policy, now);
  const tier = tierFor(qualifying, policy);
  const next = policy.tiers[policy.tiers.indexOf(tier) + 1] ?? null;
  return { tier, qualifying, next, toNext: next && next.threshold - qualifying };
}

function qualifyingAmount(wallet: Wallet, policy: Policy, now: Instant): Paise {
  switch (policy.tierBasis) {
    case 'BALANCE':
      return spendable(wallet.lots, now);
    case 'LIFETIME_CREDITS':
      return tallyOf(wallet.running, CREDIT_MOVEMENTS).total;
    case 'ROLLING_SPEND':
      return spendSince(firstMonthOfSpend(now), wallet.monthlySpend);
  }
}

/** The first month whose spend counts for a tier by spend, as `2026-11`: eleven before the current one. */
export function firstMonthOfSpend(now: Instant): string {
  return monthOf(startOfMonth(now, -11));
}

/** Months in which more was refunded than spent lower the sum, but nobody qualifies with less than nothing. */
function spendSince(firstMonth: string, months: readonly MonthlySpend[]): Paise {
  const total = sum(months.map(({ month, amount }) => (month >= firstMonth ? amount : 0n)));
  return total > 0n ? total : 0n;
}

/** A tier and the month, as `2026-11`, from which it is held if no entry comes; null for the one that is held first. */
export interface TierStep {
  readonly from: string | null;
  readonly level: TierLevel;
}

/** The tiers of a wallet by what is booked, now and in all months to come: one by spend falls with the months that leave it. */
export function tierSteps(wallet: Wallet, policy: Policy): TierStep[] {
  switch (policy.tierBasis) {
    case 'BALANCE':
      return [{ from: null, level: tierFor(wallet.balance, policy).level }];
    case 'LIFETIME_CREDITS':
      return [{ from: null, level: tierStanding(wallet, policy, wallet.updatedAt).tier.level }];
    case 'ROLLING_SPEND':
      return stepsBySpend(wallet.monthlySpend, policy);
  }
}

function stepsBySpend(months: readonly MonthlySpend[], policy: Policy): TierStep[] {
  const levelFrom = (first: string) => tierFor(spendSince(first, months), policy).level;
  const steps: TierStep[] = [{ from: null, level: levelFrom('') }];
  for (const month of [...new Set(months.map((spent) => spent.month))].sort()) {
    const level = levelFrom(following(month));
    if (level !== steps.at(-1)?.level) steps.push({ from: aYearAfter(month), level });
  }
  return steps;
}

/** The month after one; only to be compared with others. */
function following(month: string): string {
  return `${month}~`;
}

function aYearAfter(month: string): string {
  return `${Number(month.slice(0, 4)) + 1}${month.slice(4)}`;
}
