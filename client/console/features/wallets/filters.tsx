import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link } from 'react-router';
import type { TierLevel, WalletStatus } from '../../../graphql/graphql.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { STATUSES } from '../../ui/vocabulary.ts';
import {
  everything,
  isSameView,
  readSearch,
  STATUS_CHOICES,
  TIER_CHOICES,
  writeSearch,
} from './wallet-search.ts';
import type { WalletSearch } from './wallet-search.ts';
import { walletsWords as words } from './words.ts';
import styles from './wallets.module.css';

const VIEWS: readonly (readonly [name: string, search: Partial<WalletSearch>])[] = [
  [words.viewNames.all, {}],
  [words.viewNames.frozen, { status: 'FROZEN' }],
  [words.viewNames.suspended, { status: 'SUSPENDED' }],
  [words.viewNames.expiring, { expiring: 7 }],
  [words.viewNames.platinum, { tier: 'PLATINUM' }],
  [words.viewNames.empty, { most: '0.00' }],
];

/** What is looked at most often, one press away. */
export function Views({ search }: { search: WalletSearch }) {
  return (
    <nav className={styles['views']} aria-label={words.views}>
      {VIEWS.map(([name, part]) => {
        const view = { ...everything, ...part };
        return (
          <Link
            key={name}
            to={`/admin/wallets?${writeSearch(view).toString()}`}
            aria-current={isSameView(view, search) ? 'page' : undefined}
          >
            {name}
          </Link>
        );
      })}
    </nav>
  );
}

export interface FiltersProps {
  search: WalletSearch;
  change: (next: Partial<WalletSearch>) => void;
}

export function Filters({ search, change }: FiltersProps) {
  const [least, setLeast] = useState(search.least);
  const [most, setMost] = useState(search.most);
  const apply = (event: SyntheticEvent): void => {
    event.preventDefault();
    const { least: from, most: to } = readSearch(new URLSearchParams({ min: least, max: most }));
    change({ least: from, most: to });
  };
  return (
    <form className={styles['filters']} onSubmit={apply}>
      <SelectField
        label={words.status}
        value={search.status ?? ''}
        onChange={({ target }) => change({ status: (target.value || null) as WalletStatus | null })}
      >
        <option value="">{words.anyStatus}</option>
        {STATUS_CHOICES.map((status) => (
          <option key={status} value={status}>
            {STATUSES[status]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={words.tier}
        value={search.tier ?? ''}
        onChange={({ target }) => change({ tier: (target.value || null) as TierLevel | null })}
      >
        <option value="">{words.anyTier}</option>
        {TIER_CHOICES.map((tier) => (
          <option key={tier} value={tier}>
            {tier}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.least}
        inputMode="decimal"
        value={least}
        onChange={({ target }) => setLeast(target.value)}
      />
      <TextField
        label={words.most}
        inputMode="decimal"
        value={most}
        onChange={({ target }) => setMost(target.value)}
      />
      <Button small type="submit">
        {words.apply}
      </Button>
    </form>
  );
}
