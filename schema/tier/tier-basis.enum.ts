import { registerEnumType } from 'type-graphql';

export const TierBasis = {
  BALANCE: 'BALANCE',
  LIFETIME_CREDITS: 'LIFETIME_CREDITS',
  ROLLING_SPEND: 'ROLLING_SPEND',
} as const;
export type TierBasis = keyof typeof TierBasis;

registerEnumType(TierBasis, {
  name: 'TierBasis',
  description: 'What a tier is measured by.',
  valuesConfig: {
    BALANCE: { description: 'What can be spent now: spending and expiry can lower the tier.' },
    LIFETIME_CREDITS: { description: 'All credits ever added: the tier never falls.' },
    ROLLING_SPEND: { description: 'What was spent, less refunds, in this month and the eleven before.' },
  },
});
