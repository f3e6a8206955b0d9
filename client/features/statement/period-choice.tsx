import { isDay } from '../../format/day-range.ts';
import { TextField } from '../../ui/field.tsx';
import { useClock } from '../../ui/clock.tsx';
import { useWords } from '../../words/use-words.ts';
import { periodChoices } from './statement-period.ts';
import type { StatementPeriod } from './statement-period.ts';
import { choiceWords } from './choice-words.ts';
import { statementWords } from './words/words.ts';
import styles from './period-choice.module.css';

export interface PeriodChoiceProps {
  period: StatementPeriod;
  onChange: (period: StatementPeriod) => void;
}

/** A period by name, or any two days. */
export function PeriodChoice({ period, onChange }: PeriodChoiceProps) {
  const { statement } = useWords(statementWords);
  const now = useClock();
  return (
    <fieldset className={styles['choices']}>
      <legend>{statement.period}</legend>
      {periodChoices.map((choice) => (
        <label key={choice}>
          <span>{choiceWords(choice, statement, now())}</span>
          <input
            type="radio"
            name="period"
            checked={period.choice === choice}
            onChange={() => onChange({ ...period, choice })}
          />
        </label>
      ))}
      {period.choice === 'other' && (
        <div className={styles['days']}>
          <Day label={statement.from} value={period.from} onPick={(from) => onChange({ ...period, from })} />
          <Day label={statement.to} value={period.to} onPick={(to) => onChange({ ...period, to })} />
        </div>
      )}
    </fieldset>
  );
}

/** While a year is being typed the browser reports years such as 0002; only a plausible day counts as picked. */
function Day({ label, value, onPick }: { label: string; value: string; onPick: (day: string) => void }) {
  return (
    <TextField
      key={value}
      type="date"
      label={label}
      defaultValue={value}
      onChange={({ target }) => {
        if (isDay(target.value) && target.value >= '2000') onPick(target.value);
      }}
    />
  );
}
