import type { CampaignState } from '../../domain/campaign.ts';

/** A campaign of the sample shop. Amounts are in rupees, days count from today. */
export interface SampleCampaign {
  readonly name: string;
  readonly value: string;
  /** The code for all; left out, each code is another. */
  readonly code?: string;
  readonly budget: string;
  readonly newCustomersOnly?: boolean;
  readonly creditLifetimeDays?: number;
  readonly madeDaysAgo: number;
  readonly firstDay: number;
  /** Its last day; left out, it goes on. */
  readonly lastDay?: number;
  /** What people did with it, one a day; left out, it is still a draft. */
  readonly steps?: readonly CampaignState[];
}

/** One near the end of its budget, one that is paused, and one that another admin than who wrote it has to start. */
export const SAMPLE_CAMPAIGNS = {
  winter: {
    ...{ name: 'Winter welcome', value: '50', code: 'WINTER50', budget: '350', creditLifetimeDays: 90 },
    ...{ madeDaysAgo: 26, firstDay: -25, lastDay: 35, steps: ['STARTED'] },
  },
  app: {
    ...{ name: 'App install', value: '25', code: 'APP25', budget: '2500', newCustomersOnly: true },
    ...{ madeDaysAgo: 60, firstDay: -58, steps: ['STARTED', 'PAUSED'] },
  },
  pune: {
    ...{ name: 'Store opening Pune', value: '100', budget: '200000', madeDaysAgo: 3 },
    ...{ firstDay: 7, lastDay: 22 },
  },
} as const satisfies Record<string, SampleCampaign>;

export type SampleCampaignName = keyof typeof SAMPLE_CAMPAIGNS;
