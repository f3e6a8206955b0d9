import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { Refusal_ErrorFragmentDoc } from '../../../graphql/graphql.ts';
import { Banner } from '../../../ui/banner.tsx';
import { useRefusalText } from '../../../wallet/use-refusal-text.tsx';

export interface RefusedProps {
  /** What did not happen. */
  title: string;
  errors: readonly FragmentType<typeof Refusal_ErrorFragmentDoc>[];
}

/** Why the shop said no. What is wrong with a file only the shop's own words can say. */
export function Refused({ title, errors }: RefusedProps) {
  const say = useRefusalText();
  return readFragment(Refusal_ErrorFragmentDoc, errors).map((error) => (
    <Banner key={error.code} tone="bad" icon="error" urgent>
      <p>
        <b>{title}</b> {error.code === 'INVALID_INPUT' ? <span lang="en">{error.message}</span> : say(error)}
      </p>
    </Banner>
  ));
}
