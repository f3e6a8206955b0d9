import { useState } from 'react';
import type { FormEvent } from 'react';
import { typedAmount } from '../../format/typed-amount.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { useFirstFault } from '../../ui/use-first-fault.ts';
import { useWords } from '../../words/use-words.ts';
import { billOf, isOrderNumber } from './order.ts';
import type { Bill } from './order.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

export interface OrderFormProps {
  orderId: string;
  total: string;
  onBill: (order: Bill | null) => void;
}

/** Asks which order it is and what it costs, for somebody who came without a link from the shop. */
export function OrderForm({ orderId, total, onBill }: OrderFormProps) {
  const { spend } = useWords(spendWords);
  const [typed, setTyped] = useState({ orderId, total });
  const [checked, setChecked] = useState(false);
  const [form, showFault] = useFirstFault();
  const order = typed.orderId.trim();
  const edit = (change: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...change });
    setChecked(false);
    onBill(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    showFault();
    onBill(billOf(typed.orderId, typed.total));
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
        <MoneyField
          label={spend.cost}
          hint={spend.costHint}
          value={typed.total}
          error={checked && typedAmount(typed.total) === null ? spend.badAmount : null}
          onChange={({ target }) => edit({ total: target.value })}
        />
        <Button block type="submit" kind="primary">
          {spend.check}
        </Button>
      </form>
    </Card>
  );
}
