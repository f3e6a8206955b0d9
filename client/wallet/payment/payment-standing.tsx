import { Link } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import type { TopUpStatus } from '../../graphql/graphql.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { useWords } from '../../words/use-words.ts';
import { Countdown } from './countdown.tsx';
import { PayNow } from './pay-now.tsx';
import type { Payable } from './pay-now.tsx';
import { paymentWords } from './words/words.ts';
import styles from './payment.module.css';

export interface PaymentStandingProps {
  amount: Payable['amount'];
  payment: Omit<Payable, 'amount'> & {
    status: TopUpStatus;
    failureReason: string | null;
    expiresAt: string;
  };
  words: {
    /** What happens when whoever waits goes away. */
    mayClose: string;
    notPaid: string;
    /** What did not come of it, and what becomes of money that arrives after all. */
    nothingCame: string;
    again: string;
  };
  /** Where another is begun. */
  againTo: string;
  asking: boolean;
  onAsk: () => void;
}

/** A payment that has brought nothing yet: to be paid, on its way, or failed. */
export function PaymentStanding({ amount, payment, words, againTo, asking, onAsk }: PaymentStandingProps) {
  const { payment: text } = useWords(paymentWords);
  const patience = (
    <p>
      {words.mayClose} <b>{text.dontPayAgain}</b>
    </p>
  );
  switch (payment.status) {
    case 'AWAITING_PAYMENT':
      return (
        <>
          <Banner tone="info" icon="hourglass">
            <p className={styles['waiting']}>
              <b>{text.waiting}</b>
              <Countdown until={payment.expiresAt} />
            </p>
            {patience}
          </Banner>
          <PayNow amount={amount} upiIntent={payment.upiIntent} checkoutUrl={payment.checkoutUrl} />
        </>
      );
    case 'FAILED':
    case 'EXPIRED':
      return (
        <>
          <Outcome urgent art="failed" title={words.notPaid}>
            <p>
              {payment.failureReason !== null && <span lang="en">{payment.failureReason} </span>}
              {words.nothingCame}
            </p>
          </Outcome>
          <Link className={buttonClass('primary')} to={againTo}>
            {words.again}
          </Link>
        </>
      );
    default:
      return (
        <>
          <Outcome art="unknown" title={text.confirming(formatMoney(amount))}>
            {patience}
          </Outcome>
          <Button block icon="refresh" busy={asking} onClick={onAsk}>
            {text.checkAgain}
          </Button>
        </>
      );
  }
}
