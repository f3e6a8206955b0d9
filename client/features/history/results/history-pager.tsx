import { SelectField } from '../../../ui/field.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { useWords } from '../../../words/use-words.ts';
import { pageSizes } from '../history-search.ts';
import type { HistoryAddress } from '../use-history-search.ts';
import { historyWords } from '../words/words.ts';
import type { HistoryWallet } from './use-more-entries.ts';
import styles from './history-results.module.css';

export interface HistoryPagerProps {
  pageInfo: HistoryWallet['transactions']['pageInfo'];
  address: HistoryAddress;
  busy: boolean;
  /** Called after a step, to take the reader to the top of the new page. */
  onTurn: () => void;
}

export function HistoryPager({ pageInfo, address, busy, onTurn }: HistoryPagerProps) {
  const { history } = useWords(historyWords);
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = pageInfo;
  const turn = (page: { after: string } | { before: string }): void => {
    address.goTo(page);
    onTurn();
  };
  return (
    <div className={styles['bar']}>
      <SelectField
        labelled="beside"
        label={history.rows}
        value={address.search.size}
        onChange={({ target }) =>
          address.change({ size: pageSizes.find((size) => String(size) === target.value) ?? 20 })
        }
      >
        {pageSizes.map((size) => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </SelectField>
      {(hasPreviousPage || hasNextPage) && (
        <Pager
          label={history.pages}
          busy={busy}
          previous={{
            label: history.previous,
            available: hasPreviousPage && startCursor !== null,
            reason: history.firstPage,
            go: () => startCursor !== null && turn({ before: startCursor }),
          }}
          next={{
            label: history.next,
            available: hasNextPage && endCursor !== null,
            reason: history.lastPage,
            go: () => endCursor !== null && turn({ after: endCursor }),
          }}
        />
      )}
    </div>
  );
}
