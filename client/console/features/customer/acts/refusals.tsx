import { toProblem } from '../../../../apollo/problem.ts';
import { formatMoney } from '../../../../format/money.ts';
import { readFragment } from '../../../../graphql/fragment-masking.ts';
import { ActRefusal_ErrorFragmentDoc } from '../../../../graphql/graphql.ts';
import type { ActRefusal_ErrorFragment } from '../../../../graphql/graphql.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { walletWords } from '../../../../wallet/words/words.ts';
import { useWords } from '../../../../words/use-words.ts';
import type { Refusal } from './use-two-steps.ts';
import { actWords as words } from './words.ts';

export interface RefusalsProps {
  /** What did not happen. */
  title: string;
  errors: readonly Refusal[];
  /** What went wrong on the way; null: nothing. */
  error: unknown;
}

/** Why the shop said no, in its own words: they are meant for the people of the shop. */
export function Refusals({ title, errors, error }: RefusalsProps) {
  const { problems } = useWords(walletWords);
  const refused = readFragment(ActRefusal_ErrorFragmentDoc, errors);
  const problem = error === null ? null : toProblem(error);
  return (
    <>
      {refused.map((one) => (
        <Banner key={one.code} tone="bad" icon="error" urgent>
          <p>
            <b>{title}</b> {textOf(one)}
          </p>
        </Banner>
      ))}
      {problem !== null && (
        <Banner tone="bad" icon="error" urgent>
          <p>
            <b>{title}</b> {problems[problem.code]}
          </p>
          {problem.requestId !== null && <p>{words.request(problem.requestId)}</p>}
        </Banner>
      )}
    </>
  );
}

function textOf({ message, min, max, refundable }: ActRefusal_ErrorFragment): string {
  if (refundable !== null) return `${message} ${words.refundable(formatMoney(refundable))}`;
  if (min !== null && max !== null) return `${message} ${words.range(formatMoney(min), formatMoney(max))}`;
  return message;
}
