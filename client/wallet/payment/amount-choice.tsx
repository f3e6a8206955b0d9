import { useId } from 'react';
import { moneyParts } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { isWithin } from '../../format/sum.ts';
import { typedAmount } from '../../format/typed-amount.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import styles from './payment.module.css';

const quick = ['100.00', '200.00', '500.00', '1000.00', '2000.00', '5000.00'];

export interface AmountChoiceProps {
  legend: string;
  label: string;
  value: string;
  least: MoneyValue;
  most: MoneyValue;
  /** The limits, known before anything is typed. */
  hint: string;
  error: string | null;
  onChange: (text: string) => void;
}

/** A field for any amount, and those of the usual ones that are allowed as radio buttons; both show the same choice. */
export function AmountChoice({
  legend,
  label,
  value,
  least,
  most,
  hint,
  error,
  onChange,
}: AmountChoiceProps) {
  const name = useId();
  const chosen = typedAmount(value)?.amount;
  const usual = quick
    .map((amount): MoneyValue => ({ amount, currencyCode: 'INR' }))
    .filter((money) => isWithin(money, least, most))
    .map((money) => ({ ...money, whole: moneyParts(money).whole }));
  return (
    <fieldset className={styles['panel']}>
      <legend>{legend}</legend>
      <MoneyField
        hideLabel
        label={label}
        value={value}
        hint={hint}
        error={error}
        onChange={({ target }) => onChange(target.value)}
      />
      <div className={styles['quick']}>
        {usual.map(({ amount, whole }) => (
          <label key={amount}>
            <input type="radio" name={name} checked={chosen === amount} onChange={() => onChange(amount)} />
            {whole}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
