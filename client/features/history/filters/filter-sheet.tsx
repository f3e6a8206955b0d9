import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ToggleChip } from '../../../ui/chip.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { ModalDialog } from '../../../ui/modal-dialog.tsx';
import { useWords } from '../../../words/use-words.ts';
import { amountOf, dateChoices, everything } from '../history-search.ts';
import type { FilterEditor, HistoryAddress } from '../use-history-search.ts';
import { historyWords } from '../words/words.ts';
import { AmountFields, areAmounts } from './amount-fields.tsx';
import type { TypedAmounts } from './amount-fields.tsx';
import { CustomDays } from './date-filter.tsx';
import { dateChoiceWords } from './filter-texts.ts';
import { SourceFilter } from './source-filter.tsx';
import { useResultCount } from './use-result-count.ts';
import styles from './history-filters.module.css';

export interface FilterSheetProps {
  address: HistoryAddress;
  /** Where there is room, all but the amounts is on the page. */
  amountOnly: boolean;
  onClose: () => void;
}

/** Filters are tried out here, with how much they would find; the history follows when they are applied. */
export function FilterSheet({ address, amountOnly, onClose }: FilterSheetProps) {
  const { history } = useWords(historyWords);
  const [draft, setDraft] = useState(address.search);
  const [typed, setTyped] = useState<TypedAmounts>(address.search);
  const amounts = { least: amountOf(typed.least), most: amountOf(typed.most) };
  const count = useResultCount({ ...draft, ...amounts });
  const change: FilterEditor['change'] = (part) => setDraft({ ...draft, ...part });
  const clear = (): void => {
    const { source, dates, from, to } = amountOnly ? draft : everything;
    setDraft({ ...draft, source, dates, from, to });
    setTyped({ least: '', most: '' });
  };
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (!areAmounts(typed)) return;
    // A period of which no day was chosen narrows nothing.
    const isOpen = draft.dates === 'custom' && draft.from === '' && draft.to === '';
    // The list that is found takes the sheet's place, so that Back leads to the list before.
    address.replace({ ...draft, ...amounts, ...(isOpen && { dates: 'all' }) });
  };
  return (
    <ModalDialog
      title={amountOnly ? history.amount : history.filters}
      closeLabel={history.closeFilters}
      tall={!amountOnly}
      onClose={onClose}
    >
      <form className={styles['sheet']} onSubmit={apply} noValidate>
        {!amountOnly && <Draft draft={{ search: draft, change }} />}
        <AmountFields typed={typed} named={amountOnly} onChange={setTyped} />
        <div className={styles['foot']}>
          <Button onClick={clear}>{history.reset}</Button>
          <Button type="submit" kind="primary" unavailable={!areAmounts(typed)}>
            {history.showResults(count)}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

function Draft({ draft }: { draft: FilterEditor }) {
  const { history } = useWords(historyWords);
  const now = useClock();
  const { dates } = draft.search;
  return (
    <>
      <SourceFilter address={draft} />
      <fieldset>
        <legend>{history.dates}</legend>
        <div className={styles['choices']}>
          {dateChoices.map((choice) => (
            <ToggleChip
              key={choice}
              pressed={dates === choice}
              onToggle={() => draft.change({ dates: choice })}
            >
              {dateChoiceWords(choice, history, now())}
            </ToggleChip>
          ))}
        </div>
        {dates === 'custom' && <CustomDays address={draft} />}
      </fieldset>
    </>
  );
}
