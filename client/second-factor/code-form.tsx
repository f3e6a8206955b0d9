import type { StepProblem } from '../session/second-step-api.ts';
import { useWords } from '../words/use-words.ts';
import { OneFieldForm } from './one-field-form.tsx';
import { factorWords } from './words/words.ts';

export interface CodeFormProps {
  label: string;
  submit: string;
  /** Letters as well: for recovery codes. */
  letters?: boolean;
  /** Null when it worked: then whoever shows the form goes on to something else. */
  onSubmit: (code: string) => Promise<StepProblem | null>;
}

/** One field for a code. */
export function CodeForm({ label, submit, letters = false, onSubmit }: CodeFormProps) {
  const { code: words } = useWords(factorWords);
  return (
    <OneFieldForm
      label={label}
      name="code"
      autoComplete={letters ? 'off' : 'one-time-code'}
      inputMode={letters ? 'text' : 'numeric'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      missing={words.missing}
      submit={submit}
      submitting={words.submitting}
      onSubmit={onSubmit}
    />
  );
}
