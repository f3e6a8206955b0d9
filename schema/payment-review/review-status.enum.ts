import { registerEnumType } from 'type-graphql';

export const ReviewStatus = {
  OPEN: 'OPEN',
  CREDITED: 'CREDITED',
  REFUNDED: 'REFUNDED',
  DISMISSED: 'DISMISSED',
} as const;
export type ReviewStatus = keyof typeof ReviewStatus;

registerEnumType(ReviewStatus, {
  name: 'ReviewStatus',
  description: 'Whether a review waits for a person, and else how it ended.',
  valuesConfig: {
    OPEN: { description: 'It waits for a person.' },
    CREDITED: { description: 'What was collected was credited to a wallet.' },
    REFUNDED: { description: 'What was collected went back to where it came from.' },
    DISMISSED: { description: 'Nothing was done with it; `reason` says why.' },
  },
});
