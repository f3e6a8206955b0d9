import { registerEnumType } from 'type-graphql';

export const HoldStatus = {
  OPEN: 'OPEN',
  CAPTURED: 'CAPTURED',
  RELEASED: 'RELEASED',
  EXPIRED: 'EXPIRED',
} as const;
export type HoldStatus = keyof typeof HoldStatus;

registerEnumType(HoldStatus, {
  name: 'HoldStatus',
  description: 'How a hold stands. It ends exactly once.',
  valuesConfig: {
    OPEN: { description: 'It keeps credits aside.' },
    CAPTURED: {
      description:
        'It was spent on its order, or taken because its payment was, in whole, or in part with the rest given back.',
    },
    RELEASED: { description: 'It was released, and gave back what it kept.' },
    EXPIRED: { description: 'Its deadline came, and it gave back what it kept.' },
  },
});
