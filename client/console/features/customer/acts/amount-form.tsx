import { useState } from 'react';
import type { MoneyValue } from '../../../../format/money.ts';
import { typedAmount } from '../../../../format/typed-amount.ts';
import { TextField } from '../../../../ui/field.tsx';
import { ActForm, ReasonField } from './fields.tsx';
import { actWords as words } from './words.ts';
import styles from './acts.module.css';

export interface Part {
  amount: MoneyValue;
  reason: string;
}

export interface AmountFormProps {
  id: string;
  /** How much it can be at most: that much is filled in. */
  most: MoneyValue;
  /** Says the same in a sentence. */
  hint: string;
  onReview: (part: Part) => void;
}

/** How much of an amount, and why. */
export function AmountForm({ id, most, hint, onReview }: AmountFormProps) {
  const [amount, setAmount] = useState(most.amount);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const typed = typedAmount(amount);
  const why = reason.trim();
  const review = (): boolean => {
    setTried(true);
    if (typed === null || why === '') return false;
    onReview({ amount: typed, reason: why });
    return true;
  };
  return (
    <ActForm id={id} onReview={review}>
      <div className={styles['wide']}>
        <TextField
          autoFocus
          label={words.amount}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          error={isTried && typed === null ? words.amountMissing : null}
          onChange={({ target }) => setAmount(target.value)}
        />
        <p className={styles['hint']}>{hint}</p>
      </div>
      <ReasonField value={reason} isMissing={isTried && why === ''} onChange={setReason} />
    </ActForm>
  );
}
