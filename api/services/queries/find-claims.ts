import type { RewardClaim } from '../../domain/reward.ts';
import type { App } from '../app.ts';
import type { Order } from './list-page.ts';

const MOST_CLAIMS = 100;

/** The claims of a customer in the order asked for, at most a hundred of them. */
export function findClaims(
  app: App,
  customerId: string,
  order: Order = 'NEWEST_FIRST',
): Promise<RewardClaim[]> {
  return app.stores.claims.ofCustomer(customerId, order, MOST_CLAIMS);
}
