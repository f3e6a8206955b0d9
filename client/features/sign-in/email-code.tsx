import { useState } from 'react';
import { demo } from '../../build-info.ts';
import { usePreferences } from '../../preferences/preferences-provider.tsx';
import { CodeForm } from '../../second-factor/code-form.tsx';
import { OneFieldForm } from '../../second-factor/one-field-form.tsx';
import type { StepProblem } from '../../session/second-step-api.ts';
import { useSession } from '../../session/session-provider.tsx';
import { useSecondStep } from '../../session/use-second-step.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/use-words.ts';
import { StepHeading } from './second-step.tsx';
import { signInWords } from './words/words.ts';

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
  const api = useSecondStep();
  const [{ language }] = usePreferences();
  const ask = async (email: string): Promise<StepProblem | null> => {
    const problem = await api.askEmailCode(email, language);
    if (problem === null) onSent(email);
    return problem;
  };
  return (
    <OneFieldForm
      label={signIn.email}
      type="email"
      name="email"
      autoComplete="username"
      placeholder={signIn.emailExample}
      missing={words.missing}
      submit={words.send}
      submitting={words.sending}
      onSubmit={ask}
    />
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
