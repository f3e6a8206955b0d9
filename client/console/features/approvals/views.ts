/** The lists of approvals, by their names in the address. */
export const views = ['waiting', 'asked', 'decided'] as const;

export type View = (typeof views)[number];
