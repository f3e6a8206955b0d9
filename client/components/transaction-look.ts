import type { TransactionKind } from '../graphql/graphql.ts';
import type { Tone } from '../ui/disc.tsx';
import type { IconName } from '../ui/icon-shapes.tsx';

/** Colour and drawing of each kind; the word and the sign always stand beside them. */
export const transactionLook: Record<TransactionKind, { icon: IconName; tone: Tone }> = {
  CREDIT: { icon: 'in', tone: 'credit' },
  DEBIT: { icon: 'out', tone: 'debit' },
  REFUND: { icon: 'back', tone: 'refund' },
  EXPIRY: { icon: 'hourglass', tone: 'neutral' },
};
