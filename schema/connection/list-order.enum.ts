import { registerEnumType } from 'type-graphql';

export const ListOrder = { NEWEST_FIRST: 'NEWEST_FIRST', OLDEST_FIRST: 'OLDEST_FIRST' } as const;
export type ListOrder = keyof typeof ListOrder;

registerEnumType(ListOrder, {
  name: 'ListOrder',
  description: 'Which way a list runs. A cursor of the one way is none of the other.',
  valuesConfig: {
    NEWEST_FIRST: { description: 'From the newest to the oldest.' },
    OLDEST_FIRST: { description: 'From the oldest to the newest.' },
  },
});
