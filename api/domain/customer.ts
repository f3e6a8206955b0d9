import type { Facts } from './act.ts';
import type { Instant } from './calendar.ts';

/** A person the shop knows. The id is the shop's own and names the wallet too. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** A language tag such as `en` or `hi`. */
  readonly language: string | null;
  readonly createdAt: Instant;
}

/** A customer as an act tells of it. */
export function customerFacts({ name, email, phone, language }: Omit<Customer, 'createdAt'>): Facts {
  return { name, email, phone, language };
}
