import { registerEnumType } from 'type-graphql';

export const GrantSource = {
  PURCHASE: 'PURCHASE',
  PROMOTION: 'PROMOTION',
  LOYALTY: 'LOYALTY',
  MANUAL: 'MANUAL',
} as const;
export type GrantSource = keyof typeof GrantSource;

registerEnumType(GrantSource, {
  name: 'GrantSource',
  description: 'The sources that an admin can name when adding credits.',
  valuesConfig: {
    PURCHASE: { description: 'The customer paid for them, outside this system. Counts as purchased.' },
    PROMOTION: { description: 'A promotion of the shop.' },
    LOYALTY: { description: 'A loyalty reward.' },
    MANUAL: { description: 'Any other reason, such as goodwill.' },
  },
});
