import { useLazyQuery, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { typedAmount } from '../../../format/typed-amount.ts';
import { ConsoleRewardChoiceDocument, ConsoleWhyNotDocument } from '../../../graphql/graphql.ts';
import type { AttemptInput, AttemptedAct } from '../../../graphql/graphql.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { Answered } from '../../ui/answered.tsx';
import { WideDialog } from '../../ui/wide-dialog.tsx';
import { Explained } from './explained.tsx';
import { customerWords } from './words.ts';
import styles from './customer.module.css';

const words = customerWords.whyNot;

/** A refund begins at its payment, in the ledger, and says there why it is refused. */
const ACTS = [
  'CLAIM_REWARD',
  'DEDUCT_CREDITS',
  'ADD_CREDITS',
  'APPLY_REFERRAL',
] as const satisfies readonly AttemptedAct[];
type Act = (typeof ACTS)[number];

interface Tried {
  act: Act;
  rewardId: string;
  amount: string;
  order: string;
  code: string;
}

/** Why something that a customer tries is refused, as things are now: what they tried is said, and the rule decides once more. */
export function WhyNot({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const [tried, setTried] = useState<Tried>({
    act: 'CLAIM_REWARD',
    rewardId: '',
    amount: '',
    order: '',
    code: '',
  });
  const [isMissing, setMissing] = useState(false);
  const [ask, asked] = useLazyQuery(ConsoleWhyNotDocument, { fetchPolicy: 'network-only' });
  const [form, showFault] = useFirstFault();
  const connected = useConnected();
  const attempt = attemptOf(tried);
  const put = (change: Partial<Tried>): void => {
    setTried((before) => ({ ...before, ...change }));
    setMissing(false);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setMissing(attempt === null);
    showFault();
    if (attempt !== null && connected)
      void ask({ variables: { customerId, attempt } }).catch(() => undefined);
  };
  return (
    <WideDialog title={words.title} closeLabel={words.close} onClose={onClose}>
      <form ref={form} className={styles['tried']} noValidate onSubmit={submit}>
        <SelectField
          label={words.act}
          value={tried.act}
          onChange={({ target }) => put({ act: ACTS.find((act) => act === target.value) ?? 'CLAIM_REWARD' })}
        >
          {ACTS.map((act) => (
            <option key={act} value={act}>
              {words.acts[act]}
            </option>
          ))}
        </SelectField>
        <Details tried={tried} put={put} isMissing={isMissing} />
        <Button type="submit" kind="primary" busy={asked.loading} unavailable={!connected}>
          {asked.loading ? words.asking : words.ask}
        </Button>
      </form>
      {asked.called && (
        <Answered
          operationName="ConsoleWhyNot"
          query={asked}
          failed={customerWords.why.failed}
          skeleton={<Skeleton width="100%" height="8rem" />}
        >
          {({ explainRefusal }) => <Explained customerId={customerId} explanation={explainRefusal} />}
        </Answered>
      )}
    </WideDialog>
  );
}

interface DetailsProps {
  tried: Tried;
  put: (change: Partial<Tried>) => void;
  isMissing: boolean;
}

/** What has to be known of what they tried. */
function Details({ tried, put, isMissing }: DetailsProps) {
  switch (tried.act) {
    case 'CLAIM_REWARD':
      return (
        <RewardChoice
          value={tried.rewardId}
          isMissing={isMissing}
          onChoose={(rewardId) => put({ rewardId })}
        />
      );
    case 'APPLY_REFERRAL':
      return (
        <TextField
          label={words.code}
          maxLength={40}
          value={tried.code}
          error={isMissing ? words.codeMissing : null}
          onChange={({ target }) => put({ code: target.value })}
        />
      );
    case 'ADD_CREDITS':
    case 'DEDUCT_CREDITS':
      return (
        <>
          <TextField
            label={words.amount}
            inputMode="decimal"
            value={tried.amount}
            error={isMissing ? words.amountMissing : null}
            onChange={({ target }) => put({ amount: target.value })}
          />
          {tried.act === 'DEDUCT_CREDITS' && (
            <TextField
              label={words.order}
              maxLength={64}
              value={tried.order}
              onChange={({ target }) => put({ order: target.value })}
            />
          )}
        </>
      );
  }
}

interface RewardChoiceProps {
  value: string;
  isMissing: boolean;
  onChoose: (rewardId: string) => void;
}

/** All of them: one that is paused or over is what is asked about most. */
function RewardChoice({ value, isMissing, onChoose }: RewardChoiceProps) {
  const query = useQuery(ConsoleRewardChoiceDocument);
  return (
    <Answered
      operationName="ConsoleRewardChoice"
      query={query}
      failed={words.rewardsFailed}
      skeleton={<Skeleton width="100%" height="4rem" />}
    >
      {({ rewards }) => (
        <SelectField
          label={words.reward}
          value={value}
          aria-invalid={isMissing || undefined}
          onChange={({ target }) => onChoose(target.value)}
        >
          <option value="">{rewards.nodes.length === 0 ? words.noRewards : words.choose}</option>
          {rewards.nodes.map(({ id, name, status }) => (
            <option key={id} value={id}>
              {status === 'ACTIVE' ? name : words.paused(name)}
            </option>
          ))}
        </SelectField>
      )}
    </Answered>
  );
}

/** Null as long as something is missing. */
function attemptOf({ act, rewardId, amount, order, code }: Tried): AttemptInput | null {
  const value = typedAmount(amount);
  switch (act) {
    case 'CLAIM_REWARD':
      return rewardId === '' ? null : { act, rewardId };
    case 'APPLY_REFERRAL':
      return code.trim() === '' ? null : { act, code: code.trim() };
    case 'ADD_CREDITS':
    case 'DEDUCT_CREDITS':
      if (value === null) return null;
      return {
        ...{ act, amount: { amount: value.amount } },
        ...(act === 'DEDUCT_CREDITS' && order.trim() !== '' && { orderId: order.trim() }),
      };
  }
}
