import type { GiftDesign } from '../../../graphql/graphql.ts';

/** How a gift looks, and one that waits. */
export const giftArtWords = {
  wishes: {
    SUNRISE: 'A gift for you',
    BIRTHDAY: 'Happy birthday!',
    FESTIVAL: 'Happy festival!',
    THANKS: 'Thank you!',
  } satisfies Record<GiftDesign, string>,
  sent: (name: string, amount: string) => `${name} sent you ${amount}`,
  open: 'Open',
};

export type GiftArtWords = typeof giftArtWords;
