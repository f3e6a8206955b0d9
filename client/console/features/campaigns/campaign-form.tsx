import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatMoney } from '../../../format/money.ts';
import { Card } from '../../../ui/card.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { classes } from '../../../ui/classes.ts';
import { Columns } from '../../../ui/columns.tsx';
import text from '../../../ui/text.module.css';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { HintedField } from '../../parts/hinted-field.tsx';
import layout from '../../parts/layout.module.css';
import { Consequences } from './consequences.tsx';
import { faultsOf, TIERS, tiersIn } from './draft.ts';
import type { Draft, DraftField, Faults, Rules } from './draft.ts';
import type { Campaign } from './standing.ts';
import { campaignsWords } from './words.ts';
import styles from './campaigns.module.css';

const { form: words, tiers: tierNames } = campaignsWords;

export interface CampaignFormProps {
  /** Null: it is yet to be made. */
  campaign: Campaign | null;
  rules: Rules;
  initial: Draft;
  /** The buttons, and what became of them; `check` is asked before anything is sent. */
  actions: (draft: Draft, check: () => boolean) => ReactNode;
}

/** What a campaign gives to whom, beside what that may come to. */
export function CampaignForm({ campaign, rules, initial, actions }: CampaignFormProps) {
  const [draft, setDraft] = useState(initial);
  const [faults, setFaults] = useState<Faults>({});
  const [form, showFault] = useFirstFault();
  const put = <F extends DraftField>(name: F, value: Draft[F]): void => {
    setDraft((before) => ({ ...before, [name]: value }));
    setFaults(({ [name]: _mended, ...others }) => others);
  };
  const check = (): boolean => {
    const found = faultsOf(draft, campaign, rules);
    setFaults(found);
    if (Object.keys(found).length === 0) return true;
    showFault();
    return false;
  };
  const input = (name: Exclude<DraftField, 'codes' | 'newOnly'>, hint: string) => ({
    value: draft[name],
    error: faults[name] ?? null,
    hint,
    onChange: (value: string) => put(name, value),
  });
  const money = { inputMode: 'decimal' } as const;
  const number = { inputMode: 'numeric' } as const;
  const day = { type: 'date' } as const;
  const count = Object.keys(faults).length;
  const range = words.valueHint(formatMoney(rules.minValue), formatMoney(rules.maxValue));
  return (
    <Columns side={<Consequences {...{ draft, campaign, rules }} />}>
      <form ref={form} noValidate className={layout['stack']} onSubmit={(event) => event.preventDefault()}>
        <Card title={words.about}>
          <div className={layout['stack']}>
            <HintedField label={words.name} maxLength={200} {...input('name', words.nameHint)} />
            {campaign === null && <Kinds value={draft.codes} onChange={(codes) => put('codes', codes)} />}
            {draft.codes === 'SHARED' && (
              <HintedField
                label={words.sharedCode}
                maxLength={40}
                readOnly={campaign !== null}
                {...input('sharedCode', campaign ? words.fixed : words.sharedCodeHint)}
              />
            )}
          </div>
        </Card>
        <Card title={words.money}>
          <div className={layout['fields']}>
            <HintedField label={words.value} {...money} {...input('value', range)} />
            <HintedField
              label={words.budget}
              {...money}
              {...input('budget', words.budgetHint(formatMoney(rules.maxBudget)))}
            />
            <HintedField label={words.maxUses} {...number} {...input('maxUses', words.maxUsesHint)} />
            <HintedField
              label={words.perCustomer}
              {...number}
              {...input('perCustomer', words.perCustomerHint(rules.maxUsesPerCustomer))}
            />
          </div>
        </Card>
        <Card title={words.who}>
          <div className={layout['fields']}>
            <HintedField label={words.from} {...day} {...input('from', words.fromHint)} />
            <HintedField label={words.until} {...day} {...input('until', words.untilHint)} />
            <HintedField label={words.minimum} {...money} {...input('minimum', words.minimumHint)} />
            <HintedField label={words.lifetime} {...number} {...input('lifetime', words.lifetimeHint)} />
            <div className={layout['whole']}>
              <Choice
                pair
                legend={words.audience}
                value={draft.newOnly}
                options={(['no', 'yes'] as const).map((value) => ({ value, ...words.audiences[value] }))}
                onChange={(value) => put('newOnly', value)}
              />
            </div>
            <div className={layout['whole']}>
              <TierTicks draft={draft} onChange={(tiers) => put('tiers', tiers)} />
            </div>
          </div>
        </Card>
        <div className={classes(layout['acts'], layout['end'])}>
          {count > 0 && <p role="alert">{words.toFix(count)}</p>}
          {actions(draft, check)}
        </div>
      </form>
    </Columns>
  );
}

function Kinds({ value, onChange }: { value: Draft['codes']; onChange: (value: Draft['codes']) => void }) {
  return (
    <Choice
      pair
      legend={words.codes}
      value={value}
      options={(['SHARED', 'UNIQUE'] as const).map((kind) => ({ value: kind, ...words.kinds[kind] }))}
      onChange={onChange}
    />
  );
}

function TierTicks({ draft, onChange }: { draft: Draft; onChange: (tiers: string) => void }) {
  const ticked = tiersIn(draft);
  return (
    <fieldset className={styles['ticks']}>
      <legend>{words.tiers}</legend>
      <div>
        {TIERS.map((tier) => (
          <label key={tier}>
            <input
              type="checkbox"
              checked={ticked.includes(tier)}
              onChange={({ target }) =>
                onChange(TIERS.filter((one) => (one === tier ? target.checked : ticked.includes(one))).join())
              }
            />
            {tierNames[tier]}
          </label>
        ))}
      </div>
      <p className={text['note']}>{words.tiersHint}</p>
    </fieldset>
  );
}
