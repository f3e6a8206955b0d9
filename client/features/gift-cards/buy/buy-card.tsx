import { useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { demo } from '../../../build-info.ts';
import { formatMoney } from '../../../format/money.ts';
import { isWithin } from '../../../format/sum.ts';
import { typedAmount } from '../../../format/typed-amount.ts';
import type { PaymentMethod } from '../../../graphql/graphql.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { ActionBar, Flow, PayBox } from '../../../ui/flow.tsx';
import { Page } from '../../../ui/page.tsx';
import text from '../../../ui/text.module.css';
import { Tip, Tips } from '../../../ui/tips.tsx';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { useStillHere } from '../../../ui/use-still-here.ts';
import { BackLink } from '../../../wallet/back-link.tsx';
import { AmountChoice } from '../../../wallet/payment/amount-choice.tsx';
import { BeginPayment } from '../../../wallet/payment/begin-payment.tsx';
import { MethodChoice } from '../../../wallet/payment/method-choice.tsx';
import parts from '../../../wallet/payment/payment.module.css';
import { paymentWords } from '../../../wallet/payment/words/words.ts';
import { sharedWords } from '../../../words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { boughtPath } from './bought-path.ts';
import { Buyable } from './buyable.tsx';
import type { BuyTerms } from './buyable.tsx';
import { useBuyGiftCard } from './use-buy-gift-card.ts';
import { buyingWords } from './words/words.ts';
import styles from './buy.module.css';

export { asks } from './buyable.tsx';

/** A gift card for oneself, or to hand to somebody: how much, and how it is paid. */
export function BuyCardScreen() {
  const { buy: words } = useWords(buyingWords);
  const { app, actions } = useWords(sharedWords);
  return (
    <Page
      flow
      heading={words.title}
      documentTitle={app.title(words.title)}
      back={<BackLink to="/gift-cards" icon="close" label={actions.close} />}
    >
      <Buyable>{(policy) => <BuyForm policy={policy} />}</Buyable>
    </Page>
  );
}

function BuyForm({ policy }: { policy: BuyTerms }) {
  const { buy: words } = useWords(buyingWords);
  const { payment } = useWords(paymentWords);
  const connected = useConnected();
  const navigate = useNavigate();
  const [form, showFault] = useFirstFault();
  const [amount, setAmount] = useState('500.00');
  const [method, setMethod] = useState<PaymentMethod>('UPI');
  const [checked, setChecked] = useState(false);
  const { begin, reset, ...intent } = useBuyGiftCard();
  const here = useStillHere();
  const { minGiftCard: least, maxGiftCard: most, giftCardDays } = policy;
  const value = typedAmount(amount);
  const allowed = value !== null && isWithin(value, least, most);
  const limits = words.limits(formatMoney(least), formatMoney(most));
  const changed = (): void => {
    setChecked(false);
    reset();
  };
  const buy = async (): Promise<void> => {
    setChecked(true);
    showFault();
    if (!allowed || intent.sending || intent.unknown || !connected) return;
    const id = await begin(value, method);
    // Whoever has gone on to another page is not taken back; the card stands in the list.
    if (id !== null && here.current) await navigate(boughtPath(id), { replace: true });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void buy();
  };
  return (
    <form ref={form} className={styles['form']} noValidate onSubmit={submit}>
      <Flow
        side={
          <PayBox
            label={words.outlook}
            bar={
              <ActionBar>
                <BeginPayment
                  intent={intent}
                  words={{
                    ...words,
                    pay: words.pay(allowed ? formatMoney(value) : null, payment.methods[method]),
                  }}
                  onRetry={() => void buy()}
                />
              </ActionBar>
            }
          >
            <div className={styles['stack']}>
              <h2>{words.outlook}</h2>
              <Tips>
                <Tip icon="card">{words.code}</Tip>
                <Tip icon="bag">{words.use}</Tip>
                <Tip icon="calendar">{words.lasts(giftCardDays)}</Tip>
                <Tip icon="info">{words.notFromCredits}</Tip>
              </Tips>
            </div>
          </PayBox>
        }
      >
        <AmountChoice
          {...{ legend: words.howMuch, label: words.amount, least, most, value: amount, hint: limits }}
          error={checked && !allowed ? words.outside(limits) : null}
          onChange={(written) => {
            setAmount(written);
            changed();
          }}
        />
        <div className={parts['panel']}>
          <MethodChoice
            value={method}
            onChange={(chosen) => {
              setMethod(chosen);
              changed();
            }}
          />
        </div>
        {demo && <p className={text['note']}>{payment.pretend}</p>}
      </Flow>
    </form>
  );
}
