import { useMutation } from '@apollo/client/react';
import { useId } from 'react';
import { formatMoney } from '../../../../format/money.ts';
import { ConsoleRefundTopUpDocument } from '../../../../graphql/graphql.ts';
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

export interface RefundToSourceProps {
  customer: Customer;
  topUp: Extract<Subject, { act: 'toSource' }>;
  onClose: () => void;
}

/** Sends what is left of a top-up, or a part of it, back to where it was paid from. It is kept aside until the provider has answered. */
export function RefundToSource({ customer: { name }, topUp, onClose }: RefundToSourceProps) {
  const { topUpId, creditId, reference, remaining } = topUp;
  const toast = useToast();
  const formId = useId();
  const [send] = useMutation(ConsoleRefundTopUpDocument);
  const act = useAct<Part>({
    act: 'refundTopUp',
    // As much again of what is left then is another wish.
    detailsOf: ({ amount, reason }) => [topUpId, creditId, remaining.amount, amount.amount, reason],
    async ask({ amount, reason }, asked) {
      const money = { amount: amount.amount, currencyCode: 'INR' as const };
      const input = { ...asked, topUpId, creditId, amount: money, reason };
      return (await send({ variables: { input } })).data?.refundTopUp;
    },
    onDone({ amount }, { approval, replayed }) {
      const done = approval ? words.approval.asked : words.toSource.done(formatMoney(amount));
      toast(replayed ? words.replayed(done) : done);
      onClose();
    },
  });
  return (
    <ActDialog
      act={act}
      title={words.toSource.title(reference)}
      formId={formId}
      form={
        <AmountForm
          id={formId}
          most={remaining}
          hint={words.toSource.left(formatMoney(remaining))}
          onReview={(refund) => void act.look(refund)}
        />
      }
      review={({ amount }, needsApproval) => {
        const sum = formatMoney(amount);
        return needsApproval
          ? { title: words.toSource.ask(sum, name), confirm: words.approval.ask(sum) }
          : { title: words.toSource.review(sum, name), confirm: words.toSource.confirm(sum) };
      }}
      facts={({ reason }) => (
        <>
          <p className={styles['says']}>{words.toSource.course}</p>
          <Facts>
            <Fact name={words.reason}>{reason}</Fact>
          </Facts>
        </>
      )}
      onClose={onClose}
    />
  );
}
