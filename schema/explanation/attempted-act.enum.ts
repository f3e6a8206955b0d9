import { registerEnumType } from 'type-graphql';

export const AttemptedAct = {
  DEDUCT_CREDITS: 'DEDUCT_CREDITS',
  ADD_CREDITS: 'ADD_CREDITS',
  REFUND_CREDITS: 'REFUND_CREDITS',
  CLAIM_REWARD: 'CLAIM_REWARD',
  APPLY_REFERRAL: 'APPLY_REFERRAL',
} as const;
export type AttemptedAct = keyof typeof AttemptedAct;

registerEnumType(AttemptedAct, {
  name: 'AttemptedAct',
  description: 'What somebody tried.',
  valuesConfig: {
    DEDUCT_CREDITS: { description: 'To pay `amount`, for the order `orderId` if that is given.' },
    ADD_CREDITS: { description: 'To be given `amount`.' },
    REFUND_CREDITS: { description: 'To have the debit `debitId` refunded, all of it or `amount`.' },
    CLAIM_REWARD: { description: 'To claim the reward `rewardId`.' },
    APPLY_REFERRAL: { description: 'To apply the referral code `code`.' },
  },
});
