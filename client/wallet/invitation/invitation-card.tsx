import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { ReferralCard_PolicyFragmentDoc, ReferralCard_WalletFragmentDoc } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { useMoneyText } from '../use-money-text.ts';
import { walletWords } from '../words/words.ts';
import { ReferralCode } from './referral-code.tsx';
import { ShareCode } from './share-code.tsx';
import styles from './invitation-card.module.css';

export interface ReferralCardProps {
  wallet: FragmentType<typeof ReferralCard_WalletFragmentDoc>;
  policy: FragmentType<typeof ReferralCard_PolicyFragmentDoc>;
}

/** The customer's own code, ready to be passed on. */
export function ReferralCard(props: ReferralCardProps) {
  const { referral } = readFragment(ReferralCard_WalletFragmentDoc, props.wallet);
  const { referralValidityDays } = readFragment(ReferralCard_PolicyFragmentDoc, props.policy);
  const { invitation } = useWords(walletWords);
  const { actions } = useWords(sharedWords);
  const money = useMoneyText();
  return (
    <Card title={invitation.title}>
      <div className={styles['stack']}>
        <p className={styles['offer']}>
          {invitation.offer(money(referral.referrerBonus), money(referral.referredBonus))}{' '}
          {invitation.validity(referralValidityDays)}
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
          <Skeleton width="100%" /> <Skeleton width="6rem" />
        </p>
        <Skeleton width="100%" height="3.5rem" />
        <Skeleton width="100%" height="3rem" />
      </div>
    </Card>
  );
}
