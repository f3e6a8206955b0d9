import { lazy, Suspense, useId, useState } from 'react';
import { ReferralCode } from '../../components/referral-code.tsx';
import { referralLink, ShareCode } from '../../components/share-code.tsx';
import { formatMoney } from '../../format/money.ts';
import { ReferralCard_WalletFragmentDoc } from '../../graphql/graphql.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './refer.module.css';

const CodeQr = lazy(() => import('./code-qr.tsx'));

export interface OwnCodeProps {
  wallet: FragmentType<typeof ReferralCard_WalletFragmentDoc>;
  validityDays: number;
}

/** The code with every way to pass it on: share, copy, or let somebody scan it. */
export function OwnCode(props: OwnCodeProps) {
  const { referral } = readFragment(ReferralCard_WalletFragmentDoc, props.wallet);
  const { refer, actions } = useMessages();
  const [scan, setScan] = useState(false);
  const qrId = useId();
  return (
    <Card title={refer.deal(formatMoney(referral.referrerBonus), formatMoney(referral.referredBonus))}>
      <div className={styles['stack']}>
        <p className={styles['note']}>{refer.when(props.validityDays)}</p>
        <p className={styles['code']}>
          <span className={styles['note']}>{refer.yourCode}</span>
          <ReferralCode code={referral.code} large />
        </p>
        <ShareCode kind="primary" code={referral.code} text={referral.shareText} />
        <div className={styles['pair']}>
          <CopyButton text={referral.code} label={actions.copy} done={actions.copied} />
          <Button icon="qr" aria-expanded={scan} aria-controls={qrId} onClick={() => setScan(!scan)}>
            {scan ? refer.hideQr : refer.showQr}
          </Button>
        </div>
        <div id={qrId} hidden={!scan}>
          {scan && (
            <Suspense fallback={<Skeleton width="13rem" height="13rem" />}>
              <CodeQr link={referralLink(referral.code)} />
            </Suspense>
          )}
        </div>
      </div>
    </Card>
  );
}
