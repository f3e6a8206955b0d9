import { Link, useSearchParams } from 'react-router';
import { demo } from '../../build-info.ts';
import { formatMoney } from '../../format/money.ts';
import { plus } from '../../format/sum.ts';
import type { TopUpQuery } from '../../graphql/graphql.ts';
import { Banner } from '../../ui/banner.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Flow } from '../../ui/flow.tsx';
import text from '../../ui/text.module.css';
import { Countdown } from '../../wallet/payment/countdown.tsx';
import parts from '../../wallet/payment/payment.module.css';
import { PayNow } from '../../wallet/payment/pay-now.tsx';
import { payeeOf } from '../../wallet/payment/payee.ts';
import { paymentWords } from '../../wallet/payment/words/words.ts';
import { standingAfter } from '../../wallet/tier/standing.ts';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { againPath } from './again-path.ts';
import { Reference } from './reference.tsx';
import type { ShownTopUp, ToppedUp } from './reference.tsx';
import { topUpWords } from './words/words.ts';

export interface AwaitingPaymentProps {
  topUp: ShownTopUp;
  wallet: ToppedUp;
  tiers: TopUpQuery['tiers'];
}

/** The customer can pay now: by a UPI app on this phone, by scanning with one, or on the provider's own page. */
export function AwaitingPayment({ topUp, wallet, tiers }: AwaitingPaymentProps) {
  const { add } = useWords(topUpWords);
  const { payment } = useWords(paymentWords);
  const [params] = useSearchParams();
  const amount = formatMoney(topUp.amount);
  const { upiIntent, method } = topUp;
  const payee = payeeOf(upiIntent);
  const other = method === 'UPI' ? 'CARD' : 'UPI';
  return (
    <Flow
      side={
        <>
          <Banner tone="info" icon="hourglass">
            <p className={parts['waiting']}>
              <b>{payment.waiting}</b>
              <Countdown until={topUp.expiresAt} />
            </p>
            <p className={text['small']}>
              {add.mayClose} <b>{payment.dontPayAgain}</b>
            </p>
          </Banner>
          <Card title={add.details}>
            <Facts>
              {payee !== null && <Fact name={add.payingTo}>{payee}</Fact>}
              <Fact name={add.amount}>{add.by(amount, payment.methods[method])}</Fact>
              {wallet && <NewBalance {...{ topUp, wallet, tiers }} />}
              <Reference topUp={topUp} />
            </Facts>
          </Card>
          <Link className={buttonClass('secondary')} to={againPath(topUp, other, params.get('back'))}>
            {payment.otherMethod(payment.methods[other])}
          </Link>
          <p className={text['note']}>{add.cancelNote}</p>
          {demo && <p className={text['note']}>{payment.pretend}</p>}
        </>
      }
    >
      <PayNow amount={topUp.amount} upiIntent={upiIntent} checkoutUrl={topUp.checkoutUrl} />
    </Flow>
  );
}

/** What the balance will be, and the tier that it leads to, if that is another. */
function NewBalance({
  topUp: { amount },
  wallet,
  tiers,
}: AwaitingPaymentProps & { wallet: NonNullable<ToppedUp> }) {
  const { add } = useWords(topUpWords);
  const { tier: words } = useWords(walletWords);
  const money = useMoneyText();
  const { reached } = standingAfter(wallet.tier, tiers, amount);
  return (
    <Fact name={add.newBalance}>
      <span>
        {money(plus(wallet.balance, amount))} {reached && <small>{add.reaches(words.name(reached))}</small>}
      </span>
    </Fact>
  );
}
