import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MoneyValue } from '../../format/money.ts';
import { formatCount } from '../../format/number.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { WalletTotals_WalletFragmentDoc } from '../../graphql/graphql.ts';
import type { TransactionKind, WalletTotals_WalletFragment } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segment } from '../../ui/segment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';
import styles from './wallet-totals.module.css';

type Period = 'month' | 'all';

/** Sums over this month or the wallet's whole life, each leading to the entries it counts. */
export function WalletTotals(props: { wallet: FragmentType<typeof WalletTotals_WalletFragmentDoc> }) {
  const wallet = readFragment(WalletTotals_WalletFragmentDoc, props.wallet);
  const { totals } = useWords(dashboardWords);
  const money = useMoneyText();
  const [period, setPeriod] = useState<Period>('month');
  const sums = period === 'all' ? allTime(wallet) : thisMonth(wallet);
  const dates = period === 'all' ? '' : 'dates=this-month';
  return (
    <Card title={totals.title} flush action={<PeriodChoice period={period} onChange={setPeriod} />}>
      <dl className={styles['totals']}>
        <Total
          icon="in"
          label={totals.earned}
          value={money(sums.added)}
          to={historyPath('type=credit', dates)}
        />
        <Total
          icon="out"
          label={totals.spent}
          value={money(sums.spent)}
          to={historyPath('type=debit', dates)}
        />
        <Total
          icon="back"
          label={totals.refunded}
          value={money(sums.refunded)}
          to={historyPath('type=refund', dates)}
        />
        <Total
          icon="history"
          label={totals.transactions}
          value={formatCount(sums.count)}
          to={historyPath('', dates)}
        />
      </dl>
    </Card>
  );
}

interface Sums {
  added: MoneyValue;
  spent: MoneyValue;
  refunded: MoneyValue;
  count: number;
}

function allTime(wallet: WalletTotals_WalletFragment): Sums {
  const { totalEarned, totalSpent, totalRefunded, transactionCount } = wallet;
  return { added: totalEarned, spent: totalSpent, refunded: totalRefunded, count: transactionCount };
}

/** The server leaves out what did not happen, which is nothing in the wallet's own currency. */
function thisMonth({ transactionSummary, totalEarned }: WalletTotals_WalletFragment): Sums {
  const totalOf = (kind: TransactionKind): MoneyValue =>
    transactionSummary.byKind.find((part) => part.kind === kind)?.total ?? {
      amount: '0.00',
      currencyCode: totalEarned.currencyCode,
    };
  const { count } = transactionSummary;
  return { added: totalOf('CREDIT'), spent: totalOf('DEBIT'), refunded: totalOf('REFUND'), count };
}

function historyPath(...parts: string[]): string {
  const query = parts.filter((part) => part !== '').join('&');
  return query === '' ? '/history' : `/history?${query}`;
}

export function WalletTotalsSkeleton() {
  const { totals } = useWords(dashboardWords);
  const value = <Skeleton width="5.5rem" />;
  return (
    <Card title={totals.title} flush busy action={<PeriodChoice period="month" />}>
      <dl className={styles['totals']}>
        <Total icon="in" label={totals.earned} value={value} />
        <Total icon="out" label={totals.spent} value={value} />
        <Total icon="back" label={totals.refunded} value={value} />
        <Total icon="history" label={totals.transactions} value={value} />
      </dl>
    </Card>
  );
}

/** Before there is anything to choose between it only holds its place. */
function PeriodChoice({ period, onChange }: { period: Period; onChange?: (period: Period) => void }) {
  const { totals } = useWords(dashboardWords);
  return (
    <div inert={onChange === undefined}>
      <Segment
        legend={totals.period}
        hideLegend
        value={period}
        options={[
          { value: 'month', label: totals.periods.month },
          { value: 'all', label: totals.periods.all },
        ]}
        onChange={(chosen) => onChange?.(chosen)}
      />
    </div>
  );
}

function Total({ icon, label, value, to }: { icon: IconName; label: string; value: ReactNode; to?: string }) {
  const { totals } = useWords(dashboardWords);
  return (
    <div className={styles['total']}>
      <dt>
        <Icon name={icon} size="xs" />
        {label}
      </dt>
      <dd>
        {to === undefined ? (
          value
        ) : (
          <Link to={to}>
            {value}
            <VisuallyHidden>{` – ${totals.see}`}</VisuallyHidden>
          </Link>
        )}
      </dd>
    </div>
  );
}
