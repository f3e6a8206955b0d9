import { useId } from 'react';
import { classes } from '../../ui/classes.ts';
import { FieldError } from '../../ui/field.tsx';
import field from '../../ui/field.module.css';
import text from '../../ui/text.module.css';

/** As long as the shop takes a note or a reason. */
export const LONGEST_NOTE = 200;

export interface NoteFieldProps {
  label: string;
  /** When it is needed, and who reads it. */
  hint: string;
  error: string | null;
  value: string;
  onChange: (value: string) => void;
}

/** A few words on why something is done. */
export function NoteField({ label, hint, error, value, onChange }: NoteFieldProps) {
  const id = useId();
  return (
    <div className={field['field']}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={classes(field['input'], field['area'])}
        rows={2}
        maxLength={LONGEST_NOTE}
        value={value}
        aria-invalid={error !== null || undefined}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      {error === null ? (
        <p id={`${id}-hint`} className={text['note']}>
          {hint}
        </p>
      ) : (
        <FieldError id={`${id}-hint`}>{error}</FieldError>
      )}
    </div>
  );
}
