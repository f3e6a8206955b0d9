import { registerEnumType } from 'type-graphql';

export const DisputeOutcome = { OPEN: 'OPEN', KEPT: 'KEPT', LOST: 'LOST' } as const;
export type DisputeOutcome = keyof typeof DisputeOutcome;

registerEnumType(DisputeOutcome, {
  name: 'DisputeOutcome',
  description: 'How a dispute stands.',
  valuesConfig: {
    OPEN: { description: 'The bank has not decided; what was left of the credit is held.' },
    KEPT: {
      description: 'It is over and nothing was taken: it was won, it came to nothing, or it was dismissed.',
    },
    LOST: { description: 'The bank took the money back: it is taken from its credit, or soon will be.' },
  },
});
