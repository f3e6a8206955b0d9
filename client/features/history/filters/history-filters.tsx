import { Suspense } from 'react';
import { formatCount } from '../../../format/number.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips, ToggleChip } from '../../../ui/chip.tsx';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { useWideScreen } from '../../../ui/use-media-query.ts';
import { useDialog } from '../../../wallet/use-dialog.ts';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { filterCount, kindChoices } from '../history-search.ts';
import type { HistoryAddress } from '../use-history-search.ts';
import { historyWords } from '../words/words.ts';
import { DateFilter } from './date-filter.tsx';
import { OrderSearch } from './order-search.tsx';
import { SourceFilter } from './source-filter.tsx';
import styles from './history-filters.module.css';

/** Dialogs bring their own library, which nobody needs who only looks. */
const FilterSheet = lazyPart(() => import('./filter-sheet.tsx').then((module) => module.FilterSheet));

/** On a wide screen most is in view; on a phone source, dates and amounts wait in a sheet. */
export function HistoryFilters({ address }: { address: HistoryAddress }) {
  const { history } = useWords(historyWords);
  const wide = useWideScreen();
  const sheet = useDialog('filters');
  const { search } = address;
  const inSheet = filterCount({ ...search, kinds: [], named: '' });
  return (
    <div role="search" className={styles['filters']} aria-label={history.title}>
      <div className={styles['line']}>
        <OrderSearch key={search.named} address={address} />
        {wide && <SourceFilter address={address} />}
        {wide && <DateFilter address={address} />}
        {wide ? (
          <Button icon="filter" aria-haspopup="dialog" onClick={() => sheet.open()}>
            {history.amount}
          </Button>
        ) : (
          <FiltersButton count={inSheet} onOpen={() => sheet.open()} />
        )}
      </div>
      <KindChips address={address} />
      {sheet.subject !== null && (
        <Suspense fallback={null}>
          <FilterSheet address={address} amountOnly={wide} onClose={sheet.close} />
        </Suspense>
      )}
    </div>
  );
}

/** The picture is enough beside a search field; how many filters are set stands in its corner, and in its name. */
function FiltersButton({ count, onOpen }: { count: number; onOpen: () => void }) {
  const { history } = useWords(historyWords);
  const name = history.showFilters(count);
  return (
    <span className={styles['more']}>
      <Button icon="filter" aria-haspopup="dialog" aria-label={name} title={name} onClick={onOpen} />
      {count > 0 && <b aria-hidden="true">{formatCount(count)}</b>}
    </span>
  );
}

function KindChips({ address }: { address: HistoryAddress }) {
  const { history } = useWords(historyWords);
  const { kinds } = useWords(walletWords);
  const chosen = address.search.kinds;
  return (
    <Chips label={history.types}>
      <ToggleChip pressed={chosen.length === 0} tick={false} onToggle={() => address.change({ kinds: [] })}>
        {history.all}
      </ToggleChip>
      {kindChoices.map((kind) => (
        <ToggleChip
          key={kind}
          pressed={chosen.includes(kind)}
          onToggle={() => address.change({ kinds: toggled(chosen, kind) })}
        >
          {kinds[kind].word}
        </ToggleChip>
      ))}
    </Chips>
  );
}

function toggled<T>(chosen: readonly T[], value: T): T[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}
