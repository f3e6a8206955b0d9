import { Link } from 'react-router';
import { formatDate, formatTime, indiaDay } from '../format/date.ts';
import { readFragment } from '../graphql/fragment-masking.ts';
import type { FragmentType } from '../graphql/fragment-masking.ts';
import { StatusBanner_WalletFragmentDoc } from '../graphql/graphql.ts';
import { Banner } from '../ui/banner.tsx';
import { useClock } from '../ui/clock.tsx';
import type { IconName } from '../ui/icon-shapes.tsx';
import { Icon } from '../ui/icon.tsx';
import link from '../ui/link.module.css';
import text from '../ui/text.module.css';
import { useWords } from '../words/use-words.ts';
import { walletWords } from './words/words.ts';
import styles from './status-banner.module.css';

export interface StatusBannerProps {
  wallet: FragmentType<typeof StatusBanner_WalletFragmentDoc>;
  /** The people of the shop do not stand on the same page: the way to them. */
  wayToShop?: boolean;
}

/** For a wallet on hold: what has stopped, what still works, and whom to ask. Nothing for an active one. */
export function StatusBanner({ wayToShop = false, ...props }: StatusBannerProps) {
  const wallet = readFragment(StatusBanner_WalletFragmentDoc, props.wallet);
  const { status } = useWords(walletWords);
  const now = useClock();
  if (wallet.status === 'ACTIVE') return null;
  const frozen = wallet.status === 'FROZEN';
  const time = formatTime(wallet.statusSince);
  const isToday = indiaDay(wallet.statusSince) === indiaDay(now());
  const since = isToday ? status.today(time) : status.on(formatDate(wallet.statusSince), time);
  // A tab that is open while the shop learns a new reason says that there is one of its own.
  const known = wallet.shownReason !== null && Object.hasOwn(status.reasons, wallet.shownReason);
  const reason = known && wallet.shownReason !== null ? status.reasons[wallet.shownReason] : status.noReason;
  return (
    <Banner tone="bad" icon={frozen ? 'snow' : 'ban'}>
      <p>
        <b>{frozen ? status.frozen(since) : status.suspended(since)}</b>
      </p>
      <p className={text['small']}>
        {reason} {status.onlyShop}
      </p>
      <ul className={styles['effects']}>
        <Effect icon="ok" text={status.refundsArrive} />
        <Effect icon="ok" text={status.historyOpen} />
        <Effect icon="ban" text={status.spendingPaused} />
      </ul>
      {wayToShop && (
        <Link className={link['link']} to="/help">
          {status.contact}
          <Icon name="right" size="xs" />
        </Link>
      )}
    </Banner>
  );
}

function Effect({ icon, text }: { icon: IconName; text: string }) {
  return (
    <li>
      <Icon name={icon} size="sm" />
      {text}
    </li>
  );
}
