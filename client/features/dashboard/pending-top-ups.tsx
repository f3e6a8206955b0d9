import { Link } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { PendingTopUps_WalletFragmentDoc, TopUp_StateFragmentDoc } from '../../graphql/graphql.ts';
import type { TopUpStatus } from '../../graphql/graphql.ts';
import { Banner } from '../../ui/banner.tsx';
import linkStyles from '../../ui/link.module.css';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';

const underWay: ReadonlySet<TopUpStatus> = new Set(['CREATED', 'AWAITING_PAYMENT', 'CONFIRMING']);

/** The newest top-up that money is still expected for, and the way back to it. */
export function PendingTopUps(props: { wallet: FragmentType<typeof PendingTopUps_WalletFragmentDoc> }) {
  const { topUps } = readFragment(PendingTopUps_WalletFragmentDoc, props.wallet);
  const { pendingTopUps: words } = useWords(dashboardWords);
  const [newest] = readFragment(TopUp_StateFragmentDoc, topUps.nodes).filter(({ status }) =>
    underWay.has(status),
  );
  if (newest === undefined) return null;
  const amount = formatMoney(newest.amount);
  const confirming = newest.status === 'CONFIRMING';
  return (
    <Banner tone="info" icon="clock">
      <p>
        <b>{confirming ? words.confirming(amount) : words.payment(amount)}</b>{' '}
        {confirming && words.dontPayAgain}
      </p>
      <Link className={linkStyles['link']} to={`/add/${encodeURIComponent(newest.id)}`}>
        {confirming ? words.watch : words.resume}
      </Link>
    </Banner>
  );
}
