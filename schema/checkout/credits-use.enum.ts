import { registerEnumType } from 'type-graphql';

export const CreditsUse = { ALL: 'ALL', AMOUNT: 'AMOUNT', NONE: 'NONE' } as const;
export type CreditsUse = keyof typeof CreditsUse;

registerEnumType(CreditsUse, {
  name: 'CreditsUse',
  description: 'How much of an order credits are to pay.',
  valuesConfig: {
    ALL: { description: 'As much as there is, and not more than the order comes to.' },
    AMOUNT: { description: 'The `amount` that is named.' },
    NONE: { description: 'Nothing: all of it is paid.' },
  },
});
