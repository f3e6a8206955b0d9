/** OPEN: how the rest is paid is not chosen yet. PAYING: a payment for it is under way. The others are ends. */
export const CHECKOUT_STATUSES = ['OPEN', 'PAYING', 'PAID', 'FAILED', 'EXPIRED', 'CANCELLED'] as const;
export type CheckoutStatus = (typeof CHECKOUT_STATUSES)[number];
export type EndedCheckout = Exclude<CheckoutStatus, 'OPEN' | 'PAYING'>;
