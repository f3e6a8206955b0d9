import { useMutation } from '@apollo/client/react';
import { DecideApprovalDocument, WithdrawApprovalDocument } from '../../../graphql/graphql.ts';
import type {
  ApprovalVerdict,
  DecideApprovalMutation,
  WithdrawApprovalMutation,
} from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';

export interface Verdict {
  approvalId: string;
  verdict: ApprovalVerdict;
  note: string;
  /** Of the preview that was looked at. */
  expectedSeq: number | null;
}

/** Decides on one approval. The answer brings it as it is now, also where it was found changed. */
export function useDecideApproval() {
  const [send] = useMutation(DecideApprovalDocument);
  const { carryOut, ...intent } = useIntent<DecideApprovalMutation['decideApproval']>('decideApproval');
  const decide = ({ approvalId, verdict, note, expectedSeq }: Verdict) =>
    carryOut([approvalId, verdict, note, String(expectedSeq)], async (idempotencyKey) => {
      const said = note === '' ? null : note;
      const input = { approvalId, verdict, note: said, expectedSeq, idempotencyKey };
      return (await send({ variables: { input } })).data?.decideApproval;
    });
  return { decide, ...intent };
}

/** Takes one's own request back. */
export function useWithdrawApproval() {
  const [send] = useMutation(WithdrawApprovalDocument);
  const { carryOut, ...intent } = useIntent<WithdrawApprovalMutation['withdrawApproval']>('withdrawApproval');
  const withdraw = (approvalId: string) =>
    carryOut([approvalId], async (idempotencyKey) => {
      return (await send({ variables: { input: { approvalId, idempotencyKey } } })).data?.withdrawApproval;
    });
  return { withdraw, ...intent };
}
