import type { Customer } from '../../domain/customer.ts';
import type { App } from '../app.ts';

/** What is known of these customers; missing where the shop has none. */
export function findCustomers(app: App, ids: readonly string[]): Promise<Map<string, Customer>> {
  return app.stores.customers.load(ids);
}
