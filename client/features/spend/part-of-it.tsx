import { Icon } from '../../ui/icon.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { useWords } from '../../words/use-words.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

export interface PartFieldProps {
  /** As it was typed. */
  amount: string;
  /** Where the rest is paid. */
  hint: string;
  error: string | null;
  onChange: (amount: string) => void;
}

/** How much of the order is paid with credits, to the paisa. */
export function PartField({ amount, hint, error, onChange }: PartFieldProps) {
  const { spend } = useWords(spendWords);
  return (
    <MoneyField
      label={spend.amount}
      hint={hint}
      value={amount}
      error={error}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** The same, folded away where the credits pay for everything. */
export function PartOfIt(props: PartFieldProps) {
  const { spend } = useWords(spendWords);
  return (
    <details className={styles['change']}>
      <summary>
        {spend.partInstead}
        <Icon name="down" size="sm" />
      </summary>
      <PartField {...props} />
    </details>
  );
}
