import { registerEnumType } from 'type-graphql';

export const CampaignStep = { START: 'START', PAUSE: 'PAUSE', END: 'END' } as const;
export type CampaignStep = keyof typeof CampaignStep;

registerEnumType(CampaignStep, {
  name: 'CampaignStep',
  description: 'What to do with a campaign.',
  valuesConfig: {
    START: { description: 'Its codes can be used from `startsAt` on, or again.' },
    PAUSE: { description: 'Nobody can use them for the time being.' },
    END: { description: 'It is over for good.' },
  },
});
