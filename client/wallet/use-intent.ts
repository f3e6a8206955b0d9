import { useCallback, useEffect, useRef, useState } from 'react';
import { isOutcomeUnknown } from '../apollo/problem.ts';
import { readFragment } from '../graphql/fragment-masking.ts';
import type { FragmentType } from '../graphql/fragment-masking.ts';
import { Refusal_ErrorFragmentDoc } from '../graphql/graphql.ts';
import { useSessionState } from '../session/session-provider.tsx';
import { useIntents } from './intents.ts';
import type { Wish } from './intents.ts';

type Refusal = FragmentType<typeof Refusal_ErrorFragmentDoc>;

interface Answer {
  userErrors: readonly Refusal[];
}

/** `unknown`: it was sent and no answer says what became of it. */
type Step = { name: 'idle' | 'sending' } | { name: 'failed'; error: unknown } | { name: 'unknown' };

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;
/** Half an hour of asking; after that only by hand. */
const MOST_ASKS = 60;

export type Intent = Omit<ReturnType<typeof useIntent>, 'carryOut'>;

/**
 * Carries out one wish about money, once. While it is not known what became of it, the shop is asked again with the same key,
 * until it says so: only its own word counts as done or not done. `act` and the wish's details name the intent.
 */
export function useIntent<Given extends Answer>(act: string) {
  const intents = useIntents();
  const session = useSessionState();
  const accountId = session.status === 'signedIn' ? session.account.id : null;
  const [step, setStep] = useState<Step>({ name: 'idle' });
  const [asking, setAsking] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const wake = useRef<() => void>(() => undefined);
  const run = useRef(0);
  const wakeUp = useCallback((): void => wake.current(), []);
  const here = useRef(true);
  // Nobody asks on for somebody who left; the key stays until the outcome is known.
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      wakeUp();
    };
  }, [wakeUp]);

  const reset = useCallback((): void => {
    run.current += 1;
    wakeUp();
    setStep({ name: 'idle' });
    setRefusals([]);
  }, [wakeUp]);

  const wishOf = (details: readonly string[]): Wish => [accountId ?? '', act, ...details];
  /** The shop's answer, also for somebody who left meanwhile; null when there is none, or another wish has taken its place. */
  const carryOut = async (
    details: readonly string[],
    send: (key: string) => Promise<Given | undefined>,
  ): Promise<Given | null> => {
    const wish = wishOf(details);
    // Sent before a reload, or from another window: then too only an answer tells what became of it.
    const wasOpen = intents.isOpen(wish);
    const key = intents.keyOf(wish);
    const mine = (run.current += 1);
    const isCurrent = (): boolean => run.current === mine;
    setRefusals([]);
    setStep({ name: 'sending' });
    for (let asked = 0; ; asked += 1) {
      setAsking(true);
      const outcome = await attempt(send, key);
      if (outcome.isFinal) intents.settle(wish);
      // What goes wrong with a later try says nothing about the first one.
      const isUnknown = outcome.kind === 'unknown' || ((asked > 0 || wasOpen) && !outcome.isFinal);
      if (!isUnknown && !outcome.isFinal) intents.notDone(wish);
      if (!isCurrent()) return null;
      setAsking(false);
      if (outcome.kind === 'answer' && !isUnknown) {
        setStep({ name: 'idle' });
        setRefusals(outcome.answer.userErrors);
        return outcome.answer;
      }
      if (outcome.kind === 'error' && !isUnknown) {
        setStep({ name: 'failed', error: outcome.error });
        return null;
      }
      setStep({ name: 'unknown' });
      await pause(asked, wake);
      if (!isCurrent() || !here.current) return null;
    }
  };
  return {
    carryOut,
    /** What was sent for this and has no outcome yet, from here or from anywhere else in this browser. */
    openOf: (details: readonly string[]): Wish[] => intents.openOf(wishOf(details)),
    reset,
    askNow: wakeUp,
    asking,
    sending: step.name === 'sending',
    unknown: step.name === 'unknown',
    error: step.name === 'failed' ? step.error : null,
    refusals,
  };
}

type Outcome<Given> =
  | { kind: 'answer'; answer: Given; isFinal: boolean }
  | { kind: 'error'; error: unknown; isFinal: false }
  | { kind: 'unknown'; isFinal: false };

async function attempt<Given extends Answer>(
  send: (key: string) => Promise<Given | undefined>,
  key: string,
): Promise<Outcome<Given>> {
  try {
    const answer = await send(key);
    if (answer === undefined) return { kind: 'unknown', isFinal: false };
    const codes = readFragment(Refusal_ErrorFragmentDoc, answer.userErrors).map(({ code }) => code);
    if (codes.includes('OUTCOME_UNKNOWN')) return { kind: 'unknown', isFinal: false };
    return { kind: 'answer', answer, isFinal: !codes.includes('TRY_AGAIN') };
  } catch (error) {
    return isOutcomeUnknown(error)
      ? { kind: 'unknown', isFinal: false }
      : { kind: 'error', error, isFinal: false };
  }
}

/** Waits longer from time to time, and no longer once there is a network again or somebody asks. */
async function pause(asked: number, wake: { current: () => void }): Promise<void> {
  await new Promise<void>((resolve) => {
    const wait = Math.min(FIRST_WAIT_MS * 2 ** asked, LONGEST_WAIT_MS);
    const timer = asked < MOST_ASKS ? setTimeout(done, wait) : undefined;
    function done(): void {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    }
    window.addEventListener('online', done);
    wake.current = done;
  });
}
