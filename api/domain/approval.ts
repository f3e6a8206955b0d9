import type { ActSubject } from './act.ts';
import type { Actor } from './actor.ts';
import { addDays, type Instant } from './calendar.ts';
import type { BulkMode } from './bulk-credit.ts';
import type { CheckoutSplit } from './checkout.ts';
import { splitAmount } from './checkout-refund.ts';
import { hasRoom } from './kept-keys.ts';
import type { Paise } from './money.ts';
import { LIMITED_ACTS, type LimitedAct, type Policy } from './policy.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import type { ChangePreview } from './wallet/change-preview.ts';
import type { CreditSource } from './wallet/lots.ts';

/** The acts that another person may be asked for. */
export const APPROVAL_ACTS = [...LIMITED_ACTS, 'refundCheckout'] as const;
export type ApprovalAct = (typeof APPROVAL_ACTS)[number];

/** PENDING and CHANGED wait for somebody; all others are ends. It is EXPIRED from its last instant on, without being written so. */
export const APPROVAL_STATUSES = [
  'PENDING',
  'CHANGED',
  'APPROVED',
  'REFUSED',
  'WITHDRAWN',
  'EXPIRED',
] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

/** A key under which something was decided about an approval. */
export interface DecidedKey {
  readonly key: string;
  readonly intent: string;
  readonly at: Instant;
  /** Whether it found that the preview no longer held, and so decided nothing. */
  readonly foundChanged: boolean;
}

/** What a bulk credit would do. */
export interface BulkPreview {
  /** Counts the previews of one approval: which of them somebody has seen. */
  readonly seq: number;
  readonly rows: number;
  /** How many of them would be credited, and what they come to in paise. */
  readonly credited: number;
  readonly total: Paise;
  readonly refused: number;
  /** Which rows would be refused; of a file, its job tells. */
  readonly refusals: readonly { readonly row: number; readonly code: RefusalCode }[];
  readonly mode: BulkMode;
  /** The file that it was read from; null where rows were sent as such. */
  readonly file: { readonly name: string; readonly hash: string } | null;
}

/** What giving an order back would do. */
export interface OrderPreview {
  /** Counts the previews of one approval: which of them somebody has seen. */
  readonly seq: number;
  readonly orderId: string;
  /** What had gone back of it before, in paise. */
  readonly refunded: Paise;
  readonly split: CheckoutSplit;
}

/** What an act that waits would do. */
export type Preview = ChangePreview | BulkPreview | OrderPreview;

/** A row of a bulk credit that waits, with the entry that it makes. */
export interface KeptRow {
  readonly customerId: string;
  readonly amount: Paise;
  readonly source: CreditSource;
  readonly reason: string;
  readonly expiresAt: Instant | null;
  readonly reference: string | null;
  readonly entryId: string;
  readonly intent: string;
}

/** An act above the limit of whoever asked for it, which another person decides on (product rule 22). */
export interface Approval {
  /** The id of the entry or the bulk credit that the act makes, or of a review or a checkout and a key: one for each key. */
  readonly id: string;
  /** The guard of every write. */
  readonly version: number;
  readonly act: ApprovalAct;
  readonly status: Exclude<ApprovalStatus, 'EXPIRED'>;
  /** Null where it is about many wallets. */
  readonly walletId: string | null;
  readonly subject: ActSubject;
  /** What was asked for, as the act takes it, but for the reason and the key. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Fingerprint of the whole input, under which the entry is written. */
  readonly intent: string;
  /** In paise. */
  readonly amount: Paise;
  readonly reason: string;
  /** What was shown last to whoever decides; null where it changes no wallet. */
  readonly preview: Preview | null;
  /** Of a bulk credit, as long as it waits. Lists of approvals come without them. */
  readonly rows: readonly KeptRow[] | null;
  readonly requestedBy: Actor;
  readonly requestId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly ending: { readonly by: Actor; readonly at: Instant; readonly note: string | null } | null;
  readonly keys: readonly DecidedKey[];
}

/** Which approval of a subject and act is open, so that there is only one. */
export interface ApprovalSlot {
  readonly id: string;
  readonly version: number;
  /** Null once it has ended. */
  readonly approvalId: string | null;
  readonly since: Instant;
  readonly expiresAt: Instant;
}

/** What is asked for, by whom and when. */
export type Asked = Omit<Approval, 'version' | 'status' | 'expiresAt' | 'ending' | 'keys'>;

/** An approval that waits for somebody. */
export function askedFor(asked: Asked, { approvals }: Policy): Approval {
  const expiresAt = addDays(asked.createdAt, approvals.days);
  return { ...asked, version: 1, status: 'PENDING', expiresAt, ending: null, keys: [] };
}

/** Under whose limit an act counts: an order that goes back counts as its credits would (decision 123). */
export function limitedAs(act: ApprovalAct): LimitedAct {
  return act === 'refundCheckout' ? 'refundCredits' : act;
}

