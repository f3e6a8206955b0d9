import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { FragmentType } from '../../../../graphql/fragment-masking.ts';
import type {
  ActRefusal_ErrorFragment,
  ActRefusal_ErrorFragmentDoc,
  Refusal_ErrorFragmentDoc,
} from '../../../../graphql/graphql.ts';
import { useIntent } from '../../../../wallet/use-intent.ts';

export type Refusal = FragmentType<typeof Refusal_ErrorFragmentDoc> &
  FragmentType<typeof ActRefusal_ErrorFragmentDoc>;

/** The entries that came in between. */
export type Moved = NonNullable<ActRefusal_ErrorFragment['moved']>;

/** What would happen now; null where nothing would, and the refusals say why. */
export interface Look<Preview> {
  preview: Preview | null;
  userErrors: readonly Refusal[];
}

export interface TwoStepsOptions<Input, Preview, Answer> {
  /** The name of the mutation. */
  act: string;
  /** What makes one wish differ from another. */
  detailsOf: (input: Input) => readonly string[];
  look: (input: Input) => Promise<Look<Preview>>;
  send: (input: Input, preview: Preview, idempotencyKey: string) => Promise<Answer | undefined>;
  /** What would happen now, where nothing happened because something has moved since the look; null where that is not why. */
  afresh: (input: Input, answer: Answer) => Promise<{ preview: Preview; moved: Moved } | null>;
  /** It was done, or asked for. */
  onDone: (input: Input, answer: Answer) => void;
}

interface Seen<Input, Preview> {
  input: Input;
  preview: Preview;
  /** What has moved since the look before; null at the first. */
  moved: Moved | null;
}

/**
 * An act in its two steps. What is confirmed is what was previewed: where something has moved since, nothing happens and the fresh
 * preview takes the place of the old one. Whatever is shown comes from the shop; nothing is counted here.
 */
export function useTwoSteps<Input, Preview, Answer extends { userErrors: readonly Refusal[] }>({
  act,
  detailsOf,
  look: lookAt,
  send,
  afresh,
  onDone,
}: TwoStepsOptions<Input, Preview, Answer>) {
  const client = useApolloClient();
  const intent = useIntent<Answer>(act);
  const [seen, setSeen] = useState<Seen<Input, Preview> | null>(null);
  const [looking, setLooking] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [error, setError] = useState<unknown>(null);

  const look = async (input: Input): Promise<void> => {
    setLooking(true);
    setRefusals([]);
    setError(null);
    try {
      const { preview, userErrors } = await lookAt(input);
      setRefusals(userErrors);
      if (preview !== null && userErrors.length === 0) setSeen({ input, preview, moved: null });
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
    const answer = await intent.carryOut(detailsOf(input), (key) => send(input, preview, key));
    if (answer === null) return;
    const fresh = await afresh(input, answer);
    if (fresh !== null) return setSeen({ input, ...fresh });
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

export type TwoSteps<Input, Preview> = Omit<
  ReturnType<typeof useTwoSteps<Input, Preview, { userErrors: readonly Refusal[] }>>,
  'look'
>;
