import type { WalletPolicy } from '../../../schema/wallet-policy/wallet-policy.type.ts';
import { TIME_ZONE } from '../../domain/calendar.ts';
import type { Policy } from '../../domain/policy.ts';
import { presentMoney } from './money.presenter.ts';
import { presentTier } from './tier.presenter.ts';

const ORDER_OF_USE =
  'Credits that expire soonest are used first, those that never expire last; on the same day, credits the shop gave before credits you bought, and older before newer.';

/** `takesPayments`: whether somebody takes payments for the shop. */
export function presentPolicy(policy: Policy, takesPayments: boolean): WalletPolicy {
  const { refundGraceDays, referral, topUp, giftCards, checkouts, operation, maxBalance } = policy;
  return {
    tierBasis: policy.tierBasis,
    tiers: policy.tiers.map(presentTier),
    orderOfUse: ORDER_OF_USE,
    refundRule: `A refund goes back to the credits it was paid with, and they keep their expiry. Where that has passed, the amount lives ${refundGraceDays} more days.`,
    refundGraceDays,
    referrerBonus: presentMoney(referral.referrerBonus),
    referredBonus: presentMoney(referral.referredBonus),
    referralValidityDays: referral.validityDays,
    referralWindowDays: referral.windowDays,
    minTopUp: presentMoney(topUp.min),
    maxTopUp: presentMoney(topUp.max),
    minGiftCard: presentMoney(giftCards.amount.min),
    maxGiftCard: presentMoney(giftCards.amount.max),
    giftCardDays: giftCards.days,
    minOrderPayment: takesPayments ? presentMoney(checkouts.minPayment) : null,
    checkoutMinutes: checkouts.minutes,
    maxOperation: presentMoney(operation.max),
    maxBalance: presentMoney(maxBalance),
    timeZone: TIME_ZONE,
  };
}
