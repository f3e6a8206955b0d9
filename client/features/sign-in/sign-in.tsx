import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { demo } from '../../build-info.ts';
import type { Credentials, NextStep, SignInProblem } from '../../session/auth-api.ts';
import { useSession } from '../../session/session-provider.tsx';
import type { SignedOutReason } from '../../session/session.ts';
import { Banner } from '../../ui/banner.tsx';
import { Brand } from '../../ui/brand.tsx';
import { Button } from '../../ui/button.tsx';
import { Dawn } from '../../ui/dawn.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { Icon } from '../../ui/icon.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { usePageHeading } from '../../ui/page-heading.tsx';
import { SkipLink } from '../../ui/skip-link.tsx';
import { sharedWords } from '../../words/words.ts';
import { LanguageChoice } from '../../words/language-choice.tsx';
import { useWords } from '../../words/use-words.ts';
import { DemoPeople } from './demo-people.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { signInWords } from './words/words.ts';
import styles from './sign-in.module.css';

const SecondStep = lazyPart(() => import('./second-step.tsx').then((module) => module.SecondStep));
const EmailCode = lazyPart(() => import('./email-code.tsx').then((module) => module.EmailCode));

/** The door. It stands at every address while nobody is signed in, so that signing in leads on to that address. */
export function SignInScreen({ reason }: { reason: SignedOutReason }) {
  const [byEmail, setByEmail] = useState(false);
  const attempt = useAttempt();
  const { next } = attempt;
  if (next) {
    return (
      <Door>
        <SecondStep next={next} onBack={attempt.again} />
      </Door>
    );
  }
  if (byEmail) {
    return (
      <Door>
        <EmailCode onBack={() => setByEmail(false)} />
      </Door>
    );
  }
  return (
    <Door>
      <PasswordStep reason={reason} attempt={attempt} onByEmail={() => setByEmail(true)} />
    </Door>
  );
}

function Door({ children }: { children: ReactNode }) {
  const { app } = useWords(sharedWords);
  return (
    <div className={styles['door']}>
      <SkipLink>{app.skip}</SkipLink>
      <Welcome />
      <main id="main" tabIndex={-1} className={styles['form']}>
        <Suspense fallback={null}>{children}</Suspense>
      </main>
    </div>
  );
}

interface PasswordStepProps {
  reason: SignedOutReason;
  attempt: ReturnType<typeof useAttempt>;
  onByEmail: () => void;
}

function PasswordStep({ reason, attempt, onByEmail }: PasswordStepProps) {
  const { signIn } = useWords(signInWords);
  const { app } = useWords(sharedWords);
  const heading = usePageHeading(app.title(signIn.title));
  return (
    <>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {signIn.title}
        </h1>
        <Why reason={reason} />
      </div>
      {demo && <DemoPeople busy={attempt.busy} onPick={attempt.start} />}
      <SignInForm busy={attempt.busy} problem={attempt.problem} onSubmit={attempt.start} />
      <div className={styles['ways']}>
        <details className={styles['forgot']}>
          <summary>{signIn.forgot}</summary>
          <p>{signIn.forgotHelp}</p>
        </details>
        <details className={styles['forgot']}>
          <summary>
            <Icon name="help" size="sm" />
            {signIn.help}
          </summary>
          <p>{signIn.helpText}</p>
        </details>
      </div>
      <Button block onClick={onByEmail}>
        {signIn.byEmail}
      </Button>
      <LanguageChoice hideLegend />
    </>
  );
}

function useAttempt() {
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [next, setNext] = useState<NextStep | null>(null);
  const start = async (credentials: Credentials): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const outcome = await session.signIn(credentials);
    if (outcome && 'ticket' in outcome) setNext(outcome);
    else setProblem(outcome);
    setBusy(false);
  };
  return { busy, problem, next, start, again: () => setNext(null) };
}

function Why({ reason }: { reason: SignedOutReason }) {
  const { signIn } = useWords(signInWords);
  if (reason !== 'fresh' && reason !== 'left') {
    const isBad = reason === 'unreachable' || reason === 'reused';
    return (
      <div className={styles['why']}>
        <Banner tone={isBad ? 'bad' : 'info'} icon="info" urgent>
          <p>{signIn[reason]}</p>
        </Banner>
      </div>
    );
  }
  return <p className={styles['intro']}>{demo ? signIn.demoIntro : signIn.intro}</p>;
}

function Welcome() {
  const { signIn } = useWords(signInWords);
  const { app } = useWords(sharedWords);
  const icons: IconName[] = ['lots', 'hourglass', 'shield'];
  return (
    <header className={styles['welcome']}>
      <Dawn large />
      <Brand name={app.brand} tagline={app.tagline} onGradient />
      <p className={styles['claim']}>{signIn.claim}</p>
      <ul className={styles['points']}>
        {signIn.points.map((point, index) => (
          <li key={point}>
            <Icon name={icons[index] ?? 'ok'} />
            {point}
          </li>
        ))}
      </ul>
    </header>
  );
}
