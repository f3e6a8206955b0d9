import type { Customer } from '../domain/customer.ts';
import { mayWrite } from '../ledger/clock.ts';
import type { App } from './app.ts';

export type SaveCustomer = Omit<Customer, 'createdAt'>;

/** Creates a customer or replaces what is known of one. Moves no money, so it is a plain write and may be repeated. */
export async function saveCustomer(app: App, known: SaveCustomer): Promise<Customer> {
  mayWrite(app.trust());
  return app.stores.customers.save({ ...known, createdAt: app.now() });
}
