import { readFragment } from '../graphql/fragment-masking.ts';
import type { FragmentType } from '../graphql/fragment-masking.ts';
import { Refusal_ErrorFragmentDoc } from '../graphql/graphql.ts';
import { Banner } from '../ui/banner.tsx';
import { useRefusalText } from './use-refusal-text.tsx';

export interface RefusalBannersProps {
  /** What did not happen. */
  title: string;
  errors: readonly FragmentType<typeof Refusal_ErrorFragmentDoc>[];
}

/** Why the shop said no to what the person just did. */
export function RefusalBanners({ title, errors }: RefusalBannersProps) {
  const say = useRefusalText();
  return readFragment(Refusal_ErrorFragmentDoc, errors).map((error) => (
    <Banner key={error.code} tone="bad" icon="error" urgent>
      <p>
        <b>{title}</b> {say(error)}
      </p>
    </Banner>
  ));
}
