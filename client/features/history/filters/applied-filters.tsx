import { AppliedChip, Chips } from '../../../ui/chip.tsx';
import { classes } from '../../../ui/classes.ts';
import { useClock } from '../../../ui/clock.tsx';
import linkStyles from '../../../ui/link.module.css';
import textStyles from '../../../ui/text.module.css';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { filterCount, hasAmount } from '../history-search.ts';
import type { FilterChange, HistoryAddress } from '../use-history-search.ts';
import { historyWords } from '../words/words.ts';
import { dateChoiceWords, pickedAmounts, pickedDays } from './filter-texts.ts';

/** The filters in force beyond the type chips, each with a way to take it off, and one way for all. */
export function AppliedFilters({ address }: { address: HistoryAddress }) {
  const { history } = useWords(historyWords);
  const applied = useApplied(address);
  const count = filterCount(address.search);
  if (count === 0) return null;
  return (
    <Chips label={history.filterCount(count)}>
      {applied.map(({ name, off }) => (
        <AppliedChip key={name} removeLabel={history.remove(name)} onRemove={() => address.change(off)}>
          {name}
        </AppliedChip>
      ))}
      <button
        type="button"
        className={classes(linkStyles['link'], textStyles['nowrap'])}
        onClick={address.clear}
      >
        {history.clear}
      </button>
    </Chips>
  );
}

function useApplied({ search }: HistoryAddress): { name: string; off: FilterChange }[] {
  const { history } = useWords(historyWords);
  const { entry, sources } = useWords(walletWords);
  const now = useClock();
  const nameOf = (typed: string) => (/^eb-/i.test(typed) ? typed.toUpperCase() : entry.order(typed));
  const applied: { name: string; off: FilterChange }[] = [];
  if (search.named !== '') applied.push({ name: nameOf(search.named), off: { named: '' } });
  if (search.source !== null) applied.push({ name: sources[search.source], off: { source: null } });
  if (search.dates !== 'all') {
    const picked = search.dates === 'custom';
    const name = picked ? pickedDays(search, history) : dateChoiceWords(search.dates, history, now());
    applied.push({ name, off: { dates: 'all', from: '', to: '' } });
  }
  if (hasAmount(search)) {
    applied.push({ name: pickedAmounts(search, history), off: { least: '', most: '' } });
  }
  return applied;
}
