import { useMutation } from '@apollo/client/react';
import {
  CreditReviewDocument,
  DismissReviewDocument,
  RefundReviewDocument,
  TakeReviewDocument,
} from '../../../graphql/graphql.ts';
import type { CreditReviewMutation, TakeReviewMutation } from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';

/** How a review is to end. */
export type Ending =
  { way: 'credit'; customerId: string } | { way: 'refund' } | { way: 'dismiss'; reason: string };

/** What every way answers. */
type Ended = Pick<CreditReviewMutation['creditReview'], 'review' | 'userErrors'> & {
  /** Above the limit of whoever decides it waits for another person, and nothing is done yet. */
  approval?: { id: string } | null;
};

/** Ends one review. The answer brings it as it is now. */
export function useEndReview(reviewId: string) {
  const [credit] = useMutation(CreditReviewDocument);
  const [refund] = useMutation(RefundReviewDocument);
  const [dismiss] = useMutation(DismissReviewDocument);
  const { carryOut, ...intent } = useIntent<Ended>('endReview');
  const end = (ending: Ending) =>
    carryOut([reviewId, ...Object.values(ending)], async (idempotencyKey) => {
      const input = { reviewId, idempotencyKey };
      switch (ending.way) {
        case 'credit': {
          const { customerId } = ending;
          return (await credit({ variables: { input: { ...input, customerId } } })).data?.creditReview;
        }
        case 'refund':
          return (await refund({ variables: { input } })).data?.refundReview;
        case 'dismiss': {
          const { reason } = ending;
          return (await dismiss({ variables: { input: { ...input, reason } } })).data?.dismissReview;
        }
      }
    });
  return { end, ...intent };
}

/** Takes one review to oneself. */
export function useTakeReview(reviewId: string) {
  const [send] = useMutation(TakeReviewDocument);
  const { carryOut, ...intent } = useIntent<TakeReviewMutation['takeReview']>('takeReview');
  const take = () =>
    carryOut([reviewId], async (idempotencyKey) => {
      return (await send({ variables: { input: { reviewId, idempotencyKey } } })).data?.takeReview;
    });
  return { take, ...intent };
}
