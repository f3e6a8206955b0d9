import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { StepProblem } from '../session/second-step-api.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import type { TextFieldProps } from '../ui/field.tsx';
import { useWords } from '../words/use-words.ts';
import { problemText } from './problem-text.ts';
import { factorWords } from './words/words.ts';
import styles from './one-field-form.module.css';

export interface OneFieldFormProps extends Omit<TextFieldProps, 'error' | 'name' | 'onSubmit'> {
  name: string;
  /** What is said when the field was left empty. */
  missing: string;
  submit: string;
  submitting: string;
  /** Null when it worked: then whoever shows the form goes on to something else. */
  onSubmit: (text: string) => Promise<StepProblem | null>;
}

/** A step with one field. What was refused stays to be looked at, and the focus goes back to it. */
export function OneFieldForm({ missing, submit, submitting, onSubmit, ...input }: OneFieldFormProps) {
  const { problems } = useWords(factorWords);
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const [problem, setProblem] = useState<StepProblem | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const text = String(new FormData(event.currentTarget).get(input.name)).trim();
    setEmpty(text === '');
    if (text === '') return field.current?.focus();
    setBusy(true);
    setProblem(null);
    const outcome = await onSubmit(text);
    setBusy(false);
    setProblem(outcome);
    if (!outcome) return;
    field.current?.focus();
    field.current?.select();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void send(event)} noValidate>
      {problem && (
        <Banner tone="bad" icon="error" urgent>
          <p>{problemText(problem, problems)}</p>
        </Banner>
      )}
      <TextField {...input} ref={field} error={isEmpty ? missing : null} />
      <Button type="submit" kind="primary" block busy={busy}>
        {busy ? submitting : submit}
      </Button>
    </form>
  );
}
