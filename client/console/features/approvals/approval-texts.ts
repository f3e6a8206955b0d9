import { formatMoney } from '../../../format/money.ts';
import type { ApprovalRow_ApprovalFragment, ApprovalStatus } from '../../../graphql/graphql.ts';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import type { StateTone } from '../../parts/state.tsx';
import { approvalsWords as words } from './words.ts';

/** What these texts need of an approval. */
type Row = Pick<ApprovalRow_ApprovalFragment, 'act' | 'amount'> & {
  bulk: { rows: number } | null;
  order: { orderId: string } | null;
  wallet: { customer: { name: string } } | null;
};

export const statusLooks: Record<ApprovalStatus, { icon: IconName; tone: StateTone }> = {
  PENDING: { icon: 'clock', tone: 'neutral' },
  CHANGED: { icon: 'refresh', tone: 'warn' },
  APPROVED: { icon: 'ok', tone: 'ok' },
  REFUSED: { icon: 'ban', tone: 'bad' },
  WITHDRAWN: { icon: 'back', tone: 'neutral' },
  EXPIRED: { icon: 'hourglass', tone: 'neutral' },
};

export function whoseName({ act, bulk, wallet }: Pick<Row, 'bulk' | 'wallet'> & { act: string }): string {
  if (bulk !== null) return words.inbox.rows(bulk.rows);
  // A payment may be given back without anybody knowing whose it was.
  if (act === 'refundReview') return wallet?.customer.name ?? words.inbox.payerUnknown;
  return wallet?.customer.name ?? words.inbox.nobodyKnown;
}

/** "add ₹500.00 to Asha Rao". */
export function sentenceOf(row: Row): string {
  const say = words.sentences[row.act];
  const amount = row.amount === null ? '' : formatMoney(row.amount);
  const whose = whoseName(row);
  if (row.order !== null) return words.ofOrder(amount, row.order.orderId, whose);
  return say === undefined ? `${row.act} ${amount}, ${whose}` : say(amount, whose);
}

/** The same at the beginning of a line. */
export function titleOf(row: Row): string {
  return capital(sentenceOf(row));
}

/** As it stands at the beginning of a sentence. */
export function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`;
}

export function approvalPath(id: string): string {
  return `/admin/approvals/${encodeURIComponent(id)}`;
}

export function isWaiting(status: ApprovalStatus): boolean {
  return status === 'PENDING' || status === 'CHANGED';
}

/** Names what is shown of an approval: a fresh preview has another. Null where there is none. */
export function seqOf({ preview, bulk, order }: Previewed): number | null {
  return (preview ?? bulk ?? order)?.quote.seq ?? null;
}

interface Previewed {
  preview: { quote: { seq: number } } | null;
  bulk: { quote: { seq: number } } | null;
  order: { quote: { seq: number } } | null;
}
