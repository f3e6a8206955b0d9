import type { GiftCardStatus, TopUpStatus } from '../../../graphql/graphql.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { BadgeTone } from '../../../ui/badge.tsx';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import { useWords } from '../../../words/use-words.ts';
import { buyingWords } from './words/words.ts';

const LOOKS: Readonly<Record<GiftCardStatus, readonly [IconName, BadgeTone]>> = {
  ACTIVE: ['ok', 'ok'],
  PART_USED: ['card', 'brand'],
  USED: ['check', 'neutral'],
  CLAIMED: ['check', 'neutral'],
  CANCELLED: ['ban', 'neutral'],
  EXPIRED: ['hourglass', 'neutral'],
};

export interface CardBadgeProps {
  payment: { status: TopUpStatus };
  giftCard: { status: GiftCardStatus; isStopped: boolean } | null;
}

/** How it stands with a card that was bought, or with the payment that is to make it. */
export function CardBadge({ payment, giftCard }: CardBadgeProps) {
  const { statuses, stopped, notPaid, confirming } = useWords(buyingWords);
  if (giftCard === null) {
    const isUnderWay = payment.status === 'CONFIRMING' || payment.status === 'SETTLED';
    return (
      <Badge icon="hourglass" tone="warn">
        {isUnderWay ? confirming : notPaid}
      </Badge>
    );
  }
  if (giftCard.isStopped) {
    return (
      <Badge icon="ban" tone="warn">
        {stopped}
      </Badge>
    );
  }
  const [icon, tone] = LOOKS[giftCard.status];
  return (
    <Badge icon={icon} tone={tone}>
      {statuses[giftCard.status]}
    </Badge>
  );
}
