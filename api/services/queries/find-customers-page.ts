import { customerSearch } from '../../domain/customer-search.ts';
import type { App } from '../app.ts';
import { MOST_COUNTED } from './most-counted.ts';
import { listPage, type Listed, type ListPage } from './list-page.ts';

/** A page of the customers that somebody who typed this means; of all when nothing was typed. */
export function findCustomersPage({ stores }: App, typed: string, page: ListPage): Promise<Listed> {
  const search = customerSearch(typed);
  return listPage((stretch) => stores.directory.customers(search, stretch), page);
}

/** How many there are in all; counts no further than `MOST_COUNTED`. */
export function countCustomers({ stores }: App, typed: string): Promise<number> {
  return stores.directory.countCustomers(customerSearch(typed), MOST_COUNTED);
}
