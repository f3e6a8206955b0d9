import type { JsonSchema } from './json-schema.ts';

/** What stands where somebody wrote something about a person who was erased. */
export const ERASED = 'Erased';

/** A text that may say something of a person. */
export interface PersonalText {
  /** Within its document, through lists as well. */
  readonly path: string;
  /** What stands there afterwards: a link or a phone number would be no less wrong for being called erased. */
  readonly becomes: typeof ERASED | null;
}

const words = (...paths: readonly string[]): PersonalText[] =>
  paths.map((path) => ({ path, becomes: ERASED }));
const gone = (...paths: readonly string[]): PersonalText[] => paths.map((path) => ({ path, becomes: null }));

/**
 * Every text of every collection that people write about a customer, or that says how to reach one (decision 43). Ids, codes,
 * amounts and dates are not among them: the books need those. `tests/architecture` goes through the validators of all
 * collections and asks of each text in them whether it is here or known to be no such text.
 */
export const PERSONAL_TEXTS = {
  customers: [...words('name'), ...gone('email', 'phone', 'language', 'searchKeys')],
  accounts: [
    ...words('name', 'email', 'passwordHash'),
    ...gone('deviceKey', 'linkHash', 'secondFactor.sealedSecret', 'secondFactor.recoveryHashes'),
    ...gone('pendingFactor.sealedSecret'),
  ],
  // The documents themselves go: a session of somebody erased has ended.
  sessions: gone('device'),
  customer_wallets: words('statusReason'),
  wallet_transactions: words('reason', 'origin.reference'),
  gift_card_entries: words('reason'),
  gifts: [...words('fromName'), ...gone('toEmail', 'message')],
  top_ups: [...words('note', 'failureReason'), ...gone('checkoutUrl', 'upiIntent')],
  checkouts: words('ending.reason', 'refunds.reason'),
  payment_events: words('report.reason', 'problem'),
  payment_reviews: words('ending.reason'),
  approvals: words('reason', 'ending.note', 'rows.reason', 'rows.reference'),
  // The cells of a row go as a whole: `PersonStore`.
  job_parts: gone('rows.cells'),
  acts: words('before.value', 'after.value', 'reason'),
} as const satisfies Readonly<Record<string, readonly PersonalText[]>>;

/** The places of texts in the documents of a collection, by its validator; words of a closed list are none. */
export function textPathsOf(schema: JsonSchema, path = ''): string[] {
  const { bsonType, properties, items } = schema;
  if (properties) {
    return Object.entries(properties).flatMap(([name, inner]) =>
      textPathsOf(inner as JsonSchema, path ? `${path}.${name}` : name),
    );
  }
  if (items) return textPathsOf(items as JsonSchema, path);
  return [bsonType].flat().includes('string') ? [path] : [];
}
