import { registerEnumType } from 'type-graphql';

export const GiftCardStatus = {
  ACTIVE: 'ACTIVE',
  PART_USED: 'PART_USED',
  USED: 'USED',
  CLAIMED: 'CLAIMED',
  EXPIRED: 'EXPIRED',
  CANCELLED: 'CANCELLED',
} as const;
export type GiftCardStatus = keyof typeof GiftCardStatus;

registerEnumType(GiftCardStatus, {
  name: 'GiftCardStatus',
  description: 'How it stands with a gift card now.',
  valuesConfig: {
    ACTIVE: { description: 'It holds money for whoever has its code.' },
    PART_USED: { description: 'Some of it has paid an order, and the rest is for whoever has its code.' },
    USED: { description: 'All that was on it has paid orders.' },
    CLAIMED: { description: 'All that was on it went into the wallet of a customer.' },
    EXPIRED: { description: 'Its time is over, and what was on it with it.' },
    CANCELLED: { description: 'The shop took back what was on it.' },
  },
});
