import type { GiftStatus } from '../../../graphql/graphql.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { BadgeTone } from '../../../ui/badge.tsx';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import { useWords } from '../../../words/use-words.ts';
import { sendingWords } from './words/words.ts';

const LOOKS: Readonly<Record<GiftStatus, readonly [IconName, BadgeTone]>> = {
  UNPAID: ['hourglass', 'warn'],
  SCHEDULED: ['clock', 'brand'],
  SENT: ['check', 'brand'],
  CLAIMED: ['ok', 'ok'],
  UNCLAIMED: ['hourglass', 'warn'],
  RECALLED: ['back', 'neutral'],
  RETURNED: ['back', 'neutral'],
  EXPIRED: ['hourglass', 'neutral'],
};

export function StatusBadge({ status }: { status: GiftStatus }) {
  const { statuses } = useWords(sendingWords);
  const [icon, tone] = LOOKS[status];
  return (
    <Badge icon={icon} tone={tone}>
      {statuses[status]}
    </Badge>
  );
}
