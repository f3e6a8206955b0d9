import { Link } from 'react-router';
import { formatLength } from './parts-words.ts';
import styles from './tab-links.module.css';

export interface TabLink {
  to: string;
  name: string;
  /** How many are in it, as far as the shop has counted; left out while that is not known. */
  count?: number | undefined;
  current: boolean;
}

/** The views of one page, each with an address of its own. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav className={styles['tabs']} aria-label={label}>
      {tabs.map(({ to, name, count, current }) => (
        <Link key={to} to={to} aria-current={current ? 'page' : undefined}>
          {name}
          {count !== undefined && <span>{formatLength(count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
