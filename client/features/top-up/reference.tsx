import type { TopUp_StateFragment, TopUpQuery } from '../../graphql/graphql.ts';
import { ReferenceFact } from '../../wallet/entry/reference-fact.tsx';

export type ShownTopUp = TopUp_StateFragment & Omit<NonNullable<TopUpQuery['topUp']>, ' $fragmentRefs'>;

/** The wallet that it is for, as it stands. */
export type ToppedUp = TopUpQuery['viewer']['wallet'];

/** What to tell the shop when something is unclear. */
export function Reference({ topUp }: { topUp: ShownTopUp }) {
  return <ReferenceFact reference={topUp.reference} />;
}
