import { Suspense } from 'react';
import { Link, useSearchParams } from 'react-router';
import { demo } from '../../build-info.ts';
import { formatMoney } from '../../format/money.ts';
import { Banner } from '../../ui/banner.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Flow } from '../../ui/flow.tsx';
import { Icon } from '../../ui/icon.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import text from '../../ui/text.module.css';
import { useWideScreen } from '../../ui/use-media-query.ts';
import { useWords } from '../../words/use-words.ts';
import { againPath } from './again-path.ts';
import { Countdown } from './countdown.tsx';
import { Reference } from './reference.tsx';
import type { ShownTopUp } from './reference.tsx';
import { topUpWords } from './words/words.ts';
import styles from './top-up.module.css';

const QrCode = lazyPart(() => import('../../ui/qr-code.tsx').then((module) => module.default));

/** The customer can pay now: by a UPI app on this phone, by scanning with one, or on the provider's own page. */
export function AwaitingPayment({ topUp }: { topUp: ShownTopUp }) {
  const { add } = useWords(topUpWords);
  const [params] = useSearchParams();
  const amount = formatMoney(topUp.amount);
  const { upiIntent, checkoutUrl, method } = topUp;
  const payee = payeeOf(upiIntent);
  const other = method === 'UPI' ? 'CARD' : 'UPI';
  return (
    <Flow
      side={
        <>
          <Banner tone="info" icon="hourglass">
            <p className={styles['waiting']}>
              <b>{add.waiting}</b>
              <Countdown until={topUp.expiresAt} />
            </p>
            <p className={text['small']}>
              {add.mayClose} <b>{add.dontPayAgain}</b>
            </p>
          </Banner>
          <Card title={add.details}>
            <Facts>
              {payee !== null && <Fact name={add.payingTo}>{payee}</Fact>}
              <Fact name={add.amount}>{add.by(amount, add.methods[method])}</Fact>
              <Reference topUp={topUp} />
            </Facts>
          </Card>
          <Link className={buttonClass('secondary')} to={againPath(topUp, other, params.get('back'))}>
            {add.otherMethod(add.methods[other])}
          </Link>
          <p className={text['note']}>{add.cancelNote}</p>
          {demo && <p className={text['note']}>{add.pretend}</p>}
        </>
      }
    >
      <section className={styles['pay']} aria-label={add.payNow(amount)}>
        {payee !== null && <p className={text['note']}>{add.to(payee)}</p>}
        <h2 className={styles['sum']}>{add.payNow(amount)}</h2>
        {upiIntent !== null && <ByUpi intent={upiIntent} amount={amount} />}
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
      </section>
      {payee !== null && (
        <Banner tone="plain" icon="shield">
          <p>{add.checkName(payee, amount)}</p>
        </Banner>
      )}
    </Flow>
  );
}

/** A phone has the apps, so they come first there; anything else shows a code for one. */
function ByUpi({ intent, amount }: { intent: string; amount: string }) {
  const { add } = useWords(topUpWords);
  const wide = useWideScreen();
  const code = (
    <Suspense fallback={<Skeleton width="15rem" height="15rem" />}>
      <QrCode payload={intent} label={add.qr(amount)} size={240} />
    </Suspense>
  );
  if (!wide) {
    return (
      <>
        <a className={buttonClass('primary')} href={intent}>
          <Icon name="mobile" size="sm" />
          {add.openUpi}
        </a>
        <details className={styles['more']}>
          <summary>
            {add.otherPhone}
            <Icon name="down" size="sm" />
          </summary>
          {code}
          <p className={text['note']}>{add.scan(amount)}</p>
        </details>
      </>
    );
  }
  return (
    <>
      {code}
      <p>{add.scan(amount)}</p>
      <ol className={styles['scan']}>
        {add.scanSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

/** Whom the UPI app must name: the link says so itself. */
function payeeOf(intent: string | null): string | null {
  const [, query = ''] = intent?.split('?') ?? [];
  return new URLSearchParams(query).get('pn');
}
