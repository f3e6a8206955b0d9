import { Suspense } from 'react';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { Banner } from '../../ui/banner.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import text from '../../ui/text.module.css';
import { useWideScreen } from '../../ui/use-media-query.ts';
import { useWords } from '../../words/use-words.ts';
import { payeeOf } from './payee.ts';
import { paymentWords } from './words/words.ts';
import styles from './payment.module.css';

const QrCode = lazyPart(() => import('../../ui/qr-code.tsx').then((module) => module.default));

/** What a payment under way tells about how to pay it. */
export interface Payable {
  amount: MoneyValue;
  upiIntent: string | null;
  checkoutUrl: string | null;
}

/** How to pay now: by a UPI app on this phone, by scanning with one, or on the provider's own page. */
export function PayNow({ upiIntent, checkoutUrl, ...payable }: Payable) {
  const { payment } = useWords(paymentWords);
  const amount = formatMoney(payable.amount);
  const payee = payeeOf(upiIntent);
  return (
    <>
      <section className={styles['pay']} aria-label={payment.payNow(amount)}>
        {payee !== null && <p className={text['note']}>{payment.to(payee)}</p>}
        <h2 className={styles['sum']}>{payment.payNow(amount)}</h2>
        {upiIntent !== null && <ByUpi intent={upiIntent} amount={amount} />}
        {checkoutUrl !== null && (
          <>
            {upiIntent === null && <p>{payment.onProvidersPage}</p>}
            <a
              className={buttonClass(upiIntent === null ? 'primary' : 'secondary')}
              href={checkoutUrl}
              target="_blank"
              rel="noreferrer"
            >
              <Icon name="external" size="sm" />
              {payment.openPage}
            </a>
          </>
        )}
      </section>
      {payee !== null && (
        <Banner tone="plain" icon="shield">
          <p>{payment.checkName(payee, amount)}</p>
        </Banner>
      )}
    </>
  );
}

/** A phone has the apps, so they come first there; anything else shows a code for one. */
function ByUpi({ intent, amount }: { intent: string; amount: string }) {
  const { payment } = useWords(paymentWords);
  const wide = useWideScreen();
  const code = (
    <Suspense fallback={<Skeleton width="15rem" height="15rem" />}>
      <QrCode payload={intent} label={payment.qr(amount)} size={240} />
    </Suspense>
  );
  if (!wide) {
    return (
      <>
        <a className={buttonClass('primary')} href={intent}>
          <Icon name="mobile" size="sm" />
          {payment.openUpi}
        </a>
        <details className={styles['more']}>
          <summary>
            {payment.otherPhone}
            <Icon name="down" size="sm" />
          </summary>
          {code}
          <p className={text['note']}>{payment.scan(amount)}</p>
        </details>
      </>
    );
  }
  return (
    <>
      {code}
      <p>{payment.scan(amount)}</p>
      <ol className={styles['scan']}>
        {payment.scanSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}
