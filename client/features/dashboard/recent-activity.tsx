import { Link } from 'react-router';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { RecentActivity_WalletFragmentDoc } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import linkStyles from '../../ui/link.module.css';
import { TransactionRow, TransactionRowSkeletons } from '../../wallet/entry/transaction-row.tsx';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';

/** The last five entries. */
export function RecentActivity(props: { wallet: FragmentType<typeof RecentActivity_WalletFragmentDoc> }) {
  const { transactions } = readFragment(RecentActivity_WalletFragmentDoc, props.wallet);
  const { activity } = useWords(dashboardWords);
  return (
    <Card title={activity.title} flush action={<AllLink />}>
      <ul>
        {transactions.nodes.map((transaction) => (
          <TransactionRow key={transaction.id} transaction={transaction} />
        ))}
      </ul>
    </Card>
  );
}

export function RecentActivitySkeleton() {
  const { activity } = useWords(dashboardWords);
  return (
    <Card title={activity.title} flush busy action={<AllLink />}>
      <ul>
        <TransactionRowSkeletons count={5} />
      </ul>
    </Card>
  );
}

function AllLink() {
  const { activity } = useWords(dashboardWords);
  return (
    <Link className={linkStyles['link']} to="/history">
      {activity.all}
      <Icon name="right" size="xs" />
    </Link>
  );
}
