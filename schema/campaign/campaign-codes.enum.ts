import { registerEnumType } from 'type-graphql';

export const CampaignCodes = { UNIQUE: 'UNIQUE', SHARED: 'SHARED' } as const;
export type CampaignCodes = keyof typeof CampaignCodes;

registerEnumType(CampaignCodes, {
  name: 'CampaignCodes',
  description: 'What the codes of a campaign are.',
  valuesConfig: {
    UNIQUE: { description: 'Many codes that nobody guesses, each used once.' },
    SHARED: { description: 'One code for all, such as DIWALI50.' },
  },
});
