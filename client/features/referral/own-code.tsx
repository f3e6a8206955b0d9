import { Suspense, useId, useState } from 'react';
import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { ReferralCard_WalletFragmentDoc } from '../../graphql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ReferralCode } from '../../wallet/invitation/referral-code.tsx';
import { referralLink, ShareCode } from '../../wallet/invitation/share-code.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { referralWords } from './words/words.ts';
import styles from './referral.module.css';

const QrCode = lazyPart(() => import('../../ui/qr-code.tsx').then((module) => module.default));

export interface OwnCodeProps {
  wallet: FragmentType<typeof ReferralCard_WalletFragmentDoc>;
  validityDays: number;
}

/** The code with every way to pass it on: share, copy, or let somebody scan it. */
export function OwnCode(props: OwnCodeProps) {
  const { referral } = readFragment(ReferralCard_WalletFragmentDoc, props.wallet);
  const { refer } = useWords(referralWords);
  const { actions } = useWords(sharedWords);
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
        <div className={styles['acts']}>
          <ShareCode kind="primary" referral={referral} />
          <CopyButton text={referral.code} label={actions.copy} done={actions.copied} />
          <Button icon="qr" aria-expanded={scan} aria-controls={qrId} onClick={() => setScan(!scan)}>
            {scan ? refer.hideQr : refer.showQr}
          </Button>
        </div>
        <div id={qrId} hidden={!scan}>
          {scan && (
            <Suspense fallback={<Skeleton width="13rem" height="13rem" />}>
              <QrCode payload={referralLink(referral.code)} label={refer.qrTitle} size={208} />
            </Suspense>
          )}
        </div>
      </div>
    </Card>
  );
}
