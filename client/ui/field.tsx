import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { classes } from './classes.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './field.module.css';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className'> {
  label: string;
  error?: ReactNode;
  /** A button inside the field, at its end. */
  end?: ReactNode;
}

export function TextField({ label, error = null, end, ...input }: TextFieldProps) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <span className={styles['box']}>
        <input
          {...input}
          id={id}
          className={styles['input']}
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : errorId}
        />
        {end}
      </span>
      {error !== null && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  );
}

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id' | 'className'> {
  label: string;
}

export function TextArea({ label, ...area }: TextAreaProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <textarea {...area} id={id} className={classes(styles['input'], styles['area'])} />
    </div>
  );
}

export interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'id' | 'className'> {
  label: string;
  /** Where the label stands: above the list, beside it, or only in the ears of a screen reader. */
  labelled?: 'above' | 'beside' | 'unseen';
}

export function SelectField({ label, labelled = 'above', children, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={classes(styles['field'], labelled === 'beside' && styles['inline'])}>
      <label htmlFor={id}>{labelled === 'unseen' ? <VisuallyHidden>{label}</VisuallyHidden> : label}</label>
      <select {...select} id={id} className={classes(styles['input'], styles['select'])}>
        {children}
      </select>
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className={styles['error']}>
      <Icon name="error" size="sm" />
      {children}
    </p>
  );
}
