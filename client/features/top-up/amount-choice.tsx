import { useId } from 'react';
import { moneyParts } from '../../format/money.ts';
import { typedAmount } from '../../format/typed-amount.ts';
import { MoneyField } from '../../ui/money-field.tsx';
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

/** A field for any amount, and the usual ones as radio buttons; both show the same choice. */
export function AmountChoice({ value, hint, error, onChange }: AmountChoiceProps) {
  const { add } = useWords(topUpWords);
  const name = useId();
  const chosen = typedAmount(value)?.amount;
  return (
    <fieldset className={styles['panel']}>
      <legend>{add.howMuch}</legend>
      <MoneyField
        hideLabel
        label={add.otherAmount}
        value={value}
        hint={hint}
        error={error}
        onChange={({ target }) => onChange(target.value)}
      />
      <div className={styles['quick']}>
        {quick.map((amount) => (
          <label key={amount}>
            <input type="radio" name={name} checked={chosen === amount} onChange={() => onChange(amount)} />
            {moneyParts({ amount, currencyCode: 'INR' }).whole}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
