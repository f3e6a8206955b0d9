import { useMutation } from '@apollo/client/react';
import { useId, useState } from 'react';
import { isDay, startOfDay } from '../../../../format/day-range.ts';
import { formatMoney } from '../../../../format/money.ts';
import type { MoneyValue } from '../../../../format/money.ts';
import { typedAmount } from '../../../../format/typed-amount.ts';
import { ConsoleAddCreditsDocument } from '../../../../graphql/graphql.ts';
import type { GrantSource } from '../../../../graphql/graphql.ts';
import { Fact, Facts } from '../../../../ui/facts.tsx';
import { SelectField, TextField } from '../../../../ui/field.tsx';
import { useToast } from '../../../../ui/toast.tsx';
import type { Customer } from '../customer-types.ts';
import { ActDialog } from './act-dialog.tsx';
import { ActForm, ReasonField } from './fields.tsx';
import { useAct } from './use-act.ts';
import { actWords as words } from './words.ts';

/** What somebody may give by hand. What was paid for comes from a payment or from a review of one. */
const SOURCES = ['MANUAL', 'PROMOTION', 'LOYALTY'] as const satisfies readonly GrantSource[];

interface Grant {
  amount: MoneyValue;
  source: (typeof SOURCES)[number];
  reason: string;
  /** The last day, as "2026-11-23"; empty: the tier decides. */
  lastDay: string;
  orderId: string;
}

export function AddCredits({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { customerId, name } = customer;
  const toast = useToast();
  const formId = useId();
  const [send] = useMutation(ConsoleAddCreditsDocument);
  const act = useAct<Grant>({
    act: 'addCredits',
    detailsOf: ({ amount, source, reason, lastDay, orderId }) => [
      ...[customerId, amount.amount, source, reason, lastDay, orderId],
    ],
    async ask({ amount, source, reason, lastDay, orderId }, asked) {
      const input = {
        ...asked,
        customerId,
        amount: { amount: amount.amount, currencyCode: 'INR' as const },
        source,
        reason,
        expiresAt: lastDay === '' ? null : startOfDay(lastDay),
        orderId: orderId === '' ? null : orderId,
      };
      return (await send({ variables: { input } })).data?.addCredits;
    },
    onDone({ amount }, { approval, replayed }) {
      const done = approval ? words.approval.asked : words.add.done(formatMoney(amount), name);
      toast(replayed ? words.replayed(done) : done);
      onClose();
    },
  });
  return (
    <ActDialog
      act={act}
      title={words.add.to(name)}
      formId={formId}
      form={<GrantForm id={formId} onReview={(grant) => void act.look(grant)} />}
      review={({ amount }, needsApproval) => {
        const sum = formatMoney(amount);
        return needsApproval
          ? { title: words.add.ask(sum, name), confirm: words.approval.ask(sum) }
          : { title: words.add.review(sum, name), confirm: words.add.confirm(sum, name) };
      }}
      newLot={({ source }) => words.add.sources[source]}
      facts={({ reason, orderId }) => (
        <Facts>
          <Fact name={words.reason}>{reason}</Fact>
          {orderId !== '' && <Fact name={words.add.order}>{orderId}</Fact>}
        </Facts>
      )}
      onClose={onClose}
    />
  );
}

function GrantForm({ id, onReview }: { id: string; onReview: (grant: Grant) => void }) {
  const [amount, setAmount] = useState('');
  const [source, setSource] = useState<Grant['source']>('MANUAL');
  const [reason, setReason] = useState('');
  const [lastDay, setLastDay] = useState('');
  const [orderId, setOrderId] = useState('');
  const [isTried, setTried] = useState(false);
  const typed = typedAmount(amount);
  const why = reason.trim();
  const review = (): boolean => {
    setTried(true);
    if (typed === null || why === '') return false;
    const day = isDay(lastDay) ? lastDay : '';
    onReview({ amount: typed, source, reason: why, lastDay: day, orderId: orderId.trim() });
    return true;
  };
  return (
    <ActForm id={id} onReview={review}>
      <TextField
        autoFocus
        label={words.amount}
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        error={isTried && typed === null ? words.amountMissing : null}
        onChange={({ target }) => setAmount(target.value)}
      />
      <SelectField
        label={words.add.source}
        value={source}
        onChange={({ target }) => setSource(SOURCES.find((one) => one === target.value) ?? 'MANUAL')}
      >
        {SOURCES.map((one) => (
          <option key={one} value={one}>
            {words.add.sources[one]}
          </option>
        ))}
      </SelectField>
      <ReasonField value={reason} isMissing={isTried && why === ''} onChange={setReason} />
      <TextField
        type="date"
        label={words.add.expiry}
        title={words.add.expiryHint}
        value={lastDay}
        onChange={({ target }) => setLastDay(target.value)}
      />
      <TextField
        label={words.add.order}
        maxLength={100}
        value={orderId}
        onChange={({ target }) => setOrderId(target.value)}
      />
    </ActForm>
  );
}
