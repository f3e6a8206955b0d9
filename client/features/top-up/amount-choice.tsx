import { useId } from 'react';
import { moneyParts } from '../../format/money.ts';
import { typedAmount } from '../../format/typed-amount.ts';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../words/use-words.ts';
import { topUpWords } from './words/words.ts';
import styles from './top-up.module.css';

const quick = ['100.00', '200.00', '500.00', '1000.00', '2000.00', '5000.00'];

export interface AmountChoiceProps {
  value: string;
  /** The limits, known before anything is typed. */
  hint: string;
  error: string | null;
  onChange: (text: string) => void;
}

/** The usual amounts as radio buttons, and a field for any other; both show the same choice. */
export function AmountChoice({ value, hint, error, onChange }: AmountChoiceProps) {
  const { add } = useWords(topUpWords);
  const name = useId();
  const chosen = typedAmount(value)?.amount;
  return (
    <div className={styles['group']}>
      <fieldset>
        <legend>{add.howMuch}</legend>
        <div className={styles['quick']}>
          {quick.map((amount) => (
            <label key={amount}>
              <input type="radio" name={name} checked={chosen === amount} onChange={() => onChange(amount)} />
              {moneyParts({ amount, currencyCode: 'INR' }).whole}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={add.otherAmount}
        value={value}
        inputMode="decimal"
        autoComplete="off"
        placeholder="0.00"
        error={error}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className={styles['note']}>{hint}</p>
    </div>
  );
}
