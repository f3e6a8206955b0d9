import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import styles from './tips.module.css';

/** A few sentences that each stand for themselves. */
export function Tips({ children }: { children: ReactNode }) {
  return <ul className={styles['tips']}>{children}</ul>;
}

export function Tip({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li>
      <Icon name={icon} size="sm" />
      <span>{children}</span>
    </li>
  );
}
