import { useSearchParams } from 'react-router';
import { AppliedChip, ToggleChip } from '../../ui/chip.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { withPlace } from './place.ts';
import { partsWords } from './parts-words.ts';

/** Reads a filter of a list from the address, and writes it there: at the list's beginning, for it is another list. */
export function useListFilter(name: string): [string | null, (value: string | null) => void] {
  const [params, setParams] = useSearchParams();
  const put = (value: string | null): void => {
    const next = withPlace(params);
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
    setParams(next);
  };
  return [params.get(name), put];
}

export interface FilterChipsProps<T extends string> {
  /** Its name in the address. */
  name: string;
  everything: string;
  choices: readonly { value: T; label: string }[];
}

/** One of a few values, or all of them. */
export function FilterChips<T extends string>({ name, everything, choices }: FilterChipsProps<T>) {
  const [chosen, put] = useListFilter(name);
  return (
    <>
      <ToggleChip pressed={chosen === null} tick={false} onToggle={() => put(null)}>
        {everything}
      </ToggleChip>
      {choices.map(({ value, label }) => (
        <ToggleChip
          key={value}
          pressed={chosen === value}
          tick={false}
          onToggle={() => put(chosen === value ? null : value)}
        >
          {label}
        </ToggleChip>
      ))}
    </>
  );
}

export interface FilterInForceProps {
  name: string;
  label: (value: string) => string;
  remove: string;
}

/** A filter that a link has set, and that only can be taken away. */
export function FilterInForce({ name, label, remove }: FilterInForceProps) {
  const [value, put] = useListFilter(name);
  if (value === null) return null;
  return (
    <AppliedChip removeLabel={`${remove}: ${label(value)}`} onRemove={() => put(null)}>
      {label(value)}
    </AppliedChip>
  );
}

export interface NoRowsProps {
  title: string;
  /** What is said where there is nothing at all. */
  nothing: string;
  /** What is said where there is nothing for these filters. */
  noMatch: string;
  /** Their names in the address. */
  filters: readonly string[];
}

/** In the place of a list without rows: nothing is there yet, or nothing that the filters let through. */
export function NoRows({ title, nothing, noMatch, filters }: NoRowsProps) {
  const [params, setParams] = useSearchParams();
  const { noMatchTitle, clear } = partsWords.filters;
  const clearAll = (): void => {
    const next = withPlace(params);
    for (const name of filters) next.delete(name);
    setParams(next);
  };
  return (
    <Card title={title}>
      {filters.some((name) => params.has(name)) ? (
        <EmptyState
          art="noMatch"
          title={noMatchTitle}
          text={noMatch}
          action={<Button onClick={clearAll}>{clear}</Button>}
        />
      ) : (
        <EmptyState art="nothingYet" text={nothing} />
      )}
    </Card>
  );
}
