import type { RewardClaim } from '../../domain/reward.ts';
import type { App } from '../app.ts';

const MOST_CLAIMS = 100;

/** The claims of a customer, newest first, at most a hundred of them. */
export function findClaims(app: App, customerId: string): Promise<RewardClaim[]> {
  return app.stores.claims.ofCustomer(customerId, MOST_CLAIMS);
}
