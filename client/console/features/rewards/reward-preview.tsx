import { formatDate } from '../../../format/date.ts';
import { isDay, startOfDay } from '../../../format/day-range.ts';
import { formatMoney } from '../../../format/money.ts';
import { times } from '../../../format/sum.ts';
import { typedAmount } from '../../../format/typed-amount.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { Meter } from '../../../ui/meter.tsx';
import text from '../../../ui/text.module.css';
import type { Draft } from './draft.ts';
import { rewardsWords as words } from './words.ts';
import styles from './rewards.module.css';

const { page } = words;

const NOTHING = { amount: '0.00', currencyCode: 'INR' };

/** The card that a customer would see of what is typed. */
export function RewardPreview({ draft, used }: { draft: Draft; used: number }) {
  const now = useClock()();
  const amount = formatMoney(typedAmount(draft.amount) ?? NOTHING);
  const minimum = typedAmount(draft.minimum);
  const maxUses = usesOf(draft);
  const begins = isDay(draft.from) ? startOfDay(draft.from) : null;
  const claimed = words.used(used, maxUses);
  return (
    <Card title={page.preview}>
      <p className={text['note']}>{page.previewHint}</p>
      <div className={styles['frame']}>
        <article className={styles['card']} aria-label={draft.name || page.newTitle}>
          <div className={styles['top']}>
            <p className={styles['amount']}>{amount}</p>
            {begins !== null && Date.parse(begins) > now ? (
              <Badge icon="calendar" tone="neutral">
                {page.fromDay(formatDate(begins))}
              </Badge>
            ) : (
              <Badge icon="gift" tone="brand">
                {page.yours}
              </Badge>
            )}
          </div>
          <p className={styles['name']}>{draft.name || page.newTitle}</p>
          <p className={text['note']}>{draft.description}</p>
          <p className={text['note']}>
            {minimum === null ? words.noMinimum : words.minimum(formatMoney(minimum))}
          </p>
          <p className={styles['usage']}>
            <span>{claimed}</span>
            <span>
              {isDay(draft.until) ? page.untilDay(formatDate(startOfDay(draft.until))) : page.noEnd}
            </span>
          </p>
          {maxUses !== null && (
            <Meter label={words.usedLabel} text={claimed} share={Math.min(1, used / maxUses)} />
          )}
          {/* A picture of the button: here it claims nothing. */}
          <p className={styles['claim']}>{page.claim(amount)}</p>
        </article>
      </div>
    </Card>
  );
}

/** What it has cost, and what it will have at most. */
export function RewardCost({ draft, used }: { draft: Draft; used: number }) {
  const amount = typedAmount(draft.amount);
  const maxUses = usesOf(draft);
  if (amount === null) return null;
  return (
    <Card title={page.cost}>
      <Facts>
        <Fact name={page.soFar}>{formatMoney(times(amount, used))}</Fact>
        {maxUses !== null && <Fact name={page.ifAll(maxUses)}>{formatMoney(times(amount, maxUses))}</Fact>}
      </Facts>
      {maxUses === null && <p className={text['note']}>{page.noLimit}</p>}
    </Card>
  );
}

function usesOf({ maxUses }: Draft): number | null {
  return /^[1-9]\d{0,8}$/.test(maxUses) ? Number(maxUses) : null;
}
