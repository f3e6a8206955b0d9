import type { TransactionKind } from '../../graphql/graphql.ts';
import type { Tone } from '../../ui/disc.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';

/** What the app can name. A tab that is open while the shop learns a new kind shows that kind as OTHER. */
export type ShownKind = TransactionKind | 'OTHER';

/** Colour and drawing of each kind; the word and the sign always stand beside them. */
export const transactionLook: Record<ShownKind, { icon: IconName; tone: Tone }> = {
  CREDIT: { icon: 'in', tone: 'credit' },
  DEBIT: { icon: 'out', tone: 'debit' },
  REFUND: { icon: 'back', tone: 'refund' },
  EXPIRY: { icon: 'hourglass', tone: 'neutral' },
  REVERSAL: { icon: 'reverse', tone: 'neutral' },
  HOLD: { icon: 'clock', tone: 'neutral' },
  RELEASE: { icon: 'back', tone: 'neutral' },
  OTHER: { icon: 'history', tone: 'neutral' },
};

export function shownKind(kind: string): ShownKind {
  return Object.hasOwn(transactionLook, kind) ? (kind as ShownKind) : 'OTHER';
}
