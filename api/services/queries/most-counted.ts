/** How far the length of a list is counted: nobody turns that many pages, and counting on would cost more with every wallet. */
export const MOST_COUNTED = 10_000;
