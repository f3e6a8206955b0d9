import { isDay } from '../../../format/day-range.ts';
import { useClock } from '../../../ui/clock.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { useWideScreen } from '../../../ui/use-media-query.ts';
import { useWords } from '../../../words/use-words.ts';
import { dateChoices } from '../history-search.ts';
import type { FilterEditor } from '../use-history-search.ts';
import { historyWords } from '../words/words.ts';
import { dateChoiceWords } from './filter-texts.ts';
import styles from './history-filters.module.css';

/** A period by name, or any two days. */
export function DateFilter({ address }: { address: FilterEditor }) {
  const { history } = useWords(historyWords);
  const now = useClock();
  const wide = useWideScreen();
  const { dates } = address.search;
  return (
    <div className={styles['dates']}>
      <SelectField
        label={history.dates}
        labelled={wide ? 'unseen' : 'above'}
        value={dates}
        onChange={({ target }) =>
          address.change({ dates: dateChoices.find((choice) => choice === target.value) ?? 'all' })
        }
      >
        {dateChoices.map((choice) => (
          <option key={choice} value={choice}>
            {dateChoiceWords(choice, history, now())}
          </option>
        ))}
      </SelectField>
      {dates === 'custom' && <CustomDays address={address} />}
    </div>
  );
}

/** The two ends of a period, each a day. */
export function CustomDays({ address }: { address: FilterEditor }) {
  const { history } = useWords(historyWords);
  const { from, to } = address.search;
  return (
    <div className={styles['days']}>
      <DayField label={history.from} value={from} onPick={(day) => address.change({ from: day })} />
      <DayField label={history.to} value={to} onPick={(day) => address.change({ to: day })} />
    </div>
  );
}

/** While a year is being typed the browser reports years such as 0002; only a plausible day counts as picked. */
function DayField({ label, value, onPick }: { label: string; value: string; onPick: (day: string) => void }) {
  return (
    <TextField
      key={value}
      type="date"
      label={label}
      defaultValue={value}
      onChange={({ target }) => {
        if (target.value === '' || (isDay(target.value) && target.value >= '2000')) onPick(target.value);
      }}
    />
  );
}
