import type { GiftStatus } from '../../graphql/graphql.ts';
import type { GiftWords } from './words/en.ts';

/** Why a gift cannot be claimed; null where it can. */
export function endOf(status: GiftStatus): keyof GiftWords['ends'] | null {
  switch (status) {
    case 'SCHEDULED':
    case 'SENT':
    case 'UNCLAIMED':
      return null;
    case 'CLAIMED':
    case 'RECALLED':
    case 'RETURNED':
    case 'EXPIRED':
    case 'UNPAID':
      return status;
  }
}
