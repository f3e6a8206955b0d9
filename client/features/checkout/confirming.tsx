import { formatMoney } from '../../format/money.ts';
import type { Checkout_StateFragment } from '../../graphql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { ActionBar, Consequence, Flow } from '../../ui/flow.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { paymentWords } from '../../wallet/payment/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { OrderCard } from './order-card.tsx';
import { checkoutWords } from './words/words.ts';

export interface ConfirmingProps {
  checkout: Checkout_StateFragment;
  waitedLong: boolean;
  asking: boolean;
  onAsk: () => void;
}

/** The bank has been asked and nobody knows yet what it says. Nothing can be changed or called off meanwhile. */
export function Confirming({ checkout, waitedLong, asking, onAsk }: ConfirmingProps) {
  const { checkout: words } = useWords(checkoutWords);
  const { payment } = useWords(paymentWords);
  const amount = formatMoney(checkout.toPay);
  return (
    <Flow
      side={
        <>
          <OrderCard checkout={checkout} said={words.held} />
          <ActionBar>
            <Consequence left={words.mayClose} />
            <Button block kind="primary" icon="refresh" busy={asking} onClick={onAsk}>
              {payment.checkAgain}
            </Button>
          </ActionBar>
        </>
      }
    >
      <Outcome art="unknown" title={waitedLong ? words.unknownYet : payment.confirming(amount)}>
        <p>
          {words.noAnswer(amount)} <b>{payment.dontPayAgain}</b>
        </p>
      </Outcome>
    </Flow>
  );
}
