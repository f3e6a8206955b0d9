import { TextField } from '../../../ui/field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { amountOf } from '../history-search.ts';
import { historyWords } from '../words/words.ts';
import styles from './history-filters.module.css';

/** What stands in the two fields, as it was typed. */
export interface TypedAmounts {
  least: string;
  most: string;
}

export interface AmountFieldsProps {
  typed: TypedAmounts;
  /** Something around the fields says already that they are about amounts. */
  named?: boolean;
  onChange: (typed: TypedAmounts) => void;
}

/** From how much to how much an entry moved, whatever the direction. */
export function AmountFields({ typed, named = false, onChange }: AmountFieldsProps) {
  const { history } = useWords(historyWords);
  return (
    <fieldset>
      {!named && <legend>{history.amount}</legend>}
      <div className={styles['days']}>
        <AmountField
          label={history.least}
          typed={typed.least}
          onType={(least) => onChange({ ...typed, least })}
        />
        <AmountField
          label={history.most}
          typed={typed.most}
          onType={(most) => onChange({ ...typed, most })}
        />
      </div>
    </fieldset>
  );
}

/** Whether everything that was typed is an amount. */
export function areAmounts({ least, most }: TypedAmounts): boolean {
  return [least, most].every((text) => text.trim() === '' || amountOf(text) !== '');
}

function AmountField({
  label,
  typed,
  onType,
}: {
  label: string;
  typed: string;
  onType: (typed: string) => void;
}) {
  const { history } = useWords(historyWords);
  const unknown = !areAmounts({ least: typed, most: '' });
  return (
    <TextField
      label={label}
      inputMode="decimal"
      autoComplete="off"
      placeholder="₹"
      maxLength={16}
      value={typed}
      error={unknown ? history.amountUnknown : null}
      onChange={({ target }) => onType(target.value)}
    />
  );
}
