import type { Actor } from './actor.ts';
import type { Instant } from './calendar.ts';

/*
 * What people of the shop do that is no entry of a journal (product rule 23): who, what, on what, before and after, why, when.
 * Acts are only ever added. There are three ways, and each writes the act with what it tells of or not at all:
 *
 * - A use case of the engine: `record(work, context, caller, { … })` of `services/record-act.ts`, in its `decide`. The act is
 *   written in the transaction of the batch.
 * - A transaction of one's own: `stores.acts.append([act], session)`.
 * - Something that changes nothing of ours, such as looking at a history, exporting it or signing in: `stores.acts.note([act])`,
 *   awaited before the answer is given.
 *
 * An act is made with `actOf(caller, { … })`. Its id says what happened, with `actId`: what happens once has one id, so that a
 * repeat is refused by the unique `_id` (the first two ways) or left out (the third). A new act is one line in `ACTS`.
 * What a customer does for itself is no act but to have a code shown, and neither is what the journal says: the audit log reads both.
 */

/** Every act by its name, with what happened in words. The names of operations, where there is one. */
export const ACTS = {
  createReward: 'Made a reward',
  updateReward: 'Changed a reward',
  setRewardStatus: 'Switched a reward on or off',
  createCampaign: 'Made a campaign',
  updateCampaign: 'Changed a campaign',
  setCampaignStatus: 'Started, paused or ended a campaign',
  makeVoucherCodes: 'Had codes made for a campaign',
  exportVoucherCodes: 'Exported the codes of a campaign',
  issueGiftCards: 'Issued gift cards',
  startGiftCardBatch: 'Wrote down a batch of gift cards',
  exportGiftCodes: 'Exported the codes of a batch of gift cards',
  cancelGiftCard: 'Cancelled a gift card',
  reissueGiftCard: 'Gave a gift card another code',
  showGiftCardCode: 'Had the code of a gift card shown that they had bought',
  saveCustomer: 'Saved what the shop knows of a customer',
  readCustomer: "Looked at a customer's name and how to reach them",
  takeReview: 'Took a payment to look at',
  creditReview: 'Credited a payment to a wallet after looking at it',
  refundReview: 'Had a payment refunded to where it came from',
  refundCheckout: 'Gave back an order that was paid with several means, or a part of it',
  refundTopUp: 'Sent a top-up back to where it was paid from, or a part of it',
  settleReview: 'Ended what was to be looked at of a payment, because the provider had settled it',
  dismissReview: 'Dismissed what was to be looked at of a payment',
  addWalletNote: 'Wrote a note on a wallet',
  askForApproval: 'Asked for something that another person has to approve',
  decideApproval: 'Decided on what another person had asked for',
  withdrawApproval: 'Took back what another person had been asked to approve',
  viewAsCustomer: 'Looked at the app as a customer sees it',
  startBulkCredit: 'Sent a file of credits',
  importCustomers: 'Sent a file of customers',
  resumeJob: 'Had the server begin with a file, or go on',
  pauseJob: 'Had the server pause with a file',
  stopJob: 'Stopped a file',
  readHistory: "Looked at a customer's history",
  exportHistory: "Exported a customer's history",
  exportBooks: 'Exported entries, wallets, gift cards, what is owed or the audit log, of everybody',
  exportFailedRows: 'Exported the rows of a file that failed',
  exportCustomer: 'Exported everything that is kept on a customer',
  eraseCustomer: 'Erased what is personal of a customer',
  signIn: 'Signed in',
  enrolFactor: 'Set up the second step of signing in',
  useRecoveryCode: 'Used a recovery code instead of the authenticator app',
  removeFactor: 'Switched off the second step of signing in',
  addAccount: 'Made an account',
  resetAccount: 'Took the password of an account away and gave out a link to choose another',
  disableAccount: 'Closed an account',
  resetFactor: 'Took the second step of signing in off an account',
} as const;

export type ActName = keyof typeof ACTS;

/** What an act was done to. */
export interface ActSubject {
  readonly kind:
    | 'ACCOUNT'
    | 'APPROVAL'
    | 'BULK_CREDIT'
    | 'CAMPAIGN'
    | 'CHECKOUT'
    | 'CUSTOMER'
    | 'GIFT_CARD'
    | 'JOB'
    | 'PAYMENT_REVIEW'
    | 'REWARD'
    | 'TOP_UP'
    | 'TRANSACTION'
    | 'WALLET';
  readonly id: string;
}

/** A field and what it said. */
export interface Note {
  readonly key: string;
  readonly value: string;
}

/** What somebody did. */
export interface Deed {
  /** Made with `actId`. */
  readonly id: string;
  readonly at: Instant;
  readonly act: ActName;
  readonly subject: ActSubject | null;
  /** The customer it concerns, if it does: `Customer.acts` shows it. A subject that is a customer need not be named twice. */
  readonly customerId?: string | null;
  /** Only the fields that differ, as `differences` finds them. */
  readonly before?: readonly Note[];
  readonly after?: readonly Note[];
  readonly reason?: string | null;
}

/** A deed, and who did it in which request. */
export interface Act extends Required<Deed> {
  readonly actor: Actor;
  readonly requestId: string;
}

/** The fields of something by name, as texts. A field without a value is null or left out. */
export type Facts = Readonly<Record<string, string | null>>;

/** In characters; a value is cut to it. No text of the API is longer. */
const LONGEST_VALUE = 2_000;

/** The act of somebody. */
export function actOf(
  { actor, requestId }: { readonly actor: Actor; readonly requestId: string },
  { customerId, before = [], after = [], reason = null, ...deed }: Deed,
): Act {
  const { subject } = deed;
  const concerned = customerId ?? (subject?.kind === 'CUSTOMER' ? subject.id : null);
  return { ...deed, customerId: concerned, before, after, reason, actor, requestId };
}

/** Names what happened once: the same parts are the same act. Ids of entries hold no slash, so no entry has this id. */
export function actId(act: ActName, ...parts: readonly (string | number)[]): string {
  return ['act', act, ...parts].join('/');
}

/** What differs between two states of something, or all of it where one of them is null. */
export function differences(before: Facts | null, after: Facts | null): Pick<Act, 'before' | 'after'> {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const changed = [...names].filter((name) => (before?.[name] ?? null) !== (after?.[name] ?? null));
  const of = (facts: Facts | null) =>
    changed.flatMap((key) => {
      const value = facts?.[key] || null;
      return value === null ? [] : [{ key, value: cut(value) }];
    });
  return { before: of(before), after: of(after) };
}

function cut(value: string): string {
  return value.length <= LONGEST_VALUE ? value : [...value].slice(0, LONGEST_VALUE).join('');
}
