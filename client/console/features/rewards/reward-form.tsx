import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { StaffReward_RewardFragment } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { FieldError } from '../../../ui/field.tsx';
import field from '../../../ui/field.module.css';
import { classes } from '../../../ui/classes.ts';
import text from '../../../ui/text.module.css';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { HintedField } from '../../parts/hinted-field.tsx';
import type { HintedFieldProps } from '../../parts/hinted-field.tsx';
import { faultsOf } from './draft.ts';
import type { Draft, DraftField, Faults } from './draft.ts';
import { RewardCost, RewardPreview } from './reward-preview.tsx';
import { rewardsWords } from './words.ts';
import styles from './rewards.module.css';

const { page } = rewardsWords;

export interface RewardFormProps {
  /** Null: it is yet to be made. */
  reward: StaffReward_RewardFragment | null;
  initial: Draft;
  /** The buttons, and what became of them; `check` is asked before anything is sent. */
  actions: (draft: Draft, check: () => boolean) => ReactNode;
  side?: ReactNode;
}

/** What a reward is, beside the card that customers will see of it. */
export function RewardForm({ reward, initial, actions, side }: RewardFormProps) {
  const [draft, setDraft] = useState(initial);
  const [faults, setFaults] = useState<Faults>({});
  const [form, showFault] = useFirstFault();
  const used = reward?.totalUses ?? 0;
  const put = (name: DraftField) => (value: string) => {
    setDraft((before) => ({ ...before, [name]: value }));
    setFaults(({ [name]: _mended, ...others }) => others);
  };
  const check = (): boolean => {
    const found = faultsOf(draft, reward);
    setFaults(found);
    if (Object.keys(found).length === 0) return true;
    showFault();
    return false;
  };
  const input = (name: DraftField, hint: string) => ({
    value: draft[name],
    error: faults[name] ?? null,
    hint,
    onChange: put(name),
  });
  const count = Object.keys(faults).length;
  return (
    <Columns
      side={
        <>
          <RewardPreview draft={draft} used={used} />
          <RewardCost draft={draft} used={used} />
          {side}
        </>
      }
    >
      <form ref={form} noValidate className={styles['form']} onSubmit={(event) => event.preventDefault()}>
        <Card title={page.see}>
          <div className={styles['form']}>
            <HintedField label={page.name} maxLength={200} {...input('name', page.nameHint)} />
            <Words label={page.text} {...input('description', page.textHint)} />
          </div>
        </Card>
        <Card title={page.rules}>
          <div className={styles['fields']}>
            <HintedField
              label={page.amount}
              inputMode="decimal"
              readOnly={reward !== null}
              {...input('amount', reward ? page.fixed : page.amountHint)}
            />
            <HintedField label={page.maxUses} inputMode="numeric" {...input('maxUses', page.maxUsesHint)} />
            <HintedField
              label={page.from}
              type="date"
              readOnly={reward !== null}
              {...input('from', reward ? page.fixed : page.fromHint)}
            />
            <HintedField label={page.until} type="date" {...input('until', page.untilHint)} />
            <HintedField
              label={page.minimum}
              inputMode="decimal"
              readOnly={reward !== null}
              {...input('minimum', reward ? page.fixed : page.minimumHint)}
            />
          </div>
        </Card>
        <div className={styles['acts']}>
          {count > 0 && <p role="alert">{page.toFix(count)}</p>}
          {actions(draft, check)}
        </div>
      </form>
    </Columns>
  );
}

function Words({ label, hint, value, error, onChange }: HintedFieldProps) {
  const id = useId();
  return (
    <div className={field['field']}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={2_000}
        className={classes(field['input'], field['area'])}
        value={value}
        aria-invalid={error !== null || undefined}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      {error === null ? (
        <p id={`${id}-hint`} className={text['note']}>
          {hint}
        </p>
      ) : (
        <FieldError id={`${id}-hint`}>{error}</FieldError>
      )}
    </div>
  );
}
