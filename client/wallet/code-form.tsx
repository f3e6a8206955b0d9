import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { readFragment } from '../graphql/fragment-masking.ts';
import { Refusal_ErrorFragmentDoc } from '../graphql/graphql.ts';
import { OfflineReason } from '../offline/offline-reason.tsx';
import { useConnected } from '../session/use-connected.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import text from '../ui/text.module.css';
import { useFirstFault } from '../ui/use-first-fault.ts';
import styles from './code-form.module.css';
import { ProblemBanner } from './problem-banner.tsx';
import { UnknownBanner } from './unknown-banner.tsx';
import type { Intent } from './use-intent.ts';
import { useRefusalText } from './use-refusal-text.tsx';

export interface CodeFormWords {
  label: string;
  /** What comes of it, where that is not plain. */
  hint?: string;
  /** What is said when nothing was entered. */
  missing: string;
  use: string;
  using: string;
  /** Whether the code was used is not known. */
  unknown: string;
  /** The code was not used. */
  failed: string;
}

export interface CodeFormProps {
  words: CodeFormWords;
  /** How such a code looks. */
  sample?: string;
  /** How loud its button is: there is one filled button on a screen. */
  kind?: 'primary' | 'secondary';
  /** What the address brought along. */
  initial: string | null;
  intent: Omit<Intent, 'openOf'>;
  /** True when the code did what it is for: then the field is free for another. */
  onCode: (code: string) => Promise<boolean>;
  /** What else can be done with a code that was entered; it stands below the button. */
  beside?: (entered: EnteredCode) => ReactNode;
}

export interface EnteredCode {
  code: string;
  /** Asks for a code where none was entered, and is false then. */
  demand: () => boolean;
  proceed: () => void;
}

/** For a code that somebody was given: by a friend, on a card, in a letter. What was refused stays to be looked at. */
export function CodeForm({
  words,
  kind = 'secondary',
  sample,
  initial,
  intent,
  onCode,
  beside,
}: CodeFormProps) {
  const say = useRefusalText();
  const connected = useConnected();
  const reasonId = useId();
  const [form, showFault] = useFirstFault();
  const [code, setCode] = useState(initial ?? '');
  const [missing, setMissing] = useState(false);
  const { reset, sending, unknown, asking, askNow, error, refusals } = intent;
  const busy = sending || unknown;
  const [refusal] = readFragment(Refusal_ErrorFragmentDoc, refusals);
  const demand = (): boolean => {
    showFault();
    setMissing(code.trim() === '');
    return code.trim() !== '';
  };
  const send = async (): Promise<void> => {
    if (!demand()) return;
    const isUsed = await onCode(code.trim());
    showFault();
    if (isUsed) setCode('');
  };
  const proceed = (): void => {
    if (!busy && connected) void send();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    proceed();
  };
  return (
    <form ref={form} className={styles['form']} noValidate onSubmit={submit}>
      {unknown && <UnknownBanner title={words.unknown} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner title={words.failed} error={error} onRetry={() => void send()} retrying={sending} />
      )}
      {words.hint !== undefined && <p className={text['note']}>{words.hint}</p>}
      <TextField
        label={words.label}
        value={code}
        placeholder={sample}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={missing ? words.missing : refusal ? say(refusal) : null}
        onChange={({ target }) => {
          setCode(target.value);
          setMissing(false);
          reset();
        }}
      />
      {!connected && <OfflineReason id={reasonId} />}
      <Button
        type="submit"
        kind={kind}
        busy={busy}
        unavailable={!connected}
        aria-describedby={connected ? undefined : reasonId}
      >
        {busy ? words.using : words.use}
      </Button>
      {beside?.({ code: code.trim(), demand, proceed })}
    </form>
  );
}
