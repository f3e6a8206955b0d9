import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { Refusal_ErrorFragmentDoc, SpendPreviewDocument, UseCreditsDocument } from '../../graphql/graphql.ts';

/** Where the wallet is another than the one that was looked at, it is looked at again. */
export function toAskAgain(errors: readonly FragmentType<typeof Refusal_ErrorFragmentDoc>[] | undefined) {
  const refusals = readFragment(Refusal_ErrorFragmentDoc, errors) ?? [];
  return refusals.some(({ code }) => code === 'QUOTE_CHANGED')
    ? [UseCreditsDocument, SpendPreviewDocument]
    : [];
}
