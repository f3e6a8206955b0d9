/** How the life of a gift card can end. */
export const CARD_ENDS = ['CLAIMED', 'EXPIRED', 'CANCELLED', 'USED'] as const;
export type CardEnd = (typeof CARD_ENDS)[number];
