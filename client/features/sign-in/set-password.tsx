import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation } from 'react-router';
import type { AuthApi, PasswordProblem } from '../../session/auth-api.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { LonePage } from '../../ui/lone-page.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { PasswordField } from './password-field.tsx';
import { signInWords } from './words/words.ts';
import styles from './sign-in-form.module.css';

const SHORTEST = 12;

/** Where a link from the shop leads: its owner chooses a password. What is secret stands behind the `#`, which no server is sent. */
export function SetPasswordScreen({ auth }: { auth: AuthApi }) {
  const { setPassword: words } = useWords(signInWords);
  const { app } = useWords(sharedWords);
  const link = useLocation().hash.slice(1);
  const [done, setDone] = useState(false);
  return (
    <LonePage
      brand={{ name: app.brand, tagline: app.tagline }}
      heading={words.title}
      intro={done ? null : words.intro}
      skip={app.skip}
      documentTitle={app.title(words.title)}
    >
      {done ? <Done /> : <PasswordForm auth={auth} link={link} onDone={() => setDone(true)} />}
    </LonePage>
  );
}

function Done() {
  const { setPassword: words } = useWords(signInWords);
  return (
    <>
      <Banner tone="info" icon="ok" urgent>
        <p>{words.done}</p>
      </Banner>
      <Link className={buttonClass('primary')} to="/" replace>
        {words.toSignIn}
      </Link>
    </>
  );
}

interface PasswordFormProps {
  auth: AuthApi;
  link: string;
  onDone: () => void;
}

function PasswordForm({ auth, link, onDone }: PasswordFormProps) {
  const { setPassword: words } = useWords(signInWords);
  const [busy, setBusy] = useState(false);
  const [tooShort, setTooShort] = useState(false);
  const [problem, setProblem] = useState<PasswordProblem | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const password = String(new FormData(event.currentTarget).get('password'));
    setTooShort(password.length < SHORTEST);
    if (password.length < SHORTEST) return;
    setBusy(true);
    const outcome = await auth.choosePassword(link, password);
    setBusy(false);
    setProblem(outcome);
    if (outcome === null) onDone();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      {problem && (
        <Banner tone="bad" icon="error" urgent>
          <p>{words[problem]}</p>
        </Banner>
      )}
      <PasswordField
        label={words.label}
        name="password"
        autoComplete="new-password"
        error={tooShort ? words.tooShort : null}
      />
      <Button type="submit" kind="primary" block busy={busy}>
        {busy ? words.submitting : words.submit}
      </Button>
    </form>
  );
}
