import { registerEnumType } from 'type-graphql';

export const TierLevel = { BRONZE: 'BRONZE', SILVER: 'SILVER', GOLD: 'GOLD', PLATINUM: 'PLATINUM' } as const;
export type TierLevel = keyof typeof TierLevel;

registerEnumType(TierLevel, {
  name: 'TierLevel',
  description: 'The levels of the loyalty programme, lowest first.',
  valuesConfig: {
    BRONZE: { description: 'Where every wallet starts.' },
    SILVER: { description: 'The second level.' },
    GOLD: { description: 'The third level.' },
    PLATINUM: { description: 'The highest level.' },
  },
});
