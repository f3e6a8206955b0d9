import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Credentials, SignInProblem } from '../../session/auth-api.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../words/use-words.ts';
import type { SignInWords } from './words/en.ts';
import { PasswordField } from './password-field.tsx';
import { signInWords } from './words/words.ts';
import styles from './sign-in-form.module.css';

export interface SignInFormProps {
  busy: boolean;
  problem: SignInProblem | null;
  onSubmit: (credentials: Credentials) => Promise<void>;
}

type Missing = Record<keyof Credentials, boolean>;

export function SignInForm({ busy, problem, onSubmit }: SignInFormProps) {
  const { signIn } = useWords(signInWords);
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<Missing>({ email: false, password: false });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy || form.current === null) return;
    const credentials = typed(form.current);
    const lacking: Missing = { email: credentials.email === '', password: credentials.password === '' };
    setMissing(lacking);
    if (lacking.email || lacking.password) focusField(form.current, lacking.email ? 'email' : 'password');
    else void onSubmit(credentials);
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate>
      {problem && (
        <Banner tone="bad" icon="error" urgent>
          <p>{problemText(problem, signIn)}</p>
        </Banner>
      )}
      <TextField
        label={signIn.email}
        type="email"
        name="email"
        autoComplete="username"
        placeholder={signIn.emailExample}
        error={missing.email ? signIn.missingEmail : null}
      />
      <PasswordField
        label={signIn.password}
        name="password"
        autoComplete="current-password"
        error={missing.password ? signIn.missingPassword : null}
      />
      <Button type="submit" kind="primary" block busy={busy}>
        {busy ? signIn.submitting : signIn.submit}
      </Button>
    </form>
  );
}

function typed(form: HTMLFormElement): Credentials {
  const fields = new FormData(form);
  return { email: String(fields.get('email')).trim(), password: String(fields.get('password')) };
}

function focusField(form: HTMLFormElement, name: keyof Credentials): void {
  form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
}

function problemText(problem: SignInProblem, words: SignInWords['signIn']): string {
  switch (problem.code) {
    case 'INVALID_CREDENTIALS':
      return words.invalid;
    case 'TOO_MANY_ATTEMPTS':
      return words.tooMany(problem.retryAfterSeconds);
    case 'UNREACHABLE':
      return words.unreachable;
    case 'UNEXPECTED':
      return words.unexpected;
  }
}
