import { useState } from 'react';
import type { MoneyValue } from '../../../../format/money.ts';
import { typedAmount } from '../../../../format/typed-amount.ts';
import { TextField } from '../../../../ui/field.tsx';
import { ActForm, ReasonField } from './fields.tsx';
import { actWords as words } from './words.ts';
import styles from './acts.module.css';

export interface Refund {
  amount: MoneyValue;
  reason: string;
}

export interface RefundFormProps {
  id: string;
  /** How much can go back at most: that much is filled in. */
  refundable: MoneyValue;
  /** Says the same in a sentence. */
  hint: string;
  onReview: (refund: Refund) => void;
}

/** How much goes back, and why. */
export function RefundForm({ id, refundable, hint, onReview }: RefundFormProps) {
  const [amount, setAmount] = useState(refundable.amount);
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
