import { useId } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { TextField } from '../../../../ui/field.tsx';
import { useFirstFault } from '../../../../ui/use-first-fault.ts';
import { actWords as words } from './words.ts';
import styles from './acts.module.css';

/** As the shop counts it. */
const LONGEST_REASON = 200;

export interface ActFormProps {
  id: string;
  /** False: something is missing, and what it is stands at its field. */
  onReview: () => boolean;
  children: ReactNode;
}

/** The fields of an act. What is missing is said at the field, and the keyboard is taken to the first. */
export function ActForm({ id, onReview, children }: ActFormProps) {
  const [form, toFirstFault] = useFirstFault();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!onReview()) toFirstFault();
  };
  return (
    <form ref={form} id={id} className={styles['fields']} noValidate onSubmit={submit}>
      {children}
    </form>
  );
}

export interface ReasonProps {
  value: string;
  isMissing: boolean;
  /** Who reads it. */
  hint?: string;
  onChange: (reason: string) => void;
}

export function ReasonField({ value, isMissing, hint = words.reasonHint, onChange }: ReasonProps) {
  const id = useId();
  return (
    <div className={styles['wide']}>
      <TextField
        label={words.reason}
        maxLength={LONGEST_REASON}
        value={value}
        error={isMissing ? words.reasonMissing : null}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={id} className={styles['hint']}>
        {hint}
      </p>
    </div>
  );
}
