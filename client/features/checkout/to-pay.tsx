import { useId, useState } from 'react';
import { demo } from '../../build-info.ts';
import { formatMoney } from '../../format/money.ts';
import { minus } from '../../format/sum.ts';
import type { Checkout_StateFragment, PaymentMethod } from '../../graphql/graphql.ts';
import { OfflineReason } from '../../offline/offline-reason.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ActionBar, Consequence, Flow } from '../../ui/flow.tsx';
import text from '../../ui/text.module.css';
import { TwoLines } from '../../ui/two-lines.tsx';
import { Countdown } from '../../wallet/payment/countdown.tsx';
import { MethodChoice } from '../../wallet/payment/method-choice.tsx';
import { PayNow } from '../../wallet/payment/pay-now.tsx';
import parts from '../../wallet/payment/payment.module.css';
import { paymentWords } from '../../wallet/payment/words/words.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import { useDialog } from '../../wallet/use-dialog.ts';
import { useWords } from '../../words/use-words.ts';
import { useByLink } from './by-link/by-link.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { GiftCardField } from './gift-card-field.tsx';
import { meansOf } from './means.ts';
import { OrderCard } from './order-card.tsx';
import { usePayCheckout } from './use-pay-checkout.ts';
import { checkoutWords } from './words/words.ts';
import styles from './checkout.module.css';

/** What the dialog is opened for by whoever wants to pay otherwise. */
const ANEW = 'anew';

/** Open: the customer chooses how the rest is paid and pays it, changes the way, or calls the order off. */
export function ToPay({ checkout }: { checkout: Checkout_StateFragment }) {
  const { checkout: words } = useWords(checkoutWords);
  const { payment: paymentText } = useWords(paymentWords);
  const connected = useConnected();
  const reasonId = useId();
  const { payment, toPay } = checkout;
  const [chosen, setChosen] = useState<PaymentMethod>(payment?.method ?? 'UPI');
  const intent = usePayCheckout(checkout);
  const { pay, sending, unknown, asking, askNow, error, refusals } = intent;
  const dialog = useDialog('cancel');
  const amount = formatMoney(toPay);
  const payable = payment?.status === 'AWAITING_PAYMENT' ? payment : null;
  const other = payable?.method === 'UPI' ? 'CARD' : 'UPI';
  const wanted = payable === null ? chosen : other;
  const busy = sending || unknown;
  const means = meansOf(checkout);
  const title = means !== null ? words.rest(amount) : paymentText.payNow(amount);
  const failed = payable === null ? words.notStarted : words.notChanged;
  const act = {
    busy,
    unavailable: !connected,
    'aria-describedby': connected ? undefined : reasonId,
    onClick: () => void pay(wanted),
  };
  // Calling off is the customer's: whoever has the link may only pay, or leave it.
  const byLink = useByLink();
  const callOff = byLink === null && (
    <>
      <Button kind="quiet" unavailable={!connected} onClick={() => dialog.open(ANEW)}>
        {words.anew}
      </Button>
      <Button kind="quiet" unavailable={!connected} onClick={() => dialog.open()}>
        {words.cancel}
      </Button>
    </>
  );
  return (
    // Another step is another page: nothing of the one before it moves about when the answer comes.
    <Flow
      key={payable === null ? 'choose' : 'pay'}
      side={
        <>
          <Banner tone="info" icon="hourglass">
            <p className={parts['waiting']}>
              <b>{payable === null ? words.choose : paymentText.waiting}</b>
              <Countdown until={checkout.expiresAt} />
            </p>
            {(means !== null || payable !== null) && (
              <p className={text['small']}>
                {means !== null && words.inTime[means]}{' '}
                {payable !== null && <b>{paymentText.dontPayAgain}</b>}
              </p>
            )}
          </Banner>
          <OrderCard checkout={checkout} said={words.held} />
          {unknown && <UnknownBanner title={words.unknownPay} asking={asking} onAsk={askNow} />}
          {error !== null && (
            <ProblemBanner title={failed} error={error} onRetry={() => void pay(wanted)} retrying={sending} />
          )}
          <RefusalBanners title={failed} errors={refusals} />
          {!connected && <OfflineReason id={reasonId} />}
          {payable === null ? (
            <>
              <ActionBar>
                <Consequence
                  left={
                    <>
                      {words.orderTotal} <b>{formatMoney(checkout.total)}</b>
                    </>
                  }
                  right={means === null ? undefined : words.aside(formatMoney(minus(checkout.total, toPay)))}
                />
                <Button block kind="primary" {...act}>
                  {busy && words.starting}
                  {!busy && means === null && words.pay(amount, paymentText.methods[chosen])}
                  {!busy && means !== null && (
                    <TwoLines more={words.andAside[means](formatMoney(minus(checkout.total, toPay)))}>
                      {words.pay(amount, paymentText.methods[chosen])}
                    </TwoLines>
                  )}
                </Button>
              </ActionBar>
              {callOff}
            </>
          ) : (
            <>
              <Button {...act}>
                {busy ? words.starting : paymentText.otherMethod(paymentText.methods[other])}
              </Button>
              {callOff}
            </>
          )}
          {dialog.subject !== null && (
            <CancelDialog
              checkout={checkout}
              anew={dialog.subject === ANEW}
              onClose={dialog.close}
              onBusy={dialog.hold}
            />
          )}
        </>
      }
    >
      {payable === null ? (
        <section className={styles['means']} aria-label={title}>
          <h2>{title}</h2>
          <MethodChoice value={chosen} onChange={setChosen} />
        </section>
      ) : (
        <PayNow amount={payable.amount} upiIntent={payable.upiIntent} checkoutUrl={payable.checkoutUrl} />
      )}
      {payment === null && <GiftCardField checkoutId={checkout.id} />}
      {demo && <p className={text['note']}>{paymentText.pretend}</p>}
    </Flow>
  );
}
