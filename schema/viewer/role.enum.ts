import { registerEnumType } from 'type-graphql';

export const Role = { CUSTOMER: 'CUSTOMER', STAFF: 'STAFF', ADMIN: 'ADMIN' } as const;
export type Role = keyof typeof Role;

registerEnumType(Role, {
  name: 'Role',
  description: 'What a person may do here.',
  valuesConfig: {
    CUSTOMER: { description: 'A customer of the shop: sees and spends the own wallet.' },
    STAFF: { description: 'Customer support: sees all wallets, deducts, refunds, freezes and unfreezes.' },
    ADMIN: {
      description: 'Runs the programme: all that staff may, and grants credits and suspends wallets.',
    },
  },
});
