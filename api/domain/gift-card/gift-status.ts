/** As it is kept. UNPAID: nothing was collected for it yet. RETURNED: its sender took it back into the own wallet. */
export const GIFT_STATES = ['UNPAID', 'SCHEDULED', 'SENT', 'CLAIMED', 'RECALLED', 'RETURNED'] as const;
export type GiftState = (typeof GIFT_STATES)[number];

/** As it stands at an instant: unclaimed for long, or with a card whose time is over. */
export type GiftStatus = GiftState | 'UNCLAIMED' | 'EXPIRED';
