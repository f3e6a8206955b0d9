import { Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Grant } from '../session/auth-api.ts';
import type { Begun, StepProblem } from '../session/second-step-api.ts';
import { useSecondStep } from '../session/use-second-step.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { CopyIconButton } from '../ui/copy-button.tsx';
import { lazyPart } from '../ui/lazy-part.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useWords } from '../words/use-words.ts';
import { CodeForm } from './code-form.tsx';
import { problemText } from './problem-text.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { factorWords } from './words/words.ts';
import styles from './factor-set-up.module.css';

const QrCode = lazyPart(() => import('../ui/qr-code.tsx').then((module) => module.default));

export interface FactorSetUpProps {
  /** Of a sign-in that needs one; left out for whoever is signed in. */
  ticket?: string;
  /** What was begun already, because that took a code of the present app. */
  begun?: Begun;
  /** Shown until the app is set up: from then on only keeping the codes leads on. */
  wayOut: ReactNode;
  /** The codes have been kept. */
  onDone: (grant: Grant | null) => void;
}

/** Takes a secret over into an authenticator app, has it proved by a code, and shows the recovery codes: once. */
export function FactorSetUp({ ticket, begun: given, wayOut, onDone }: FactorSetUpProps) {
  const { setUp, problems } = useWords(factorWords);
  const api = useSecondStep();
  const { begun, problem, again } = useBegun(ticket, given);
  const [set, setSet] = useState<{ recoveryCodes: string[]; grant: Grant | null } | null>(null);
  if (set) return <RecoveryCodes codes={set.recoveryCodes} onKept={() => onDone(set.grant)} />;
  if (problem) {
    return (
      <div className={styles['steps']}>
        <Banner tone="bad" icon="error" urgent>
          <p>{problemText(problem, problems)}</p>
        </Banner>
        {problem.code === 'UNSURE' && (
          <Button block onClick={again}>
            {setUp.again}
          </Button>
        )}
        {wayOut}
      </div>
    );
  }
  const confirm = async (code: string): Promise<StepProblem | null> => {
    const answer = await api.confirm({ code, ...(ticket !== undefined && { ticket }) });
    if ('problem' in answer) return answer.problem;
    setSet(answer);
    return null;
  };
  return (
    <div className={styles['steps']} aria-busy={begun === null || undefined}>
      <p>{setUp.scan}</p>
      {begun === null ? (
        <Skeleton width="13rem" height="13rem" />
      ) : (
        <>
          <Suspense fallback={<Skeleton width="13rem" height="13rem" />}>
            <QrCode payload={begun.uri} label={setUp.qr} size={208} />
          </Suspense>
          <p>{setUp.secret}</p>
          <p className={styles['key']}>
            <span>{begun.secret.replace(/.{4}(?=.)/g, '$& ')}</span>
            <CopyIconButton text={begun.secret} label={setUp.copySecret} done={setUp.copied} />
          </p>
          <CodeForm label={setUp.label} submit={setUp.confirm} onSubmit={confirm} />
        </>
      )}
      {wayOut}
    </div>
  );
}

/** Begins when it is shown, unless it was begun before, and again when it is asked for. */
function useBegun(ticket: string | undefined, given: Begun | undefined) {
  const api = useSecondStep();
  const [begun, setBegun] = useState<Begun | null>(given ?? null);
  const [problem, setProblem] = useState<StepProblem | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (given !== undefined) return;
    let wanted = true;
    void api.begin(ticket === undefined ? {} : { ticket }).then((answer) => {
      if (!wanted) return;
      if ('problem' in answer) setProblem(answer.problem);
      else setBegun(answer);
    });
    return () => {
      wanted = false;
    };
  }, [api, ticket, given, round]);
  const again = (): void => {
    setProblem(null);
    setRound((last) => last + 1);
  };
  return { begun, problem, again };
}
