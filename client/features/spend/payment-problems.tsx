import { readFragment } from '../../graphql/fragment-masking.ts';
import { Refusal_ErrorFragmentDoc } from '../../graphql/graphql.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../wallet/refusal-banner.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Payment } from './use-deduct-credits.ts';
import { spendWords } from './words/words.ts';

/** Why the shop did not pay. That the order has a debit is not said here: it asks for an answer. */
export function PaymentProblems({ payment, onRetry }: { payment: Payment; onRetry: () => void }) {
  const { spend } = useWords(spendWords);
  const refusals = payment.refusals.filter(
    (refusal) => readFragment(Refusal_ErrorFragmentDoc, refusal).code !== 'ORDER_ALREADY_PAID',
  );
  return (
    <>
      {payment.error !== null && (
        <ProblemBanner
          title={spend.notPaid}
          error={payment.error}
          onRetry={onRetry}
          retrying={payment.sending}
        />
      )}
      <RefusalBanners title={spend.notPaid} errors={refusals} />
    </>
  );
}
