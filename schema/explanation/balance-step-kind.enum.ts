import { registerEnumType } from 'type-graphql';

export const BalanceStepKind = {
  ADDED: 'ADDED',
  REFUNDED: 'REFUNDED',
  SPENT: 'SPENT',
  EXPIRED: 'EXPIRED',
  TAKEN_BACK: 'TAKEN_BACK',
  HELD: 'HELD',
} as const;
export type BalanceStepKind = keyof typeof BalanceStepKind;

registerEnumType(BalanceStepKind, {
  name: 'BalanceStepKind',
  description: 'A way in which money comes to a wallet or leaves it.',
  valuesConfig: {
    ADDED: { description: 'Credits were added, bought or given.' },
    REFUNDED: { description: 'Debits were refunded.' },
    SPENT: { description: 'Orders were paid.' },
    EXPIRED: { description: 'Credits expired.' },
    TAKEN_BACK: { description: 'Credits were reversed.' },
    HELD: { description: 'Credits are set aside by open holds. Counts the holds that were ever placed.' },
  },
});
