import { Link } from 'react-router';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { ReferralCard_WalletFragmentDoc } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import linkStyles from '../../ui/link.module.css';
import { Skeleton } from '../../ui/skeleton.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { useMoneyText } from '../use-money-text.ts';
import { walletWords } from '../words/words.ts';
import { ReferralCode } from './referral-code.tsx';
import { ShareCode } from './share-code.tsx';
import styles from './invitation-card.module.css';

/** The customer's own code, ready to be passed on. A wallet on hold cannot refer, so the card is not there then. */
export function ReferralCard(props: { wallet: FragmentType<typeof ReferralCard_WalletFragmentDoc> }) {
  const { referral, status } = readFragment(ReferralCard_WalletFragmentDoc, props.wallet);
  const { invitation } = useWords(walletWords);
  const { actions } = useWords(sharedWords);
  const money = useMoneyText();
  if (status !== 'ACTIVE') return null;
  return (
    <Card
      title={invitation.title}
      action={
        <Link className={linkStyles['link']} to="/refer">
          {invitation.more}
          <Icon name="right" size="xs" />
        </Link>
      }
    >
      <div className={styles['stack']}>
        <p className={styles['offer']}>
          {invitation.offer(money(referral.referrerBonus), money(referral.referredBonus))}
        </p>
        <div className={styles['box']}>
          <ReferralCode code={referral.code} />
          <CopyButton kind="quiet" text={referral.code} label={actions.copy} done={actions.copied} />
        </div>
        <ShareCode referral={referral} />
      </div>
    </Card>
  );
}

export function ReferralCardSkeleton() {
  const { invitation } = useWords(walletWords);
  return (
    <Card title={invitation.title} busy>
      <div className={styles['stack']}>
        <p className={styles['offer']}>
          <Skeleton width="14rem" />
        </p>
        <Skeleton width="100%" height="3.5rem" />
        <Skeleton width="100%" height="3rem" />
      </div>
    </Card>
  );
}
