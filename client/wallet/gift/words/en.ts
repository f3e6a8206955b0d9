import type { GiftDesign } from '../../../graphql/graphql.ts';

/** How a gift looks. */
export const giftArtWords = {
  wishes: {
    SUNRISE: 'A gift for you',
    BIRTHDAY: 'Happy birthday!',
    FESTIVAL: 'Happy festival!',
    THANKS: 'Thank you!',
  } satisfies Record<GiftDesign, string>,
};

export type GiftArtWords = typeof giftArtWords;
