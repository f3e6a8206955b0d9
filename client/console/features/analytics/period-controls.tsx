import { useSearchParams } from 'react-router';
import { ToggleChip } from '../../../ui/chip.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { Segment } from '../../../ui/segment.tsx';
import { formatShortMonth } from '../../ui/dates.ts';
import { beginning, moved, monthOf, usualRanges } from './months.ts';
import type { Month, MonthRange } from './months.ts';
import { analyticsWords } from './words.ts';
import styles from './analytics.module.css';

const { period: words, show } = analyticsWords;

/** So many months can be chosen by hand. An address may say older ones. */
const OFFERED = 36;

/** The names of what the page shows in its address. */
export const COMPARE = 'compare';
export const SHOW = 'show';

/** Which months are shown, whether they are compared, and how: all of it is part of the address. */
export function PeriodControls({ range, now }: { range: MonthRange; now: number }) {
  const [params, setParams] = useSearchParams();
  const put = (values: Record<string, string | null>): void => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setParams(next);
  };
  const isCompared = params.get(COMPARE) !== 'no';
  return (
    <div className={styles['controls']}>
      <div className={styles['choices']} role="group" aria-label={words.label}>
        {usualRanges(now).map(({ name, range: usual }) => (
          <ToggleChip
            key={name}
            tick={false}
            pressed={usual.from === range.from && usual.to === range.to}
            onToggle={() => put({ ...usual })}
          >
            {words.usual[name]}
          </ToggleChip>
        ))}
        <ToggleChip pressed={isCompared} onToggle={() => put({ [COMPARE]: isCompared ? 'no' : null })}>
          {words.compare}
        </ToggleChip>
      </div>
      <MonthSelect
        label={words.from}
        value={range.from}
        now={now}
        onChoose={(from) => put({ from, to: from > range.to ? from : range.to })}
      />
      <MonthSelect
        label={words.to}
        value={range.to}
        now={now}
        onChoose={(to) => put({ from: to < range.from ? to : range.from, to })}
      />
      <Segment
        legend={show.label}
        value={params.get(SHOW) === 'tables' ? 'tables' : 'charts'}
        options={[
          { value: 'charts', label: show.charts },
          { value: 'tables', label: show.tables },
        ]}
        onChange={(how) => put({ [SHOW]: how === 'tables' ? how : null })}
      />
    </div>
  );
}

interface MonthSelectProps {
  label: string;
  value: Month;
  now: number;
  onChoose: (month: Month) => void;
}

function MonthSelect({ label, value, now, onChoose }: MonthSelectProps) {
  const offered = Array.from({ length: OFFERED }, (_, index) => moved(monthOf(now), -index));
  const months = offered.includes(value) ? offered : [...offered, value];
  return (
    <SelectField label={label} value={value} onChange={({ target }) => onChoose(target.value)}>
      {months.map((month) => (
        <option key={month} value={month}>
          {formatShortMonth(beginning(month))}
        </option>
      ))}
    </SelectField>
  );
}
