import type { App } from '../app.ts';

/** The names of these people of the shop; missing where there is no such account, and where it is a customer's. */
export function findStaffNames(app: App, ids: readonly string[]): Promise<Map<string, string>> {
  return app.stores.accounts.staffNames(ids);
}
