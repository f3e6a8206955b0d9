import type { WalletStatus } from '../../graphql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import type { BadgeTone } from '../../ui/badge.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { STATUSES } from './vocabulary.ts';

const LOOK: Record<WalletStatus, { icon: IconName; tone: BadgeTone }> = {
  ACTIVE: { icon: 'ok', tone: 'ok' },
  FROZEN: { icon: 'snow', tone: 'warn' },
  SUSPENDED: { icon: 'ban', tone: 'bad' },
};

export function StatusBadge({ status }: { status: WalletStatus }) {
  return <Badge {...LOOK[status]}>{STATUSES[status]}</Badge>;
}
