import { useMutation } from '@apollo/client/react';
import { useId } from 'react';
import { formatMoney } from '../../../../format/money.ts';
import { minus } from '../../../../format/sum.ts';
import {
  ConsoleSettleReceivableDocument,
  ConsoleWriteOffReceivableDocument,
} from '../../../../graphql/graphql.ts';
import { Fact, Facts } from '../../../../ui/facts.tsx';
import { useToast } from '../../../../ui/toast.tsx';
import type { Customer } from '../customer-types.ts';
import { ActDialog } from './act-dialog.tsx';
import { AmountForm } from './amount-form.tsx';
import type { Part } from './amount-form.tsx';
import type { Subject } from './subject.ts';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';
import styles from './acts.module.css';

export interface SettleOwedProps {
  customer: Customer;
  owing: Extract<Subject, { act: 'settle' }>;
  onClose: () => void;
}

/** Notes that a customer has paid what is owed, or gives it up; all of it or a part. */
export function SettleOwed({ customer: { name, customerId }, owing, onClose }: SettleOwedProps) {
  const { how, owed } = owing;
  const words = actWords.settle[how];
  const toast = useToast();
  const formId = useId();
  const [settle] = useMutation(ConsoleSettleReceivableDocument);
  const [writeOff] = useMutation(ConsoleWriteOffReceivableDocument);
  const act = useAct<Part>({
    act: how === 'PAID' ? 'settleReceivable' : 'writeOffReceivable',
    // As much again of what is left then is another wish.
    detailsOf: ({ amount, reason }) => [customerId, owed.amount, amount.amount, reason],
    async ask({ amount, reason }, asked) {
      const money = { amount: amount.amount, currencyCode: 'INR' as const };
      const variables = { input: { ...asked, customerId, amount: money, reason } };
      return how === 'PAID'
        ? (await settle({ variables })).data?.settleReceivable
        : (await writeOff({ variables })).data?.writeOffReceivable;
    },
    onDone({ amount }, { approval, replayed }) {
      const done = approval ? actWords.approval.asked : words.done(formatMoney(amount), name);
      toast(replayed ? actWords.replayed(done) : done);
      onClose();
    },
  });
  return (
    <ActDialog
      act={act}
      title={words.title(name)}
      formId={formId}
      form={
        <AmountForm
          id={formId}
          most={owed}
          hint={actWords.settle.owed(formatMoney(owed))}
          onReview={(part) => void act.look(part)}
        />
      }
      review={({ amount }, needsApproval) => {
        const sum = formatMoney(amount);
        return needsApproval
          ? { title: words.ask(sum, name), confirm: actWords.approval.ask(sum) }
          : { title: words.review(sum, name), confirm: words.confirm(sum) };
      }}
      facts={({ amount, reason }) => (
        <>
          <p className={styles['says']}>
            {actWords.settle.settled(formatMoney(amount), formatMoney(minus(owed, amount)))}{' '}
            {actWords.settle.noCredits}
          </p>
          <Facts>
            <Fact name={actWords.reason}>{reason}</Fact>
          </Facts>
        </>
      )}
      onClose={onClose}
    />
  );
}
