import type { ReferralStanding } from '../../../schema/referral/referral-standing.type.ts';
import type { ReferredPerson } from '../../../schema/referral/referred-person.type.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer.ts';
import type { Policy } from '../../domain/policy.ts';
import { canBeReferred, type Referral } from '../../domain/referral.ts';
import type { CreditEntry } from '../../domain/wallet/entries.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import { presentMoney } from './money.presenter.ts';
import { rupeesInBrief } from './rupees.ts';

/** A standing that knows whose it is, for the fields that cost a query. */
export type ReferralView = ReferralStanding & { readonly state: Wallet };

export function presentReferral(state: Wallet, policy: Policy, now: Instant): ReferralView {
  const { referralCode: code, referrals } = state;
  const { referrerBonus, referredBonus } = policy.referral;
  return {
    state,
    code,
    shareText: shareText(code, policy),
    referrerBonus: presentMoney(referrerBonus),
    referredBonus: presentMoney(referredBonus),
    count: referrals.count,
    earned: presentMoney(referrals.earned),
    canApplyCode: canBeReferred(state, policy, now),
  };
}

export function presentPerson(
  { createdAt }: Referral,
  customer: Customer | null,
  bonus: CreditEntry,
): ReferredPerson {
  return { displayName: displayName(customer), joinedAt: createdAt, bonus: presentMoney(bonus.amount) };
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As much of a name as other customers may know: the first name and the initial of the last. */
export function displayName(customer: Customer | null): string {
  const [first, ...others] = customer?.name.trim().split(/\s+/) ?? [];
  if (!first) return 'A customer';
  const [initial] = letters.segment(others.at(-1) ?? '');
  return initial ? `${first} ${initial.segment.toUpperCase()}.` : first;
}

function shareText(code: string, { referral }: Policy): string {
  const { referrerBonus, referredBonus, windowDays } = referral;
  return `Join me at Early Bird! Enter my code ${code} in your new wallet within ${windowDays} days: you get ${rupeesInBrief(referredBonus)} in credits, and I get ${rupeesInBrief(referrerBonus)}.`;
}
