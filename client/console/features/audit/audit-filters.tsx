import type { SyntheticEvent } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { ACT_NAMES, actName } from '../../ui/vocabulary.ts';
import { AUDIT_FILTERS } from './audit-filter.ts';
import { auditWords as words } from './words.ts';
import styles from './audit.module.css';

/** What is listed is part of the address, so that a link shows the same to somebody else. */
export function AuditFilters() {
  const [params, setParams] = useSearchParams();
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const next = new URLSearchParams();
    for (const name of AUDIT_FILTERS) {
      const value = typed.get(name);
      if (typeof value === 'string' && value.trim() !== '') next.set(name, value.trim());
    }
    setParams(next);
  };
  const text = (name: (typeof AUDIT_FILTERS)[number]) => ({ name, defaultValue: params.get(name) ?? '' });
  return (
    // Another address is another form.
    <form
      key={params.toString()}
      role="search"
      aria-label={words.filters}
      className={styles['filters']}
      onSubmit={submit}
    >
      <TextField label={words.person} placeholder={words.personHint} maxLength={100} {...text('who')} />
      <SelectField label={words.act} {...text('act')}>
        <option value="">{words.anyAct}</option>
        {ACT_NAMES.map((act) => (
          <option key={act} value={act}>
            {actName(act)}
          </option>
        ))}
      </SelectField>
      <TextField label={words.on} placeholder={words.onHint} maxLength={200} {...text('on')} />
      <TextField label={words.from} type="date" {...text('from')} />
      <TextField label={words.to} type="date" {...text('to')} />
      <Button type="submit" icon="filter">
        {words.show}
      </Button>
    </form>
  );
}
