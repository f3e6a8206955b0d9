import { useMutation } from '@apollo/client/react';
import { useId } from 'react';
import { formatMoney } from '../../../../format/money.ts';
import { ConsoleRefundCreditsDocument } from '../../../../graphql/graphql.ts';
import { Fact, Facts } from '../../../../ui/facts.tsx';
import { useToast } from '../../../../ui/toast.tsx';
import type { Customer } from '../customer-types.ts';
import { ActDialog } from './act-dialog.tsx';
import { AmountForm } from './amount-form.tsx';
import type { Part } from './amount-form.tsx';
import type { Subject } from './subject.ts';
import { useAct } from './use-act.ts';
import { actWords as words } from './words.ts';
import styles from './acts.module.css';

export interface RefundDebitProps {
  customer: Customer;
  debit: Extract<Subject, { act: 'refund' }>;
  onClose: () => void;
}

/** Gives back what was spent of a payment, all of it or a part, into the credits it came from. */
export function RefundDebit({ customer, debit, onClose }: RefundDebitProps) {
  const { name } = customer;
  const { debitId, orderId, refundable } = debit;
  const what = orderId === null ? words.refund.payment : words.refund.order(orderId);
  const toast = useToast();
  const formId = useId();
  const [send] = useMutation(ConsoleRefundCreditsDocument);
  const act = useAct<Part>({
    act: 'refundCredits',
    detailsOf: ({ amount, reason }) => [debitId, amount.amount, reason],
    async ask({ amount, reason }, asked) {
      const input = {
        ...asked,
        debitId,
        amount: { amount: amount.amount, currencyCode: 'INR' as const },
        reason,
      };
      return (await send({ variables: { input } })).data?.refundCredits;
    },
    onDone({ amount }, { approval, replayed }) {
      const done = approval ? words.approval.asked : words.refund.done(formatMoney(amount), name);
      toast(replayed ? words.replayed(done) : done);
      onClose();
    },
  });
  return (
    <ActDialog
      act={act}
      title={words.refund.title(what)}
      formId={formId}
      form={
        <AmountForm
          id={formId}
          most={refundable}
          hint={words.refund.left(formatMoney(refundable))}
          onReview={(refund) => void act.look(refund)}
        />
      }
      review={({ amount }, needsApproval) => {
        const sum = formatMoney(amount);
        return needsApproval
          ? { title: words.refund.ask(sum, what), confirm: words.approval.ask(sum) }
          : { title: words.refund.review(sum, what, name), confirm: words.refund.confirm(sum, name) };
      }}
      facts={({ reason }) => (
        <>
          <p className={styles['says']}>{words.refund.comesBack}</p>
          <Facts>
            <Fact name={words.reason}>{reason}</Fact>
          </Facts>
        </>
      )}
      onClose={onClose}
    />
  );
}
