import type { ActSubject } from '../domain/act.ts';
import { globalId, localId, type TypeName } from './global-id.ts';

const TYPES: { readonly [K in ActSubject['kind']]: TypeName } = {
  ACCOUNT: 'Account',
  APPROVAL: 'Approval',
  BULK_CREDIT: 'BulkCredit',
  CAMPAIGN: 'Campaign',
  CHECKOUT: 'Checkout',
  GIFT_CARD: 'GiftCard',
  JOB: 'Job',
  CUSTOMER: 'Customer',
  PAYMENT_REVIEW: 'PaymentReview',
  REWARD: 'Reward',
  TOP_UP: 'TopUp',
  TRANSACTION: 'Transaction',
  WALLET: 'Wallet',
};

/** What an act was done to, as the API names it. */
export function subjectIdOf({ kind, id }: ActSubject): string {
  return globalId(TYPES[kind], id);
}

/** What is no customer's, or has acts of its own. */
const NAMED = [
  ['REWARD', 'Reward'],
  ['CAMPAIGN', 'Campaign'],
  ['CHECKOUT', 'Checkout'],
  ['TOP_UP', 'TopUp'],
  ['PAYMENT_REVIEW', 'PaymentReview'],
  ['ACCOUNT', 'Account'],
  ['APPROVAL', 'Approval'],
  ['JOB', 'Job'],
  ['GIFT_CARD', 'GiftCard'],
] as const;

/** What an id stands for. A wallet is its customer's, and so is an id that was not made here: the shop's own. */
export function subjectOf(id: string): ActSubject {
  for (const [kind, type] of NAMED) {
    const named = localId(type, id);
    if (named !== null) return { kind, id: named };
  }
  return { kind: 'CUSTOMER', id: localId('Customer', id) ?? localId('Wallet', id) ?? id };
}
