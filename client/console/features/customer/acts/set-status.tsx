import { useMutation } from '@apollo/client/react';
import { useId, useState } from 'react';
import { ConsoleSetWalletStatusDocument } from '../../../../graphql/graphql.ts';
import type { ShownReason } from '../../../../graphql/graphql.ts';
import { Fact, Facts } from '../../../../ui/facts.tsx';
import { SelectField } from '../../../../ui/field.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import type { IconName } from '../../../../ui/icon-shapes.tsx';
import { useToast } from '../../../../ui/toast.tsx';
import type { Customer } from '../customer-types.ts';
import { customerWords } from '../words.ts';
import { ActDialog } from './act-dialog.tsx';
import { ActForm, ReasonField } from './fields.tsx';
import type { Subject } from './subject.ts';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';
import styles from './acts.module.css';

const words = actWords.status;
const REASONS = Object.keys(words.shownNames) as ShownReason[];

type Status = Extract<Subject, { act: 'status' }>['to'];

interface Change {
  reason: string;
  /** What the customer reads; null: no more than that it is stopped. */
  shownReason: ShownReason | null;
}

export interface SetStatusProps {
  customer: Customer;
  to: Status;
  onClose: () => void;
}

/** Stops a wallet or lets it be used again. The reason stays in the shop; what the customer reads is chosen from sentences that are safe to read. */
export function SetStatus({ customer, to, onClose }: SetStatusProps) {
  const { customerId, name } = customer;
  const toast = useToast();
  const formId = useId();
  const [send] = useMutation(ConsoleSetWalletStatusDocument);
  const act = useAct<Change>({
    act: 'setWalletStatus',
    detailsOf: ({ reason, shownReason }) => [customerId, to, reason, shownReason ?? ''],
    async ask(change, asked) {
      const input = { ...asked, ...change, customerId, status: to };
      return (await send({ variables: { input } })).data?.setWalletStatus;
    },
    onDone(_, { replayed }) {
      const done = words.done[to](name);
      toast(replayed ? actWords.replayed(done) : done);
      onClose();
    },
  });
  return (
    <ActDialog
      act={act}
      title={words.titles[to](name)}
      formId={formId}
      form={<ChangeForm id={formId} to={to} onReview={(change) => void act.look(change)} />}
      review={() => ({ title: `${words.titles[to](name)}?`, confirm: words.titles[to](name) })}
      facts={(change) => (
        <>
          {to !== 'ACTIVE' && <WhatStops />}
          <Facts>
            <Fact name={actWords.reason}>{change.reason}</Fact>
            {to !== 'ACTIVE' && (
              <Fact name={words.reads}>
                {change.shownReason === null
                  ? words.shownNothing
                  : customerWords.shownReasons[change.shownReason]}
              </Fact>
            )}
          </Facts>
        </>
      )}
      onClose={onClose}
    />
  );
}

function WhatStops() {
  return (
    <div className={styles['stops']}>
      <div>
        <h3>{words.stops}</h3>
        <Points icon="ban" points={words.stopsList} />
      </div>
      <div>
        <h3>{words.goesOn}</h3>
        <Points icon="check" points={words.goesOnList} />
      </div>
    </div>
  );
}

function Points({ icon, points }: { icon: IconName; points: readonly string[] }) {
  return (
    <ul>
      {points.map((point) => (
        <li key={point}>
          <Icon name={icon} size="xs" />
          {point}
        </li>
      ))}
    </ul>
  );
}

interface ChangeFormProps {
  id: string;
  to: Status;
  onReview: (change: Change) => void;
}

function ChangeForm({ id, to, onReview }: ChangeFormProps) {
  const [reason, setReason] = useState('');
  const [shownReason, setShownReason] = useState<ShownReason | null>(null);
  const [isTried, setTried] = useState(false);
  const why = reason.trim();
  const review = (): boolean => {
    setTried(true);
    if (why === '') return false;
    onReview({ reason: why, shownReason });
    return true;
  };
  return (
    <ActForm id={id} onReview={review}>
      <ReasonField
        value={reason}
        isMissing={isTried && why === ''}
        hint={actWords.reasonOfShop}
        onChange={setReason}
      />
      {to !== 'ACTIVE' && (
        <div className={styles['wide']}>
          <SelectField
            label={words.shown}
            value={shownReason ?? ''}
            onChange={({ target }) => setShownReason(REASONS.find((one) => one === target.value) ?? null)}
          >
            <option value="">{words.shownNothing}</option>
            {REASONS.map((one) => (
              <option key={one} value={one}>
                {words.shownNames[one]}
              </option>
            ))}
          </SelectField>
        </div>
      )}
    </ActForm>
  );
}
