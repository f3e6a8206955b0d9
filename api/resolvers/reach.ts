import { GraphQLError } from 'graphql';
import type { Role } from '../domain/actor.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Caller } from '../services/caller.ts';
import type { GraphqlContext } from './context.ts';

/** How far a caller reaches. Permissions say the same first; this holds even where they would not be asked. */

/*
 * Whom a root field is declared for. Each names one of these with `@Authorized`, or no schema is built; what a customer may do
 * to whom is said below.
 */
export const EVERYBODY: readonly Role[] = ['CUSTOMER', 'STAFF', 'ADMIN'];
/** Also whoever is not signed in: what is told needs something else that only they have. */
export const ANYBODY: readonly (Role | 'ANYBODY')[] = ['ANYBODY'];
export const CUSTOMERS: readonly Role[] = ['CUSTOMER'];
export const CUSTOMERS_AND_ADMINS: readonly Role[] = ['CUSTOMER', 'ADMIN'];
export const STAFF: readonly Role[] = ['STAFF', 'ADMIN'];
export const ADMINS: readonly Role[] = ['ADMIN'];

/** Staff and admins have no wallet of their own to fall back on. */
export const NOBODY_NAMED: Refusal = {
  code: 'INVALID_INPUT',
  field: 'customerId',
  problem: 'Name the customer: staff and admins have no wallet of their own.',
};

/** Who asks. Nobody anonymous gets as far as a resolver. */
export function callerOf({ caller }: GraphqlContext): Caller {
  if (caller) return caller;
  throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
}

/** The customer id of the caller; null for staff and admins, who have no wallet. */
export function ownCustomerId({ actor }: Caller): string | null {
  return actor.role === 'CUSTOMER' ? actor.id : null;
}

/** Whether the caller may read this customer's wallet: customers only their own. */
export function mayRead(caller: Caller, customerId: string): boolean {
  return actsForOthers(caller) || ownCustomerId(caller) === customerId;
}

/** The customer to act for: the one named, or else the caller. Null when staff name nobody. */
export function customerToActFor(caller: Caller, named: string | null | undefined): string | null {
  const customerId = named ?? ownCustomerId(caller);
  if (customerId === null || mayRead(caller, customerId)) return customerId;
  throw new GraphQLError('You cannot do this for another customer.', { extensions: { code: 'FORBIDDEN' } });
}

/** Whether the caller is of the shop. */
export function actsForOthers({ actor }: Caller): boolean {
  return actor.role === 'STAFF' || actor.role === 'ADMIN';
}
