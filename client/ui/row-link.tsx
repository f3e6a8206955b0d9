import type { ReactNode } from 'react';
import { Disc } from './disc.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import styles from './row-link.module.css';

export interface RowLinkProps {
  icon: IconName;
  /** The link itself; the whole line is its target. */
  children: ReactNode;
  hint?: string | null;
  /** An amount at the end of the line. */
  end?: string | null;
}

/** A line of a list that leads somewhere. */
export function RowLink({ icon, children, hint = null, end = null }: RowLinkProps) {
  return (
    <li className={styles['row']}>
      <Disc icon={icon} tone="brand" />
      <span className={styles['what']}>
        {children}
        {hint !== null && <small>{hint}</small>}
      </span>
      {end !== null && <span className={styles['end']}>{end}</span>}
      <Icon name="right" size="xs" />
    </li>
  );
}
