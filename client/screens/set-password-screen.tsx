import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { useMessages } from '../messages/messages.tsx';
import type { AuthApi, PasswordProblem } from '../session/auth-api.ts';
import { Banner } from '../ui/banner.tsx';
import { Brand } from '../ui/brand.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { usePageHeading } from '../ui/page-heading.tsx';
import styles from './staff-welcome.module.css';

const SHORTEST = 12;

/** Where a link from the shop leads: its owner chooses a password. What is secret stands behind the `#`, which no server is sent. */
export function SetPasswordScreen({ auth }: { auth: AuthApi }) {
  const { app, setPassword: words } = useMessages();
  const heading = usePageHeading(app.title(words.title));
  const link = useLocation().hash.slice(1);
  const [done, setDone] = useState(false);
  return (
    <div className={styles['page']}>
      <header>
        <Brand name={app.brand} tagline={app.tagline} />
      </header>
      <main id="main" tabIndex={-1} className={styles['card']}>
        <h1 ref={heading} tabIndex={-1}>
          {words.title}
        </h1>
        {done ? <Done /> : <PasswordForm auth={auth} link={link} onDone={() => setDone(true)} />}
      </main>
    </div>
  );
}

function Done() {
  const { setPassword: words } = useMessages();
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
  const { setPassword: words } = useMessages();
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
      <p className={styles['muted']}>{words.intro}</p>
      {problem && (
        <Banner tone="bad" icon="error" urgent>
          <p>{words[problem]}</p>
        </Banner>
      )}
      <TextField
        label={words.label}
        type="password"
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
