import type { SyntheticEvent } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { withPlace } from '../../parts/place.ts';
import { CARD_FILTERS, SYMBOLS_SHOWN } from './standing.ts';
import { giftCardsWords } from './words.ts';
import styles from './gift-cards.module.css';

const { filters: words } = giftCardsWords;

/** What is looked for is part of the address, so that a link shows the same to somebody else; a whole code has no room in it. */
export function CardFilters() {
  const [params, setParams] = useSearchParams();
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const next = withPlace(params);
    for (const name of CARD_FILTERS) {
      const value = typed.get(name);
      if (typeof value === 'string' && value.trim() !== '') next.set(name, value.trim());
      else next.delete(name);
    }
    setParams(next);
  };
  const text = (name: (typeof CARD_FILTERS)[number]) => ({ name, defaultValue: params.get(name) ?? '' });
  return (
    // Another address is another form.
    <form
      key={params.toString()}
      role="search"
      aria-label={words.title}
      className={styles['filters']}
      onSubmit={submit}
    >
      <TextField
        label={words.end}
        placeholder={words.endHint}
        pattern={`.{${String(SYMBOLS_SHOWN)}}`}
        maxLength={SYMBOLS_SHOWN}
        autoComplete="off"
        {...text('end')}
      />
      <TextField label={words.from} type="date" {...text('from')} />
      <TextField label={words.to} type="date" {...text('to')} />
      <Button type="submit" icon="filter">
        {words.show}
      </Button>
    </form>
  );
}
