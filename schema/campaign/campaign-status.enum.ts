import { registerEnumType } from 'type-graphql';

export const CampaignStatus = {
  DRAFT: 'DRAFT',
  SCHEDULED: 'SCHEDULED',
  RUNNING: 'RUNNING',
  PAUSED: 'PAUSED',
  BUDGET_SPENT: 'BUDGET_SPENT',
  ENDED: 'ENDED',
} as const;
export type CampaignStatus = keyof typeof CampaignStatus;

registerEnumType(CampaignStatus, {
  name: 'CampaignStatus',
  description: 'How it stands with a campaign now.',
  valuesConfig: {
    DRAFT: { description: 'It was never started: its codes are worth nothing yet.' },
    SCHEDULED: { description: 'It was started, and begins later.' },
    RUNNING: { description: 'Its codes can be used.' },
    PAUSED: { description: 'Nobody can use its codes until it is started again.' },
    BUDGET_SPENT: { description: 'Not one more use fits into its budget or the number of its uses.' },
    ENDED: { description: 'It is over for good.' },
  },
});
