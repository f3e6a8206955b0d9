import { registerEnumType } from 'type-graphql';

export const WalletOrder = { NEWEST_FIRST: 'NEWEST_FIRST', OLDEST_FIRST: 'OLDEST_FIRST' } as const;
export type WalletOrder = keyof typeof WalletOrder;

registerEnumType(WalletOrder, {
  name: 'WalletOrder',
  description:
    'In which order wallets are listed; with `search`, that of their customers. A cursor of one order is none of another.',
  valuesConfig: {
    NEWEST_FIRST: { description: 'From the one that was opened last.' },
    OLDEST_FIRST: { description: 'From the one that was opened first.' },
  },
});
