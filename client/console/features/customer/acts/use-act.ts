import { readFragment } from '../../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../../graphql/fragment-masking.ts';
import { ActRefusal_ErrorFragmentDoc, ActReview_PreviewFragmentDoc } from '../../../../graphql/graphql.ts';
import type { ActReview_PreviewFragment } from '../../../../graphql/graphql.ts';
import { useTwoSteps } from './use-two-steps.ts';
import type { Moved, Refusal, TwoStepsOptions } from './use-two-steps.ts';

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
export const KEY_OF_LOOKS = 'only-a-look-and-never-an-act';
const LOOK: Asked = { dryRun: true, expectedSeq: null, idempotencyKey: KEY_OF_LOOKS };

export interface ActOptions<Input> extends Pick<
  TwoStepsOptions<Input, ActReview_PreviewFragment, ActAnswer>,
  'act' | 'detailsOf' | 'onDone'
> {
  ask: (input: Input, asked: Asked) => Promise<ActAnswer | undefined>;
}

/** An act on a wallet in its two steps. It carries the number of the preview, so that it is done on the very wallet that was seen. */
export function useAct<Input>({ ask, ...options }: ActOptions<Input>) {
  return useTwoSteps<Input, ActReview_PreviewFragment, ActAnswer>({
    ...options,
    async look(input) {
      const answer = await ask(input, LOOK);
      return { preview: previewIn(answer), userErrors: answer?.userErrors ?? [] };
    },
    send: (input, { quote: { seq } }, idempotencyKey) =>
      ask(input, { dryRun: false, expectedSeq: seq, idempotencyKey }),
    async afresh(_, answer) {
      const [moved, preview] = [movedIn(answer), previewIn(answer)];
      return moved && preview && { preview, moved };
    },
  });
}

export type Act<Input> = ReturnType<typeof useAct<Input>>;

function previewIn(answer: ActAnswer | undefined): ActReview_PreviewFragment | null {
  return readFragment(ActReview_PreviewFragmentDoc, answer?.preview) ?? null;
}

/** What came in between, where that is why nothing happened. */
export function movedIn({ userErrors }: { userErrors: readonly Refusal[] }): Moved | null {
  const errors = readFragment(ActRefusal_ErrorFragmentDoc, userErrors);
  const changed = errors.find(({ code }) => code === 'QUOTE_CHANGED');
  return changed === undefined ? null : (changed.moved ?? []);
}
