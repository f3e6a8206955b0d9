import { useQuery } from '@apollo/client/react';
import { ConsoleWhyNotRewardDocument } from '../../../../graphql/graphql.ts';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { Answered } from '../../../ui/answered.tsx';
import { WideDialog } from '../../../ui/wide-dialog.tsx';
import { Explained } from '../explained.tsx';
import { customerWords } from '../words.ts';

const words = customerWords.whyNot;

export interface WhyNotRewardProps {
  customerId: string;
  reward: { id: string; name: string };
  onClose: () => void;
}

/** Whether the customer can claim this reward now and, if not, why. */
export function WhyNotReward({ customerId, reward, onClose }: WhyNotRewardProps) {
  const query = useQuery(ConsoleWhyNotRewardDocument, {
    variables: { customerId, rewardId: reward.id },
    fetchPolicy: 'network-only',
  });
  return (
    <WideDialog title={words.ofReward(reward.name)} closeLabel={words.close} onClose={onClose}>
      <Answered
        operationName="ConsoleWhyNotReward"
        query={query}
        failed={customerWords.why.failed}
        skeleton={<Skeleton width="100%" height="8rem" />}
      >
        {({ explainReward }) => <Explained customerId={customerId} explanation={explainReward} />}
      </Answered>
    </WideDialog>
  );
}
