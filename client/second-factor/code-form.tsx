import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { StepProblem } from '../session/second-step-api.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords } from '../words/use-words.ts';
import { problemText } from './problem-text.ts';
import { factorWords } from './words/words.ts';
import styles from './code-form.module.css';

export interface CodeFormProps {
  label: string;
  submit: string;
  /** Letters as well: for recovery codes. */
  letters?: boolean;
  /** Null when it worked: then whoever shows the form goes on to something else. */
  onSubmit: (code: string) => Promise<StepProblem | null>;
}

/** One field for a code. A code that was refused stays to be looked at, and the focus goes back to it. */
export function CodeForm({ label, submit, letters = false, onSubmit }: CodeFormProps) {
  const { code: words, problems } = useWords(factorWords);
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<StepProblem | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const code = String(new FormData(event.currentTarget).get('code')).trim();
    setMissing(code === '');
    if (code === '') return field.current?.focus();
    setBusy(true);
    setProblem(null);
    const outcome = await onSubmit(code);
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
      <TextField
        ref={field}
        label={label}
        name="code"
        autoComplete={letters ? 'off' : 'one-time-code'}
        inputMode={letters ? 'text' : 'numeric'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        error={missing ? words.missing : null}
      />
      <Button type="submit" kind="primary" block busy={busy}>
        {busy ? words.submitting : submit}
      </Button>
    </form>
  );
}
