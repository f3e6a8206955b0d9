import { formatMoney } from '../../format/money.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Fact } from '../../ui/facts.tsx';
import { ActionBar, Consequence, Flow } from '../../ui/flow.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { Steps } from '../../ui/steps.tsx';
import { paymentWords } from '../../wallet/payment/words/words.ts';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { KnownFacts } from './known-facts.tsx';
import type { ShownTopUp, ToppedUp } from './reference.tsx';
import { topUpWords } from './words/words.ts';

export interface ConfirmingProps {
  topUp: ShownTopUp;
  wallet: ToppedUp;
  waitedLong: boolean;
  asking: boolean;
  onAsk: () => void;
}

/** Nobody knows yet whether the money comes. What helps now is patience, and not paying twice. */
export function Confirming({ topUp, wallet, waitedLong, asking, onAsk }: ConfirmingProps) {
  const { add } = useWords(topUpWords);
  const { payment } = useWords(paymentWords);
  const money = useMoneyText();
  const amount = formatMoney(topUp.amount);
  return (
    <Flow
      side={
        <>
          <KnownFacts topUp={topUp}>
            {wallet && <Fact name={add.yourBalance}>{add.withoutThis(money(wallet.balance))}</Fact>}
          </KnownFacts>
          <ActionBar>
            <Consequence left={waitedLong ? add.stillWaiting : add.mayClose} />
            <Button block kind="primary" icon="refresh" busy={asking} onClick={onAsk}>
              {payment.checkAgain}
            </Button>
          </ActionBar>
        </>
      }
    >
      <Outcome art="unknown" title={waitedLong ? add.unknownYet : payment.confirming(amount)}>
        <p>
          {add.noAnswer(amount)} <b>{payment.dontPayAgain}</b>
        </p>
      </Outcome>
      <Card title={add.whatToDo}>
        <Steps stacked steps={add.doSteps(amount)} />
      </Card>
    </Flow>
  );
}