/** Names what one approval at a time is for. */
export function slotId({ act, subject }: Pick<Approval, 'act' | 'subject'>): string {
  return `${act}:${subject.id}`;
}

export function statusOf({ status, expiresAt }: Approval, now: Instant): ApprovalStatus {
  return (status === 'PENDING' || status === 'CHANGED') && expiresAt <= now ? 'EXPIRED' : status;
}

/** Whether it still waits for somebody. */
export function isOpen(approval: Approval, now: Instant): boolean {
  const status = statusOf(approval, now);
  return status === 'PENDING' || status === 'CHANGED';
}

/** Whether this person may decide on it now: another admin than the one who asked. */
export function mayDecide(approval: Approval, actor: Actor, now: Instant): boolean {
  return mustBeDecidable(approval, actor, now) === null && actor.role === 'ADMIN';
}

/** Who asks never decides (product rule 22). */
export function mustBeDecidable(approval: Approval, actor: Actor, now: Instant): Refusal | null {
  if (!isOpen(approval, now))
    return { code: 'APPROVAL_ENDED', since: approval.ending?.at ?? approval.expiresAt };
  return actor.id === approval.requestedBy.id ? { code: 'APPROVAL_OWN' } : null;
}

/** Only who asked takes it back. */
export function mustBeWithdrawable(approval: Approval, actor: Actor, now: Instant): Refusal | null {
  if (!isOpen(approval, now))
    return { code: 'APPROVAL_ENDED', since: approval.ending?.at ?? approval.expiresAt };
  return actor.id === approval.requestedBy.id ? null : { code: 'APPROVAL_NOT_YOURS' };
}

/** The approval once it has ended, a version on. */
export function ended(
  approval: Approval,
  status: 'APPROVED' | 'REFUSED' | 'WITHDRAWN',
  ending: NonNullable<Approval['ending']>,
): Approval {
  return { ...approval, version: approval.version + 1, status, ending, rows: null };
}

/** The approval once its preview no longer held: it waits on, with a fresh one. */
export function changed(approval: Approval, preview: Preview | null): Approval {
  const amount = preview === null ? approval.amount : amountIn(preview, approval.amount);
  return { ...approval, version: approval.version + 1, status: 'CHANGED', preview, amount };
}

/** As many keys are kept with an approval. */
export const MOST_KEYS_OF_APPROVAL = 100;

/** Whether it can be written down once more that it has changed: one key is left for its end, whatever was tried before. */
export function mayChange({ keys }: Approval): boolean {
  return hasRoom(keys, MOST_KEYS_OF_APPROVAL, { leaving: 1 });
}

/** The approval with a key that was used on it. */
export function withKey(approval: Approval, used: DecidedKey): Approval {
  return { ...approval, keys: [...approval.keys, used] };
}

/** How much an act is about, in paise, where its preview says that; else as much as before. */
function amountIn(preview: Preview, before: Paise): Paise {
  if (isOfBulk(preview)) return preview.total;
  return isOfOrder(preview) ? splitAmount(preview.split) : before;
}

/**
 * Whether an act still does what was shown: to the same rows of a list, by the same ways of an order, or to the same credits, by the same amounts, until the same days, from the same status
 * to the same tier. That the balance is another because of something else makes no difference to it.
 */
export function isSameChange(a: Preview | null, b: Preview | null): boolean {
  if (!a || !b) return a === b;
  return effectOf(a) === effectOf(b);
}

export function isOfBulk(preview: Preview): preview is BulkPreview {
  return 'rows' in preview;
}

export function isOfOrder(preview: Preview): preview is OrderPreview {
  return 'split' in preview;
}

export function isOfWallet(preview: Preview): preview is ChangePreview {
  return 'lots' in preview;
}

/** The preview of an approval that is about one wallet. */
export function changeIn({ id, preview }: Approval): ChangePreview {
  if (!preview || !isOfWallet(preview)) throw new Error(`Approval ${id} is not about one wallet.`);
  return preview;
}

function effectOf(preview: Preview): string {
  if (isOfBulk(preview)) return JSON.stringify([preview.rows, `${preview.total}`, preview.refusals]);
  if (isOfOrder(preview)) {
    const { toSource, toCards, toWallet } = preview.split;
    return JSON.stringify([
      `${toSource}`,
      toCards.map(({ cardId, amount, into }) => [cardId, `${amount}`, into]),
      `${toWallet}`,
    ]);
  }
  const { before, after, seq, lots } = preview;
  const changes = lots.map(({ creditSeq, before: held, after: left, ...dates }) => {
    // A credit that the act itself makes has another place in another journal.
    const credit = creditSeq === seq + 1 ? 'NEW' : creditSeq;
    return [credit, `${left - held}`, dates.expiresAtBefore, dates.expiresAtAfter];
  });
  return JSON.stringify([before.status, after.status, after.tier, changes]);
}
