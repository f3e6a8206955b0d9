import { permissions } from '../../permissions/permissions.ts';

/** A rule of the permissions as far as it says what it is: by its name, or by what it is made of. */
interface Named {
  readonly name?: string;
  getRules?(): readonly Named[];
}

/** Whom each rule lets in, in words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  anybody: ['anybody, signed in or not'],
  isSignedIn: ['customers', 'staff', 'admins'],
  isCustomer: ['customers, for themselves'],
  isStaff: ['staff', 'admins'],
  isAdmin: ['admins'],
  actsForThemselves: ['customers, for themselves'],
  mayReadWallet: ['customers, their own', 'staff', 'admins'],
  mayReadTransaction: ['customers, their own', 'staff', 'admins'],
  mayReadCheckout: ['customers, their own', 'staff', 'admins'],
  mayReadTopUp: ['customers, their own', 'staff', 'admins'],
  'isStaff and setsStatusOfStaff': ['staff, FROZEN and ACTIVE only'],
};

const ORDER = ['customers', 'staff', 'admins'];

/** Who may call a root field, as the permissions have it. */
export function whoMayCall(root: 'Query' | 'Mutation', field: string): string {
  const rule = permissions[root][field];
  if (!rule) throw new Error(`${root}.${field} has no permission, so nobody may call it.`);
  const place = (words: string) => ORDER.findIndex((who) => words.startsWith(who));
  return [...new Set(wordsOf(rule as Named))].sort((a, b) => place(a) - place(b)).join('; ');
}

function wordsOf(rule: Named): readonly string[] {
  const parts = rule.getRules?.();
  if (parts && rule.constructor.name === 'RuleOr') return parts.flatMap(wordsOf);
  const name = parts ? parts.map((part) => part.name).join(' and ') : rule.name;
  const words = WORDS[name ?? ''];
  if (!words) throw new Error(`Say in who-may-call.ts whom the rule "${name}" lets in.`);
  return words;
}
