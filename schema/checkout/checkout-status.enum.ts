import { registerEnumType } from 'type-graphql';

export const CheckoutStatus = {
  OPEN: 'OPEN',
  PAYING: 'PAYING',
  PAID: 'PAID',
  FAILED: 'FAILED',
  EXPIRED: 'EXPIRED',
  CANCELLED: 'CANCELLED',
} as const;
export type CheckoutStatus = keyof typeof CheckoutStatus;

registerEnumType(CheckoutStatus, {
  name: 'CheckoutStatus',
  description:
    'How a checkout stands. Only PAID is paid, in whole and by all its means; of every other end nothing is. A payment that arrives after FAILED or EXPIRED still pays it where its credits can be held once more.',
  valuesConfig: {
    OPEN: { description: 'Its credits are held; how the rest is paid is not chosen yet.' },
    PAYING: { description: 'Its credits are held, and the rest can be paid or is being confirmed.' },
    PAID: { description: 'Its credits were captured and the rest was collected.' },
    FAILED: { description: 'The payment came to nothing, and its credits were given back.' },
    EXPIRED: { description: 'Its time was over, and its credits were given back.' },
    CANCELLED: { description: 'Somebody called it off, and its credits were given back.' },
  },
});
