import { useMutation } from '@apollo/client/react';
import {
  ConsoleIssueGiftCardsDocument,
  ConsoleStartGiftCardBatchDocument,
} from '../../../graphql/graphql.ts';
import type {
  ConsoleIssueGiftCardsMutation,
  ConsoleStartGiftCardBatchMutation,
} from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';
import type { Issue } from './issue-draft.ts';

export type Issued = ConsoleIssueGiftCardsMutation['issueGiftCards'];
type Started = ConsoleStartGiftCardBatchMutation['startGiftCardBatch'];

/** Issues cards and brings their codes, which no part of this page keeps. Once, however often it is asked for. */
export function useIssueCards() {
  const [send] = useMutation(ConsoleIssueGiftCardsDocument, { fetchPolicy: 'no-cache' });
  const { carryOut, ...intent } = useIntent<Issued>('issueGiftCards');
  const issue = (wish: Issue) =>
    carryOut(detailsOf(wish), async (idempotencyKey) => {
      const input = { ...wish, idempotencyKey };
      return (await send({ variables: { input } })).data?.issueGiftCards;
    });
  return { issue, ...intent };
}

/** Has the shop write down a batch, which issues nothing before it is let begin. */
export function useStartBatch() {
  const [send] = useMutation(ConsoleStartGiftCardBatchDocument);
  const { carryOut, ...intent } = useIntent<Started>('startGiftCardBatch');
  const start = (wish: Issue) =>
    carryOut(detailsOf(wish), async (idempotencyKey) => {
      const input = { ...wish, idempotencyKey };
      return (await send({ variables: { input } })).data?.startGiftCardBatch;
    });
  return { start, ...intent };
}

function detailsOf({ count, amount, expiresAt, reason }: Issue): string[] {
  return [String(count), amount.amount, expiresAt ?? '', reason];
}
