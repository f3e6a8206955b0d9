import { useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { demo } from '../../build-info.ts';
import { formatMoney } from '../../format/money.ts';
import { isWithin } from '../../format/sum.ts';
import { typedAmount } from '../../format/typed-amount.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import { TopUp_StateFragmentDoc } from '../../graphql/graphql.ts';
import type { AddCreditsQuery, PaymentMethod } from '../../graphql/graphql.ts';
import { useConnected } from '../../session/use-connected.ts';
import { TextField } from '../../ui/field.tsx';
import { Flow } from '../../ui/flow.tsx';
import { Icon } from '../../ui/icon.tsx';
import text from '../../ui/text.module.css';
import { useFirstFault } from '../../ui/use-first-fault.ts';
import { useStillHere } from '../../ui/use-still-here.ts';
import { AmountChoice } from '../../wallet/payment/amount-choice.tsx';
import { BeginPayment } from '../../wallet/payment/begin-payment.tsx';
import { MethodChoice } from '../../wallet/payment/method-choice.tsx';
import parts from '../../wallet/payment/payment.module.css';
import { paymentWords } from '../../wallet/payment/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { Outlook } from './outlook.tsx';
import type { AddWallet } from './outlook.tsx';
import { useStartTopUp } from './use-start-top-up.ts';
import { topUpWords } from './words/words.ts';
import styles from './top-up.module.css';

export interface AmountStepProps {
  wallet: AddWallet;
  tiers: AddCreditsQuery['tiers'];
  policy: AddCreditsQuery['walletPolicy'];
}

/** How much and how to pay it. It starts from the last top-up, so that a repeat is one press. */
export function AmountStep({ wallet, tiers, policy }: AmountStepProps) {
  const { add } = useWords(topUpWords);
  const { payment } = useWords(paymentWords);
  const online = useConnected();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const first = useFirstChoice(wallet);
  const [amount, setAmount] = useState(first.amount);
  const [method, setMethod] = useState<PaymentMethod>(first.method);
  const [note, setNote] = useState('');
  const [checked, setChecked] = useState(false);
  const { start, reset, ...intent } = useStartTopUp();
  const here = useStillHere();
  const [form, showFault] = useFirstFault();
  const value = typedAmount(amount);
  const { minTopUp, maxTopUp } = policy;
  const allowed = value !== null && isWithin(value, minTopUp, maxTopUp);
  const limits = add.limits(formatMoney(minTopUp), formatMoney(maxTopUp));

  const changed = (): void => {
    setChecked(false);
    reset();
  };
  const send = async (): Promise<void> => {
    setChecked(true);
    showFault();
    if (!allowed || intent.sending || intent.unknown || !online) return;
    const id = await start({ amount: value, method, note });
    const back = params.get('back');
    const query = back === null ? '' : `?back=${encodeURIComponent(back)}`;
    // Whoever has gone on to another page is not taken back to this one; the top-up waits on Home.
    if (id !== null && here.current)
      await navigate(`/add/${encodeURIComponent(id)}${query}`, { replace: true });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <form ref={form} className={styles['form']} noValidate onSubmit={submit}>
      <Flow
        side={
          <Outlook wallet={wallet} tiers={tiers} amount={allowed ? value : null}>
            <BeginPayment
              intent={intent}
              words={{
                ...{ unknown: add.unsure, notBegun: add.notStarted, beginning: add.starting },
                pay: add.pay(allowed ? formatMoney(value) : null, payment.methods[method]),
              }}
              onRetry={() => void send()}
            />
          </Outlook>
        }
      >
        <AmountChoice
          legend={add.howMuch}
          label={add.otherAmount}
          least={minTopUp}
          most={maxTopUp}
          value={amount}
          hint={limits}
          error={checked && !allowed ? add.outside(limits) : null}
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
        <details className={parts['more']}>
          <summary>
            {add.addNote}
            <Icon name="down" size="sm" />
          </summary>
          <TextField
            label={add.note}
            value={note}
            maxLength={140}
            autoComplete="off"
            onChange={({ target }) => {
              setNote(target.value);
              changed();
            }}
          />
        </details>
        {demo && <p className={text['note']}>{payment.pretend}</p>}
      </Flow>
    </form>
  );
}

function useFirstChoice(wallet: AddWallet): { amount: string; method: PaymentMethod } {
  const [params] = useSearchParams();
  const [last] = readFragment(TopUp_StateFragmentDoc, wallet.topUps.nodes);
  const method = params.get('method')?.toUpperCase();
  return {
    amount: params.get('amount') ?? last?.amount.amount ?? '500.00',
    method: method === 'CARD' || method === 'UPI' ? method : (last?.method ?? 'UPI'),
  };
}
