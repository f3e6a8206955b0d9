import { useMutation } from '@apollo/client/react';
import { useId, useState } from 'react';
import { formatMoney } from '../../../../format/money.ts';
import { ConsoleReverseCreditDocument } from '../../../../graphql/graphql.ts';
import { Fact, Facts } from '../../../../ui/facts.tsx';
import { useToast } from '../../../../ui/toast.tsx';
import type { Customer } from '../customer-types.ts';
import { ActDialog } from './act-dialog.tsx';
import { ActForm, ReasonField } from './fields.tsx';
import type { Subject } from './subject.ts';
import { useAct } from './use-act.ts';
import { actWords as words } from './words.ts';
import styles from './acts.module.css';

export interface ReverseCreditProps {
  customer: Customer;
  credit: Extract<Subject, { act: 'reverse' }>;
  onClose: () => void;
}

/** Takes back what is left of a credit that should not be there. */
export function ReverseCredit({ customer, credit, onClose }: ReverseCreditProps) {
  const { name } = customer;
  const { creditId, title, remaining } = credit;
  const amount = formatMoney(remaining);
  const toast = useToast();
  const formId = useId();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [send] = useMutation(ConsoleReverseCreditDocument);
  const act = useAct<{ reason: string }>({
    act: 'reverseCredit',
    detailsOf: (input) => [creditId, input.reason],
    async ask(input, asked) {
      const answer = await send({ variables: { input: { ...asked, creditId, reason: input.reason } } });
      return answer.data?.reverseCredit;
    },
    onDone(_, { replayed }) {
      const done = words.reverse.done(amount, name);
      toast(replayed ? words.replayed(done) : done);
      onClose();
    },
  });
  const why = reason.trim();
  const review = (): boolean => {
    setTried(true);
    if (why === '') return false;
    void act.look({ reason: why });
    return true;
  };
  return (
    <ActDialog
      act={act}
      title={words.reverse.title(title)}
      formId={formId}
      form={
        <ActForm id={formId} onReview={review}>
          <p className={styles['wide']}>
            <b>{words.reverse.left(amount)}</b> {words.reverse.text}
          </p>
          <ReasonField value={reason} isMissing={isTried && why === ''} onChange={setReason} />
        </ActForm>
      }
      review={() => ({
        title: words.reverse.review(amount, name),
        confirm: words.reverse.confirm(amount, name),
      })}
      facts={(input) => (
        <Facts>
          <Fact name={words.reason}>{input.reason}</Fact>
        </Facts>
      )}
      onClose={onClose}
    />
  );
}
