import type { ConsoleCustomerQuery } from '../../../graphql/graphql.ts';

/** A customer as the page has asked for them. */
export type Customer = NonNullable<ConsoleCustomerQuery['customer']>;

export type Wallet = NonNullable<Customer['wallet']>;
