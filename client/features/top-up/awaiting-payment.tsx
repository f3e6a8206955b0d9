import { Suspense } from 'react';
import { formatMoney } from '../../format/money.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/use-words.ts';
import { Countdown } from './countdown.tsx';
import { Reference } from './reference.tsx';
import type { ShownTopUp } from './reference.tsx';
import { topUpWords } from './words/words.ts';
import styles from './top-up.module.css';

const QrCode = lazyPart(() => import('../../ui/qr-code.tsx').then((module) => module.default));

/** The customer can pay now: by a UPI app on this phone, by scanning, or on the provider's own page. */
export function AwaitingPayment({ topUp }: { topUp: ShownTopUp }) {
  const { add } = useWords(topUpWords);
  const amount = formatMoney(topUp.amount);
  const { upiIntent, checkoutUrl } = topUp;
  return (
    <div className={styles['state']}>
      <h2>{add.payNow(amount)}</h2>
      {upiIntent !== null && (
        <>
          <Suspense fallback={<Skeleton width="15rem" height="15rem" />}>
            <QrCode payload={upiIntent} label={add.qr(amount)} size={240} />
          </Suspense>
          <p>{add.scan(amount)}</p>
          <a className={buttonClass('primary')} href={upiIntent}>
            {add.openUpi}
          </a>
        </>
      )}
      {checkoutUrl !== null && (
        <>
          {upiIntent === null && <p>{add.onProvidersPage}</p>}
          <a
            className={buttonClass(upiIntent === null ? 'primary' : 'secondary')}
            href={checkoutUrl}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="external" size="sm" />
            {add.openPage}
          </a>
        </>
      )}
      <Countdown until={topUp.expiresAt} />
      <p className={styles['note']}>{add.staysOpen}</p>
      <Reference topUp={topUp} />
    </div>
  );
}
