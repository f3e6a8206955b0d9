import { addDays, monthOf, type Instant } from './calendar.ts';
import type { Policy } from './policy.ts';
import type { Refusal } from './refusal.ts';
import { mustBeActive } from './wallet/checks.ts';
import { timeOf, type Wallet } from './wallet/wallet.ts';

/** Who brought whom. Its id is the referred customer's: once in a life (product rule 11). */
export interface Referral {
  readonly id: string;
  readonly referrerId: string;
  readonly createdAt: Instant;
}

/** Why a customer cannot use another's code; null when it can (product rule 11). */
export function whyNotReferable(
  referred: Wallet,
  referrer: Wallet,
  policy: Policy,
  now: Instant,
): Refusal | null {
  const { monthlyLimit } = policy.referral;
  if (referred.id === referrer.id) return { code: 'REFERRAL_SELF' };
  if (referrer.referredBy === referred.id) return { code: 'REFERRAL_LOOP' };
  const closedAt = windowEnd(referred, policy);
  if (timeOf(referred, now) >= closedAt) return { code: 'REFERRAL_WINDOW_CLOSED', since: closedAt };
  // Whether another customer's wallet is frozen is nobody else's business, so its code is simply not valid.
  if (referrer.status !== 'ACTIVE') return { code: 'REFERRAL_CODE_UNKNOWN' };
  const { month, inMonth } = referrer.referrals;
  if (month === monthOf(timeOf(referrer, now)) && inMonth >= monthlyLimit)
    return { code: 'REFERRAL_LIMIT_REACHED' };
  return mustBeActive(referred);
}

/** Whether a customer can still use somebody's code: once, soon after the wallet was opened, and while it is active. */
export function canBeReferred(wallet: Wallet, policy: Policy, now: Instant): boolean {
  const isNew = timeOf(wallet, now) < windowEnd(wallet, policy);
  return wallet.referredBy === null && isNew && mustBeActive(wallet) === null;
}

function windowEnd({ openedAt }: Wallet, { referral }: Policy): Instant {
  return addDays(openedAt, referral.windowDays);
}
