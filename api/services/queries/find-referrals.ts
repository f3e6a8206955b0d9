import type { Referral } from '../../domain/referral.ts';
import type { App } from '../app.ts';

const MOST_REFERRALS = 100;

/** Those whom a customer has brought, newest first, at most a hundred of them. */
export function findReferrals(app: App, referrerId: string): Promise<Referral[]> {
  return app.stores.referrals.byReferrer(referrerId, MOST_REFERRALS);
}
