import { registerEnumType } from 'type-graphql';

export const HoldReason = {
  ORDER: 'ORDER',
  DISPUTE: 'DISPUTE',
  REFUND_TO_SOURCE: 'REFUND_TO_SOURCE',
  GIFT: 'GIFT',
} as const;
export type HoldReason = keyof typeof HoldReason;

registerEnumType(HoldReason, {
  name: 'HoldReason',
  description: 'What credits are set aside for. Not used before gifts are: GIFT.',
  valuesConfig: {
    ORDER: { description: 'An order of the shop.' },
    DISPUTE: {
      description:
        'The payment that brought them is disputed at the bank, and nobody knows yet how that ends.',
    },
    REFUND_TO_SOURCE: { description: 'The payment that brought them is being refunded.' },
    GIFT: { description: 'A gift that is under way.' },
  },
});
