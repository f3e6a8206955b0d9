import type { Person } from './fake-shop.ts';
import type { Story } from './sample-wallet.ts';
import { asha } from './stories.ts';

export function customer(story: Story | null = asha): Person {
  return {
    id: 'account-asha',
    role: 'CUSTOMER',
    name: 'Asha Rao',
    email: 'asha@example.in',
    password: 'early-bird-asha',
    blurb: 'Balance and history',
    // What happens in one test stays there.
    story: structuredClone(story),
  };
}

export const staff: Person = {
  id: 'account-ravi',
  role: 'STAFF',
  name: 'Ravi Kumar',
  email: 'ravi@example.in',
  password: 'early-bird-ravi',
  blurb: 'Find a wallet, refund',
  story: null,
};

export const admin: Person = {
  id: 'account-meera',
  role: 'ADMIN',
  name: 'Meera Iyer',
  email: 'meera@example.in',
  password: 'early-bird-meera',
  blurb: 'All of that, and credits',
  story: null,
};
