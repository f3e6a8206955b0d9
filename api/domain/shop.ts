/** How the people of the shop are reached, as far as it says so. */
export interface Shop {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** When somebody answers, in the shop's own words. */
  readonly hours: string | null;
}

/** A shop that has told nothing but its name. */
export const plainShop: Shop = { name: 'Early Bird', phone: null, email: null, hours: null };
