import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { readFragment } from '../../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../../graphql/fragment-masking.ts';
import { ActRefusal_ErrorFragmentDoc, ActReview_PreviewFragmentDoc } from '../../../../graphql/graphql.ts';
import type {
  ActRefusal_ErrorFragment,
  ActReview_PreviewFragment,
  Refusal_ErrorFragmentDoc,
} from '../../../../graphql/graphql.ts';
import { useIntent } from '../../../../wallet/use-intent.ts';

export type Refusal = FragmentType<typeof Refusal_ErrorFragmentDoc> &
  FragmentType<typeof ActRefusal_ErrorFragmentDoc>;

/** What every act on a wallet answers, beside what it made. */
export interface ActAnswer {
  preview: FragmentType<typeof ActReview_PreviewFragmentDoc> | null;
  replayed: boolean;
  userErrors: readonly Refusal[];
  approval?: { id: string; expiresAt: string } | null;
}

/** How the act is asked for: looked at first, and then done on exactly what was seen. */
export interface Asked {
  dryRun: boolean;
  expectedSeq: number | null;
  idempotencyKey: string;
}

/** A look writes nothing and uses no key up, so all looks may have the same. */
const LOOK: Asked = { dryRun: true, expectedSeq: null, idempotencyKey: 'only-a-look-and-never-an-act' };

type Moved = NonNullable<ActRefusal_ErrorFragment['moved']>;

export interface ActOptions<Input> {
  /** The name of the mutation. */
  act: string;
  /** What makes one wish differ from another. */
  detailsOf: (input: Input) => readonly string[];
  ask: (input: Input, asked: Asked) => Promise<ActAnswer | undefined>;
  /** It was done, or asked for. */
  onDone: (input: Input, answer: ActAnswer) => void;
}

interface Seen<Input> {
  input: Input;
  preview: ActReview_PreviewFragment;
  /** What has moved since the look before; null at the first. */
  moved: Moved | null;
}

/**
 * An act in its two steps. What is confirmed is what was previewed: the act carries the number of the preview, and where the wallet has
 * moved since, nothing happens and the fresh preview takes the place of the old one. Whatever is shown comes from the shop; nothing is
 * counted here.
 */
export function useAct<Input>({ act, detailsOf, ask, onDone }: ActOptions<Input>) {
  const client = useApolloClient();
  const intent = useIntent<ActAnswer>(act);
  const [seen, setSeen] = useState<Seen<Input> | null>(null);
  const [looking, setLooking] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [error, setError] = useState<unknown>(null);

  const look = async (input: Input): Promise<void> => {
    setLooking(true);
    setRefusals([]);
    setError(null);
    try {
      const answer = await ask(input, LOOK);
      const preview = readFragment(ActReview_PreviewFragmentDoc, answer?.preview);
      setRefusals(answer?.userErrors ?? []);
      if (preview && answer?.userErrors.length === 0) setSeen({ input, preview, moved: null });
    } catch (cause) {
      setError(cause);
    } finally {
      setLooking(false);
    }
  };

  const confirm = async (): Promise<void> => {
    if (seen === null || intent.sending || intent.unknown) return;
    const { input, preview } = seen;
    setRefusals([]);
    const answer = await intent.carryOut(detailsOf(input), (idempotencyKey) =>
      ask(input, { dryRun: false, expectedSeq: preview.quote.seq, idempotencyKey }),
    );
    if (answer === null) return;
    const moved = movedIn(answer);
    const fresh = readFragment(ActReview_PreviewFragmentDoc, answer.preview);
    if (moved !== null && fresh) return setSeen({ input, preview: fresh, moved });
    if (answer.userErrors.length > 0) return setRefusals(answer.userErrors);
    onDone(input, answer);
    await client.refetchQueries({ include: 'active' }).catch(() => undefined);
  };

  return {
    look,
    confirm,
    /** Back to the form, with everything that was typed. */
    change: (): void => {
      intent.reset();
      setRefusals([]);
      setSeen(null);
    },
    seen,
    looking,
    refusals,
    error: error ?? intent.error,
    sending: intent.sending,
    unknown: intent.unknown,
    asking: intent.asking,
    askNow: intent.askNow,
  };
}

export type Act<Input> = ReturnType<typeof useAct<Input>>;

/** What came in between, where that is why nothing happened. */
function movedIn({ userErrors }: ActAnswer): Moved | null {
  const errors = readFragment(ActRefusal_ErrorFragmentDoc, userErrors);
  const changed = errors.find(({ code }) => code === 'QUOTE_CHANGED');
  return changed === undefined ? null : (changed.moved ?? []);
}
