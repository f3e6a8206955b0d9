import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../format/number.ts';
import { WalletTotals_WalletFragmentDoc } from '../graphql/graphql.ts';
import { readFragment } from '../graphql/fragment-masking.ts';
import type { FragmentType } from '../graphql/fragment-masking.ts';
import { useMessages } from '../messages/messages.tsx';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-shapes.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useMoneyText } from './use-money-text.ts';
import styles from './wallet-totals.module.css';

/** Sums over the wallet's whole life, each leading to the entries it counts. */
export function WalletTotals(props: { wallet: FragmentType<typeof WalletTotals_WalletFragmentDoc> }) {
  const wallet = readFragment(WalletTotals_WalletFragmentDoc, props.wallet);
  const { totals } = useMessages();
  const money = useMoneyText();
  return (
    <Card title={totals.title} flush>
      <dl className={styles['totals']}>
        <Total icon="in" label={totals.earned} value={money(wallet.totalEarned)} to="/history?type=credit" />
        <Total icon="out" label={totals.spent} value={money(wallet.totalSpent)} to="/history?type=debit" />
        <Total
          icon="back"
          label={totals.refunded}
          value={money(wallet.totalRefunded)}
          to="/history?type=refund"
        />
        <Total
          icon="history"
          label={totals.transactions}
          value={formatCount(wallet.transactionCount)}
          to="/history"
        />
      </dl>
    </Card>
  );
}

export function WalletTotalsSkeleton() {
  const { totals } = useMessages();
  const value = <Skeleton width="5.5rem" />;
  return (
    <Card title={totals.title} flush busy>
      <dl className={styles['totals']}>
        <Total icon="in" label={totals.earned} value={value} />
        <Total icon="out" label={totals.spent} value={value} />
        <Total icon="back" label={totals.refunded} value={value} />
        <Total icon="history" label={totals.transactions} value={value} />
      </dl>
    </Card>
  );
}

function Total({ icon, label, value, to }: { icon: IconName; label: string; value: ReactNode; to?: string }) {
  const { totals } = useMessages();
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
