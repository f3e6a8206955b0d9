import { useMutation } from '@apollo/client/react';
import { useId, useState } from 'react';
import { formatDate, indiaDay } from '../../../../format/date.ts';
import { isDay, startOfDay } from '../../../../format/day-range.ts';
import { formatMoney } from '../../../../format/money.ts';
import { ConsoleExtendExpiryDocument } from '../../../../graphql/graphql.ts';
import { Fact, Facts } from '../../../../ui/facts.tsx';
import { TextField } from '../../../../ui/field.tsx';
import { useToast } from '../../../../ui/toast.tsx';
import type { Customer } from '../customer-types.ts';
import { ActDialog } from './act-dialog.tsx';
import { ActForm, ReasonField } from './fields.tsx';
import type { Subject } from './subject.ts';
import { useAct } from './use-act.ts';
import { actWords as words } from './words.ts';
import styles from './acts.module.css';

interface Extension {
  /** As "2027-01-31". */
  lastDay: string;
  reason: string;
}

export interface ExtendExpiryProps {
  customer: Customer;
  credit: Extract<Subject, { act: 'extend' }>;
  onClose: () => void;
}

/** Moves the last day of what is left of a credit to a later one. */
export function ExtendExpiry({ credit, onClose }: ExtendExpiryProps) {
  const { creditId, title, remaining, expiresAt } = credit;
  const amount = formatMoney(remaining);
  const toast = useToast();
  const formId = useId();
  const [send] = useMutation(ConsoleExtendExpiryDocument);
  const act = useAct<Extension>({
    act: 'extendExpiry',
    detailsOf: ({ lastDay, reason }) => [creditId, lastDay, reason],
    async ask({ lastDay, reason }, asked) {
      const input = { ...asked, creditId, expiresAt: startOfDay(lastDay), reason };
      return (await send({ variables: { input } })).data?.extendExpiry;
    },
    onDone({ lastDay }, { replayed }) {
      const done = words.extend.done(amount, dayText(lastDay));
      toast(replayed ? words.replayed(done) : done);
      onClose();
    },
  });
  return (
    <ActDialog
      act={act}
      title={words.extend.title(title)}
      formId={formId}
      form={
        <ExtensionForm id={formId} expiresAt={expiresAt} onReview={(extension) => void act.look(extension)} />
      }
      review={({ lastDay }) => ({
        title: words.extend.review(amount, dayText(lastDay)),
        confirm: words.extend.confirm(amount, dayText(lastDay)),
      })}
      facts={({ reason }) => (
        <Facts>
          <Fact name={words.reason}>{reason}</Fact>
        </Facts>
      )}
      onClose={onClose}
    />
  );
}

interface ExtensionFormProps {
  id: string;
  expiresAt: string;
  onReview: (extension: Extension) => void;
}

function ExtensionForm({ id, expiresAt, onReview }: ExtensionFormProps) {
  const [lastDay, setLastDay] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const why = reason.trim();
  const review = (): boolean => {
    setTried(true);
    if (!isDay(lastDay) || why === '') return false;
    onReview({ lastDay, reason: why });
    return true;
  };
  return (
    <ActForm id={id} onReview={review}>
      <div className={styles['wide']}>
        <TextField
          autoFocus
          type="date"
          label={words.extend.until}
          min={indiaDay(expiresAt)}
          value={lastDay}
          error={isTried && !isDay(lastDay) ? words.extend.missing : null}
          onChange={({ target }) => setLastDay(target.value)}
        />
        <p className={styles['hint']}>{words.extend.now(formatDate(expiresAt))}</p>
      </div>
      <ReasonField
        value={reason}
        isMissing={isTried && why === ''}
        hint={words.reasonOfShop}
        onChange={setReason}
      />
    </ActForm>
  );
}

function dayText(day: string): string {
  return formatDate(startOfDay(day));
}
