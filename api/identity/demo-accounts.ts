import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar.ts';
import type { AccountStore } from '../persistence/stores/account.store.ts';
import { hashPublicPassword } from './password.ts';
import type { PrincipalRole } from './principal.ts';

export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly role: PrincipalRole;
  readonly email: string;
  readonly password: string;
  readonly blurb: string;
}

/** People to sign in as in a demo. Their passwords are no secret, which is why a production server refuses to know them. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    id: 'cus_asha',
    name: 'Asha',
    role: 'CUSTOMER',
    email: 'asha@example.com',
    password: 'early-bird-asha',
    blurb: 'Balance, history, rewards, top-up',
  },
  {
    id: 'staff_ravi',
    name: 'Ravi',
    role: 'STAFF',
    email: 'ravi@example.com',
    password: 'early-bird-ravi',
    blurb: 'Find a wallet, refund, freeze',
  },
  {
    id: 'admin_meera',
    name: 'Meera',
    role: 'ADMIN',
    email: 'meera@example.com',
    password: 'early-bird-meera',
    blurb: 'All of that, bulk credits, analytics',
  },
  {
    id: 'staff_sita',
    name: 'Sita',
    role: 'STAFF',
    email: 'sita@example.com',
    password: 'early-bird-sita',
    blurb: 'Sees what Ravi is working on',
  },
  {
    id: 'admin_leela',
    name: 'Leela',
    role: 'ADMIN',
    email: 'leela@example.com',
    password: 'early-bird-leela',
    blurb: 'Approves what others may not do alone',
  },
];

/**
 * Makes sure that the demo's people can sign in as announced. A start only compares salts, which are made from these public
 * passwords for that reason.
 */
export async function saveDemoAccounts(accounts: AccountStore, now: Instant): Promise<void> {
  for (const { password, blurb: _blurb, ...account } of DEMO_ACCOUNTS) {
    const salt = createHash('sha256').update(password).digest().subarray(0, 16);
    const present = await accounts.byId(account.id);
    const isCurrent =
      present?.madeFor === 'DEMO' &&
      present.email === account.email &&
      // Whoever played with one took it along; the next one signs in with the password alone.
      present.secondFactor === null &&
      present.passwordHash.includes(`$${salt.toString('base64url')}$`);
    if (isCurrent) continue;
    const passwordHash = await hashPublicPassword(password, salt);
    await accounts.save({ ...account, passwordHash, madeFor: 'DEMO' }, now);
  }
}

/** The address of somebody whose password anyone can read; null when the database knows no such person. */
export function anybodyOfDemo(accounts: AccountStore): Promise<string | null> {
  return accounts.anyOfDemo(DEMO_ACCOUNTS.map(({ email }) => email));
}
