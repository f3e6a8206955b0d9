import { TextField } from '../../ui/field.tsx';
import text from '../../ui/text.module.css';
import styles from './hinted-field.module.css';

export interface HintedFieldProps {
  label: string;
  /** What it means; what is wrong with it stands in its place. */
  hint: string;
  value: string;
  error: string | null;
  type?: 'date';
  inputMode?: 'decimal' | 'numeric';
  readOnly?: boolean;
  maxLength?: number;
  onChange: (value: string) => void;
}

/** A field of a form that says what it means. */
export function HintedField({ hint, onChange, ...rest }: HintedFieldProps) {
  return (
    <div className={styles['field']}>
      <TextField {...rest} autoComplete="off" onChange={({ target }) => onChange(target.value)} />
      {rest.error === null && <p className={text['note']}>{hint}</p>}
    </div>
  );
}
