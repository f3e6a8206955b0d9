import { bodyOf, hasRole, isRecord } from '../../session/auth-api.ts';
import type { Credentials, Role } from '../../session/auth-api.ts';

export interface DemoAccount extends Credentials {
  name: string;
  role: Role;
  blurb: string;
}

/** Whom the demo offers to sign in as; nobody where the server is not a demo. A production build leaves this out. */
export async function fetchDemoAccounts(fetch: typeof globalThis.fetch): Promise<DemoAccount[]> {
  const response = await fetch('/auth/demo-accounts', { credentials: 'same-origin' }).catch(() => null);
  const body = response?.ok === true ? await bodyOf(response) : [];
  return Array.isArray(body) ? body.filter(isDemoAccount) : [];
}

function isDemoAccount(value: unknown): value is DemoAccount {
  if (!isRecord(value) || !hasRole(value)) return false;
  return ['name', 'email', 'password', 'blurb'].every((key) => typeof value[key] === 'string');
}
