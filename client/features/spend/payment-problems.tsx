import { readFragment } from '../../graphql/fragment-masking.ts';
import { Refusal_ErrorFragmentDoc } from '../../graphql/graphql.ts';
import { Banner } from '../../ui/banner.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../wallet/refusal-banner.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Payment } from './use-pay-order.ts';
import { spendWords } from './words/words.ts';

/** Why the shop did not pay. That the order has a debit is not said here: it asks for an answer. */
export function PaymentProblems({ payment, onRetry }: { payment: Payment; onRetry: () => void }) {
  const { spend } = useWords(spendWords);
  const codeOf = (refusal: Payment['refusals'][number]) =>
    readFragment(Refusal_ErrorFragmentDoc, refusal).code;
  const refusals = payment.refusals.filter(
    (refusal) => codeOf(refusal) !== 'ORDER_ALREADY_PAID' && codeOf(refusal) !== 'QUOTE_CHANGED',
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
      {payment.refusals.some((refusal) => codeOf(refusal) === 'QUOTE_CHANGED') && (
        <Banner tone="warn" icon="info" urgent>
          <p>
            <b>{spend.notPaid}</b> {spend.quoteChanged}
          </p>
        </Banner>
      )}
      <RefusalBanners title={spend.notPaid} errors={refusals} />
    </>
  );
}
