import type { WalletDashboardQuery } from '../../graphql/graphql.ts';

/** A wallet, and what is known around it. */
export interface WalletState {
  data: WalletDashboardQuery;
  wallet: NonNullable<WalletDashboardQuery['viewer']['wallet']>;
  updatedAt: number | null;
}
