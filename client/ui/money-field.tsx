import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { FieldError } from './field.tsx';
import hidden from './visually-hidden.module.css';
import styles from './money-field.module.css';

export interface MoneyFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className'> {
  label: string;
  /** What stands above says the same to the eye. */
  hideLabel?: boolean;
  /** The limits, known before anything is typed. */
  hint: string;
  error?: ReactNode;
}

/** An amount of rupees, as large as it matters. */
export function MoneyField({ label, hideLabel = false, hint, error = null, ...input }: MoneyFieldProps) {
  const id = useId();
  const described = `${id}-${error === null ? 'hint' : 'error'}`;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={classes(hideLabel && hidden['hidden'])}>
        {label}
      </label>
      <div className={classes(styles['money'], error !== null && styles['wrong'])}>
        <span aria-hidden="true">₹</span>
        <input
          {...input}
          id={id}
          inputMode="decimal"
          autoComplete="off"
          placeholder="0.00"
          aria-invalid={error !== null || undefined}
          aria-describedby={described}
        />
      </div>
      {error === null ? (
        <p id={described} className={styles['hint']}>
          {hint}
        </p>
      ) : (
        <FieldError id={described}>{error}</FieldError>
      )}
    </div>
  );
}
