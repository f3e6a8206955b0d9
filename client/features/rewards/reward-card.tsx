import type { ReactNode } from 'react';
import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import type { RewardCard_RewardFragment } from '../../graphql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import type { BadgeTone } from '../../ui/badge.tsx';
import { classes } from '../../ui/classes.ts';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { Meter } from '../../ui/meter.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { rewardsWords } from './words/words.ts';
import styles from './rewards.module.css';

export interface RewardCardProps {
  reward: RewardCard_RewardFragment;
  badge: { icon: IconName; tone: BadgeTone; text: string };
  /** Cannot be claimed: the card steps back. */
  off?: boolean;
  /** What stands under the name instead of the shop's description. */
  text?: string;
  /** The order that opens it, with how far the customer has come. */
  progress?: ReactNode;
  children?: ReactNode;
}

/** What a reward brings, until when, and how many have had it. */
export function RewardCard({ reward, badge, off = false, text, progress, children }: RewardCardProps) {
  const money = useMoneyText();
  return (
    <li className={classes(styles['card'], off && styles['off'])}>
      <div className={styles['top']}>
        <p className={styles['amount']}>{money(reward.creditAmount)}</p>
        <Badge icon={badge.icon} tone={badge.tone}>
          {badge.text}
        </Badge>
      </div>
      <div>
        <h2>{reward.name}</h2>
        <p className={styles['text']}>{text ?? reward.description}</p>
        <Condition reward={reward} />
      </div>
      <Usage reward={reward} quiet={off} />
      {progress}
      <div className={styles['foot']}>{children}</div>
    </li>
  );
}

function Condition({ reward }: { reward: RewardCard_RewardFragment }) {
  const { rewards } = useWords(rewardsWords);
  const { minPurchaseAmount } = reward;
  return (
    <p className={styles['text']}>
      {minPurchaseAmount === null ? rewards.noMinimum : rewards.minimum(formatMoney(minPurchaseAmount))}
    </p>
  );
}

function Usage({ reward, quiet }: { reward: RewardCard_RewardFragment; quiet: boolean }) {
  const { rewards } = useWords(rewardsWords);
  const { maxUses, totalUses, validUntil } = reward;
  const words = rewards.used(totalUses, maxUses);
  return (
    <div className={styles['usage']}>
      <p>
        <span>{words}</span>
        <span>{validUntil === null ? rewards.noEnd : rewards.until(formatDate(validUntil))}</span>
      </p>
      {maxUses !== null && maxUses > 0 && (
        <Meter
          label={rewards.usedLabel}
          text={words}
          share={Math.min(1, totalUses / maxUses)}
          quiet={quiet}
        />
      )}
    </div>
  );
}
