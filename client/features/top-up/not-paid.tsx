import { Link, useSearchParams } from 'react-router';
import { formatMoney } from '../../format/money.ts';
import { Banner } from '../../ui/banner.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { ActionBar, ButtonPair, Flow } from '../../ui/flow.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import text from '../../ui/text.module.css';
import { paymentWords } from '../../wallet/payment/words/words.ts';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { againPath } from './again-path.ts';
import { KnownFacts } from './known-facts.tsx';
import type { ShownTopUp, ToppedUp } from './reference.tsx';
import { topUpWords } from './words/words.ts';

/** What did not happen, what happens to money that comes after all, and the ways on with the same amount. */
export function NotPaid({ topUp, wallet }: { topUp: ShownTopUp; wallet: ToppedUp }) {
  const { add } = useWords(topUpWords);
  const { payment } = useWords(paymentWords);
  const [params] = useSearchParams();
  const money = useMoneyText();
  const other = topUp.method === 'UPI' ? 'CARD' : 'UPI';
  const back = params.get('back');
  return (
    <Flow
      side={
        <>
          <KnownFacts topUp={topUp} />
          <ActionBar>
            <Link className={buttonClass('primary')} to={againPath(topUp, topUp.method, back)}>
              {add.tryAgain(formatMoney(topUp.amount))}
            </Link>
            <ButtonPair>
              <Link className={buttonClass('secondary')} to={againPath(topUp, other, back)}>
                {payment.otherMethod(payment.methods[other])}
              </Link>
              <Link className={buttonClass('quiet')} to="/help">
                {add.help}
              </Link>
            </ButtonPair>
          </ActionBar>
        </>
      }
    >
      <Outcome urgent art="failed" title={topUp.status === 'EXPIRED' ? add.expired : add.declined}>
        <p>
          {topUp.failureReason !== null && <span lang="en">{topUp.failureReason} </span>}
          {add.nothingAdded} {wallet && add.stillBalance(money(wallet.balance))}
        </p>
      </Outcome>
      <Banner tone="info" icon="shield">
        <p>
          <b>{payment.moneyLeft}</b>
        </p>
        <p className={text['small']}>{add.lateMoney}</p>
      </Banner>
    </Flow>
  );
}
