import { useState } from 'react';
import type { ReactNode } from 'react';
import { CodeForm } from '../../second-factor/code-form.tsx';
import { FactorSetUp } from '../../second-factor/factor-set-up.tsx';
import type { NextStep } from '../../session/auth-api.ts';
import type { StepProblem } from '../../session/second-step-api.ts';
import { useSession } from '../../session/session-provider.tsx';
import { useSecondStep } from '../../session/use-second-step.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { usePageHeading } from '../../ui/page-heading.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { signInWords } from './words/words.ts';
import styles from './sign-in.module.css';

export interface SecondStepProps {
  next: NextStep;
  onBack: () => void;
}

/** After the password: the code of an authenticator app, or setting one up where that is needed. */
export function SecondStep({ next, onBack }: SecondStepProps) {
  const { secondStep } = useWords(signInWords);
  const back = (
    <Button kind="quiet" block onClick={onBack}>
      {secondStep.back}
    </Button>
  );
  if (next.code === 'SECOND_FACTOR_SETUP_REQUIRED') return <SetUpStep ticket={next.ticket} wayOut={back} />;
  return (
    <>
      <ProveStep ticket={next.ticket} />
      {back}
    </>
  );
}

function SetUpStep({ ticket, wayOut }: { ticket: string; wayOut: ReactNode }) {
  const { secondStep } = useWords(signInWords);
  const session = useSession();
  return (
    <>
      <StepHeading title={secondStep.setUpTitle} intro={secondStep.setUpIntro} />
      <FactorSetUp ticket={ticket} wayOut={wayOut} onDone={(grant) => grant && session.enter(grant)} />
    </>
  );
}

function ProveStep({ ticket }: { ticket: string }) {
  const { secondStep } = useWords(signInWords);
  const [session, api, announce] = [useSession(), useSecondStep(), useAnnounce()];
  const [byRecovery, setByRecovery] = useState(false);
  const prove = async (code: string): Promise<StepProblem | null> => {
    const answer = await api.verify(ticket, code);
    if ('problem' in answer) return answer.problem;
    if (answer.recoveryCodesLeft !== null) announce.politely(secondStep.left(answer.recoveryCodesLeft));
    session.enter(answer.grant);
    return null;
  };
  return (
    <>
      <StepHeading
        title={secondStep.title}
        intro={byRecovery ? secondStep.recoveryIntro : secondStep.intro}
      />
      <CodeForm
        key={String(byRecovery)}
        label={byRecovery ? secondStep.recoveryLabel : secondStep.label}
        submit={secondStep.submit}
        letters={byRecovery}
        onSubmit={prove}
      />
      <Button block onClick={() => setByRecovery(!byRecovery)}>
        {byRecovery ? secondStep.toApp : secondStep.toRecovery}
      </Button>
    </>
  );
}

export function StepHeading({ title, intro }: { title: string; intro: string }) {
  const { app } = useWords(sharedWords);
  const heading = usePageHeading(app.title(title));
  return (
    <div>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className={styles['intro']}>{intro}</p>
    </div>
  );
}
