import { registerEnumType } from 'type-graphql';

export const RewardStatus = { ACTIVE: 'ACTIVE', INACTIVE: 'INACTIVE' } as const;
export type RewardStatus = keyof typeof RewardStatus;

registerEnumType(RewardStatus, {
  name: 'RewardStatus',
  description: 'Whether the shop offers a reward. An active one can be claimed within its time.',
  valuesConfig: {
    ACTIVE: { description: 'Offered: customers can claim it between its start and its end.' },
    INACTIVE: { description: 'Switched off: nobody can claim it, and customers do not see it.' },
  },
});
