import { registerEnumType } from 'type-graphql';

export const WalletStatus = { ACTIVE: 'ACTIVE', FROZEN: 'FROZEN', SUSPENDED: 'SUSPENDED' } as const;
export type WalletStatus = keyof typeof WalletStatus;

registerEnumType(WalletStatus, {
  name: 'WalletStatus',
  description: 'Whether a wallet can be used. Refunds land and expiries run in every status.',
  valuesConfig: {
    ACTIVE: { description: 'In use: it can spend and receive credits.' },
    FROZEN: { description: 'Stopped by staff for a while: it neither spends nor receives grants.' },
    SUSPENDED: { description: 'Stopped by an admin, and only an admin can lift it.' },
  },
});
