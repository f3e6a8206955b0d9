import { useState } from 'react';
import type { FormEvent } from 'react';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { typedAmount } from '../../format/typed-amount.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { useFirstFault } from '../../ui/use-first-fault.ts';
import { useWords } from '../../words/use-words.ts';
import { AmountPart } from './amount-part.tsx';
import { isOrderNumber } from './order.ts';
import type { Order } from './order.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

export interface OrderFormProps {
  orderId: string;
  amount: string;
  balance: MoneyValue;
  onPreview: (order: Order) => void;
  onChange: () => void;
}

/** Which order, and how much of it with credits. */
export function OrderForm({ orderId, amount, balance, onPreview, onChange }: OrderFormProps) {
  const { spend } = useWords(spendWords);
  const total = typedAmount(amount);
  const [typed, setTyped] = useState({ orderId, amount });
  const [checked, setChecked] = useState(false);
  const [form, showFault] = useFirstFault();
  const value = typedAmount(typed.amount);
  const order = typed.orderId.trim();
  const edit = (change: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...change });
    setChecked(false);
    onChange();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    showFault();
    if (value !== null && isOrderNumber(order)) onPreview({ orderId: order, amount: value });
  };
  return (
    <Card title={spend.order}>
      <form ref={form} className={styles['form']} noValidate onSubmit={submit}>
        <TextField
          label={spend.orderId}
          value={typed.orderId}
          maxLength={64}
          autoComplete="off"
          error={
            checked && !isOrderNumber(order) ? (order === '' ? spend.missingOrder : spend.badOrder) : null
          }
          onChange={({ target }) => edit({ orderId: target.value })}
        />
        {total !== null && <p className={styles['note']}>{spend.total(formatMoney(total))}</p>}
        <AmountPart
          amount={typed.amount}
          total={total}
          balance={balance}
          error={checked && value === null ? spend.badAmount : null}
          onChange={(text) => edit({ amount: text })}
        />
        <div className={styles['row']}>
          <Button type="submit" kind="primary">
            {spend.check}
          </Button>
        </div>
      </form>
    </Card>
  );
}
