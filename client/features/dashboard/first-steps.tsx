import { formatMoney } from '../../format/money.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { FirstSteps_PolicyFragmentDoc } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { Steps } from '../../ui/steps.tsx';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';

export interface FirstStepsProps {
  policy: FragmentType<typeof FirstSteps_PolicyFragmentDoc>;
  shop: string;
}

/** For a wallet with nothing in it yet: from the first top-up to the entry that explains it. */
export function FirstSteps(props: FirstStepsProps) {
  const { minTopUp, maxTopUp } = readFragment(FirstSteps_PolicyFragmentDoc, props.policy);
  const { firstSteps } = useWords(dashboardWords);
  return (
    <Card title={firstSteps.title}>
      <Steps stacked steps={firstSteps.steps(formatMoney(minTopUp), formatMoney(maxTopUp), props.shop)} />
    </Card>
  );
}
