import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { demo } from '../../build-info.ts';
import { usePreferences } from '../../preferences/preferences-provider.tsx';
import { CodeForm } from '../../second-factor/code-form.tsx';
import { problemText } from '../../second-factor/problem-text.ts';
import { factorWords } from '../../second-factor/words/words.ts';
import type { StepProblem } from '../../session/second-step-api.ts';
import { useSession } from '../../session/session-provider.tsx';
import { useSecondStep } from '../../session/use-second-step.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../words/use-words.ts';
import { StepHeading } from './second-step.tsx';
import { signInWords } from './words/words.ts';
import styles from './sign-in-form.module.css';

/** A code by e-mail instead of a password. Whether the address is somebody's is not told, so neither is it here. */
export function EmailCode({ onBack }: { onBack: () => void }) {
  const { emailCode: words } = useWords(signInWords);
  const [email, setEmail] = useState<string | null>(null);
  return (
    <>
      <StepHeading title={words.title} intro={words.intro} />
      {email === null ? (
        <AskForm onSent={setEmail} />
      ) : (
        <EnterForm email={email} onOther={() => setEmail(null)} />
      )}
      <Button kind="quiet" block onClick={onBack}>
        {words.back}
      </Button>
    </>
  );
}

function AskForm({ onSent }: { onSent: (email: string) => void }) {
  const { emailCode: words, signIn } = useWords(signInWords);
  const { problems } = useWords(factorWords);
  const api = useSecondStep();
  const [{ language }] = usePreferences();
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<StepProblem | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setMissing(email === '');
    if (email === '') return field.current?.focus();
    setBusy(true);
    const outcome = await api.askEmailCode(email, language);
    setBusy(false);
    setProblem(outcome);
    if (outcome === null) onSent(email);
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      {problem && (
        <Banner tone="bad" icon="error" urgent>
          <p>{problemText(problem, problems)}</p>
        </Banner>
      )}
      <TextField
        ref={field}
        label={signIn.email}
        type="email"
        name="email"
        autoComplete="username"
        placeholder={signIn.emailExample}
        error={missing ? words.missing : null}
      />
      <Button type="submit" kind="primary" block busy={busy}>
        {busy ? words.sending : words.send}
      </Button>
    </form>
  );
}

function EnterForm({ email, onOther }: { email: string; onOther: () => void }) {
  const { emailCode: words } = useWords(signInWords);
  const [session, api] = [useSession(), useSecondStep()];
  const enter = async (code: string): Promise<StepProblem | null> => {
    const answer = await api.enterEmailCode(email, code);
    if ('problem' in answer) return answer.problem;
    session.enter(answer.grant);
    return null;
  };
  return (
    <>
      <Banner tone="info" icon="info" urgent>
        <p>{words.sent(email)}</p>
        {demo && <a href="/mailbox">{words.demo}</a>}
      </Banner>
      <CodeForm label={words.label} submit={words.submit} onSubmit={enter} />
      <Button block onClick={onOther}>
        {words.other}
      </Button>
    </>
  );
}
