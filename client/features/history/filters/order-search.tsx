import type { FormEvent } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { HistoryAddress } from '../use-history-search.ts';
import { historyWords } from '../words/words.ts';
import styles from './history-filters.module.css';

/** Finds the entries of one order, or one by its reference. It searches on Enter, not while typing: both are exact. */
export function OrderSearch({ address }: { address: HistoryAddress }) {
  const { history } = useWords(historyWords);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('order');
    address.change({ named: typeof typed === 'string' ? typed.trim() : '' });
  };
  return (
    <form className={styles['search']} onSubmit={submit}>
      <Icon name="search" size="sm" />
      <input
        type="search"
        name="order"
        aria-label={history.search}
        placeholder={history.searchExample}
        defaultValue={address.search.named}
        maxLength={100}
        autoComplete="off"
      />
      <button type="submit">{history.searchSubmit}</button>
    </form>
  );
}
