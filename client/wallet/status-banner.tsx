import { readFragment } from '../graphql/fragment-masking.ts';
import type { FragmentType } from '../graphql/fragment-masking.ts';
import { StatusBanner_WalletFragmentDoc } from '../graphql/graphql.ts';
import { Banner } from '../ui/banner.tsx';
import type { IconName } from '../ui/icon-shapes.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { walletWords } from './words/words.ts';
import styles from './status-banner.module.css';

/** For a wallet on hold: what has stopped, what still works, and whom to ask. Nothing for an active one. */
export function StatusBanner(props: { wallet: FragmentType<typeof StatusBanner_WalletFragmentDoc> }) {
  const wallet = readFragment(StatusBanner_WalletFragmentDoc, props.wallet);
  const { status } = useWords(walletWords);
  if (wallet.status === 'ACTIVE') return null;
  const frozen = wallet.status === 'FROZEN';
  return (
    <Banner tone="bad" icon={frozen ? 'snow' : 'ban'}>
      <p>
        <b>{frozen ? status.frozen : status.suspended}</b>{' '}
        {wallet.statusReason !== null && status.reason(wallet.statusReason)}
      </p>
      <ul className={styles['effects']}>
        <Effect icon="ok" text={status.refundsArrive} />
        <Effect icon="ok" text={status.historyOpen} />
        <Effect icon="ban" text={status.spendingPaused} />
      </ul>
      <p>{status.contact}</p>
    </Banner>
  );
}

function Effect({ icon, text }: { icon: IconName; text: string }) {
  return (
    <li>
      <Icon name={icon} size="xs" />
      {text}
    </li>
  );
}
