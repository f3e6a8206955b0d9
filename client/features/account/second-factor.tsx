import { useEffect, useRef, useState } from 'react';
import { CodeForm } from '../../second-factor/code-form.tsx';
import { FactorSetUp } from '../../second-factor/factor-set-up.tsx';
import { problemText } from '../../second-factor/problem-text.ts';
import { factorWords } from '../../second-factor/words/words.ts';
import type { Begun, FactorState, StepProblem } from '../../session/second-step-api.ts';
import { useSecondStep } from '../../session/use-second-step.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { accountWords } from './words/words.ts';
import styles from './account.module.css';

type Doing = 'nothing' | 'setting up' | 'proving' | 'switching off';

/** The second step of signing in, for people who work for the shop. Where an issuer elsewhere signs them in, there is none here. */
export function SecondFactor() {
  const { secondFactor: words } = useWords(accountWords);
  const { problems } = useWords(factorWords);
  const { actions } = useWords(sharedWords);
  const { state, problem, load } = useFactorState();
  if (problem?.code === 'NOT_OFFERED') return null;
  return (
    <Card title={words.title} busy={state === null && problem === null}>
      {problem && (
        <Banner tone="bad" icon="error">
          <p>{problemText(problem, problems)}</p>
          <Button small onClick={load}>
            {actions.retry}
          </Button>
        </Banner>
      )}
      {state ? <Factor state={state} onChange={load} /> : !problem && <Skeleton width="14rem" />}
    </Card>
  );
}

function Factor({ state, onChange }: { state: FactorState; onChange: () => void }) {
  const { secondFactor: words } = useWords(accountWords);
  const { actions } = useWords(sharedWords);
  const [announce, api] = [useAnnounce(), useSecondStep()];
  const [doing, setDoing] = useState<Doing>('nothing');
  const [begun, setBegun] = useState<Begun | null>(null);
  const finish = (said: string): void => {
    setDoing('nothing');
    setBegun(null);
    announce.politely(said);
    onChange();
  };
  const prove = async (code: string): Promise<StepProblem | null> => {
    const answer = await api.begin({ code });
    if ('problem' in answer) return answer.problem;
    setBegun(answer);
    setDoing('setting up');
    return null;
  };
  const switchOff = async (code: string): Promise<StepProblem | null> => {
    const outcome = await api.disable(code);
    if (outcome === null) finish(words.switchedOff);
    return outcome;
  };
  const cancel = (
    <Button block kind="quiet" onClick={() => setDoing('nothing')}>
      {actions.cancel}
    </Button>
  );
  const present = { label: words.present, letters: true };
  return (
    <div className={styles['exits']} ref={useKeptPlace(doing)} tabIndex={-1}>
      {doing === 'nothing' && (
        <>
          <p>{state.isOn ? words.on(state.recoveryCodesLeft) : words.off}</p>
          <Button block icon="shield" onClick={() => setDoing(state.isOn ? 'proving' : 'setting up')}>
            {state.isOn ? words.change : words.setUp}
          </Button>
          {state.isOn && !state.isRequired && (
            <Button block kind="quiet" onClick={() => setDoing('switching off')}>
              {words.switchOff}
            </Button>
          )}
        </>
      )}
      {doing === 'setting up' && (
        <FactorSetUp {...(begun && { begun })} wayOut={cancel} onDone={() => finish(words.isSet)} />
      )}
      {doing === 'proving' && <CodeForm {...present} submit={words.next} onSubmit={prove} />}
      {doing === 'switching off' && <CodeForm {...present} submit={words.switchOff} onSubmit={switchOff} />}
      {(doing === 'proving' || doing === 'switching off') && cancel}
    </div>
  );
}

/** The button that was pressed goes with what it led to, so the keyboard goes on where its place was. */
function useKeptPlace(doing: Doing) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(doing);
  useEffect(() => {
    if (before.current !== doing) place.current?.focus();
    before.current = doing;
  }, [doing]);
  return place;
}

function useFactorState() {
  const api = useSecondStep();
  const [state, setState] = useState<FactorState | null>(null);
  const [problem, setProblem] = useState<StepProblem | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    void api.state().then((answer) => {
      if (!wanted) return;
      const failed = 'problem' in answer;
      setProblem(failed ? answer.problem : null);
      if (!failed) setState(answer);
    });
    return () => {
      wanted = false;
    };
  }, [api, round]);
  return { state, problem, load: () => setRound((last) => last + 1) };
}
