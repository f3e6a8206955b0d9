/** The lists of reviews, by their names in the address. */
export const reviewViews = ['open', 'done', 'disputes'] as const;

export type ReviewView = (typeof reviewViews)[number];
