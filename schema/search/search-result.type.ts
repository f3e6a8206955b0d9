import { Field, ObjectType } from 'type-graphql';
import type { Ref } from '../ref.ts';
import { Weighs } from '../weight.ts';
import { SearchHit } from './search-hit.type.ts';

/** How many a search finds unless it says otherwise, and at most. */
export const SEARCH_SIZES = { usual: 20, largest: 50 } as const;

@ObjectType({ simpleResolvers: true, description: 'What a search found.' })
export class SearchResult {
  @Weighs({ most: SEARCH_SIZES.largest })
  @Field(() => [SearchHit], {
    description:
      'What was found, the best first: what is exactly that, then what begins with it. Each customer, transaction, top-up and payment review once.',
  })
  hits!: Ref<SearchHit[]>;

  @Field(() => Boolean, {
    description:
      'Whether more would have been found. Then it takes more of what is looked for, not another page.',
  })
  hasMore!: boolean;
}
